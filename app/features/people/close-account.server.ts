import type { Actor } from '#app/access/actor.ts'
import { endAllSessions } from '#app/platform/authentication/session.server.ts'
import { now } from '#app/platform/clock.ts'
import { note } from '#app/platform/journal.server.ts'
import { Refusal } from '#app/platform/refusal.ts'
import { type Db, inTransaction } from '#db/client.server.ts'
import { personTexts as texts } from './person-texts.ts'
import { authorizeToSecure, lockToSecure } from './secure-person.server.ts'
import { refuseLastAdministrator } from './set-region-roles.server.ts'

/** Somebody no longer logs in and gets no mail; what they did and earned stays. */
export function closeAccount(db: Db, actor: Actor, { personId }: { personId: number }): Promise<string> {
  return inTransaction(db, async (trx) => {
    await authorizeToSecure(trx, actor, personId)
    // The administrators first, in one order: two who close each other's account wait, and do not lock each other out.
    await refuseLastAdministrator(trx, personId)
    const person = await lockToSecure(trx, actor, personId)
    if (personId === actor.personId) throw new Refusal(texts.notYourOwnAccount)
    if (person.deactivatedAt) return person.name
    await trx.updateTable('person').set({ deactivatedAt: now() }).where('id', '=', personId).execute()
    await endAllSessions(trx, personId)
    await trx
      .updateTable('linkToken')
      .set({ usedAt: now() })
      .where('personId', '=', personId)
      .where('usedAt', 'is', null)
      .execute()
    await note(trx, actor, 'person.close', { type: 'person', id: personId })
    return person.name
  })
}

/** Lets somebody log in again, with everything they had. */
export function reopenAccount(db: Db, actor: Actor, { personId }: { personId: number }): Promise<string> {
  return inTransaction(db, async (trx) => {
    const person = await lockToSecure(trx, actor, personId)
    if (!person.deactivatedAt) return person.name
    await trx.updateTable('person').set({ deactivatedAt: null }).where('id', '=', personId).execute()
    await note(trx, actor, 'person.reopen', { type: 'person', id: personId })
    return person.name
  })
}
