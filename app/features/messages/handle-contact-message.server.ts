import { z } from 'zod'
import type { Actor } from '#app/access/actor.ts'
import { authorize } from '#app/access/authorize.ts'
import { now } from '#app/platform/clock.ts'
import { idField, optionalText } from '#app/platform/fields.server.ts'
import { note } from '#app/platform/journal.server.ts'
import { orNotFound } from '#app/platform/refusal.ts'
import { type Db, inTransaction } from '#db/client.server.ts'

export const handleContactForm = z.object({
  messageId: idField('een bericht'),
  handledNote: optionalText(500),
})

/** Marks a visitor's message as dealt with; again changes nothing but the note. */
export async function handleContactMessage(
  db: Db,
  actor: Actor,
  input: z.output<typeof handleContactForm>,
): Promise<void> {
  authorize(actor, 'contact.handle')
  await inTransaction(db, async (trx) => {
    const message = orNotFound(
      await trx
        .selectFrom('contactMessage')
        .select(['id', 'handledAt'])
        .where('id', '=', input.messageId)
        .forUpdate()
        .executeTakeFirst(),
    )
    await trx
      .updateTable('contactMessage')
      .set({
        handledAt: message.handledAt ?? now(),
        handledBy: actor.personId,
        handledNote: input.handledNote ?? null,
      })
      .where('id', '=', message.id)
      .execute()
    await note(trx, actor, 'contact.handle', { type: 'contact_message', id: message.id })
  })
}
