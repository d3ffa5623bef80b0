import { sql } from 'kysely'
import { now } from '#app/platform/clock.ts'
import type { Db } from '#db/client.server.ts'
import type { EditionStatus } from '#db/schema.ts'

export type EditionFilter = {
  words?: string
  status?: EditionStatus
  /** Only those whose last meeting is over and that nobody closed. */
  toClose?: boolean
  offeringId?: number
  /** Only those that begin on or after this day. */
  from?: string
  page: number
}
export const editionsAPage = 30

/** Editions by first day; those still without meetings last. `total` counts all that fit the filter. */
export async function listManagedEditions(db: Db, filter: EditionFilter) {
  let query = db.selectFrom('edition').innerJoin('offering', 'offering.id', 'edition.offeringId')
  if (filter.status) query = query.where('edition.status', '=', filter.status)
  if (filter.toClose) {
    query = query.where('edition.status', 'in', ['open', 'going_ahead']).where('edition.endsAt', '<', now())
  }
  if (filter.offeringId) query = query.where('edition.offeringId', '=', filter.offeringId)
  if (filter.from) query = query.where('edition.startsAt', '>=', sql<Date>`${filter.from}::date`)
  if (filter.words) {
    query = query.where(sql<boolean>`plain(offering.title) like '%' || plain(${filter.words}) || '%'`)
  }
  const rows = await query
    .select([
      'edition.id',
      'edition.code',
      'edition.status',
      'edition.startsAt',
      'edition.endsAt',
      'edition.capacity',
      'edition.minimum',
      'edition.placesHeld',
      'edition.waiting',
      'edition.decideOn',
      'offering.title',
      sql<number>`count(*) over ()`.as('total'),
    ])
    .orderBy(sql`edition.starts_at ${filter.from || filter.offeringId ? sql`asc` : sql`desc`} nulls last`)
    .orderBy('edition.id')
    .limit(editionsAPage)
    .offset((filter.page - 1) * editionsAPage)
    .execute()
  return { editions: rows, total: rows[0]?.total ?? 0 }
}

/** One edition as a coordinator manages it. */
export function findManagedEdition(db: Db, editionId: number) {
  return db
    .selectFrom('edition')
    .innerJoin('offering', 'offering.id', 'edition.offeringId')
    .selectAll('edition')
    .select(['offering.title', 'offering.slug', 'offering.status as offeringStatus', 'offering.kind'])
    .select(
      sql<
        { id: number; name: string }[]
      >`coalesce((select json_agg(json_build_object('id', person.id, 'name', person.name)
          order by person.sort_name)
        from edition_trainer join person on person.id = edition_trainer.person_id
        where edition_trainer.edition_id = edition.id), '[]')`.as('trainers'),
    )
    .where('edition.id', '=', editionId)
    .executeTakeFirst()
}

/** The meetings of an edition in order of time, cancelled ones too, with place and trainers. */
export function listManagedMeetings(db: Db, editionId: number) {
  return db
    .selectFrom('meeting')
    .leftJoin('roomPlace', 'roomPlace.roomId', 'meeting.roomId')
    .select([
      'meeting.id',
      'meeting.startsAt',
      'meeting.endsAt',
      'meeting.breakMinutes',
      'meeting.roomId',
      'meeting.placeNote',
      'meeting.status',
      'meeting.cancelledReason',
      'roomPlace.room',
      'roomPlace.site',
      'roomPlace.town',
      'roomPlace.organisation',
      sql<string[]>`coalesce((select json_agg(person.name order by person.sort_name)
        from meeting_trainer join person on person.id = meeting_trainer.person_id
        where meeting_trainer.meeting_id = meeting.id), '[]')`.as('trainers'),
    ])
    .where('meeting.editionId', '=', editionId)
    .orderBy('meeting.startsAt')
    .orderBy('meeting.id')
    .execute()
}
