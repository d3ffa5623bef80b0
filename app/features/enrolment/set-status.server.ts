import type { Updateable } from 'kysely'
import { now } from '#app/platform/clock.ts'
import type { Transaction } from '#db/client.server.ts'
import type { DB } from '#db/schema.ts'
import type { EnrolmentStatus } from './enrolment.ts'

/** Brings an enrolment into another state. A term it had ends with the state it belonged to. */
export async function setStatus(
  trx: Transaction,
  enrolmentId: number,
  status: EnrolmentStatus,
  more: Updateable<DB['enrolment']> = {},
): Promise<void> {
  await trx
    .updateTable('enrolment')
    .set({ status, statusChangedAt: now(), heldUntil: null, networkHash: null, ...more })
    .where('id', '=', enrolmentId)
    .execute()
}
