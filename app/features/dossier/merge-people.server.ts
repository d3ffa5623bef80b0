import { sql } from 'kysely'
import type { Actor } from '#app/access/actor.ts'
import { authorize } from '#app/access/authorize.ts'
import { revokeLinksOf } from '#app/platform/authentication/link-token.server.ts'
import { endAllSessions } from '#app/platform/authentication/session.server.ts'
import { note } from '#app/platform/journal.server.ts'
import { notFound, Refusal } from '#app/platform/refusal.ts'
import { type Db, inTransaction, type Transaction } from '#db/client.server.ts'
import { countMoves, listObstacles, type Pair } from './merge-queries.server.ts'
import { moveMemberships } from './move-memberships.server.ts'
import { settleDoublePlaces } from './settle-double-places.server.ts'

/**
 * Makes two accounts of one person one: what `mergedId` has becomes `keptId`'s, and from then on `mergedId` only points
 * to it. Of two places in one edition the better stays. What was done under the old account stays done under it.
 */
export function mergePeople(db: Db, actor: Actor, pair: Pair): Promise<void> {
  authorize(actor, 'person.merge')
  return inTransaction(db, async (trx) => {
    const inOrder = [pair.keptId, pair.mergedId].sort((a, b) => a - b)
    for (const personId of new Set(inOrder)) {
      if (!(await lockAccount(trx, personId))) throw notFound()
    }
    const [obstacle] = await listObstacles(trx, actor, pair)
    if (obstacle) throw new Refusal(obstacle)
    const { sessions: _, ...moves } = await countMoves(trx, pair.mergedId)
    await endAllSessions(trx, pair.mergedId)
    await revokeLinksOf(trx, pair.mergedId, ['login', 'reset-password', 'confirm-address', 'invitation'])
    await moveAccount(trx, pair)
    await moveMemberships(trx, pair)
    const ended = await settleDoublePlaces(trx, pair)
    await moveRows(trx, pair)
    await note(
      trx,
      actor,
      'person.merge',
      { type: 'person', id: pair.keptId },
      {
        details: { mergedId: pair.mergedId, ...moves, ended },
      },
    )
  })
}

/** Locks an account that was not merged into another already. */
async function lockAccount(trx: Transaction, personId: number): Promise<boolean> {
  const row = await trx
    .selectFrom('person')
    .select('id')
    .where('id', '=', personId)
    .where('mergedIntoId', 'is', null)
    .where('erasedAt', 'is', null)
    .forUpdate()
    .executeTakeFirst()
  return row !== undefined
}

/** The account itself: addresses come along as further ones; the old account cannot be entered any more. */
async function moveAccount(trx: Transaction, { keptId, mergedId }: Pair): Promise<void> {
  await sql`
    update email_address set person_id = ${keptId},
      is_primary = is_primary and not exists (select from email_address where person_id = ${keptId} and is_primary)
    where person_id = ${mergedId}`.execute(trx)
  await sql`
    update person set telephone = coalesce(telephone, (select telephone from person where id = ${mergedId}))
    where id = ${keptId}`.execute(trx)
  await trx
    .updateTable('person')
    .set({ mergedIntoId: keptId, passwordHash: null, telephone: null })
    .where('id', '=', mergedId)
    .execute()
  await trx.updateTable('person').set({ mergedIntoId: keptId }).where('mergedIntoId', '=', mergedId).execute()
}

type MovedTable =
  | 'enrolment'
  | 'certificate'
  | 'qualification'
  | 'designation'
  | 'outsideActivity'
  | 'interest'
  | 'wish'
  | 'placeReservation'
  | 'linkToken'

