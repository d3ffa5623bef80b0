import type { Actor } from '#app/access/actor.ts'
import { authorize } from '#app/access/authorize.ts'
import { note } from '#app/platform/journal.server.ts'
import { type Db, inTransaction } from '#db/client.server.ts'

export type Profile = { givenName: string; familyName: string; telephone?: string | undefined }

/** One's own name and telephone number. What was issued under the old name keeps it. */
export function updateProfile(
  db: Db,
  actor: Actor,
  person: { personId: number },
  { givenName, familyName, telephone }: Profile,
): Promise<void> {
  authorize(actor, 'account.manage', person)
  return inTransaction(db, async (trx) => {
    await trx
      .updateTable('person')
      .set({ givenName, familyName, telephone: telephone ?? null })
      .where('id', '=', person.personId)
      .execute()
    await note(trx, actor, 'person.update', { type: 'person', id: person.personId })
  })
}

/** Whether mails that can wait come at once, or together once a day. */
export async function chooseMail(
  db: Db,
  actor: Actor,
  person: { personId: number },
  input: { mailChoice: 'at_once' | 'digest' },
): Promise<void> {
  authorize(actor, 'account.manage', person)
  await db.updateTable('person').set(input).where('id', '=', person.personId).execute()
}
