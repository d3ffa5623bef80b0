import { type RawBuilder, sql } from 'kysely'
import { searchWords, wordsSought } from '#app/platform/search-words.server.ts'
import type { Db } from '#db/client.server.ts'
import type { ModuleDocument } from './document.ts'
import type { ModuleLevel, ModuleLicence } from './module.ts'
import type { ModuleFilter } from './module-filter.ts'

export const modulesPerPage = 20

export type ListedModule = {
  id: number
  slug: string
  title: string
  summary: string
  company: string
  profiles: string[]
  levels: ModuleLevel[]
  schoolYears: number[]
  lessons: number
  /** The first picture in it, as small as it is kept. */
  picture: { id: number; width: number; height: number } | null
  /** A piece of the text with the words of a search in it, each between ⟦ and ⟧; null when they stand in title or summary. */
  excerpt: string | null
}

/** What everybody may read: one published version of each module that is not archived. */
const published = sql`practical_module
  join module_version version on version.id = published_version_id and version.status = 'published'
  join organisation on organisation.id = practical_module.organisation_id`

/** Published modules that match, the best match first, otherwise by title. */
export async function listModules(
  db: Db,
  filter: ModuleFilter,
): Promise<{ rows: ListedModule[]; total: number }> {
  const words = searchWords(filter.search)
  const searching = words.length > 0
  const { rows } = await sql<ListedModule & { total: number }>`
    with ${searching ? sql`${matched(words)},` : sql``}
    page as (
      select version.id, ${searching ? sql`matched.rank` : sql`0`} as rank, count(*) over ()::int as total
      from ${published}
      ${searching ? sql`join matched on matched.version_id = version.id` : sql``}
      where archived_at is null and ${matches(filter)}
      order by rank desc, version.title, version.id
      limit ${modulesPerPage} offset ${(filter.page - 1) * modulesPerPage}
    )
    select page.total, practical_module.id, slug, version.title, version.summary, organisation.name as company,
      ${profilesOf} as profiles, version.levels, version.school_years, version.lessons,
      (select json_build_object('id', picture_id, 'width', width, 'height', height) from module_picture_size
        where picture_id = (jsonb_path_query_first(version.document,
          'strict $.content[*] ? (@.type != "teacherNote").** ? (@.type == "figure").attrs.picture',
          silent => true))::bigint
        order by width limit 1) as picture,
      ${searching ? excerpt : sql`null`} as excerpt
    from page join ${published} on version.id = page.id
    order by page.rank desc, version.title, version.id`.execute(db)
  return { total: rows[0]?.total ?? 0, rows: rows.map(({ total: _total, ...row }) => row) }
}

const profilesOf = sql`coalesce((select json_agg(profile_code order by exam_profile.position)
  from module_version_profile join exam_profile on exam_profile.code = profile_code
  where version_id = version.id), '[]')`

/** The versions in which every word is found: by its stem in the texts, inside a longer word, as a code, as a company. */
const matched = (words: readonly string[]) => sql`
  ${wordsSought(words)},
  found as (
    select word.typed, version.id as version_id, ts_rank('{0.1, 0.2, 0.4, 1}', version.search, word.query) as rank
    from word cross join (${published}) where version.search @@ word.query
    union all
    select word.typed, version.id, 0.3 from word cross join (${published})
    where plain(version.title || ' ' || version.summary) like word.pattern
    union all
    select word.typed, version_id, 0.3 from word
      join exam_module on plain(exam_module.code) like '%' || word.typed || '%'
        or ' ' || plain(exam_module.title) || ' ' like word.pattern
      join module_version_exam_module on module_code = exam_module.code
    union all
    select word.typed, version.id, 0.1 from word cross join (${published})
    where ' ' || plain(organisation.name || ' ' || organisation.town) like '% ' || word.typed || '%'
  ),
  matched as (
    select version_id, sum(best) as rank
    from (select version_id, typed, max(rank) as best from found group by version_id, typed) by_word
    group by version_id having count(*) >= (select count(*) from word)
    union all
    -- Nothing but words such as "de": nothing is asked.
    select version.id, 0 from ${published} where not exists (select from word)
  )`

/** Around the first of the words that stand neither in title nor in summary; without such a word there is nothing to tell. */
const excerpt = sql`(
  select case when position('⟦' in piece) > 0 then piece end
  from (select string_agg(query::text, ' | ')::tsquery as query from word
    where version.search @@ word.query and not ts_filter(version.search, '{a,b}') @@ word.query) sought
  cross join lateral (select ts_headline('pg_catalog.dutch', left(version.words, 50000), sought.query,
    'StartSel=⟦, StopSel=⟧, MaxWords=22, MinWords=10, MaxFragments=1') as piece) found
  where sought.query is not null)`

function matches(filter: ModuleFilter): RawBuilder<unknown> {
  const conditions = [sql`true`]
  if (filter.profile) {
    conditions.push(sql`exists (select from module_version_profile
      where version_id = version.id and profile_code = ${filter.profile})`)
  }
  if (filter.examModule) {
    conditions.push(sql`exists (select from module_version_exam_module
      where version_id = version.id and module_code = ${filter.examModule})`)
  }
  if (filter.company) conditions.push(sql`practical_module.organisation_id = ${filter.company}`)
  if (filter.level) conditions.push(sql`${filter.level} = any(version.levels)`)
  if (filter.lessons) conditions.push(sql`version.lessons <= ${filter.lessons}`)
  if (filter.licence) conditions.push(sql`version.licence = ${filter.licence}::module_licence`)
  return sql.join(conditions, sql` and `)
}

