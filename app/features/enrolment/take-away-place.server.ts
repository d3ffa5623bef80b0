import type { Actor } from '#app/access/actor.ts'
import { authorize } from '#app/access/authorize.ts'
import { note } from '#app/platform/journal.server.ts'
import { Refusal } from '#app/platform/refusal.ts'
import { type Db, inTransaction } from '#db/client.server.ts'
import { closeQuestions } from './close-questions.server.ts'
import { isOpen } from './enrolment.ts'
import { enrolmentMails } from './enrolment-mails.ts'
import { enrolmentTexts as texts } from './enrolment-texts.ts'
import { lockEnrolment } from './lock-edition.server.ts'
import { mailAbout, mailEdition } from './mail-edition.server.ts'
import { promoteNext } from './promote-next.server.ts'
import { setStatus } from './set-status.server.ts'

/** A coordinator takes somebody out of an edition, with a reason that the person reads. Never late. */
export async function takeAwayPlace(
  db: Db,
  actor: Actor,
  enrolment: { id: number },
  input: { reason: string },
): Promise<{ name: string; editionId: number; mailId: number | undefined }> {
  authorize(actor, 'enrolment.manage')
  return inTransaction(db, async (trx) => {
    const { edition, enrolment: current } = await lockEnrolment(trx, enrolment.id)
    if (!isOpen(current.status)) throw new Refusal(texts.cannotLeave)
    await setStatus(trx, current.id, 'cancelled', { statusReason: input.reason })
    await closeQuestions(trx, current.id)
    await note(
      trx,
      actor,
      'enrolment.take-away',
      { type: 'enrolment', id: current.id },
      {
        reason: input.reason,
        details: { editionId: edition.id, from: current.status },
      },
    )
    await promoteNext(trx, edition.id)
    const mail = enrolmentMails.takenOut(await mailEdition(trx, edition), input.reason)
    const mailId = await mailAbout(trx, current, 'taken-out', mail)
    return { name: current.personName, editionId: edition.id, mailId }
  })
}
