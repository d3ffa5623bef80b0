import { closeQuestions } from '#app/features/enrolment/close-questions.server.ts'
import { lockEdition } from '#app/features/enrolment/lock-edition.server.ts'
import { promoteNext } from '#app/features/enrolment/promote-next.server.ts'
import { setStatus } from '#app/features/enrolment/set-status.server.ts'
import type { Transaction } from '#db/client.server.ts'
import { betterPlace } from './merge.ts'
import { listDoublePlaces, type Pair } from './merge-queries.server.ts'

/**
 * Where both accounts had a place in one edition, ends the lesser one; a place that comes free goes to the first in
 * line. Returns the ids of the enrolments that ended.
 */
export async function settleDoublePlaces(trx: Transaction, pair: Pair): Promise<number[]> {
  const known = await listDoublePlaces(trx, pair)
  for (const { editionId } of known) await lockEdition(trx, editionId)
  const ended: number[] = []
  // Read again: while the locks were waited for, somebody may have withdrawn.
  for (const double of await listDoublePlaces(trx, pair)) {
    const { ends } = betterPlace(double)
    await closeQuestions(trx, ends)
    await setStatus(trx, ends, 'withdrawn', { statusReason: 'Twee accounts zijn samengevoegd.' })
    ended.push(ends)
    await promoteNext(trx, double.editionId)
  }
  return ended
}
