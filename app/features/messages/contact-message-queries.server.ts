import type { Db } from '#db/client.server.ts'

const contactMessagesAPage = 30

/** What visitors wrote, open ones oldest first or handled ones newest first. */
export async function listContactMessages(db: Db, filter: { handled: boolean; page: number }) {
  const query = db
    .selectFrom('contactMessage')
    .leftJoin('person', 'person.id', 'contactMessage.handledBy')
    .where('contactMessage.handledAt', filter.handled ? 'is not' : 'is', null)
  const messages = await query
    .selectAll('contactMessage')
    .select('person.name as handler')
    .orderBy(
      filter.handled ? 'contactMessage.handledAt' : 'contactMessage.createdAt',
      filter.handled ? 'desc' : 'asc',
    )
    .orderBy('contactMessage.id')
    .limit(contactMessagesAPage + 1)
    .offset((filter.page - 1) * contactMessagesAPage)
    .execute()
  return { messages: messages.slice(0, contactMessagesAPage), more: messages.length > contactMessagesAPage }
}
