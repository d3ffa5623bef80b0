import { notFound } from '#app/platform/refusal.ts'
import type { Transaction } from '#db/client.server.ts'

/** One paper, held until the end of the transaction; 404 when there is none. */
export async function lockQualification(trx: Transaction, id: number) {
  const row = await trx
    .selectFrom('qualification')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw notFound()
  return row
}
