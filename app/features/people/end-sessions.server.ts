import type { Actor } from '#app/access/actor.ts'
import { authorize } from '#app/access/authorize.ts'
import { endAllSessions, endSessionOf } from '#app/platform/authentication/session.server.ts'
import { note } from '#app/platform/journal.server.ts'
import { type Db, inTransaction } from '#db/client.server.ts'

/** Ends one of one's logins, on a device one no longer has, say. */
export async function endOneSession(
  db: Db,
  actor: Actor,
  person: { personId: number },
  { idHash }: { idHash: string },
): Promise<void> {
  authorize(actor, 'account.manage', person)
  await endSessionOf(db, person.personId, idHash)
}

/** "Overal uitloggen": here too. */
export function endEverySession(db: Db, actor: Actor, person: { personId: number }): Promise<void> {
  authorize(actor, 'account.manage', person)
  return inTransaction(db, async (trx) => {
    await endAllSessions(trx, person.personId)
    await note(trx, actor, 'person.log-out-everywhere', { type: 'person', id: person.personId })
  })
}
