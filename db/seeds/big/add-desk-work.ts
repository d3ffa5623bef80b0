import { sql } from 'kysely'
import type { Transaction } from '#db/client.server.ts'
import type { Layout } from './layout.ts'

/** What waits for a coordinator around the editions to come, so many times as in the demo, and who could help. */
export async function addDeskWork(trx: Transaction, layout: Layout, now: Date): Promise<void> {
  await addTrainers(trx, layout, now)
  await askAndOffer(trx, layout, now)
  await sql`
    delete from meeting_trainer where meeting_id in (
      select meeting.id from meeting join big_edition_id made on made.id = meeting.edition_id
      where starts_at between ${now} and ${now}::timestamptz + interval '28 days'
      -- Here and there, not those of one lane.
      order by meeting.id * 7919 % 10007
      limit (select count(*) from meeting join edition on edition.id = edition_id
          and edition.status in ('open', 'going_ahead')
        where meeting.status = 'planned' and meeting.starts_at > ${now}
          and not exists (select from meeting_trainer where meeting_id = meeting.id)) * ${layout.times - 1}::int)`.execute(
    trx,
  )
}

/** People of schools who give courses as well: those of the lanes are the first of them. */
async function addTrainers(trx: Transaction, { times }: Layout, now: Date): Promise<void> {
  await sql`
    insert into membership (person_id, organisation_id, role, starts_on)
    select person.id, centre.id, 'trainer', (${now}::timestamptz - interval '5 years')::date
    from big_person person join organisation centre on centre.name = 'Voorbeeldcentrum Techniek'
    where person.n < (select count(*) from membership where role = 'trainer') * ${times - 1}::int`.execute(
    trx,
  )
}

/** Some of those with a place in an edition to come turn out to wait for their team, or for themselves. */
async function askAndOffer(trx: Transaction, { times }: Layout, now: Date): Promise<void> {
  await sql`
    create temporary table big_question on commit drop as
    with wanted as (
      select count(*) filter (where status = 'requested' and approval = 'pending') * ${times - 1}::int as asked,
        count(*) filter (where status = 'offered') * ${times - 1}::int as offered
      from enrolment
    ), place as (
      select enrolment.id, row_number() over (order by enrolment.id * 7919 % 10007, enrolment.id) as nth
      from enrolment
      join big_edition_id made on made.id = enrolment.edition_id
      join big_edition edition on edition.n = made.n and not edition.past
      where enrolment.status = 'confirmed' and enrolment.approval = 'approved'
    )
    select id, nth, nth <= asked as asked from place, wanted where nth <= asked + offered`.execute(trx)
  // Half of them longer ago than their lead may take.
  await sql`
    update enrolment set status = 'requested', approval = 'pending',
      approval_asked_at = ${now}::timestamptz - nth % 7 * interval '1 day'
    from big_question question where question.id = enrolment.id and asked`.execute(trx)
  await sql`
    update enrolment set status = 'offered', status_changed_at = ${now},
      held_until = ${now}::timestamptz + interval '24 hours'
    from big_question question where question.id = enrolment.id and not asked`.execute(trx)
}

/** Certificates after which something changed. */
export async function addReviews(trx: Transaction, { times }: Layout): Promise<void> {
  await sql`
    insert into certificate_review (certificate_id, noticed_at)
    select id, issued_at + interval '1 day' from certificate
    where not exists (select from certificate_review where certificate_id = certificate.id)
    order by id desc
    limit (select count(*) from certificate_review where decided_at is null) * ${times - 1}::int`.execute(trx)
}
