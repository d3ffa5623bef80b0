/** A stretch of time, its end not included. */
export type Span = { startsAt: Date; endsAt: Date }

/** A meeting that somebody has already, as participant or as trainer, at the time of another. */
export type Clash = Span & {
  title: string
  as: 'participant' | 'trainer'
  editionId: number
  /** The meeting it overlaps with. */
  withMeetingId: number
}

/** Whether two stretches of time have a moment in common: one that ends when the other begins has not. */
export function overlap(one: Span, other: Span): boolean {
  return one.startsAt < other.endsAt && other.startsAt < one.endsAt
}
