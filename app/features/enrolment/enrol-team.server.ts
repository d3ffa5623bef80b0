import type { Actor } from '#app/access/actor.ts'
import { authorize } from '#app/access/authorize.ts'
import { endInterest } from '#app/features/interest/end-interest.server.ts'
import { lockPerson } from '#app/features/people/person-queries.server.ts'
import { now } from '#app/platform/clock.ts'
import { note } from '#app/platform/journal.server.ts'
import { orNotFound, Refusal } from '#app/platform/refusal.ts'
import { type Db, inTransaction, type Transaction } from '#db/client.server.ts'
import { insertEnrolment } from './admit.server.ts'
import { place, whyClosed } from './enrolment.ts'
import { closedTexts, enrolmentTexts as texts } from './enrolment-texts.ts'
import { firstRightMails } from './first-right-mails.ts'
import { type Lock, type LockedEdition, lockEdition } from './lock-edition.server.ts'
import { mailAbout, mailEdition } from './mail-edition.server.ts'
import { promoteNext } from './promote-next.server.ts'
import { listTeamMembers, type TeamMember } from './team-enrol-queries.server.ts'
import { findWaitingPosition } from './waiting-queries.server.ts'

export type TeamEnrolled = { name: string; position: number; mailId: number | undefined }

/**
 * Enrols several people of a team at once, all or none, in the order of their names: each gets a place, first of those
 * held for the team, or stands in line. Approved by being asked; each hears it, and may leave. One who does not fit
 * stops all, with a sentence for each name.
 */
export async function enrolTeam(
  db: Db,
  actor: Actor,
  edition: { id: number },
  input: { teamId: number; personIds: readonly number[] },
  lock: Lock = lockEdition,
): Promise<TeamEnrolled[]> {
  authorize(actor, 'team.enrol', input)
  return inTransaction(db, async (trx) => {
    const ids = [...new Set(input.personIds)].sort((one, other) => one - other)
    for (const id of ids) await lockPerson(trx, id)
    const members = await listTeamMembers(trx, actor, input.teamId, edition.id)
    const chosen = members.filter(({ id }) => ids.includes(id))
    if (chosen.length < ids.length) throw new Refusal(texts.notInTeam, 'personIds')
    // Who is locked enrols nowhere else meanwhile, so what keeps them from coming is found out before the edition is.
    const hindrances = chosen.flatMap((member) => member.hindrances)
    const locked = orNotFound(await lock(trx, edition.id))
    const closed = whyClosed(locked, now())
    if (closed) throw new Refusal(closedTexts[closed])
    if (hindrances.length > 0) throw new Refusal(hindrances.join(' '), 'personIds')
    const team = await findTeam(trx, input.teamId)
    const enrolled: TeamEnrolled[] = []
    for (const member of chosen) enrolled.push(await enrolMember(trx, actor, locked, team, member))
    await note(
      trx,
      actor,
      'team.enrol',
      { type: 'edition', id: locked.id },
      { details: { teamId: team.id, people: chosen.length } },
    )
    if (enrolled.some(({ position }) => position > 0)) await promoteNext(trx, locked.id)
    return enrolled
  })
}

type Team = { id: number; organisationId: number; approvesEnrolments: boolean }

async function findTeam(trx: Transaction, id: number): Promise<Team> {
  const columns = ['id', 'organisationId', 'approvesEnrolments'] as const
  return orNotFound(await trx.selectFrom('team').select(columns).where('id', '=', id).executeTakeFirst())
}

async function enrolMember(
  trx: Transaction,
  actor: Actor,
  edition: LockedEdition,
  team: Team,
  member: TeamMember,
): Promise<TeamEnrolled> {
  const isHeld = await takeReserved(trx, actor, edition, team.id)
  // Those before may have taken the last place; the lock is ours already.
  const { capacity, placesHeld, waiting } = await trx
    .selectFrom('edition')
    .select(['capacity', 'placesHeld', 'waiting'])
    .where('id', '=', edition.id)
    .executeTakeFirstOrThrow()
  const status = isHeld ? 'confirmed' : place({ capacity, placesHeld, waiting }, false)
  const row = await insertEnrolment(trx, {
    editionId: edition.id,
    personId: member.id,
    status,
    origin: 'team_lead',
    approval: team.approvesEnrolments && member.id !== actor.personId ? 'approved' : 'not_needed',
    organisationId: team.organisationId,
    teamId: team.id,
  })
  const position = status === 'waitlisted' ? await findWaitingPosition(trx, row.id) : 0
  const mail = firstRightMails.enrolledByLead(await mailEdition(trx, edition), row.id, actor.name, position)
  const mailId = await mailAbout(trx, row, position > 0 ? 'waitlisted-by-lead' : 'confirmed-by-lead', mail)
  await note(
    trx,
    actor,
    'enrolment.enrol',
    { type: 'enrolment', id: row.id },
    { details: { editionId: edition.id, status } },
  )
  return { name: member.name, position, mailId }
}

/** Takes one of the places that are held for this team, when the lead asked for them. */
async function takeReserved(
  trx: Transaction,
  actor: Actor,
  edition: LockedEdition,
  teamId: number,
): Promise<boolean> {
  const reservation = await trx
    .selectFrom('placeReservation')
    .select(['id', 'places'])
    .where('editionId', '=', edition.id)
    .where('personId', '=', actor.personId)
    .where('teamId', '=', teamId)
    .where('heldUntil', '>', now())
    .executeTakeFirst()
  if (!reservation) return false
  if (reservation.places === 1) {
    await trx.deleteFrom('placeReservation').where('id', '=', reservation.id).execute()
  } else {
    await trx
      .updateTable('placeReservation')
      .set({ places: reservation.places - 1 })
      .where('id', '=', reservation.id)
      .execute()
  }
  await endInterest(trx, { personId: actor.personId, offeringId: edition.offeringId }, 'several')
  return true
}

/** Gives the places back that are still held for a team; they go to who waits. The interest stays, for another date. */
export async function releasePlaces(
  db: Db,
  actor: Actor,
  edition: { id: number },
  input: { teamId: number },
): Promise<{ places: number }> {
  authorize(actor, 'team.enrol', input)
  return inTransaction(db, async (trx) => {
    const locked = orNotFound(await lockEdition(trx, edition.id))
    const gone = await trx
      .deleteFrom('placeReservation')
      .where('editionId', '=', locked.id)
      .where('personId', '=', actor.personId)
      .where('teamId', '=', input.teamId)
      .returning('places')
      .executeTakeFirst()
    if (!gone) throw new Refusal(texts.nothingReserved)
    await note(
      trx,
      actor,
      'team.release',
      { type: 'edition', id: locked.id },
      { details: { teamId: input.teamId, places: gone.places } },
    )
    await promoteNext(trx, locked.id)
    return { places: gone.places }
  })
}
