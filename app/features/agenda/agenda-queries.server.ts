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
    select distinct on (busy.starts_at, busy.id)
      offering.title, busy.starts_at, busy.ends_at, busy.edition_id, mine.id as with_meeting_id,
      case when enrolment.id is null then 'trainer' else 'participant' end as as
    from meeting mine
    join meeting busy on busy.starts_at < mine.ends_at and busy.ends_at > mine.starts_at
      -- No meeting lasts longer than a day: with this the index on starts_at bounds the search at both ends.
      and busy.starts_at > mine.starts_at - interval '24 hours'
      and busy.edition_id <> mine.edition_id and busy.status = 'planned'
    join edition on edition.id = busy.edition_id and edition.status <> 'cancelled'
    join offering on offering.id = edition.offering_id
    left join enrolment on enrolment.edition_id = busy.edition_id and enrolment.person_id = ${personId}
      and enrolment.status in ('unconfirmed', 'requested', 'confirmed')
    where mine.edition_id = ${editionId} and mine.status = 'planned'
      and (enrolment.id is not null
        or exists (select from meeting_trainer
          where meeting_trainer.meeting_id = busy.id and meeting_trainer.person_id = ${personId}))
    order by busy.starts_at, busy.id
    limit 20`.execute(db)
  return rows
}
