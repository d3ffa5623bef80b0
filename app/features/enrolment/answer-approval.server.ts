import type { Actor } from '#app/access/actor.ts'
import { authorize } from '#app/access/authorize.ts'
import { revokeLinkTokens } from '#app/platform/authentication/link-token.server.ts'
import { note } from '#app/platform/journal.server.ts'
import { forbidden, Refusal } from '#app/platform/refusal.ts'
import { type Db, inTransaction, type Transaction } from '#db/client.server.ts'
import { withCheckInLink } from './check-in-link.server.ts'
import { closeQuestions } from './close-questions.server.ts'
import { enrolmentMails } from './enrolment-mails.ts'
import { enrolmentTexts as texts } from './enrolment-texts.ts'
import { lockEnrolment } from './lock-edition.server.ts'
import { mailAbout, mailEdition } from './mail-edition.server.ts'
import { promoteNext } from './promote-next.server.ts'
import { listSchools } from './school-queries.server.ts'
import { setStatus } from './set-status.server.ts'

type Answered = { name: string; mailId: number | undefined }

/** The team agrees: who held a place has it for certain; who waits goes on waiting, with nothing more to ask. */
export function approveEnrolment(db: Db, actor: Actor, enrolment: { id: number }): Promise<Answered> {
  return inTransaction(db, async (trx) => {
    const { edition, enrolment: current } = await lockRequest(trx, actor, enrolment.id)
    const held = current.status === 'requested'
    if (held) await setStatus(trx, current.id, 'confirmed', { approval: 'approved' })
    else {
      await trx.updateTable('enrolment').set({ approval: 'approved' }).where('id', '=', current.id).execute()
    }
    await revokeLinkTokens(trx, 'approve-enrolment', current.id)
    await note(trx, actor, 'enrolment.approve', { type: 'enrolment', id: current.id })
    const mail = enrolmentMails.approved(await mailEdition(trx, edition), current.id, !held)
    const told = held ? withCheckInLink(mail, current.id) : mail
    return { name: current.personName, mailId: await mailAbout(trx, current, 'approved', told) }
  })
}

/** The team does not agree, and says why; the place goes to the first in line. */
export function declineEnrolment(
  db: Db,
  actor: Actor,
  enrolment: { id: number },
  input: { reason: string },
): Promise<Answered> {
  return inTransaction(db, async (trx) => {
    const { edition, enrolment: current } = await lockRequest(trx, actor, enrolment.id)
    if (!input.reason) throw new Refusal(texts.reasonNeeded, 'reason')
    await setStatus(trx, current.id, 'declined', { approval: 'declined', statusReason: input.reason })
    await closeQuestions(trx, current.id)
    await note(
      trx,
      actor,
      'enrolment.decline',
      { type: 'enrolment', id: current.id },
      { reason: input.reason },
    )
    await promoteNext(trx, edition.id)
    const mail = enrolmentMails.declined(await mailEdition(trx, edition), input.reason)
    return { name: current.personName, mailId: await mailAbout(trx, current, 'declined', mail) }
  })
}

async function lockRequest(trx: Transaction, actor: Actor, id: number) {
  const found = await lockEnrolment(trx, id)
  const { approval, status, personId, organisationId, teamId } = found.enrolment
  // Of somebody who left the school, the old lead sees and decides nothing any more.
  const worksThere = (await listSchools(trx, personId)).some(
    (school) => school.organisationId === organisationId,
  )
  authorize(actor, 'enrolment.approve', { teamId: worksThere ? teamId : null })
  // A deputy leads the team too, but nobody decides about themselves.
  if (personId === actor.personId) throw forbidden()
  const open = status === 'requested' || status === 'waitlisted' || status === 'offered'
  if (approval !== 'pending' || !open) throw new Refusal(texts.answeredAlready)
  return found
}
