import type { Actor } from '#app/access/actor.ts'
import { authorize } from '#app/access/authorize.ts'
import { paths } from '#app/paths.ts'
import { now } from '#app/platform/clock.ts'
import { note } from '#app/platform/journal.server.ts'
import { act, text } from '#app/platform/mail/mail.ts'
import { mailPeople } from '#app/platform/mail/queue-mails.server.ts'
import { orNotFound, Refusal } from '#app/platform/refusal.ts'
import { type Db, inTransaction, type Transaction } from '#db/client.server.ts'
import type { EditionMessageInput } from './edition-message-form.ts'
import { findWrittenEdition, listReaders } from './edition-message-queries.server.ts'
import { messageTexts as texts } from './edition-message-texts.ts'

/**
 * Sends what a trainer or coordinator wrote to everyone of a group, each a mail of their own; answers go to whoever
 * wrote it. Pressed twice it goes out once. Returns to how many it went.
 */
export function sendEditionMessage(
  db: Db,
  actor: Actor,
  edition: { id: number },
  input: Omit<EditionMessageInput, 'act'>,
): Promise<{ sent: number }> {
  authorize(actor, 'message.send', { editionId: edition.id })
  return inTransaction(db, async (trx) => {
    const { title } = orNotFound(await findWrittenEdition(trx, edition.id))
    const { formKey, audience, subject, body } = input
    const meetingId = audience === 'absent' ? input.meetingId : undefined
    const readers = (await listReaders(trx, edition.id, { audience, meetingId })).filter(
      ({ reachable }) => reachable,
    )
    if (readers.length === 0) throw new Refusal(texts.nobody, 'audience')
    const message = await trx
      .insertInto('editionMessage')
      .values({
        editionId: edition.id,
        formKey,
        audience,
        meetingId: meetingId ?? null,
        subject,
        body,
        sentBy: actor.personId,
        sentAt: now(),
      })
      .onConflict((conflict) => conflict.constraint('edition_message_once').doNothing())
      .returning('id')
      .executeTakeFirst()
    // Sent already, by the first of two presses.
    if (!message) return { sent: readers.length }
    const replyTo = await primaryAddress(trx, actor.personId)
    const paragraphs = body.replaceAll('\r\n', '\n').split(/\n{2,}/)
    const sent = await mailPeople(
      trx,
      readers.map(({ personId, enrolmentId }) => ({
        personId,
        reason: 'message.sent',
        subjectKey: `message:${message.id}`,
        editionId: edition.id,
        kind: 'messages' as const,
        replyTo,
        mail: {
          title: `${subject} (${title})`,
          blocks: [
            text(texts.from(actor.name, title)),
            ...paragraphs.map((paragraph) => text(paragraph.trim())),
            ...(replyTo ? [text(texts.answer(actor.name))] : []),
            act('Bekijk je inschrijving', paths.myEnrolment(enrolmentId)),
          ],
        },
      })),
    )
    const details = { audience, meetingId, sent: sent.length }
    await note(trx, actor, 'message.send', { type: 'edition', id: edition.id }, { details })
    return { sent: sent.length }
  })
}

async function primaryAddress(trx: Transaction, personId: number): Promise<string | undefined> {
  const row = await trx
    .selectFrom('emailAddress')
    .select('address')
    .where('personId', '=', personId)
    .where('isPrimary', '=', true)
    .executeTakeFirst()
  return row?.address
}
