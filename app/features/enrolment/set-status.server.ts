import type { Updateable } from 'kysely'
import { endInterest } from '#app/features/interest/end-interest.server.ts'
import { now } from '#app/platform/clock.ts'
import type { Transaction } from '#db/client.server.ts'
import type { DB } from '#db/schema.ts'
import type { EnrolmentStatus } from './enrolment.ts'

/**
 * Brings an enrolment into another state. A term it had ends with the state it belonged to. Who has a place no longer
 * waits for a date.
 */
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
  if (status === 'confirmed' || status === 'requested') await endInterestOf(trx, enrolmentId)
}

/** Takes who has a place off the list of those who wait for a date of the same offering. */
export async function endInterestOf(trx: Transaction, enrolmentId: number): Promise<void> {
  const about = await trx
    .selectFrom('enrolment')
    .innerJoin('edition', 'edition.id', 'enrolment.editionId')
    .select(['enrolment.personId', 'edition.offeringId'])
    .where('enrolment.id', '=', enrolmentId)
    .executeTakeFirst()
  if (about) await endInterest(trx, about)
}
