import type { MembershipRole } from '#app/access/actor.ts'
import { addDays } from '#app/platform/dates.ts'
import type { RowFault } from '#app/platform/spreadsheet/table-rows.ts'
import type { ImportedPerson } from './people-import.ts'

/** What is known of the addresses in a file: whose they are. */
export type KnownAddress = { address: string; personId: number; name: string; closed: boolean }
export type KnownMembership = {
  id: number
  personId: number
  organisationId: number
  teamId: number | null
  role: MembershipRole
  startsOn: string
  endsOn: string | null
}

export type NewMembershipRow = Pick<
  ImportedPerson,
  'line' | 'address' | 'organisationId' | 'teamId' | 'role' | 'startsOn'
>
export type TeamChange = {
  line: number
  membershipId: number
  teamId: number
  startsOn: string
  /** The last day of the old one; null when it never held before, and is only corrected. */
  endsOn: string | null
}

export type ImportPlan = {
  /** One for each address that nobody has, as its first row says. */
  newPeople: Pick<ImportedPerson, 'line' | 'address' | 'givenName' | 'familyName'>[]
  knownPeople: KnownAddress[]
  starts: NewMembershipRow[]
  changes: TeamChange[]
  /** Lines that say what is so already. */
  unchanged: number[]
  faults: RowFault[]
}

/**
 * What carrying out these rows comes down to, given what is known: so that a file carried out twice does nothing the
 * second time. Somebody who has the same role at the same school in another team, and not in the file, changes teams.
 */
export function planImport(
  rows: readonly ImportedPerson[],
  known: { addresses: readonly KnownAddress[]; memberships: readonly KnownMembership[] },
): ImportPlan {
  const owners = new Map(known.addresses.map((owner) => [owner.address, owner]))
  const held = Map.groupBy(known.memberships, ({ personId }) => personId)
  const inFile = new Set(rows.map((row) => placeOf(owners.get(row.address)?.personId, row)))
  const plan: ImportPlan = {
    newPeople: [],
    knownPeople: [],
    starts: [],
    changes: [],
    unchanged: [],
    faults: [],
  }
  const seen = new Set<string>()
  const taken = new Set<number>()
  for (const row of rows) {
    const owner = owners.get(row.address)
    if (owner?.closed) {
      plan.faults.push({
        line: row.line,
        message: `Het account van ${owner.name}, met dit e-mailadres, is afgesloten. Open het eerst weer.`,
      })
      continue
    }
    if (!seen.has(row.address)) {
      seen.add(row.address)
      if (owner) plan.knownPeople.push(owner)
      else plan.newPeople.push(row)
    }
    const alike = (owner ? (held.get(owner.personId) ?? []) : []).filter(
      (one) =>
        one.organisationId === row.organisationId &&
        one.role === row.role &&
        (one.endsOn === null || one.endsOn >= row.startsOn),
    )
    if (alike.some((one) => row.teamId === null || one.teamId === row.teamId)) {
      plan.unchanged.push(row.line)
      continue
    }
    const old = alike.find(
      (one) => one.endsOn === null && !taken.has(one.id) && !inFile.has(placeOf(one.personId, one)),
    )
    if (old && row.teamId !== null) {
      taken.add(old.id)
      const { line, teamId, startsOn } = row
      const endsOn = old.startsOn < startsOn ? addDays(startsOn, -1) : null
      plan.changes.push({ line, membershipId: old.id, teamId, startsOn, endsOn })
    } else plan.starts.push(row)
  }
  return plan
}

const placeOf = (
  personId: number | undefined,
  row: { organisationId: number; teamId: number | null; role: string },
) => [personId, row.organisationId, row.teamId, row.role].join(' ')
