import type { Actor } from '#app/access/actor.ts'
import { authorize } from '#app/access/authorize.ts'
import { orNotFound, Refusal } from '#app/platform/refusal.ts'
import { type Db, inTransaction } from '#db/client.server.ts'
import { cancelEdition } from './cancel-edition.server.ts'
import { enrolmentTexts as texts } from './enrolment-texts.ts'
import { lockEdition } from './lock-edition.server.ts'

/** The other answer of a decide-day: it is called off. Once a colleague decided that it goes ahead, this no longer counts. */
export async function declineToGoAhead(
  db: Db,
  actor: Actor,
  edition: { id: number },
  input: { reason: string },
): Promise<{ told: number }> {
  authorize(actor, 'edition.manage')
  return inTransaction(db, async (trx) => {
    const current = orNotFound(await lockEdition(trx, edition.id))
    if (current.status !== 'open') throw new Refusal(texts.nothingToDecide)
    return cancelEdition(trx, actor, edition, input)
  })
}
