import { sql } from 'kysely'
import { type HalfDay, halfDayOfWeek } from '#app/features/interest/half-day.ts'
import { upsertInterest } from '#app/features/interest/lay-interest.server.ts'
import { actOnLink } from '#app/features/people/act-on-link.server.ts'
import { personTexts } from '#app/features/people/person-texts.ts'
import { findLinkToken } from '#app/platform/authentication/link-token.server.ts'
import { note } from '#app/platform/journal.server.ts'
import { Refusal } from '#app/platform/refusal.ts'
import type { Db } from '#db/client.server.ts'

type Missed = {
  personId: number
  offeringId: number
  organisationId: number | null
  teamId: number | null
  title: string
  slug: string
  numbers: number[]
}

/** What somebody missed because it was called off, and the half-days that it took: they could come then. */
export async function findMissed(db: Db, enrolmentId: number) {
  const { rows } = await sql<Missed>`
    select enrolment.person_id, edition.offering_id, enrolment.organisation_id, enrolment.team_id, offering.title,
      offering.slug,
      array(select distinct number from meeting,
          generate_series(half_day_of(starts_at), half_day_of(ends_at - interval '1 second')) as number
        where meeting.edition_id = edition.id order by number limit 200) as numbers
    from enrolment
    join edition on edition.id = enrolment.edition_id
    join offering on offering.id = edition.offering_id
    where enrolment.id = ${enrolmentId} and enrolment.status = 'cancelled'`.execute(db)
  const [row] = rows
  if (!row) return undefined
  const { numbers, ...missed } = row
  return { ...missed, halfDays: [...new Set(numbers.flatMap((number) => halfDayOfWeek(number) ?? []))] }
}

/** The same by a mailed link; undefined when it was used, is unknown or past its term. */
export async function findMissedByLink(db: Db, token: string) {
  const link = await findLinkToken(db, 'show-interest', token)
  return link?.subjectId ? findMissed(db, link.subjectId) : undefined
}

/** Puts whom the link was mailed to on the list for a next date. */
export function showInterestAgain(
  db: Db,
  token: string,
  input: { halfDays: HalfDay[] },
): Promise<{ title: string }> {
  return actOnLink(db, 'show-interest', token, async (trx, actor, subject) => {
    const missed = await findMissed(trx, subject.id)
    if (!missed || missed.personId !== actor.personId) throw new Refusal(personTexts.deadLink)
    const { organisationId, teamId, offeringId, title } = missed
    const values = { organisationId, teamId, people: 1, fromDay: null, untilDay: null, remark: null }
    const { id } = await upsertInterest(trx, offeringId, actor.personId, {
      ...values,
      halfDays: input.halfDays,
    })
    await note(
      trx,
      actor,
      'interest.lay',
      { type: 'offering', id: offeringId },
      { details: { interestId: id, after: 'cancelled' } },
    )
    return { title }
  })
}
