import type { MembershipRole } from '#app/access/actor.ts'
import { parseDay } from '#app/platform/dates.ts'
import type { RowFault, TypedRow, WantedColumn } from '#app/platform/spreadsheet/table-rows.ts'
import { looksLikeAddress, shown } from '#app/platform/spreadsheet/typed-cell.ts'
import { bare, organisationsByName } from './organisation-names.ts'

/** The columns of a file of people; the first name of each is the one we ask for. */
export const peopleImportColumns: WantedColumn[] = [
  { key: 'givenName', names: ['voornaam', 'roepnaam'], required: true },
  { key: 'familyName', names: ['achternaam', 'familienaam'], required: true },
  { key: 'address', names: ['e-mailadres', 'e-mail', 'mailadres', 'mail'], required: true },
  { key: 'organisation', names: ['school', 'organisatie', 'bedrijf'], required: true },
  { key: 'team', names: ['team', 'sectie'] },
  { key: 'role', names: ['rol', 'functie'] },
  { key: 'startsOn', names: ['vanaf', 'startdatum'] },
]

/** What is known of the organisations a row may name. */
export type KnownOrganisation = {
  id: number
  name: string
  town: string
  teams: { id: number; name: string }[]
}

/** One row that can be carried out: somebody, and where they work. Somebody at two schools has two. */
export type ImportedPerson = {
  line: number
  givenName: string
  familyName: string
  address: string
  organisationId: number
  teamId: number | null
  role: MembershipRole
  startsOn: string
}

const roles: Record<string, MembershipRole> = {
  docent: 'teacher',
  leraar: 'teacher',
  instructeur: 'instructor',
  trainer: 'trainer',
  teamleider: 'team_lead',
  plaatsvervangendteamleider: 'deputy_lead',
  directeur: 'director',
  tekenbevoegde: 'signatory',
  medewerker: 'staff',
  ondersteuner: 'staff',
}
const roleNames =
  'docent, instructeur, trainer, teamleider, plaatsvervangend teamleider, directeur, tekenbevoegde of medewerker'

/**
 * Checks the rows of a file of people; reads and changes nothing. Every fault says its line and how to mend it, more
 * than one a line when there are more. Only a file without faults is to be carried out.
 */
export function checkPeopleImport(
  rows: TypedRow[],
  organisations: KnownOrganisation[],
  today: string,
): { people: ImportedPerson[]; faults: RowFault[] } {
  const known = organisationsByName(organisations)
  const checked = rows.map((row) => checkRow(row, known, today))
  const people = checked.flatMap(({ person }) => (person ? [person] : []))
  const faults = [...checked.flatMap((row) => row.faults), ...repetitions(people)]
  return { people, faults: faults.sort((one, other) => one.line - other.line) }
}

type Checked = { person?: ImportedPerson; faults: RowFault[] }

type KnownByName = ReturnType<typeof organisationsByName<KnownOrganisation>>

function checkRow(row: TypedRow, known: KnownByName, today: string): Checked {
  const faults: RowFault[] = []
  const fault = (message: string) => void faults.push({ line: row.line, message })
  if (row.fault) fault(row.fault)
  const typed = (key: string) => (row.values[key] ?? '').replace(/\s+/g, ' ').trim()

  const name = (key: string, what: string) => {
    if (!typed(key)) fault(`De ${what} ontbreekt.`)
    else if (typed(key).length > 100) fault(`De ${what} is langer dan 100 tekens.`)
    return typed(key)
  }
  const givenName = name('givenName', 'voornaam')
  const familyName = name('familyName', 'achternaam')

  const address = typed('address').toLowerCase()
  if (!address) fault('Het e-mailadres ontbreekt.')
  else if (!looksLikeAddress(address)) fault(`‘${shown(address)}’ is geen e-mailadres.`)

  const meant = known.find(typed('organisation'))
  const organisation = typeof meant === 'object' ? meant : undefined
  if (!meant) fault('De school ontbreekt.')
  else if (meant === 'many') {
    fault(`Er zijn meer scholen die ‘${shown(typed('organisation'))}’ heten. Zet de plaats erachter.`)
  } else if (!organisation) {
    fault(
      `De school ‘${shown(typed('organisation'))}’ kennen we niet. Voeg die eerst toe, of verbeter de naam.`,
    )
  }
  const team = organisation?.teams.find((one) => bare(one.name) === bare(typed('team')))
  if (typed('team') && organisation && !team) {
    fault(`Het team ‘${shown(typed('team'))}’ is er niet bij ${organisation.name}.`)
  }
  const role = typed('role') ? roles[bare(typed('role'))] : 'teacher'
  if (!role) fault(`De rol ‘${shown(typed('role'))}’ kennen we niet. Kies ${roleNames}.`)
  if ((role === 'team_lead' || role === 'deputy_lead') && !typed('team')) {
    fault('Een teamleider heeft een team nodig. Vul het team in.')
  }
  const startsOn = typed('startsOn') ? parseDay(typed('startsOn')) : today
  if (!startsOn) fault(`‘${shown(typed('startsOn'))}’ is geen datum. Typ die als 3-12-2026.`)

  if (faults.length > 0 || !organisation || !role || !startsOn) return { faults }
  const organisationId = organisation.id
  const teamId = team?.id ?? null
  const person = { line: row.line, givenName, familyName, address, organisationId, teamId, role, startsOn }
  return { person, faults }
}

/** The same address twice is one person at two places; never two persons, and never the same place twice. */
function repetitions(people: ImportedPerson[]): RowFault[] {
  const first = new Map<string, ImportedPerson>()
  const places = new Map<string, number>()
  const faults: RowFault[] = []
  for (const person of people) {
    const { line, address, organisationId, teamId, role } = person
    const place = [address, organisationId, teamId, role].join(' ')
    const earlier = first.get(address)
    const same = places.get(place)
    if (earlier && bare(nameOf(earlier)) !== bare(nameOf(person))) {
      faults.push({
        line,
        message: `Dit e-mailadres staat ook op regel ${earlier.line}, bij een andere naam.`,
      })
    } else if (same !== undefined) {
      faults.push({ line, message: `Deze regel zegt hetzelfde als regel ${same}.` })
    }
    if (!earlier) first.set(address, person)
    if (same === undefined) places.set(place, line)
  }
  return faults
}

const nameOf = (person: ImportedPerson) => `${person.givenName} ${person.familyName}`
