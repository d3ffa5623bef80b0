import { sql } from 'kysely'
import type { Actor } from '#app/access/actor.ts'
import { authorize } from '#app/access/authorize.ts'
import { closeQuestions } from '#app/features/enrolment/close-questions.server.ts'
import { lockEdition } from '#app/features/enrolment/lock-edition.server.ts'
import { promoteNext } from '#app/features/enrolment/promote-next.server.ts'
import { setStatus } from '#app/features/enrolment/set-status.server.ts'
import { hasRegionRole } from '#app/features/people/secure-person.server.ts'
import { endAllSessions } from '#app/platform/authentication/session.server.ts'
import { now, today } from '#app/platform/clock.ts'
import { note } from '#app/platform/journal.server.ts'
import { notFound, Refusal } from '#app/platform/refusal.ts'
import { type Db, inTransaction, type Transaction } from '#db/client.server.ts'
import { listErasureObstacles, listOpenPlaces } from './erasure-queries.server.ts'
import { erasedName, erasureTexts as texts } from './erasure-texts.ts'
import { forgetTraces } from './forget-traces.server.ts'

/**
 * Erases somebody who asked for it. Their name and addresses go everywhere, with everything that is about them alone:
 * the dossier with its scans, interest, wishes, mails. What others account for stays under a name that says nothing:
 * enrolments, attendance, hours, what was issued by number and code. It cannot be undone.
 */
export function erasePerson(db: Db, actor: Actor, { personId }: { personId: number }): Promise<void> {
  return inTransaction(db, async (trx) => {
    // Every mail is looked through for a name; it is done seldom, and once.
    await sql`set local statement_timeout = '5min'`.execute(trx)
    // What is signed changes for nothing else.
    await sql`set local bijblijven.erasing = 'on'`.execute(trx)
    await authorizeToErase(trx, actor, personId)
    const person = await trx
      .selectFrom('person')
      .select(['givenName', 'familyName'])
      .where('id', '=', personId)
      .where('mergedIntoId', 'is', null)
      .where('erasedAt', 'is', null)
      .forUpdate()
      .executeTakeFirst()
    if (!person) throw notFound()
    // Once more: a role may have been given while the locks were waited for.
    await authorizeToErase(trx, actor, personId)
    const obstacles = await listErasureObstacles(trx, personId)
    if (obstacles.length > 0) throw new Refusal(texts.obstacles(obstacles))
    await leavePlaces(trx, personId)
    // The accounts that were merged into this one are this person too.
    const ids = await idsOf(trx, personId)
    const addresses = await addressesOf(trx, ids)
    const names = await namesOf(trx, ids)
    await endAllSessions(trx, personId)
    await forgetDossier(trx, ids)
    await forgetWords(trx, ids)
    const inParts = [
      `"givenName": ${JSON.stringify(person.givenName)}, "familyName": ${JSON.stringify(person.familyName)}`,
    ]
    await forgetTraces(trx, { ids, addresses, names, inParts })
    await forgetIdentity(trx, ids)
    await note(trx, actor, 'person.erase', { type: 'person', id: personId })
  })
}

async function authorizeToErase(trx: Transaction, actor: Actor, personId: number): Promise<void> {
  authorize(actor, 'person.erase', { personId, hasRegionRole: await hasRegionRole(trx, personId) })
}

async function idsOf(trx: Transaction, personId: number): Promise<number[]> {
  const rows = await trx
    .selectFrom('person')
    .select('id')
    .where((where) => where.or([where('id', '=', personId), where('mergedIntoId', '=', personId)]))
    .orderBy('id')
    .execute()
  return rows.map(({ id }) => id)
}

/** Only addresses that somebody proved to read: nobody wipes what is another's by claiming an address. */
async function addressesOf(trx: Transaction, ids: readonly number[]): Promise<string[]> {
  const { rows } = await sql<{ address: string }>`
    select lower(address) as address from email_address
    where person_id = any(${ids}::bigint[]) and (confirmed_at is not null or is_primary)
    limit 50`.execute(trx)
  return rows.map(({ address }) => address)
}

/**
 * Every name that somebody went by: that of the account, and those that were on what was issued. Not one that somebody
 * else has too: what stands under it elsewhere may be about them.
 */
