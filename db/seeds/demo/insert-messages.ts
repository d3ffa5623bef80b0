import { randomUUID } from 'node:crypto'
import { sendEditionMessage } from '#app/features/messages/send-edition-message.server.ts'
import type { Transaction } from '#db/client.server.ts'
import { idOf } from './insert-people.ts'
import type { Known } from './insert-results.ts'

/** What a trainer wrote to the people of a running course, two days ago. */
export async function insertMessages(trx: Transaction, known: Known, now: Date): Promise<void> {
  const edition = known.editions.get('mig-mag-lassen-opfrissen:running')
  if (!edition) throw new Error('The demo has no running course in MIG/MAG welding.')
  const person = trx
    .selectFrom('person')
    .select(['id', 'name'])
    .where('id', '=', idOf(known.people, 'trainer'))
  const { id: personId, name } = await person.executeTakeFirstOrThrow()
  const trainer: Parameters<typeof sendEditionMessage>[1] = {
    personId,
    name,
    isCoordinator: false,
    isReviewer: false,
    isAdministrator: false,
    memberships: [],
    leads: new Set(),
    trains: new Set([edition.id]),
    trainsMeetings: new Set(),
  }
  await sendEditionMessage(trx, trainer, edition, {
    formKey: randomUUID(),
    audience: 'participants',
    subject: 'De achterdeur is open',
    body: [
      'De hoofdingang wordt verbouwd. Loop om het gebouw heen: de achterdeur bij de fietsen is open vanaf een half uur voor we beginnen.',
      'Neem je eigen laskap mee als je die fijner vindt zitten. Er liggen er ook genoeg.',
    ].join('\n\n'),
  })
  const sentAt = new Date(now.getTime() - 50 * 3_600_000)
  await trx
    .updateTable('outbox')
    .set({ createdAt: sentAt, sendAfter: sentAt, attempts: 1, sentAt })
    .where('reason', '=', 'message.sent')
    .execute()
  await trx.updateTable('editionMessage').set({ sentAt }).execute()
}
