import type { Db } from '#db/client.server.ts'

/** The mails in the outbox, oldest first. */
export function mails(db: Db) {
  return db
    .selectFrom('outbox')
    .select(['id', 'reason', 'recipient', 'title', 'bodyText', 'personId'])
    .orderBy('id')
    .execute()
}

/** The path of the first link in the newest mail to this address. */
export async function linkMailedTo(db: Db, recipient: string): Promise<string> {
  const mail = (await mails(db)).findLast((row) => row.recipient === recipient)
  const link = /https?:\/\/\S+/.exec(mail?.bodyText ?? '')?.[0]
  if (!link) throw new Error(`There is no mail with a link to ${recipient}.`)
  const { pathname, search } = new URL(link)
  return pathname + search
}
