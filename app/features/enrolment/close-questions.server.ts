import { revokeLinkTokens } from '#app/platform/authentication/link-token.server.ts'
import { now } from '#app/platform/clock.ts'
import type { Transaction } from '#db/client.server.ts'

/** Ends everything that was still asked about a place: nobody can answer it any more, by link or by page. */
export async function closeQuestions(trx: Transaction, enrolmentId: number): Promise<void> {
  await revokeLinkTokens(trx, 'approve-enrolment', enrolmentId)
  await revokeLinkTokens(trx, 'accept-offer', enrolmentId)
  await revokeLinkTokens(trx, 'confirm-enrolment', enrolmentId)
  const asked = await trx
    .updateTable('substitution')
    .set({ answeredAt: now(), accepted: false })
    .where('enrolmentId', '=', enrolmentId)
    .where('answeredAt', 'is', null)
    .returning('id')
    .execute()
  for (const { id } of asked) await revokeLinkTokens(trx, 'answer-substitution', id)
  await trx
    .updateTable('membershipQuestion')
    .set({ answeredAt: now() })
    .where('enrolmentId', '=', enrolmentId)
    .where('answeredAt', 'is', null)
    .execute()
  // What no longer waits for an answer is no request any more.
  await trx
    .updateTable('enrolment')
    .set({ approval: 'not_needed' })
    .where('id', '=', enrolmentId)
    .where('approval', '=', 'pending')
    .execute()
}
