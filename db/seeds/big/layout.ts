/**
 * How many there are to be in all. `times`: how many times the demo has it there is of everything that is only a few rows
 * there: what companies brought, evaluations, wishes, the post, and what waits for a coordinator.
 */
export type BigSize = { people: number; editions: number; attendance: number; times: number }

/**
 * Editions stand in lanes, one room and one trainer each, one after another in slots of eight weeks: six weekly
 * meetings and two weeks without. So no room, trainer or participant is ever in two places at once.
 */
export type Layout = BigSize & {
  lanes: number
  /** Slots that are past; after them come two with people in them. */
  pastSlots: number
  laneEditions: number
  /** Of the past ones, as many as there are in the demo so many times, that nobody closed yet. */
  toClose: number
  offerings: number
  /** People with a place in the large rosters; nobody else's place is theirs. */
  largeRoster: number
  largeEditions: number
  stormEditions: number
  schools: number
  companies: number
}

export const weeksInSlot = 8
export const meetingsInEdition = 6

/** `existing`: the editions that are there already, and those of them that are over and not closed. */
export function layOut(size: BigSize, existing: { editions: number; toClose: number }): Layout {
  const largeEditions = 5
  const stormEditions = 10
  const laneEditions = size.editions - existing.editions - largeEditions - stormEditions
  const lanes = Math.max(2, Math.round(size.editions / 31))
  const slots = Math.ceil(laneEditions / lanes)
  return {
    ...size,
    lanes,
    pastSlots: Math.max(1, slots - 2),
    laneEditions,
    toClose: existing.toClose * (size.times - 1),
    offerings: Math.max(2, Math.round(size.editions / 10)),
    largeRoster: Math.min(200, Math.floor(size.people / 4)),
    largeEditions,
    stormEditions,
    schools: Math.max(2, Math.round(size.people / 100)),
    companies: Math.max(2, Math.round(size.people / 20)),
  }
}
