import { sql } from 'kysely'
import { now } from '#app/platform/clock.ts'
import type { Db } from '#db/client.server.ts'

export type Decision = {
  id: number
  code: string
  title: string
  startsAt: Date
  decideOn: string | null
  minimum: number
  capacity: number
  /** Places that count: confirmed, or waiting for the team's word. */
  held: number
  requested: number
  /** Offers, and addresses to confirm, that nobody answered yet. */
  unanswered: number
  /** Held for teams whose lead still has to name people. */
  reserved: number
  waiting: number
  /** Other dates with places left. */
  alternatives: number
}

/** What deciding about this edition would do; undefined when there is nothing to decide. */
export async function findDecision(db: Db, editionId: number): Promise<Decision | undefined> {
  const { rows } = await sql<Decision>`
    select edition.id, edition.code, offering.title, edition.starts_at, edition.decide_on, edition.minimum,
      edition.capacity, edition.waiting, counted.held, counted.requested, counted.unanswered,
      (select coalesce(sum(places), 0)::integer from place_reservation where edition_id = edition.id) as reserved,
      (select count(*) from edition other where other.offering_id = edition.offering_id and other.id <> edition.id
        and other.status in ('open', 'going_ahead') and other.starts_at > ${now()}
        and other.waiting = 0 and other.places_held < other.capacity) as alternatives
    from edition
    join offering on offering.id = edition.offering_id
    cross join lateral (
      select count(*) filter (where status in ('confirmed', 'requested')) as held,
        count(*) filter (where status = 'requested') as requested,
        count(*) filter (where status in ('offered', 'unconfirmed')) as unanswered
      from enrolment where enrolment.edition_id = edition.id and origin <> 'walk_in') counted
    where edition.id = ${editionId} and edition.status = 'open' and edition.starts_at > ${now()}`.execute(db)
  return rows[0]
}
