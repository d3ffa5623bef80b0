import type { WantedColumn } from '#app/platform/spreadsheet/table-rows.ts'
import { looksLikeAddress, shown } from '#app/platform/spreadsheet/typed-cell.ts'
import { formatCount } from '#app/ui/format.ts'
import { nameKey, splitName } from './list-cells.ts'
import { type NamedOrganisation, organisationsByName } from './organisation-names.ts'

/** Who a row of a list is about, and at which school; for any list that names people. */

/** The columns that say who; the first name of each is the one we ask for. */
export const whoColumns: WantedColumn[] = [
  { key: 'name', names: ['naam', 'deelnemer', 'docent', 'medewerker', 'volledige naam'] },
  { key: 'givenName', names: ['voornaam', 'roepnaam'] },
  { key: 'prefix', names: ['tussenvoegsel', 'tussenvoegsels', 'tv'] },
  { key: 'familyName', names: ['achternaam', 'familienaam'] },
  { key: 'address', names: ['e-mailadres', 'e-mail', 'mailadres', 'mail', 'emailadres deelnemer'] },
  { key: 'school', names: ['school', 'organisatie', 'bedrijf', 'instelling', 'werkgever'] },
  { key: 'town', names: ['plaats', 'vestigingsplaats', 'woonplaats school'] },
]

export type ListedWho = {
  name: { givenName: string; familyName: string } | null
  nameKey: string
  address: string | null
}

export type CellOf = (key: string) => string
export type Complain = (message: string) => void

/** The name and address of a row; undefined, with the faults said, when they do not tell who it is. */
export function readWho(cell: CellOf, fault: Complain): ListedWho | undefined {
  const address =
    cell('address')
      .toLowerCase()
      .replace(/^mailto:/, '') || null
  if (address && !looksLikeAddress(address)) {
    fault(`‘${shown(address)}’ is geen e-mailadres. Verbeter het, of laat het leeg.`)
    return undefined
  }
  const typed =
    cell('name') || [cell('givenName'), cell('prefix'), cell('familyName')].filter(Boolean).join(' ')
  if (!typed && !address) {
    fault('Er staat niet wie het was. Vul een naam of een e-mailadres in.')
    return undefined
  }
  if (!typed) return { name: null, nameKey: '', address }
  const name =
    cell('givenName') && cell('familyName') && !cell('name')
      ? { givenName: cell('givenName'), familyName: `${cell('prefix')} ${cell('familyName')}`.trim() }
      : splitName(typed)
  const key = name ? nameKey(`${name.givenName} ${name.familyName}`) : ''
  if (!name || !key.includes(' ')) {
    fault(`Van ‘${shown(typed)}’ ontbreekt de voornaam of de achternaam.`)
    return undefined
  }
  if (name.givenName.length > 100 || name.familyName.length > 100) {
    fault('De naam is langer dan 100 tekens.')
    return undefined
  }
  return { name, nameKey: key, address }
}

/**
 * Reads the schools of a list, row by row. A school that nobody knows is said once, with all its lines: `faults` gives
 * those at the end.
 */
export function readSchools(organisations: readonly NamedOrganisation[]) {
  const schools = organisationsByName(organisations)
  const unknown = new Map<string, { line: number; typed: string; count: number }>()
  return {
    /** The school of a row, null where none was typed; undefined, with the fault said or kept, when it is not known. */
    read(line: number, cell: CellOf, fault: Complain): { organisationId: number | null } | undefined {
      const school = schools.find(cell('school'), cell('town'))
      if (school === 'many') {
        fault(`Er zijn meer scholen die ‘${shown(cell('school'))}’ heten. Zet de plaats erachter.`)
        return undefined
      }
      if (school !== 'unknown') return { organisationId: school?.id ?? null }
      const typed = [cell('school'), cell('town')].filter(Boolean).join(', ')
      const same = unknown.get(typed.toLowerCase())
      if (same) same.count++
      else unknown.set(typed.toLowerCase(), { line, typed, count: 1 })
      return undefined
    },
    faults(): { line: number; message: string }[] {
      return [...unknown.values()].map(({ line, typed, count }) => {
        const times = count > 1 ? `, hier en op nog ${formatCount(count - 1, 'regel', 'regels')}` : ''
        const alike = schools.alike(typed)
        const hint = alike
          ? `Bedoel je ‘${alike.name}’ in ${alike.town}?`
          : 'Voeg die eerst toe, of verbeter de naam.'
        return { line, message: `De school ‘${shown(typed)}’ kennen we niet${times}. ${hint}` }
      })
    },
  }
}
