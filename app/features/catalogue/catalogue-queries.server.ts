import { type RawBuilder, sql } from 'kysely'
import { now, today } from '#app/platform/clock.ts'
import { addDays, instantAt } from '#app/platform/dates.ts'
import { searchWords } from '#app/platform/search-words.server.ts'
import type { Db } from '#db/client.server.ts'
import { anyProof, type CatalogueFilter } from './catalogue-filter.ts'
import { matchedOfferings } from './catalogue-search.server.ts'
import type { OfferingKind, OfferingLevel, PlaceFacts } from './offering.ts'

export const pageSize = 20

export type CatalogueEdition = PlaceFacts & {
  id: number
  code: string
  startsAt: Date
  endsAt: Date
  meetings: number
  place: string | null
}

export type CatalogueRow = {
  id: number
  slug: string
  kind: OfferingKind
  level: OfferingLevel
  title: string
  summary: string
  studyMinutes: number
  organiser: string
  profiles: string[]
  /** How many editions match, and the first of them. */
  dates: number
  editions: CatalogueEdition[]
}

export type CataloguePage = { rows: CatalogueRow[]; total: number; approximate: boolean }

/**
 * Published offerings that match the filter, `pageSize` a page: best match first in a search, otherwise the nearest date.
 * When no offering has the words of a search as they were typed, those that look like it are given (`approximate`).
 */
export async function listOfferings(db: Db, filter: CatalogueFilter): Promise<CataloguePage> {
  const words = searchWords(filter.search)
  const exact = await listPage(db, filter, words, false)
  if (exact.total > 0 || words.length === 0) return { ...exact, approximate: false }
  const similar = await listPage(db, filter, words, true)
  return { ...similar, approximate: similar.total > 0 }
}

type ListedRow = Omit<CatalogueRow, 'editions'> & { total: number; editions: EditionJson[] | null }
type EditionJson = Omit<CatalogueEdition, 'startsAt' | 'endsAt' | 'enrolUntil'> & {
  startsAt: string
  endsAt: string
  enrolUntil: string | null
}

async function listPage(db: Db, filter: CatalogueFilter, words: string[], approximate: boolean) {
  const searching = words.length > 0
  const dated = filter.free || filter.from !== null || filter.until !== null || filter.place !== null
  const { rows } = await sql<ListedRow>`
    with ${searching ? sql`${matchedOfferings(words, approximate)},` : sql``}
    upcoming as (
      select edition.offering_id, min(edition.starts_at) as starts_at, count(*)::int as dates,
        (array_agg(edition.id order by edition.starts_at, edition.id))[:2] as edition_ids
      from edition join offering on offering.id = edition.offering_id
      where ${editionMatches(filter)}
      group by edition.offering_id
    ),
    page as (
      select offering.id, upcoming.starts_at, upcoming.dates, upcoming.edition_ids,
        ${searching ? sql`matched.rank` : sql`0`} as rank, count(*) over ()::int as total
      from offering
      ${searching ? sql`join matched on matched.offering_id = offering.id` : sql``}
      ${dated ? sql`join` : sql`left join`} upcoming on upcoming.offering_id = offering.id
      where ${offeringMatches(filter)}
      order by rank desc, upcoming.starts_at nulls last, offering.title, offering.id
      limit ${pageSize} offset ${(filter.page - 1) * pageSize}
    )
    select page.total, offering.id, offering.slug, offering.kind, offering.level, offering.title, offering.summary,
      offering.study_minutes, organisation.name as organiser, coalesce(page.dates, 0) as dates,
      coalesce((select json_agg(profile_code order by exam_profile.position) from offering_profile
        join exam_profile on exam_profile.code = profile_code where offering_id = offering.id), '[]') as profiles,
      (select json_agg(${editionJson} order by edition.starts_at, edition.id)
        from edition where edition.id = any(page.edition_ids)) as editions
    from page join offering on offering.id = page.id join organisation on organisation.id = offering.organiser_id
    order by page.rank desc, page.starts_at nulls last, offering.title, offering.id
  `.execute(db)
  return {
    total: rows[0]?.total ?? 0,
    rows: rows.map(({ total: _total, ...row }) => ({ ...row, editions: (row.editions ?? []).map(revive) })),
  }
}

export type NextEdition = CatalogueEdition & { slug: string; title: string; profiles: string[] }

/** The editions that begin first and can be enrolled in, of the whole catalogue. */
export async function listNextEditions(db: Db, limit: number): Promise<NextEdition[]> {
  const { rows } = await sql<{ slug: string; title: string; profiles: string[]; edition: EditionJson }>`
    select offering.slug, offering.title, ${editionJson} as edition,
      coalesce((select json_agg(profile_code order by exam_profile.position) from offering_profile
        join exam_profile on exam_profile.code = profile_code where offering_id = offering.id), '[]') as profiles
    from edition join offering on offering.id = edition.offering_id
    where edition.status in ('open', 'going_ahead') and edition.starts_at > ${now()}
      and offering.status = 'published'
    order by edition.starts_at, edition.id
    limit ${limit}
  `.execute(db)
  return rows.map(({ edition, ...row }) => ({ ...row, ...revive(edition) }))
}

