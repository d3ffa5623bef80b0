import type { Actor } from '#app/access/actor.ts'
import { authorize } from '#app/access/authorize.ts'
import { note } from '#app/platform/journal.server.ts'
import { Refusal } from '#app/platform/refusal.ts'
import { type Db, inTransaction } from '#db/client.server.ts'
import { isOpen } from './enrolment.ts'
import { enrolmentTexts as texts } from './enrolment-texts.ts'
import { lockEnrolment } from './lock-edition.server.ts'

export type EnrolmentDetailsInput = {
  telephone?: string | undefined
  dietaryWishes?: string | undefined
  note?: string | undefined
}

/** Writes down what is asked for the day itself: who took a place over, or was enrolled on the telephone, fills it in later. */
export function changeDetails(
  db: Db,
  actor: Actor,
  enrolment: { id: number },
  input: EnrolmentDetailsInput,
): Promise<void> {
  return inTransaction(db, async (trx) => {
    const { enrolment: current } = await lockEnrolment(trx, enrolment.id)
    authorize(actor, 'enrolment.request', current)
    if (!isOpen(current.status)) throw new Refusal(texts.cannotChange)
    await trx
      .updateTable('enrolment')
      .set({
        telephone: input.telephone ?? null,
        dietaryWishes: input.dietaryWishes ?? null,
        note: input.note ?? null,
      })
      .where('id', '=', current.id)
      .execute()
    await note(trx, actor, 'enrolment.change-details', { type: 'enrolment', id: current.id })
  })
}
