import type { Actor } from '#app/access/actor.ts'
import { authorize } from '#app/access/authorize.ts'
import { Refusal } from '#app/platform/refusal.ts'
import { type Db, inTransaction } from '#db/client.server.ts'
import { enrolmentTexts as texts } from './enrolment-texts.ts'
import { lockEnrolment } from './lock-edition.server.ts'
import { takeAwayPlace } from './take-away-place.server.ts'

/** Takes an offer back, with a reason that the person reads; the next in line gets it. An answer that came first stands. */
export async function withdrawOffer(
  db: Db,
  actor: Actor,
  enrolment: { id: number },
  input: { reason: string },
): Promise<{ name: string; mailId: number | undefined }> {
  authorize(actor, 'enrolment.manage')
  return inTransaction(db, async (trx) => {
    const { enrolment: current } = await lockEnrolment(trx, enrolment.id)
    if (current.status !== 'offered') throw new Refusal(texts.noOffer)
    return takeAwayPlace(trx, actor, enrolment, input)
  })
}
