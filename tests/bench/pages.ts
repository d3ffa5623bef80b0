import { sql } from 'kysely'
import { paths } from '#app/paths.ts'
import { startSession } from '#app/platform/authentication/session.server.ts'
import type { Db } from '#db/client.server.ts'
import { calendarFeedPage } from './calendar-feed.ts'
import { moduleOf3000Words } from './modules.ts'

export type BenchPage = {
  name: string
  path: string
  kind: 'visitor' | 'signed in'
  headers: Record<string, string>
}

/** As a browser asks. */
const asked = { 'Accept-Encoding': 'gzip, deflate, br' }

/** Logs somebody in; returns the headers their browser sends from then on. */
export async function headersOf(db: Db, address: string): Promise<Record<string, string>> {
  const { personId } = await db
    .selectFrom('emailAddress')
    .select('personId')
    .where('address', '=', address)
    .executeTakeFirstOrThrow()
  return headersOfPerson(db, personId)
}

export async function headersOfPerson(db: Db, personId: number): Promise<Record<string, string>> {
  const cookie = await startSession(db, new Request('http://localhost'), personId)
  return { ...asked, Cookie: cookie.split(';', 1)[0] ?? '' }
}

/** The pages that are measured, the same ones in every region. */
export async function benchPages(db: Db): Promise<BenchPage[]> {
  const teacher = await headersOf(db, 'docent@demo.test')
  const trainer = await headersOf(db, 'trainer@demo.test')
  const coordinator = await headersOf(db, 'coordinator@demo.test')
  const roster = paths.roster((await largeMeeting(db)).id)
  const offering = paths.offering(await offeringWithDates(db))
  const visitor = { kind: 'visitor', headers: asked } as const
  return [
    { name: 'home', path: paths.home(), ...visitor },
    { name: 'catalogue, search', path: `${paths.catalogue()}?zoek=lassen`, ...visitor },
    { name: 'an offering', path: offering, ...visitor },
    { name: '/mijn', path: paths.mine(), kind: 'signed in', headers: teacher },
    { name: 'roster of 200', path: roster, kind: 'signed in', headers: trainer },
    { name: '/beheer', path: paths.desk(), kind: 'signed in', headers: coordinator },
    { name: '/beheer/cijfers', path: paths.figures(), kind: 'signed in', headers: coordinator },
    {
      name: 'a module of 3,000 words',
      path: await moduleOf3000Words(db),
      kind: 'signed in',
      headers: teacher,
    },
    await calendarFeedPage(db, asked),
  ]
}

/** The meeting with a roster of 200 that is still to be recorded. */
export async function largeMeeting(db: Db): Promise<{ id: number }> {
  return db
    .selectFrom('meeting')
    .innerJoin('edition', 'edition.id', 'meeting.editionId')
    .innerJoin('offering', 'offering.id', 'edition.offeringId')
    .select('meeting.id')
    .where('slug', '=', 'grote-bijeenkomst')
    .where('meeting.startsAt', '<', new Date())
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('attendance').select('state').whereRef('meetingId', '=', 'meeting.id'))),
    )
    .executeTakeFirstOrThrow()
}

/** The demo's own offering with the most dates to come. */
async function offeringWithDates(db: Db): Promise<string> {
  const { rows } = await sql<{ slug: string }>`
    select slug from offering join edition on edition.offering_id = offering.id
    where offering.status = 'published' and edition.starts_at > now() and slug !~ '-reeks-|stormloop|grote-bij'
    group by offering.id order by count(*) desc, offering.id limit 1`.execute(db)
  return rows[0]?.slug ?? ''
}