/** What the filters offer: only what some published module has. */
export async function findModuleChoices(db: Db) {
  const { rows } = await sql<{
    profiles: { code: string; title: string }[]
    examModules: { code: string; title: string }[]
    companies: { id: number; name: string }[]
  }>`
    with shown as (select version.id, practical_module.organisation_id from ${published} where archived_at is null)
    select
      (select coalesce(json_agg(json_build_object('code', code, 'title', title) order by position), '[]')
        from exam_profile where code in (select profile_code from module_version_profile join shown on id = version_id))
        as profiles,
      (select coalesce(json_agg(json_build_object('code', code, 'title', title) order by code), '[]')
        from exam_module where code in (select module_code from module_version_exam_module join shown on id = version_id))
        as exam_modules,
      (select coalesce(json_agg(json_build_object('id', id, 'name', name) order by name), '[]')
        from organisation where id in (select organisation_id from shown)) as companies`.execute(db)
  return rows[0] ?? { profiles: [], examModules: [], companies: [] }
}

export type ModuleChoices = Awaited<ReturnType<typeof findModuleChoices>>

/** Of each exam module in `codes` the practical module that was published last, by its code. */
export async function findModulesTeaching(
  db: Db,
  codes: readonly string[],
): Promise<Map<string, { slug: string; title: string }>> {
  if (codes.length === 0) return new Map()
  const { rows } = await sql<{ code: string; slug: string; title: string }>`
    select distinct on (module_code) module_code as code, slug, version.title
    from ${published} join module_version_exam_module on version_id = version.id
    where archived_at is null and module_code = any(${[...codes]}::text[])
    order by module_code, published_at desc, practical_module.id`.execute(db)
  return new Map(rows.map(({ code, ...module }) => [code, module]))
}

export type ModulePage = {
  id: number
  versionId: number
  number: number
  slug: string
  title: string
  summary: string
  document: ModuleDocument
  company: string
  profiles: string[]
  levels: ModuleLevel[]
  schoolYears: number[]
  lessons: number
  licence: ModuleLicence
  publishedAt: Date
  reviewBy: string
  examModules: { code: string; title: string }[]
  pictures: { id: number; sizes: { width: number; height: number }[] }[]
  files: { id: number; name: string; byteSize: number }[]
}

/** What everybody reads of a module, with everything it shows; undefined when nothing of it is published. */
export async function findPublishedModule(db: Db, slug: string): Promise<ModulePage | undefined> {
  const { rows } = await sql<ModulePage>`
    select practical_module.id, version.id as version_id, version.number, slug, version.title, version.summary,
      version.document, organisation.name as company, ${profilesOf} as profiles, version.levels, version.school_years,
      version.lessons, version.licence, version.published_at, practical_module.review_by,
      (select coalesce(json_agg(json_build_object('code', code, 'title', title) order by code), '[]')
        from module_version_exam_module join exam_module on code = module_code where version_id = version.id)
        as exam_modules,
      (select coalesce(json_agg(json_build_object('id', picture_id, 'sizes', (
          select json_agg(json_build_object('width', width, 'height', height) order by width)
          from module_picture_size size where size.picture_id = shown.picture_id))), '[]')
        from module_version_picture shown where version_id = version.id) as pictures,
      (select coalesce(json_agg(json_build_object('id', module_file.id, 'name', name, 'byteSize', byte_size)), '[]')
        from module_version_file join module_file on module_file.id = module_file_id
        join stored_file on stored_file.id = file_id where version_id = version.id) as files
    from ${published}
    where slug = ${slug} and archived_at is null`.execute(db)
  return rows[0]
}

/** The name in the address of a published module, by its id; undefined when nothing of it is published. */
export async function findModuleSlug(db: Db, id: number): Promise<string | undefined> {
  const row = await db
    .selectFrom('practicalModule')
    .select('slug')
    .where('id', '=', id)
    .where('publishedVersionId', 'is not', null)
    .where('archivedAt', 'is', null)
    .executeTakeFirst()
  return row?.slug
}

/** The stored file of a picture in one width, for who may see it: everybody, once it stands in what everybody reads. */
export async function findShownPicture(db: Db, id: number, width: number): Promise<number | undefined> {
  const { rows } = await sql<{ fileId: number }>`
    select file_id from module_picture_size
    where picture_id = ${id} and width = ${width}::bigint and exists (
      select from module_version_picture join (${published}) on version.id = version_id
      where module_version_picture.picture_id = ${id} and archived_at is null)`.execute(db)
  return rows[0]?.fileId
}

/** The same for a file to download. */
export async function findShownFile(db: Db, id: number): Promise<number | undefined> {
  const { rows } = await sql<{ fileId: number }>`
    select file_id from module_file where id = ${id} and exists (
      select from module_version_file join (${published}) on version.id = version_id
      where module_file_id = ${id} and archived_at is null)`.execute(db)
  return rows[0]?.fileId
}
