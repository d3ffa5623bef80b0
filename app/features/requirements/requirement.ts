import type { MembershipRole } from '#app/access/actor.ts'
import type { Held, Verification } from '#app/features/qualifications/holding.ts'
import type { Standing } from '#app/features/qualifications/qualification.ts'
import { addDays } from '#app/platform/dates.ts'

/** What people have to hold, and how far they are. Plain values in, plain answers out. */

export type RequirementKind = 'everyone' | 'at_least' | 'cover'

/** One rule: for a group, a team, a role at a school, or everybody who teaches there. */
export type RequirementRule = {
  id: number
  kind: RequirementKind
  organisationId: number
  teamId: number | null
  role: MembershipRole | null
  groupId: number | null
  typeCodes: readonly string[]
  /** Of `at_least`: so many have to hold it. */
  minimum: number | null
  /** Of `cover`: what has to be covered, and its parts. */
  title: string | null
  areas: readonly string[]
}

export type MatrixPerson = {
  id: number
  name: string
  work: readonly { organisationId: number; teamId: number | null; role: MembershipRole }[]
  groupIds: readonly number[]
}

/** Somebody masters a part of what a rule wants covered, says their lead. */
export type Tick = { requirementId: number; personId: number; area: string }

/** How somebody stands in one sort of paper. */
export type CellState =
  | 'valid'
  | 'unverified'
  | 'expiring'
  | 'designation'
  | 'confirmation'
  | 'lapsed'
  | 'missing'

export type Cell = {
  state: CellState
  required: boolean
  /** The last day on which it is, or was, valid. */
  until: string | null
}

export type MatrixRow = {
  person: MatrixPerson
  /** By column; null: not held, and not required either. */
  cells: (Cell | null)[]
}

export type AtLeast = {
  rule: RequirementRule
  have: number
  names: string[]
  /** From when there are too few, when that is soon: the day after the last day of whoever makes the difference. */
  short: { from: string; have: number } | null
}
export type Cover = { rule: RequirementRule; parts: { area: string; names: string[] }[] }

export type Matrix = { typeCodes: string[]; rows: MatrixRow[]; atLeast: AtLeast[]; covers: Cover[] }

/** The roles that a rule for a whole school is about. */
const teaches: readonly MembershipRole[] = ['teacher', 'instructor', 'team_lead', 'deputy_lead']

/** For whom a rule is. */
export type Scope = Pick<RequirementRule, 'organisationId' | 'teamId' | 'role' | 'groupId'>

export function appliesTo(rule: Scope, { work, groupIds }: MatrixPerson): boolean {
  if (rule.groupId !== null) return groupIds.includes(rule.groupId)
  if (rule.teamId !== null) return work.some(({ teamId }) => teamId === rule.teamId)
  return work.some(
    ({ organisationId, role }) =>
      organisationId === rule.organisationId &&
      (rule.role === null ? teaches.includes(role) : role === rule.role),
  )
}

/** From what counts most to what counts least. */
const order: readonly CellState[] = [
  'valid',
  'unverified',
  'expiring',
  'designation',
  'confirmation',
  'lapsed',
  'missing',
]

function stateOf(standing: Standing, verification: Verification): CellState {
  if (verification === 'refused') return 'missing'
  return standing === 'valid' && verification === 'unverified' ? 'unverified' : standing
}

/** The best of what somebody holds of one sort, whatever its scope; undefined when that is nothing. */
function bestOf(held: readonly Held[]): Omit<Cell, 'required'> | undefined {
  return held
    .map(({ stand, verification }) => ({ state: stateOf(stand.standing, verification), until: stand.until }))
    .filter(({ state }) => state !== 'missing')
    .sort(
      (one, other) =>
        order.indexOf(one.state) - order.indexOf(other.state) ||
        ((one.until ?? '9') < (other.until ?? '9') ? 1 : -1),
    )[0]
}

/** Whether it counts today; who checked it or not. */
const counts = (cell: Cell | Omit<Cell, 'required'> | null | undefined): boolean =>
  cell !== null && cell !== undefined && ['valid', 'unverified', 'expiring'].includes(cell.state)

/** People by required sorts, and how far the rules are met that ask something of people together. */
export function matrixOf(
  people: readonly MatrixPerson[],
  rules: readonly RequirementRule[],
  held: readonly Held[],
  ticks: readonly Tick[],
): Matrix {
  const heldBy = Map.groupBy(held, ({ newest }) => `${newest.personId} ${newest.typeCode}`)
  const best = (personId: number, typeCode: string) => bestOf(heldBy.get(`${personId} ${typeCode}`) ?? [])
  const used = rules.filter((rule) => people.some((person) => appliesTo(rule, person)))
  const typeCodes = [...new Set(used.flatMap((rule) => rule.typeCodes))].sort()
  const everyone = used.filter(({ kind }) => kind === 'everyone')
  const rows = people.map((person) => {
    const own = everyone.filter((rule) => appliesTo(rule, person))
    return {
      person,
      cells: typeCodes.map((code): Cell | null => {
        const required = own.some((rule) => rule.typeCodes.includes(code))
        const found = best(person.id, code)
        if (found) return { ...found, required }
        return required ? { state: 'missing', required, until: null } : null
      }),
    }
  })
  const namesWhere = (rule: RequirementRule, holds: (person: MatrixPerson) => boolean) =>
    people.filter((person) => appliesTo(rule, person) && holds(person)).map(({ name }) => name)
  return {
    typeCodes,
    rows,
    atLeast: used
      .filter(({ kind }) => kind === 'at_least')
      .map((rule) => {
        const holders = people
          .filter((person) => appliesTo(rule, person))
          .flatMap(({ id, name }) => {
            const cell = best(id, rule.typeCodes[0] ?? '')
            // What ends later than one is warned of, is no news yet.
            const until = cell?.state === 'expiring' ? cell.until : null
            return counts(cell) ? [{ name, until }] : []
          })
        return {
          rule,
          have: holders.length,
          names: holders.map(({ name }) => name),
          short: shortOf(
            holders.map(({ until }) => until),
            rule.minimum ?? 0,
          ),
        }
      }),
    covers: used
      .filter(({ kind }) => kind === 'cover')
      .map((rule) => ({
        rule,
        parts: rule.areas.map((area) => ({
          area,
          names: namesWhere(rule, ({ id }) =>
            ticks.some(
              (tick) => tick.requirementId === rule.id && tick.personId === id && tick.area === area,
            ),
          ),
        })),
      })),
  }
}

/** When there are fewer than `minimum`, given the last day of each; null when there are too few already, or never. */
function shortOf(untils: readonly (string | null)[], minimum: number): AtLeast['short'] {
  if (untils.length < minimum) return null
  const days = untils.filter((until) => until !== null).sort()
  const last = days[untils.length - minimum]
  if (last === undefined) return null
  return { from: addDays(last, 1), have: untils.filter((until) => until === null || until > last).length }
}

/** How many required cells are not in order: what stands out. */
export const countGaps = ({ rows, atLeast, covers }: Matrix): number =>
  rows.reduce((sum, { cells }) => sum + cells.filter((cell) => cell?.required && !counts(cell)).length, 0) +
  atLeast.filter(({ rule, have }) => have < (rule.minimum ?? 0)).length +
  covers.reduce((sum, { parts }) => sum + parts.filter(({ names }) => names.length === 0).length, 0)
