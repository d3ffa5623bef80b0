import { expect, test } from 'vitest'
import { checkPeopleImport, peopleImportColumns } from '#app/features/people/people-import.ts'
import { readCsv } from '#app/platform/spreadsheet/read-csv.server.ts'

const organisations = [
  { id: 1, name: 'Etty Hillesum Lyceum', town: 'Deventer', teams: [{ id: 11, name: 'Techniek bovenbouw' }] },
  { id: 2, name: 'Zone.college', town: 'Twello', teams: [] },
  { id: 3, name: 'De Marke', town: 'Deventer', teams: [] },
  { id: 4, name: 'De Marke', town: 'Twello', teams: [] },
]
const head = 'Voornaam;Achternaam;E-mailadres;School;Team;Rol;Vanaf'
const check = (...lines: string[]) => {
  const { rows } = readCsv(Buffer.from([head, ...lines].join('\n')), peopleImportColumns)
  return checkPeopleImport(rows, organisations, '2026-11-24')
}

test('a file without faults gives people, with what was left out filled in', () => {
  const { people, faults } = check(
    'Zoë;van  Dijk;Zoe@Example.nl;etty hillesum lyceum;Techniek Bovenbouw;Teamleider;1-8-2026',
    "Jan;O'Neil;j.o'neil+x@sub.example.nl;Zone College;;;",
    'Zoë;van Dijk;zoe@example.nl;Zone.college;;instructeur;',
  )
  expect(faults).toEqual([])
  expect(people).toEqual([
    {
      line: 2,
      givenName: 'Zoë',
      familyName: 'van Dijk',
      address: 'zoe@example.nl',
      organisationId: 1,
      teamId: 11,
      role: 'team_lead',
      startsOn: '2026-08-01',
    },
    {
      line: 3,
      givenName: 'Jan',
      familyName: "O'Neil",
      address: "j.o'neil+x@sub.example.nl",
      organisationId: 2,
      teamId: null,
      role: 'teacher',
      startsOn: '2026-11-24',
    },
    expect.objectContaining({ line: 4, address: 'zoe@example.nl', organisationId: 2, role: 'instructor' }),
  ])
})

test('every fault says its line and what to do, all of them at once', () => {
  const { people, faults } = check(
    ';;geen adres;Onbekend College;;baas;31-2-2026',
    'An;Bos;an@example.nl;Zone.college;Techniek;;',
    'An;Bos;an@example.nl;Zone.college;;teamleider;',
    'An;Bos;;;;;;te veel',
    `${'a'.repeat(101)};Bos;an@@example.nl;Zone.college;;;`,
  )
  expect(people).toEqual([])
  expect(faults.map(({ line, message }) => `${line}: ${message}`)).toEqual([
    '2: De voornaam ontbreekt.',
    '2: De achternaam ontbreekt.',
    '2: ‘geen adres’ is geen e-mailadres.',
    '2: De school ‘Onbekend College’ kennen we niet. Voeg die eerst toe, of verbeter de naam.',
    expect.stringMatching(/^2: De rol ‘baas’ kennen we niet\. Kies docent, /),
    '2: ‘31-2-2026’ is geen datum. Typ die als 3-12-2026.',
    '3: Het team ‘Techniek’ is er niet bij Zone.college.',
    '4: Een teamleider heeft een team nodig. Vul het team in.',
    '5: Deze regel heeft meer cellen dan er kolommen zijn.',
    '5: Het e-mailadres ontbreekt.',
    '5: De school ontbreekt.',
    '6: De voornaam is langer dan 100 tekens.',
    '6: ‘an@@example.nl’ is geen e-mailadres.',
  ])
})

test('one address is one person, and stands at one place once', () => {
  const { faults } = check(
    'An;Bos;an@example.nl;Zone.college;;;',
    'Bo;Bos;AN@example.nl;Etty Hillesum Lyceum;;;',
    'An;Bos;an@example.nl;Zone.college;;docent;',
  )
  expect(faults).toEqual([
    { line: 3, message: 'Dit e-mailadres staat ook op regel 2, bij een andere naam.' },
    { line: 4, message: 'Deze regel zegt hetzelfde als regel 2.' },
  ])
})

test('schools of one name are told apart by their town', () => {
  const { people, faults } = check(
    'An;Bos;an@example.nl;De Marke;;;',
    'Bo;Bos;bo@example.nl;De Marke, Twello;;;',
    'Cas;Bos;cas@example.nl;Zone.college (Twello);;;',
  )
  expect(faults).toEqual([
    { line: 2, message: 'Er zijn meer scholen die ‘De Marke’ heten. Zet de plaats erachter.' },
  ])
  expect(people.map((person) => person.organisationId)).toEqual([4, 2])
})
