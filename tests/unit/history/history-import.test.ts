import { expect, test } from 'vitest'
import { checkHistory, historyColumns, type PastRow } from '#app/features/history/history-import.ts'
import { type KnownPeople, planHistory } from '#app/features/history/history-plan.ts'
import { readCsv } from '#app/platform/spreadsheet/read-csv.server.ts'

const known = {
  organisations: [
    { id: 1, name: 'Etty Hillesum Lyceum', town: 'Deventer' },
    { id: 3, name: 'De Marke', town: 'Deventer' },
    { id: 4, name: 'De Marke', town: 'Twello' },
  ],
  projects: [6, 7],
}
const head = 'Naam;E-mail;School;Plaats;Datum;Cursus;Aantal uren;Project;Kamer'
const check = (...lines: string[]) => {
  const { rows } = readCsv(Buffer.from([head, ...lines].join('\n')), historyColumns)
  return checkHistory(rows, known, '2026-11-24')
}
const nobody: KnownPeople = { owners: [], atSchool: [], attended: [] }

test('a list without faults gives rows, whatever its columns are called', () => {
  const { rows, faults } = check(
    'Vries, Zoë de;ZOE@School.example;etty hillesum lyceum;;12 maart 2024;Lassen;2,5;6;12',
    'Jan Smit;;De Marke;Twello;di 12-3-2024;Lassen;150 min;;',
  )
  expect(faults).toEqual([])
  expect(rows).toEqual([
    {
      line: 2,
      name: { givenName: 'Zoë', familyName: 'de Vries' },
      nameKey: 'de vries zoe',
      address: 'zoe@school.example',
      organisationId: 1,
      heldOn: '2024-03-12',
      title: 'Lassen',
      minutes: 150,
      projectNumber: 6,
    },
    {
      line: 3,
      name: { givenName: 'Jan', familyName: 'Smit' },
      nameKey: 'jan smit',
      address: null,
      organisationId: 4,
      heldOn: '2024-03-12',
      title: 'Lassen',
      minutes: 150,
      projectNumber: null,
    },
  ])
})

test('every fault says its line and how to mend it', () => {
  const { rows, faults } = check(
    ';;De Marke;;;;;;',
    'Smit;geen adres;De Marke;Twello;31-2-2024;Lassen;veel;99;',
    'Jan Smit;;Etty Hilesum Lyceum;;25-11-2026;Lassen;0;;',
    'Piet Smit;;etty hilesum lyceum;;1-1-1989;Lassen;150;;',
    'Kees Smit;;Onvindbare Academie;;1-1-2024;Lassen;1;;',
  )
  expect(rows).toEqual([])
  expect(faults.map(({ line, message }) => `${line}: ${message}`)).toEqual([
    '2: Er staat niet wie het was. Vul een naam of een e-mailadres in.',
    '2: Er zijn meer scholen die ‘De Marke’ heten. Zet de plaats erachter.',
    '2: De datum ontbreekt.',
    '2: De titel ontbreekt.',
    '2: Het aantal uren ontbreekt.',
    '3: ‘geen adres’ is geen e-mailadres. Verbeter het, of laat het leeg.',
    '3: ‘31-2-2024’ is geen datum. Typ die als 3-12-2024.',
    '3: ‘veel’ is geen aantal uren. Typ 2,5 of 2:30 of 150 min.',
    '3: Het project ‘99’ kennen we niet. Vul het nummer in, of niets.',
    '4: ‘25-11-2026’ moet nog komen. Neem alleen over wat geweest is.',
    '4: Het aantal uren is nul. Laat de regel weg, of verbeter hem.',
    '4: De school ‘Etty Hilesum Lyceum’ kennen we niet, hier en op nog 1 regel. Bedoel je ‘Etty Hillesum Lyceum’ in Deventer?',
    '5: ‘1-1-1989’ is van vóór 1990. Verbeter het jaar.',
    '5: Meer dan 100 uur kan niet in één regel. Bedoel je minuten, typ dan ‘150 min’.',
    '6: De school ‘Onvindbare Academie’ kennen we niet. Voeg die eerst toe, of verbeter de naam.',
  ])
})

