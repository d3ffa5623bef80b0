import type { Actor } from '#app/access/actor.ts'
import { authorize } from '#app/access/authorize.ts'
import { createLinkToken } from '#app/platform/authentication/link-token.server.ts'
import { now, today } from '#app/platform/clock.ts'
import { note } from '#app/platform/journal.server.ts'
import { mailPerson } from '#app/platform/mail/queue-mail.server.ts'
import { orNotFound, Refusal } from '#app/platform/refusal.ts'
import { type Db, inTransaction, type Transaction } from '#db/client.server.ts'
import { insertEnrolment } from './admit.server.ts'
import { askApproval } from './ask-approval.server.ts'
import { firstRightUntil, whyClosed } from './enrolment.ts'
import { findOpenEnrolment } from './enrolment-queries.server.ts'
import { closedTexts, misfitTexts } from './enrolment-texts.ts'
import { firstRightMails } from './first-right-mails.ts'
import { type LockedEdition, lockEdition } from './lock-edition.server.ts'
import { mailAbout, mailEdition } from './mail-edition.server.ts'
import type { MailEdition } from './mail-parts.ts'
import { findMisfit } from './misfit-queries.server.ts'
import { listSchools } from './school-queries.server.ts'
import { findWaitingPosition } from './waiting-queries.server.ts'

export type Invited = {
  personId: number
  organisationId: number | null
  teamId: number | null
  /** More than one: a lead who will name them. */
  people: number
}
export type Invitation = {
  /** Who was offered a place. */
  offered: number
  /** Places held for teams whose lead will name who comes. */
  reserved: number
  /** Who did not fit, and stands in line. */
  waiting: number
}

type Work = { trx: Transaction; actor: Actor; about: MailEdition; until: Date }

/**
 * Gives these people first right to the places of an edition, in this order: each is offered a place that is held for
 * five days; who no longer fits stands in line before whoever comes after. Who already has a place there, or a wish
 * for one, is left as they are. A lead who speaks for several gets places to name people for.
 */
export async function offerPlaces(
  db: Db,
  actor: Actor,
  edition: { id: number },
  people: readonly Invited[],
): Promise<Invitation> {
  authorize(actor, 'edition.manage')
  return inTransaction(db, async (trx) => {
    const present = await lockPeople(trx, people)
    const first = orNotFound(await lockEdition(trx, edition.id))
    const closed = whyClosed(first, now(), { coordinator: true })
    if (closed || !first.startsAt) throw new Refusal(closedTexts[closed ?? 'undated'])
    const until = firstRightUntil(first.startsAt, now())
    const work: Work = { trx, actor, about: await mailEdition(trx, first), until }
    const done: Invitation = { offered: 0, reserved: 0, waiting: 0 }
    for (const invited of people) {
      if (!present.has(invited.personId)) continue
      const current = orNotFound(await lockEdition(trx, edition.id))
      // Nobody passes the people who wait; when the offer could not be answered in time there is none.
      const free = current.waiting > 0 || until <= now() ? 0 : current.capacity - current.placesHeld
      if (await mayName(trx, invited)) {
        done.reserved += await reserve(work, current, invited, Math.min(free, invited.people))
      } else if (!(await findOpenEnrolment(trx, invited.personId, edition.id))) {
        await (free > 0 ? offer : queue)(work, current, invited)
        done[free > 0 ? 'offered' : 'waiting']++
      }
    }
    await note(trx, actor, 'edition.invite', { type: 'edition', id: edition.id }, { details: { ...done } })
    return done
  })
}

/** People are locked before editions, in order of id; closed accounts fall out. */
async function lockPeople(trx: Transaction, people: readonly Invited[]): Promise<Set<number>> {
  if (people.length === 0) return new Set()
  const rows = await trx
    .selectFrom('person')
    .select('id')
    .where(
      'id',
      'in',
      people.map(({ personId }) => personId),
    )
    .where('deactivatedAt', 'is', null)
    .where('mergedIntoId', 'is', null)
    .orderBy('id')
    .forNoKeyUpdate()
    .execute()
  return new Set(rows.map(({ id }) => id))
}

