import { sql } from 'kysely'
import type { Actor } from '#app/access/actor.ts'
import { authorize } from '#app/access/authorize.ts'
import { orNotFound } from '#app/platform/refusal.ts'
import type { Db, Transaction } from '#db/client.server.ts'
import type { DoublePlace, MergeCounts, MergedAccount, MergePreview } from './merge.ts'

export type Pair = { keptId: number; mergedId: number }

/** What merging `mergedId` into `keptId` would do; nothing is changed. 404 when one of them is no account (any more). */
export async function previewMerge(db: Db, actor: Actor, pair: Pair): Promise<MergePreview> {
  authorize(actor, 'person.merge')
  const [kept, merged, counts, doublePlaces, obstacles] = await Promise.all([
    findMergedAccount(db, pair.keptId),
    findMergedAccount(db, pair.mergedId),
    countMoves(db, pair.mergedId),
    listDoublePlaces(db, pair),
    listObstacles(db, actor, pair),
  ])
  const { sessions, ...moves } = counts
  return { kept: orNotFound(kept), merged: orNotFound(merged), moves, doublePlaces, sessions, obstacles }
}

async function findMergedAccount(db: Db, personId: number): Promise<MergedAccount | undefined> {
  const { rows } = await sql<MergedAccount>`
    select id, name,
      array(select address from email_address where person_id = person.id order by is_primary desc, id) as addresses,
      array(select distinct organisation.name from membership
        join organisation on organisation.id = organisation_id where person_id = person.id order by 1) as organisations
    from person where id = ${personId} and merged_into_id is null`.execute(db)
  return rows[0]
}

/** How much the account that goes has. */
export async function countMoves(
  db: Db | Transaction,
  mergedId: number,
): Promise<MergeCounts & { sessions: number }> {
  const { rows } = await sql<MergeCounts & { sessions: number }>`
    select
      (select count(*) from email_address where person_id = ${mergedId}) as addresses,
      (select count(*) from membership where person_id = ${mergedId}) as memberships,
      (select count(*) from enrolment where person_id = ${mergedId}) as enrolments,
      (select count(*) from certificate where person_id = ${mergedId}) as certificates,
      (select count(*) from qualification where person_id = ${mergedId}) as qualifications,
      (select count(*) from past_attendance where person_id = ${mergedId}) as past_attendances,
      (select count(*) from edition_trainer where person_id = ${mergedId}) as trainings,
      (select count(*) from session where person_id = ${mergedId} and expires_at > now()) as sessions`.execute(
    db,
  )
  return rows[0] as MergeCounts & { sessions: number }
}

/** Editions in which both have a place or a wish for one, in order of id. */
export async function listDoublePlaces(db: Db | Transaction, pair: Pair): Promise<DoublePlace[]> {
  const { rows } = await sql<DoublePlace>`
    select edition.id as edition_id, offering.title, edition.starts_at,
      mine.id as kept_enrolment_id, mine.status as kept_status,
      theirs.id as merged_enrolment_id, theirs.status as merged_status
    from enrolment mine
    join enrolment theirs on theirs.edition_id = mine.edition_id and theirs.person_id = ${pair.mergedId}
    join edition on edition.id = mine.edition_id
    join offering on offering.id = edition.offering_id
    where mine.person_id = ${pair.keptId}
      and mine.status in ('unconfirmed', 'requested', 'confirmed', 'waitlisted', 'offered', 'completed', 'not_completed')
      and theirs.status in ('unconfirmed', 'requested', 'confirmed', 'waitlisted', 'offered', 'completed', 'not_completed')
    order by edition.id`.execute(db)
  return rows
}

/** Why these two cannot be merged, by this actor. */
export async function listObstacles(
  db: Db | Transaction,
  actor: Actor,
  { keptId, mergedId }: Pair,
): Promise<string[]> {
  if (keptId === mergedId) return ['Dit is twee keer hetzelfde account. Kies er een ander bij.']
  const { rows } = await sql<{ hasRegionRole: boolean; deactivated: boolean; twoPlacesAtOnce: boolean }>`
    select
      exists (select from region_role where person_id in (${keptId}, ${mergedId})) as has_region_role,
      exists (select from person where id = ${keptId} and deactivated_at is not null) as deactivated,
      exists (select from meeting_trainer mine join meeting_trainer theirs
        on theirs.person_id = ${mergedId} and theirs.meeting_id <> mine.meeting_id and theirs.during && mine.during
        where mine.person_id = ${keptId}) as two_places_at_once`.execute(db)
  const found = rows[0]
  const obstacles: string[] = []
  // Whose addresses come along can log in with everything the other may: the same bound as for giving an address.
  if (found?.hasRegionRole && !actor.isAdministrator) {
    obstacles.push(
      'Een van beide heeft een rol in de regio. Dat account kan alleen een beheerder samenvoegen.',
    )
  }
  if (found?.deactivated) obstacles.push('Het account dat blijft, is afgesloten. Kies het andere.')
  if (found?.twoPlacesAtOnce) {
    obstacles.push(
      'Beide staan op hetzelfde moment voor een klas. Haal er eerst een van zijn bijeenkomst af.',
    )
  }
  return obstacles
}