async function namesOf(trx: Transaction, ids: readonly number[]): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select name from (
      select name from person where id = any(${ids}::bigint[])
      union select holder_name from certificate where person_id = any(${ids}::bigint[])
    ) own
    where length(trim(name)) > 3
      and not exists (select from person other where lower(other.name) = lower(own.name) and id <> all(${ids}::bigint[]))
    limit 20`.execute(trx)
  return rows.map(({ name }) => name)
}

/** Coming places, and those held for a team, go to the first in line. The person is locked already, the editions follow. */
async function leavePlaces(trx: Transaction, personId: number): Promise<void> {
  const places = await listOpenPlaces(trx, personId)
  const held = await trx
    .selectFrom('placeReservation')
    .select('editionId')
    .where('personId', '=', personId)
    .execute()
  const editions = [...new Set([...places, ...held].map(({ editionId }) => editionId))].sort((a, b) => a - b)
  for (const id of editions) await lockEdition(trx, id)
  for (const { id } of await listOpenPlaces(trx, personId)) {
    await closeQuestions(trx, id)
    await setStatus(trx, id, 'withdrawn', { statusReason: null })
  }
  await trx.deleteFrom('placeReservation').where('personId', '=', personId).execute()
  for (const id of editions) await promoteNext(trx, id)
}

/** What somebody held and showed, with who looked: it was theirs alone. */
async function forgetDossier(trx: Transaction, ids: readonly number[]): Promise<void> {
  const own = sql`person_id = any(${ids}::bigint[])`
  const { rows: files } = await sql<{ id: number }>`
    select file_id as id from qualification where ${own} and file_id is not null
    union select file_id from outside_activity where ${own} and file_id is not null`.execute(trx)
  // That they looked at somebody else's dossier stays that holder's to see, under the new name.
  await sql`delete from dossier_view where ${own}
    or qualification_id in (select id from qualification where ${own})`.execute(trx)
  for (const table of ['qualification_check', 'qualification_confirmation']) {
    await sql`delete from ${sql.table(table)}
      where qualification_id in (select id from qualification where ${own})`.execute(trx)
  }
  for (const table of [
    'designation',
    'qualification',
    'outside_activity',
    'requirement_tick',
    'people_group_member',
    'history_person',
  ]) {
    await sql`delete from ${sql.table(table)} where ${own}`.execute(trx)
  }
  await sql`delete from stored_file where id = any(${files.map(({ id }) => id)}::bigint[])`.execute(trx)
}

/** What somebody wrote or wished, and how they were reached. Enrolments and attendance stay, without words. */
async function forgetWords(trx: Transaction, ids: readonly number[]): Promise<void> {
  const own = sql`person_id = any(${ids}::bigint[])`
  const mine = sql`enrolment_id in (select id from enrolment where ${own})`
  for (const table of [
    'interest',
    'wish',
    'organisation_suggestion',
    'mail_optout',
    'link_token',
    'calendar_feed',
    'region_role',
    'session',
  ]) {
    await sql`delete from ${sql.table(table)} where ${own}`.execute(trx)
  }
  await sql`delete from substitution where substitute_id = any(${ids}::bigint[]) or ${mine}`.execute(trx)
  await sql`delete from membership_question where ${mine}`.execute(trx)
  await sql`delete from meeting_call where ${mine}`.execute(trx)
  await sql`delete from evaluation_given where ${mine}`.execute(trx)
  await sql`update check_in set device = null where ${mine}`.execute(trx)
  await sql`update absence_notice set note = null where ${mine}`.execute(trx)
  await sql`update attendance set note = null where ${mine}`.execute(trx)
  await sql`update attendance_change set from_note = null, to_note = null, reason = null where ${mine}`.execute(
    trx,
  )
  await sql`update attendance_make_up set assignment = 'Gewist' where ${mine} and assignment is not null`.execute(
    trx,
  )
  await sql`update dispensation set reason = 'Gewist' where ${mine}`.execute(trx)
  await sql`update enrolment set note = null, dietary_wishes = null, telephone = null, network_hash = null,
    status_reason = null where ${own}`.execute(trx)
  await sql`update membership set ends_on = ${today()}::date
    where ${own} and starts_on <= ${today()}::date and (ends_on is null or ends_on > ${today()}::date)`.execute(
    trx,
  )
  await sql`delete from membership where ${own} and starts_on > ${today()}::date`.execute(trx)
  await sql`update membership set part_time_factor = null where ${own}`.execute(trx)
  // The credential is with its holder; here stays its place in the list of what was revoked.
  await sql`update certificate set holder_name = ${erasedName} where ${own}`.execute(trx)
  await sql`update credential set credential = null, jwt = null
    where certificate_id in (select id from certificate where ${own})`.execute(trx)
}

/** The row itself: what points to it stays right, and it says nothing any more. */
async function forgetIdentity(trx: Transaction, ids: readonly number[]): Promise<void> {
  await sql`delete from email_address where person_id = any(${ids}::bigint[])`.execute(trx)
  await sql`update person set given_name = 'Gewist', family_name = 'persoon ' || id, telephone = null,
      password_hash = null, deactivated_at = coalesce(deactivated_at, ${now()}::timestamptz), erasure_asked_at = null,
      erased_at = ${now()}::timestamptz
    where id = any(${ids}::bigint[])`.execute(trx)
}