/** Everything else that is somebody's. Attendance and results hang on the enrolment and come along with it. */
async function moveRows(trx: Transaction, { keptId, mergedId }: Pair): Promise<void> {
  const move = (table: MovedTable) =>
    trx.updateTable(table).set({ personId: keptId }).where('personId', '=', mergedId).execute()
  await move('enrolment')
  await move('certificate')
  await move('qualification')
  await move('designation')
  // Both may have been told the same thing: then it stays, under a name of its own, and nobody is told it again.
  await sql`
    update outbox set person_id = ${keptId}, subject_key = subject_key || case when exists (
        select from outbox mine where mine.person_id = ${keptId} and mine.reason = outbox.reason
          and mine.subject_key = outbox.subject_key)
      then ':again:' || id else '' end
    where person_id = ${mergedId}`.execute(trx)
  await move('wish')
  // Of two lines for one offering, and of places held for one team, the kept account's stay.
  await sql`update interest theirs set ended_at = now(), ended_because = 'taken_back' from interest mine
    where theirs.person_id = ${mergedId} and mine.person_id = ${keptId} and mine.offering_id = theirs.offering_id
      and theirs.ended_at is null and mine.ended_at is null`.execute(trx)
  await move('interest')
  await sql`delete from place_reservation theirs using place_reservation mine
    where theirs.person_id = ${mergedId} and mine.person_id = ${keptId} and mine.edition_id = theirs.edition_id
      and mine.team_id = theirs.team_id`.execute(trx)
  await move('placeReservation')
  await move('linkToken')
  const moveOnce = async (table: string, columns: string) => {
    await sql`insert into ${sql.table(table)} (person_id, ${sql.raw(columns)})
      select ${keptId}, ${sql.raw(columns)} from ${sql.table(table)} where person_id = ${mergedId}
      on conflict do nothing`.execute(trx)
    await sql`delete from ${sql.table(table)} where person_id = ${mergedId}`.execute(trx)
  }
  // Whose address of a calendar it was may go on with it, unless the other has one.
  await sql`update calendar_feed set person_id = ${keptId}, revoked_at = coalesce(revoked_at, case when exists (
      select from calendar_feed where person_id = ${keptId} and revoked_at is null) then now() end)
    where person_id = ${mergedId}`.execute(trx)
  await moveOnce('region_role', 'role, granted_by, granted_at')
  await moveOnce('edition_trainer', 'edition_id')
  await moveOnce('mail_optout', 'kind, left_at')
  await moveOnce('people_group_member', 'group_id')
  // The same thing done elsewhere on the same day, written down under both accounts, was one.
  await sql`update outside_activity theirs set state = 'withdrawn', decided_at = coalesce(theirs.decided_at, now())
    from outside_activity mine where theirs.person_id = ${mergedId} and mine.person_id = ${keptId}
      and mine.held_on = theirs.held_on and plain(mine.title) = plain(theirs.title)
      and mine.state in ('requested', 'recognised') and theirs.state in ('requested', 'recognised')`.execute(
    trx,
  )
  await move('outsideActivity')
  await moveOnce('requirement_tick', 'requirement_id, area, ticked_by, ticked_at')
  await moveOnce('dossier_view', 'viewer_id, what, qualification_id, day, viewed_at')
  // Nobody looks at their own dossier.
  await trx
    .deleteFrom('dossierView')
    .where('personId', '=', keptId)
    .where('viewerId', 'in', [keptId, mergedId])
    .execute()
  await sql`delete from meeting_trainer theirs using meeting_trainer mine
    where theirs.person_id = ${mergedId} and mine.person_id = ${keptId} and mine.meeting_id = theirs.meeting_id
    `.execute(trx)
  await trx.updateTable('meetingTrainer').set({ personId: keptId }).where('personId', '=', mergedId).execute()
  await sql`delete from organisation_suggestion theirs using organisation_suggestion mine
    where theirs.person_id = ${mergedId} and mine.person_id = ${keptId}
      and theirs.handled_at is null and mine.handled_at is null
      and plain(theirs.name) = plain(mine.name) and plain(theirs.town) = plain(mine.town)`.execute(trx)
  await trx
    .updateTable('organisationSuggestion')
    .set({ personId: keptId })
    .where('personId', '=', mergedId)
    .execute()
  // The same afternoon, taken over for both accounts, was one.
  await sql`delete from past_attendance theirs using past_attendance mine
    where theirs.person_id = ${mergedId} and mine.person_id = ${keptId}
      and theirs.held_on = mine.held_on and plain(theirs.title) = plain(mine.title)`.execute(trx)
  await trx.updateTable('pastAttendance').set({ personId: keptId }).where('personId', '=', mergedId).execute()
  // Who stays because of a merge is no longer here by a list alone.
  await trx.deleteFrom('historyPerson').where('personId', 'in', [keptId, mergedId]).execute()
  await trx
    .updateTable('substitution')
    .set({ substituteId: keptId })
    .where('substituteId', '=', mergedId)
    .execute()
  // Nobody takes over a place from themselves.
  await sql`update substitution set answered_at = now(), accepted = false from enrolment
    where enrolment.id = enrolment_id and person_id = substitute_id and answered_at is null
      and substitute_id = ${keptId}`.execute(trx)
}
