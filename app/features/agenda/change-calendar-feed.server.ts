import type { Actor } from '#app/access/actor.ts'
import { authorize } from '#app/access/authorize.ts'
import { lockPerson } from '#app/features/people/person-queries.server.ts'
import { now } from '#app/platform/clock.ts'
import { note } from '#app/platform/journal.server.ts'
import { orNotFound } from '#app/platform/refusal.ts'
import { type Db, inTransaction, type Transaction } from '#db/client.server.ts'

type Of = { personId: number } | { roomId: number }

/** Gives somebody, or a room, an address of their own; the one they had ends. */
export function renewFeed(db: Db, actor: Actor, of: Of): Promise<{ replaced: boolean }> {
  return inTransaction(db, async (trx) => {
    await lockOwner(trx, actor, of)
    const replaced = await revoke(trx, of)
    const at = now()
    await trx
      .insertInto('calendarFeed')
      .values({ ...of, createdAt: at, createdBy: actor.personId })
      .execute()
    await note(trx, actor, 'calendar-feed.renew', subjectOf(of))
    return { replaced }
  })
}

/** Ends the address; whoever fetches it hears that there is nothing. */
export function stopFeed(db: Db, actor: Actor, of: Of): Promise<void> {
  return inTransaction(db, async (trx) => {
    await lockOwner(trx, actor, of)
    if (await revoke(trx, of)) await note(trx, actor, 'calendar-feed.stop', subjectOf(of))
  })
}

/** Writes down that a feed is in use: to the hour, for some ask every minute. */
export async function noteFetched(db: Db, feed: { id: number; lastFetchedAt: Date | null }): Promise<void> {
  if (feed.lastFetchedAt && now().getTime() - feed.lastFetchedAt.getTime() < 3_600_000) return
  await db.updateTable('calendarFeed').set({ lastFetchedAt: now() }).where('id', '=', feed.id).execute()
}

/** Two who ask at once wait for each other: one address holds. */
async function lockOwner(trx: Transaction, actor: Actor, of: Of): Promise<void> {
  if ('personId' in of) {
    authorize(actor, 'account.manage', of)
    await lockPerson(trx, of.personId)
    return
  }
  authorize(actor, 'organisation.manage')
  orNotFound(
    await trx.selectFrom('room').select('id').where('id', '=', of.roomId).forNoKeyUpdate().executeTakeFirst(),
  )
}

async function revoke(trx: Transaction, of: Of): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('calendarFeed')
    .set({ revokedAt: now() })
    .where('revokedAt', 'is', null)
    .$if('personId' in of, (query) => query.where('personId', '=', (of as { personId: number }).personId))
    .$if('roomId' in of, (query) => query.where('roomId', '=', (of as { roomId: number }).roomId))
    .executeTakeFirstOrThrow()
  return numUpdatedRows > 0n
}

const subjectOf = (of: Of) =>
  'personId' in of
    ? ({ type: 'person', id: of.personId } as const)
    : ({ type: 'room', id: of.roomId } as const)
