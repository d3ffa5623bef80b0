import { sql } from 'kysely'
import type { Db, Transaction } from '#db/client.server.ts'
import type { Clash } from './agenda.ts'

/**
 * The meetings that a person has already (as participant or as trainer) at the time of a meeting of this edition,
 * first one first. A place that was only asked for counts; a waiting list and an offer do not.
 */
export async function listClashes(
  db: Db | Transaction,
  personId: number,
  editionId: number,
): Promise<Clash[]> {
  const { rows } = await sql<Clash>`
    with busy as (
      select meeting.*, 'participant' as busy_as
      from enrolment join meeting on meeting.edition_id = enrolment.edition_id
      where enrolment.person_id = ${personId} and enrolment.status in ('unconfirmed', 'requested', 'confirmed')
      union all
      select meeting.*, 'trainer'
      from meeting_trainer join meeting on meeting.id = meeting_trainer.meeting_id
      where meeting_trainer.person_id = ${personId}
    )
    select distinct on (busy.starts_at, busy.id)
      offering.title, busy.starts_at, busy.ends_at, busy.edition_id, mine.id as with_meeting_id, busy.busy_as as as
    -- From what the person has, which is little, rather than from all that happens at the time.
    from busy
    join meeting mine on busy.starts_at < mine.ends_at and busy.ends_at > mine.starts_at
    join edition on edition.id = busy.edition_id and edition.status <> 'cancelled'
    join offering on offering.id = edition.offering_id
    where mine.edition_id = ${editionId} and mine.status = 'planned'
      and busy.edition_id <> ${editionId} and busy.status = 'planned'
    order by busy.starts_at, busy.id, busy.busy_as, mine.starts_at
    limit 20`.execute(db)
  return rows
}