/** The facts of `edition` that a list shows; its place is that of its first meeting. */
const editionJson = sql`json_build_object(
  'id', edition.id, 'code', edition.code, 'status', edition.status, 'startsAt', edition.starts_at,
  'endsAt', edition.ends_at, 'enrolUntil', edition.enrol_until, 'capacity', edition.capacity,
  'minimum', edition.minimum, 'placesHeld', edition.places_held, 'waiting', edition.waiting,
  'meetings', (select count(*) from meeting where meeting.edition_id = edition.id and meeting.status = 'planned'),
  'place', (select coalesce(room_place.organisation || ', ' || room_place.town, meeting.place_note)
    from meeting left join room_place on room_place.room_id = meeting.room_id
    where meeting.edition_id = edition.id and meeting.status = 'planned' order by meeting.starts_at limit 1))`

function revive(edition: EditionJson): CatalogueEdition {
  return {
    ...edition,
    startsAt: new Date(edition.startsAt),
    endsAt: new Date(edition.endsAt),
    enrolUntil: edition.enrolUntil === null ? null : new Date(edition.enrolUntil),
  }
}

/** Editions still to begin that one can enrol in, within the filter. Needs `edition` and `offering` in the query. */
function editionMatches(filter: CatalogueFilter): RawBuilder<boolean> {
  const conditions = [
    sql<boolean>`edition.status in ('open', 'going_ahead')`,
    sql<boolean>`edition.starts_at > ${now()}`,
  ]
  if (filter.from) conditions.push(sql`edition.ends_at >= ${instantAt(filter.from, '00:00')}`)
  if (filter.until) conditions.push(sql`edition.starts_at < ${instantAt(addDays(filter.until, 1), '00:00')}`)
  if (filter.free) conditions.push(hasPlaceLeft())
  if (filter.place)
    conditions.push(sql`exists (select from meeting where edition_id = edition.id and ${isIn(filter.place)})`)
  return sql.join(conditions, sql` and `)
}

export function hasPlaceLeft(): RawBuilder<boolean> {
  return sql`(edition.places_held < edition.capacity and edition.waiting = 0
    and (edition.enrol_until is null or edition.enrol_until > ${now()}))`
}

/** Whether `meeting` is held in a town; one without a room counts for the town of who organises it. */
export function isIn(town: string): RawBuilder<boolean> {
  return sql`plain(coalesce(
    (select room_place.town from room_place where room_place.room_id = meeting.room_id),
    (select organisation.town from organisation where organisation.id = offering.organiser_id))) = plain(${town})`
}

export function offeringMatches(filter: CatalogueFilter): RawBuilder<boolean> {
  const conditions = [sql<boolean>`offering.status = 'published'`]
  if (filter.kind) conditions.push(sql`offering.kind = ${filter.kind}`)
  if (filter.project) conditions.push(sql`offering.project_number = ${filter.project}`)
  if (filter.goal) {
    conditions.push(
      sql`offering.project_number in (select project_number from project_goal where goal_number = ${filter.goal})`,
    )
  }
  if (filter.profile) {
    conditions.push(
      sql`offering.id in (select offering_id from offering_profile where upper(profile_code) = upper(${filter.profile}))`,
    )
  }
  if (filter.module) {
    conditions.push(
      sql`offering.id in (select offering_id from offering_exam_module where module_code = ${filter.module})`,
    )
  }
  if (filter.proof === anyProof) {
    conditions.push(sql`coalesce(offering.awards_on_test, offering.prepares_for) is not null`)
  } else if (filter.proof) {
    conditions.push(sql`${filter.proof} in (offering.awards_on_test, offering.prepares_for)`)
  }
  return sql.join(conditions, sql` and `)
}

export type CatalogueChoices = {
  profiles: { code: string; title: string }[]
  modules: { code: string; title: string }[]
  projects: { number: number; title: string }[]
  goals: { number: number; title: string }[]
  proofs: { code: string; title: string }[]
  places: string[]
}

/** What can be chosen in the filters: only what some published offering has. Each in its usual order. */
export async function findCatalogueChoices(db: Db): Promise<CatalogueChoices> {
  const { rows } = await sql<CatalogueChoices>`
    with published as materialized (
      select id, project_number, organiser_id, awards_on_test, prepares_for from offering where status = 'published'
    )
    select
      coalesce((select json_agg(json_build_object('code', code, 'title', title) order by position) from exam_profile
        where code in (select profile_code from offering_profile join published on id = offering_id)), '[]') as profiles,
      coalesce((select json_agg(json_build_object('code', code, 'title', title) order by code) from exam_module
        where code in (select module_code from offering_exam_module join published on id = offering_id)), '[]') as modules,
      coalesce((select json_agg(json_build_object('number', number, 'title', title) order by number) from project
        where number in (select project_number from published)), '[]') as projects,
      (select json_agg(json_build_object('number', number, 'title', title) order by number) from goal) as goals,
      coalesce((select json_agg(json_build_object('code', code, 'title', title) order by title) from qualification_type
        where code in (select awards_on_test from published union select prepares_for from published)), '[]') as proofs,
      coalesce((select json_agg(distinct town order by town) from (
        select room_place.town from room_place
          where exists (select from meeting where room_id = room_place.room_id and starts_at > ${instantAt(today(), '00:00')})
        union select organisation.town from organisation where id in (select organiser_id from published)
      ) as towns), '[]') as places
  `.execute(db)
  return rows[0]!
}
