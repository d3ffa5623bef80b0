import type { Actor } from '#app/access/actor.ts'
import { authorize } from '#app/access/authorize.ts'
import { now } from '#app/platform/clock.ts'
import { note } from '#app/platform/journal.server.ts'
import { Refusal } from '#app/platform/refusal.ts'
import { type Db, inTransaction } from '#db/client.server.ts'
import { closeQuestions } from './close-questions.server.ts'
import { isLate, mayLeave } from './enrolment.ts'
import { enrolmentMails } from './enrolment-mails.ts'
import { enrolmentTexts as texts } from './enrolment-texts.ts'
import { lockEnrolment } from './lock-edition.server.ts'
import { mailAbout, mailEdition } from './mail-edition.server.ts'
import { promoteNext } from './promote-next.server.ts'
import { setStatus } from './set-status.server.ts'

/** Leaves an edition or its waiting list. What it frees goes to the first in line, in the same transaction. */
export function withdraw(
  db: Db,
  actor: Actor,
  enrolment: { id: number },
  input: { reason?: string },
): Promise<{ title: string; late: boolean; waited: boolean; mailId: number | undefined }> {
  return inTransaction(db, async (trx) => {
    const { edition, enrolment: current } = await lockEnrolment(trx, enrolment.id)
    authorize(actor, 'enrolment.withdraw', current)
    if (!mayLeave(current.status, edition, now())) throw new Refusal(texts.cannotLeave)
    const late = isLate(current, edition, now())
    await setStatus(trx, current.id, 'withdrawn', { withdrawnLate: late, statusReason: input.reason ?? null })
    await closeQuestions(trx, current.id)
    await note(
      trx,
      actor,
      'enrolment.withdraw',
      { type: 'enrolment', id: current.id },
      {
        details: { editionId: edition.id, from: current.status, late },
      },
    )
    await promoteNext(trx, edition.id)
    const waited = current.status === 'waitlisted'
    const about = await mailEdition(trx, edition)
    const mail = waited ? enrolmentMails.offTheList(about) : enrolmentMails.withdrawn(about, late)
    return { title: edition.title, late, waited, mailId: await mailAbout(trx, current, 'withdrawn', mail) }
  })
}