const row = (line: number, values: Partial<PastRow> & { named?: string } = {}): PastRow => {
  const [givenName = '', familyName = ''] = (values.named ?? 'Jan Smit').split(' ')
  return {
    line,
    name: { givenName, familyName },
    nameKey: `${givenName} ${familyName}`.toLowerCase(),
    address: null,
    organisationId: 1,
    heldOn: '2024-03-12',
    title: `Lassen ${line}`,
    minutes: 60,
    projectNumber: null,
    ...values,
  }
}
const jan = { organisationId: 1, nameKey: 'jan smit', personId: 11, name: 'Jan Smit' }
const other = { ...jan, personId: 12 }

test('somebody is known by an address, or as the only one of that name at the school', () => {
  const plan = planHistory(
    [
      row(2),
      row(3, { address: 'jan@school.example', named: 'J Smit' }),
      row(4, { organisationId: 2 }),
      row(5, { organisationId: 2 }),
    ],
    {
      ...nobody,
      atSchool: [jan],
      owners: [{ address: 'jan@school.example', personId: 11, name: 'Jan Smit' }],
    },
  )
  expect(plan.faults).toEqual([])
  expect(plan.rows.map(({ who }) => ('personId' in who ? who.personId : who.newKey))).toEqual([
    11,
    11,
    'name 2 jan smit',
    'name 2 jan smit',
  ])
  expect(plan.newPeople).toMatchObject([{ line: 4, givenName: 'Jan', familyName: 'Smit', organisationId: 2 }])
})

test('two of one name ask for an address; an address settles it', () => {
  const plan = planHistory([row(2), row(3, { address: 'jan@school.example' })], {
    ...nobody,
    atSchool: [jan, other],
    owners: [{ address: 'jan@school.example', personId: 12, name: 'Jan Smit' }],
  })
  expect(plan.faults).toEqual([
    { line: 2, message: 'Er zijn 2 mensen van deze school die ‘Jan Smit’ heten. Zet het e-mailadres erbij.' },
  ])
  expect(plan.rows).toMatchObject([{ line: 3, who: { personId: 12 } }])
})

test('a name with and without its address is one person, at every school in the list', () => {
  const plan = planHistory(
    [
      row(2),
      row(3, { address: 'jan@school.example' }),
      row(4, { address: 'jan@school.example', organisationId: 2 }),
    ],
    nobody,
  )
  expect(plan.faults).toEqual([])
  expect(plan.newPeople).toMatchObject([{ key: 'address jan@school.example' }])
  const adopted = planHistory(
    [row(2, { address: 'jan@school.example', organisationId: 2 }), row(3, { address: 'jan@school.example' })],
    { ...nobody, atSchool: [jan] },
  )
  expect(adopted.rows.map(({ who }) => who)).toEqual([
    { personId: 11, name: 'Jan Smit' },
    { personId: 11, name: 'Jan Smit' },
  ])
})

test('what cannot be told apart is a fault, not a guess', () => {
  const twoAddresses = [row(2, { address: 'a@school.example' }), row(3, { address: 'b@school.example' })]
  expect(planHistory([...twoAddresses, row(4)], nobody).faults).toEqual([
    {
      line: 4,
      message: 'Er zijn 2 mensen in de lijst die zo heten, elk met een e-mailadres. Zet het er hier ook bij.',
    },
  ])
  expect(planHistory(twoAddresses, { ...nobody, atSchool: [jan] }).faults.map(({ line }) => line)).toEqual([
    2, 3,
  ])
  const oneAddress = [
    row(2, { address: 'a@school.example' }),
    row(3, { address: 'a@school.example', named: 'Piet Smit' }),
  ]
  expect(planHistory(oneAddress, nobody).faults).toMatchObject([{ line: 3 }])
  expect(planHistory([row(2, { organisationId: null })], nobody).faults).toMatchObject([{ line: 2 }])
  const unnamed = row(2, { name: null, nameKey: '', address: 'a@school.example' })
  expect(planHistory([unnamed], nobody).faults).toMatchObject([{ line: 2 }])
})

test('the same person, day and title twice is a fault; what the portal knows is left out', () => {
  const again = { title: 'Lassen: één' }
  const plan = planHistory([row(2, again), row(3, { title: 'lassen  EEN' }), row(4)], {
    ...nobody,
    atSchool: [jan],
    attended: [{ personId: 11, heldOn: '2024-03-12', title: 'lassen 4' }],
  })
  expect(plan.faults).toMatchObject([{ line: 3 }])
  expect(plan.known).toEqual([4])
  expect(plan.rows.map(({ line }) => line)).toEqual([2])
})
