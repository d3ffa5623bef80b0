import { paths } from '#app/paths.ts'
import { now } from '#app/platform/clock.ts'
import { act, facts, text } from '#app/platform/mail/mail.ts'
import { mailPerson } from '#app/platform/mail/queue-mail.server.ts'
import { throttle } from '#app/platform/throttle.server.ts'
import { type Db, inTransaction } from '#db/client.server.ts'
import type { ContactInput } from './contact-message-form.ts'
import { contactTexts, topicWords } from './contact-message-texts.ts'

/**
 * Keeps what a visitor wrote to the region, and mails it to every coordinator. A message in which the field that
 * nobody sees was filled in is thrown away without telling. Refuses too many from one network.
 */
export async function sendContactMessage(
  db: Db,
  input: ContactInput,
  { networkAddress }: { networkAddress: string },
): Promise<void> {
  await throttle('contact-network', networkAddress)
  if (input.website) return
  const { topic, name, email, organisation, message } = input
  await inTransaction(db, async (trx) => {
    const { id } = await trx
      .insertInto('contactMessage')
      .values({ topic, name, email, organisation: organisation ?? null, message, createdAt: now() })
      .returning('id')
      .executeTakeFirstOrThrow()
    const coordinators = await trx
      .selectFrom('regionRole')
      .select('personId')
      .where('role', '=', 'coordinator')
      .orderBy('personId')
      .execute()
    for (const { personId } of coordinators) {
      await mailPerson(trx, personId, {
        reason: 'contact.received',
        subjectKey: `contact-message:${id}`,
        digestible: true,
        replyTo: email,
        mail: {
          title: contactTexts.mailTitle(topic),
          blocks: [
            text(contactTexts.mailIntro),
            facts([
              ['Onderwerp', topicWords[topic]],
              ['Naam', name],
              ['E-mailadres', email],
              ...(organisation ? [['Organisatie', organisation] as [string, string]] : []),
            ]),
            text(message),
            act('Bekijk de berichten', paths.contactMessages()),
          ],
        },
      })
    }
  })
}
