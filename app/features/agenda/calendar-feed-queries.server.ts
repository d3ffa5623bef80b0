import { paths } from '#app/paths.ts'
import { fullAddress } from '#app/platform/address.server.ts'
import { seal, unseal } from '#app/platform/signing.server.ts'
import type { Db } from '#db/client.server.ts'

/** Whose calendar is fetched at an address. */
export type FeedOwner =
  | { personId: number; roomId: null }
  | { personId: null; roomId: number; roomName: string }

export type Feed = { id: number; lastFetchedAt: Date | null; owner: FeedOwner }

const purpose = 'calendar-feed'

/** The address at which a feed is fetched: a seal over its id. It can be shown again, and nothing secret is kept. */
export function addressOfFeed(feed: { id: number }): string {
  return fullAddress(paths.calendarFeed(seal(purpose, String(feed.id))))
}

/** The feed that a token opens, while it holds and its owner has not gone. */
export async function findFeed(db: Db, token: string): Promise<Feed | undefined> {
  const id = unseal(purpose, token)
  if (id === undefined || !/^\d{1,15}$/.test(id)) return undefined
  const row = await db
    .selectFrom('calendarFeed')
    .leftJoin('person', 'person.id', 'calendarFeed.personId')
    .leftJoin('room', 'room.id', 'calendarFeed.roomId')
    .select([
      'calendarFeed.id',
      'calendarFeed.lastFetchedAt',
      'calendarFeed.personId',
      'calendarFeed.roomId',
      'room.name as roomName',
    ])
    .where('calendarFeed.id', '=', Number(id))
    .where('calendarFeed.revokedAt', 'is', null)
    .where('person.deactivatedAt', 'is', null)
    .where('person.mergedIntoId', 'is', null)
    .executeTakeFirst()
  if (!row) return undefined
  const { id: feedId, lastFetchedAt, personId, roomId, roomName } = row
  const owner: FeedOwner =
    personId !== null
      ? { personId, roomId: null }
      : { personId: null, roomId: roomId as number, roomName: roomName ?? '' }
  return { id: feedId, lastFetchedAt, owner }
}

export type ShownFeed = { address: string; lastFetchedAt: Date | null }

/** Somebody's own feed as their page shows it. */
export async function findFeedOfPerson(db: Db, personId: number): Promise<ShownFeed | null> {
  const row = await db
    .selectFrom('calendarFeed')
    .select(['id', 'lastFetchedAt'])
    .where('personId', '=', personId)
    .where('revokedAt', 'is', null)
    .executeTakeFirst()
  return row ? { address: addressOfFeed(row), lastFetchedAt: row.lastFetchedAt } : null
}

/** A room of an organisation, with its feed. */
export async function findRoomWithFeed(db: Db, organisationId: number, roomId: number) {
  const row = await db
    .selectFrom('room')
    .innerJoin('site', 'site.id', 'room.siteId')
    .leftJoin('calendarFeed', (join) =>
      join.onRef('calendarFeed.roomId', '=', 'room.id').on('calendarFeed.revokedAt', 'is', null),
    )
    .select([
      'room.id',
      'room.name',
      'site.name as site',
      'calendarFeed.id as feedId',
      'calendarFeed.lastFetchedAt',
    ])
    .where('site.organisationId', '=', organisationId)
    .where('room.id', '=', roomId)
    .executeTakeFirst()
  if (!row) return undefined
  const feed: ShownFeed | null =
    row.feedId === null
      ? null
      : { address: addressOfFeed({ id: row.feedId }), lastFetchedAt: row.lastFetchedAt }
  return { id: row.id, name: row.name, site: row.site, feed }
}
