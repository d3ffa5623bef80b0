import type { Actor } from '#app/access/actor.ts'
import { authorize } from '#app/access/authorize.ts'
import { note } from '#app/platform/journal.server.ts'
import { notFound } from '#app/platform/refusal.ts'
import { type Db, inTransaction } from '#db/client.server.ts'
import type { CorrectPerson } from './managed-person-form.ts'

/** Changes how somebody is called and the telephone number of their account. What was issued keeps the old name. */
export function correctPerson(
  db: Db,
  actor: Actor,
  { personId }: { personId: number },
  input: CorrectPerson,
): Promise<void> {
  authorize(actor, 'person.manage')
  return inTransaction(db, async (trx) => {
    const changed = await trx
      .updateTable('person')
      .set({ ...input, telephone: input.telephone ?? null })
      .where('id', '=', personId)
      .where('mergedIntoId', 'is', null)
      .returning('id')
      .executeTakeFirst()
    if (!changed) throw notFound()
    await note(trx, actor, 'person.correct', { type: 'person', id: personId })
  })
}
