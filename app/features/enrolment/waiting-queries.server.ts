import { sql } from 'kysely'
import type { Db, Transaction } from '#db/client.server.ts'

/** The place in line of one who waits, from 1; 0 for who does not wait. */
export async function findWaitingPosition(db: Db | Transaction, enrolmentId: number): Promise<number> {
  const { rows } = await sql<{ position: number }>`
    select count(*) as position
    from enrolment mine
    join enrolment ahead on ahead.edition_id = mine.edition_id and ahead.status = 'waitlisted'
      and (ahead.waiting_since, ahead.id) <= (mine.waiting_since, mine.id)
    where mine.id = ${enrolmentId} and mine.status = 'waitlisted'`.execute(db)
  return rows[0]?.position ?? 0
}

/** The first in line who has confirmed their address. */
export function findFirstInLine(trx: Transaction, editionId: number) {
  return trx
    .selectFrom('enrolment')
    .select(['id', 'personId', 'approval'])
    .where('editionId', '=', editionId)
    .where('status', '=', 'waitlisted')
    .where('heldUntil', 'is', null)
    .orderBy('waitingSince')
    .orderBy('id')
    .limit(1)
    .executeTakeFirst()
}
