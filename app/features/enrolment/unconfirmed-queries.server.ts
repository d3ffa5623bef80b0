import type { Db, Transaction } from '#db/client.server.ts'

/** How many places in an edition, or in its line, wait for a confirmation that was asked for from one network. */
export async function countUnconfirmed(
  db: Db | Transaction,
  editionId: number,
  networkHash: string,
): Promise<number> {
  const row = await db
    .selectFrom('enrolment')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('editionId', '=', editionId)
    .where('networkHash', '=', networkHash)
    .where('status', 'in', ['unconfirmed', 'waitlisted'])
    .executeTakeFirstOrThrow()
  return row.count
}

/** The enrolment of a person that waits for a confirmation by mail, wherever it is; undefined when there is none. */
export function findUnconfirmed(db: Db | Transaction, personId: number) {
  return db
    .selectFrom('enrolment')
    .innerJoin('edition', 'edition.id', 'enrolment.editionId')
    .innerJoin('offering', 'offering.id', 'edition.offeringId')
    .select(['enrolment.id', 'enrolment.status', 'enrolment.heldUntil', 'offering.title'])
    .where('enrolment.personId', '=', personId)
    .where('enrolment.status', 'in', ['unconfirmed', 'waitlisted'])
    .where('enrolment.heldUntil', 'is not', null)
    .orderBy('enrolment.id')
    .limit(1)
    .executeTakeFirst()
}
