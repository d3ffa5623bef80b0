/** The day of who works at the desk: what waits, each with what finishes it, the most urgent first. */

export const deskKinds = [
  'trainer',
  'decision',
  'offer',
  'approval',
  'mail',
  'message',
  'closing',
  'review',
  'suggestion',
  'erasure',
] as const
export type DeskKind = (typeof deskKinds)[number]

/** Requests that nobody answered for so long come to the desk. */
export const daysUntilDesk = 3
/** A meeting without a trainer is told of so long before. */
export const daysAheadOfTrainer = 28
/** An edition is decided on from so many days before its decide-day. */
export const daysAheadOfDecision = 7
/** How many of a kind stand on the desk at once; the others are one press away. */
export const rowsOfKind = 4
export const mostRowsOfKind = 100

/** One thing to finish. `due` is when it goes wrong by itself; null for what only keeps somebody waiting. */
export type DeskRow = { id: number; due: Date | null }
export type DeskGroup<Row extends DeskRow = DeskRow> = { kind: DeskKind; rows: Row[]; total: number }

/**
 * What goes wrong by itself comes first, in the order in which it does. Then what keeps people waiting, in the order
 * of `deskKinds`. Kinds of which there is nothing are left out.
 */
export function mostUrgentFirst<Group extends DeskGroup>(groups: readonly Group[]): Group[] {
  const firstDue = ({ rows }: Group) =>
    Math.min(Number.POSITIVE_INFINITY, ...rows.map(({ due }) => due?.getTime() ?? Number.POSITIVE_INFINITY))
  return groups
    .filter(({ total }) => total > 0)
    .toSorted((one, other) => {
      const [a, b] = [firstDue(one), firstDue(other)]
      return a === b ? deskKinds.indexOf(one.kind) - deskKinds.indexOf(other.kind) : a < b ? -1 : 1
    })
}