/** Whether this is for several, by somebody who still leads that team; who no longer does, comes alone. */
async function mayName(trx: Transaction, { people, personId, teamId }: Invited): Promise<boolean> {
  if (people === 1 || teamId === null) return false
  const lead = await trx
    .selectFrom('membership')
    .select('id')
    .where('personId', '=', personId)
    .where('teamId', '=', teamId)
    .where('role', 'in', ['team_lead', 'deputy_lead'])
    .where((where) => where.or([where('endsOn', 'is', null), where('endsOn', '>=', today())]))
    .limit(1)
    .executeTakeFirst()
  return lead !== undefined
}

async function newEnrolment(
  trx: Transaction,
  edition: LockedEdition,
  invited: Invited,
  status: 'offered' | 'waitlisted',
  heldUntil: Date | null,
) {
  const { personId, organisationId, teamId } = invited
  const school = (await listSchools(trx, personId)).find(
    (one) => one.organisationId === organisationId && one.teamId === teamId,
  )
  const needsApproval = school?.needsApproval ?? false
  const row = await insertEnrolment(trx, {
    editionId: edition.id,
    personId,
    status,
    heldUntil,
    origin: 'coordinator',
    approval: needsApproval ? 'pending' : 'not_needed',
    organisationId: school?.organisationId ?? null,
    teamId: school?.teamId ?? null,
  })
  return { ...row, needsApproval, teamId: school?.teamId ?? null }
}

async function offer({ trx, actor, about, until }: Work, edition: LockedEdition, invited: Invited) {
  const row = await newEnrolment(trx, edition, invited, 'offered', until)
  const misfit = await findMisfit(trx, row.personId, edition)
  const token = await createLinkToken(trx, 'accept-offer', {
    personId: row.personId,
    subjectId: row.id,
    minutes: Math.max(1, (until.getTime() - now().getTime()) / 60_000),
  })
  const mail = firstRightMails.offered(about, token, until, misfit ? misfitTexts(misfit) : [])
  await mailAbout(trx, row, 'first-right', mail)
  await noteOffer(trx, actor, 'enrolment.offer', edition, row.id)
}

async function queue({ trx, actor, about }: Work, edition: LockedEdition, invited: Invited) {
  const row = await newEnrolment(trx, edition, invited, 'waitlisted', null)
  await mailAbout(
    trx,
    row,
    'first-in-line',
    firstRightMails.waiting(about, row.id, await findWaitingPosition(trx, row.id)),
  )
  if (row.needsApproval) {
    const { name: personName } = await trx
      .selectFrom('person')
      .select('name')
      .where('id', '=', row.personId)
      .executeTakeFirstOrThrow()
    await askApproval(trx, { ...row, personName, editionId: edition.id, note: null, waiting: true }, about)
  }
  await noteOffer(trx, actor, 'enrolment.enrol', edition, row.id)
}

const noteOffer = (trx: Transaction, actor: Actor, action: string, edition: LockedEdition, id: number) =>
  note(trx, actor, action, { type: 'enrolment', id }, { details: { editionId: edition.id } })

/** Holds places for a team until its lead says who comes; returns how many. The lead hears it, also of none. */
async function reserve(
  { trx, about, until }: Work,
  edition: LockedEdition,
  { personId, teamId, people }: Invited,
  places: number,
): Promise<number> {
  if (places > 0) {
    await trx
      .insertInto('placeReservation')
      .values({
        editionId: edition.id,
        personId,
        teamId: teamId as number,
        places,
        heldUntil: until,
        createdAt: now(),
      })
      .onConflict((conflict) =>
        conflict.constraint('place_reservation_once').doUpdateSet({ places, heldUntil: until }),
      )
      .execute()
  }
  await mailPerson(trx, personId, {
    reason: 'edition.places-reserved',
    subjectKey: `edition:${edition.id}`,
    mail: firstRightMails.reserved(about, edition.id, { places, wanted: people, until }),
  })
  return places
}
