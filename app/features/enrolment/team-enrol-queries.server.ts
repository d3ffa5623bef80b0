import { sql } from 'kysely'
import type { Actor } from '#app/access/actor.ts'
import { now, today } from '#app/platform/clock.ts'
import type { Db, Transaction } from '#db/client.server.ts'
import { colleagueMisfitTexts, enrolmentTexts as texts } from './enrolment-texts.ts'
import { findMisfit } from './misfit-queries.server.ts'

export type TeamMember = {
  id: number
  name: string
  /** Why they cannot come along, in sentences with their name. */
  hindrances: string[]
}

/**
 * Who works in a team today, by name, each with what keeps them from this edition. Not the deputy who asks: nobody
 * decides for themselves, but a lead needs nobody's word.
 */
export async function listTeamMembers(
  db: Db | Transaction,
  actor: Actor,
  teamId: number,
  editionId: number,
): Promise<TeamMember[]> {
  type Row = { id: number; name: string; enrolled: boolean }
  const { rows } = await sql<Row>`
    select person.id, person.name,
      exists (select from enrolment where enrolment.edition_id = ${editionId} and enrolment.person_id = person.id
        and enrolment.status in ('unconfirmed', 'requested', 'confirmed', 'waitlisted', 'offered', 'completed',
          'not_completed')) as enrolled
    from person
    where person.deactivated_at is null and person.merged_into_id is null
      and exists (select from membership where membership.person_id = person.id and membership.team_id = ${teamId}
        and (person.id <> ${actor.personId} or membership.role = 'team_lead')
        and membership.starts_on <= ${today()}::date
        and (membership.ends_on is null or membership.ends_on >= ${today()}::date))
    order by person.sort_name, person.id
    limit 60`.execute(db)
  const edition = await db
    .selectFrom('edition')
    .select(['id', 'offeringId', 'startsAt'])
    .where('id', '=', editionId)
    .executeTakeFirst()
  const members: TeamMember[] = []
  for (const { id, name, enrolled } of rows) {
    const misfit = edition && !enrolled ? await findMisfit(db, id, edition) : undefined
    const hindrances = enrolled
      ? [texts.alreadyEnrolledOther(name)]
      : misfit
        ? colleagueMisfitTexts(name, misfit)
        : []
    members.push({ id, name, hindrances })
  }
  return members
}

/** The places that are held for a team at an edition until its lead names people. */
export function findReservation(db: Db, actor: Actor, teamId: number, editionId: number) {
  return db
    .selectFrom('placeReservation')
    .select(['places', 'heldUntil'])
    .where('editionId', '=', editionId)
    .where('personId', '=', actor.personId)
    .where('teamId', '=', teamId)
    .where('heldUntil', '>', now())
    .executeTakeFirst()
}

/** Where a lead still has to name people, the first to lapse first. */
export function listReservations(db: Db, actor: Actor) {
  return db
    .selectFrom('placeReservation')
    .innerJoin('edition', 'edition.id', 'placeReservation.editionId')
    .innerJoin('offering', 'offering.id', 'edition.offeringId')
    .select([
      'placeReservation.id',
      'placeReservation.editionId',
      'placeReservation.places',
      'placeReservation.heldUntil',
      'offering.title',
      'edition.startsAt',
    ])
    .where('placeReservation.personId', '=', actor.personId)
    .where('placeReservation.heldUntil', '>', now())
    .orderBy('placeReservation.heldUntil')
    .limit(20)
    .execute()
}

/** An edition that one can enrol in, by its id, with what a lead wants to know of it. */
export function findEditionForTeam(db: Db, editionId: number) {
  return db
    .selectFrom('edition')
    .innerJoin('offering', 'offering.id', 'edition.offeringId')
    .select([
      'edition.id',
      'edition.status',
      'edition.capacity',
      'edition.placesHeld',
      'edition.waiting',
      'edition.enrolUntil',
      'edition.leaveUntil',
      'edition.startsAt',
      'edition.endsAt',
      'offering.title',
      'offering.slug',
      'offering.lessonsToCover',
    ])
    .where('edition.id', '=', editionId)
    .where('offering.status', '=', 'published')
    .executeTakeFirst()
}

/** The dates that one can enrol in now, the first first; `words` narrows them by title. */
export function listEditionsForTeam(db: Db, words: string | undefined) {
  return db
    .selectFrom('edition')
    .innerJoin('offering', 'offering.id', 'edition.offeringId')
    .select([
      'edition.id',
      'edition.startsAt',
      'edition.capacity',
      'edition.placesHeld',
      'edition.waiting',
      'offering.title',
      'offering.lessonsToCover',
    ])
    .where('offering.status', '=', 'published')
    .where('edition.status', 'in', ['open', 'going_ahead'])
    .where('edition.startsAt', '>', now())
    .where((where) =>
      where.or([where('edition.enrolUntil', 'is', null), where('edition.enrolUntil', '>', now())]),
    )
    .$if(words !== undefined, (query) =>
      query.where(sql<boolean>`strpos(plain(offering.title), plain(${words ?? ''})) > 0`),
    )
    .orderBy('edition.startsAt')
    .orderBy('edition.id')
    .limit(60)
    .execute()
}
