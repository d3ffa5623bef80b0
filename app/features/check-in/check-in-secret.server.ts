import { randomBytes } from 'node:crypto'
import type { Db, Transaction } from '#db/client.server.ts'

export async function findSecret(db: Db | Transaction, meetingId: number): Promise<Buffer | undefined> {
  const row = await db
    .selectFrom('checkInSecret')
    .select('secret')
    .where('meetingId', '=', meetingId)
    .executeTakeFirst()
  return row?.secret
}

/** The secret of a meeting, made when it is first asked for; two who ask at once get the same one. */
export async function secretOf(db: Db | Transaction, meetingId: number): Promise<Buffer> {
  const known = await findSecret(db, meetingId)
  if (known) return known
  await db
    .insertInto('checkInSecret')
    .values({ meetingId, secret: randomBytes(32) })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  return (await findSecret(db, meetingId)) as Buffer
}
