import type { Actor } from '#app/access/actor.ts'
import { authorize } from '#app/access/authorize.ts'
import { findOwnInterest } from '#app/features/interest/interest-queries.server.ts'
import { lockPerson } from '#app/features/people/person-queries.server.ts'
import { revokeLinkTokens } from '#app/platform/authentication/link-token.server.ts'
import { now } from '#app/platform/clock.ts'
import { note } from '#app/platform/journal.server.ts'
import { orNotFound, Refusal } from '#app/platform/refusal.ts'
import { type Db, inTransaction, type Transaction } from '#db/client.server.ts'
import { askApproval } from './ask-approval.server.ts'
import { withCheckInLink } from './check-in-link.server.ts'
import { closeQuestions } from './close-questions.server.ts'
import { enrolmentMails } from './enrolment-mails.ts'
import { misfitTexts, enrolmentTexts as texts } from './enrolment-texts.ts'
import { type LockedEdition, type LockedEnrolment, lockEnrolment } from './lock-edition.server.ts'
import { mailAbout, mailEdition } from './mail-edition.server.ts'
import { findMisfit } from './misfit-queries.server.ts'
import { promoteNext } from './promote-next.server.ts'
import { setStatus } from './set-status.server.ts'

type Answered = { enrolmentId: number; title: string; mailId?: number | undefined }

/** Takes a place that was offered. Where the team still has to approve, the place waits for that. */
export function acceptOffer(db: Db, actor: Actor, enrolment: { id: number }): Promise<Answered> {
  return inTransaction(db, async (trx) => {
    const { edition, enrolment: current } = await lockOffer(trx, actor, enrolment.id)
    const misfit = await findMisfit(trx, current.personId, edition)
    if (misfit) throw new Refusal(misfitTexts(misfit).join(' '))
    const pending = current.approval === 'pending'
    await revokeLinkTokens(trx, 'accept-offer', current.id)
    await setStatus(trx, current.id, pending ? 'requested' : 'confirmed')
    await note(trx, actor, 'enrolment.accept-offer', { type: 'enrolment', id: current.id })
    const about = await mailEdition(trx, edition)
    // Who was offered a place before they asked for one: only now there is something to approve.
    if (pending && !current.approvalAskedAt) await askApproval(trx, { ...current, waiting: false }, about)
    const mail = pending
      ? enrolmentMails.requested(about, current.id)
      : withCheckInLink(enrolmentMails.confirmed(about, current.id), current.id)
    const mailId = await mailAbout(trx, current, pending ? 'requested-after-offer' : 'confirmed', mail)
    return { enrolmentId: current.id, title: edition.title, mailId }
  })
}

/** Lets a place that was offered go to the next in line. `waits`: the person stays on the list for another date. */
export function declineOffer(
  db: Db,
  actor: Actor,
  enrolment: { id: number },
): Promise<Answered & { waits: boolean }> {
  return inTransaction(db, async (trx) => {
    const { edition, enrolment: current } = await lockOffer(trx, actor, enrolment.id)
    await setStatus(trx, current.id, 'withdrawn')
    await closeQuestions(trx, current.id)
    await note(trx, actor, 'enrolment.decline-offer', { type: 'enrolment', id: current.id })
    await promoteNext(trx, edition.id)
    const interest = await findOwnInterest(trx, current.personId, edition.offeringId)
    return { enrolmentId: current.id, title: edition.title, waits: interest !== undefined }
  })
}

async function lockOffer(
  trx: Transaction,
  actor: Actor,
  id: number,
): Promise<{ edition: LockedEdition; enrolment: LockedEnrolment }> {
  const known = orNotFound(
    await trx.selectFrom('enrolment').select('personId').where('id', '=', id).executeTakeFirst(),
  )
  authorize(actor, 'enrolment.request', known)
  await lockPerson(trx, known.personId)
  const found = await lockEnrolment(trx, id)
  const { status, heldUntil } = found.enrolment
  if (status !== 'offered' || heldUntil === null || heldUntil <= now()) throw new Refusal(texts.noOffer)
  return found
}
