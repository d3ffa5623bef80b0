import { sql } from 'kysely'
import type { Db } from '#db/client.server.ts'

export type OutboxState = 'waiting' | 'sent' | 'refused'
export type OutboxFilter = { state?: OutboxState; words?: string; page: number }
export const mailsAPage = 40

/** The mails of the outbox, newest first, without their bodies; `total` counts all that fit the filter. */
export async function listMails(db: Db, filter: OutboxFilter) {
  let query = db.selectFrom('outbox')
  if (filter.state === 'sent') query = query.where('sentAt', 'is not', null)
  if (filter.state === 'refused') query = query.where('refusedAt', 'is not', null)
  if (filter.state === 'waiting') query = query.where('sentAt', 'is', null).where('refusedAt', 'is', null)
  if (filter.words) {
    query = query.where(
      sql<boolean>`(plain(title) like '%' || plain(${filter.words}) || '%' or recipient like '%' || lower(${filter.words}) || '%')`,
    )
  }
  const [mails, { total }] = await Promise.all([
    query
      .select([
        'id',
        'recipient',
        'title',
        'createdAt',
        'sentAt',
        'refusedAt',
        'lastError',
        'attempts',
        'inDigest',
      ])
      .orderBy('createdAt', 'desc')
      .orderBy('id', 'desc')
      .limit(mailsAPage)
      .offset((filter.page - 1) * mailsAPage)
      .execute(),
    query.select(({ fn }) => fn.countAll<number>().as('total')).executeTakeFirstOrThrow(),
  ])
  return { mails, total }
}

/** One mail, whole. */
export function findMail(db: Db, id: number) {
  return db
    .selectFrom('outbox')
    .select([
      'id',
      'recipient',
      'title',
      'bodyText',
      'createdAt',
      'sentAt',
      'refusedAt',
      'lastError',
      'inDigest',
    ])
    .where('id', '=', id)
    .executeTakeFirst()
}

/** Mails that were refused for good and that nobody has seen to yet, newest first. */
export function listRefusedMails(db: Db, limit: number) {
  return db
    .selectFrom('outbox')
    .leftJoin('person', 'person.id', 'outbox.personId')
    .select([
      'outbox.id',
      'outbox.recipient',
      'outbox.title',
      'outbox.refusedAt',
      'outbox.personId',
      'person.name',
    ])
    .where('outbox.refusedAt', 'is not', null)
    .where('outbox.handledAt', 'is', null)
    .orderBy('outbox.refusedAt', 'desc')
    .limit(limit)
    .execute()
}
