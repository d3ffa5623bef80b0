import { sql } from 'kysely'
import { hasPlaceLeft } from '#app/features/catalogue/catalogue-queries.server.ts'
import type { OfferingKind } from '#app/features/catalogue/offering.ts'
import { findModulesTeaching } from '#app/features/modules/module-queries.server.ts'
import { heldOf } from '#app/features/qualifications/holding.ts'
import { listPapers } from '#app/features/qualifications/qualification-queries.server.ts'
import { now, today } from '#app/platform/clock.ts'
import type { Db, Transaction } from '#db/client.server.ts'
import {
  type Counted,
  coverageOf,
  type Filler,
  type Fillers,
  licenceType,
  type ModuleCoverage,
  type Profile,
  profilesIn,
  type StaffFacts,
  type TaughtModule,
  trainedWithinYears,
} from './coverage.ts'

type TaughtRow = TaughtModule & { organisationId: number }
type StaffRow = { organisationId: number; personId: number; name: string; teamIds: number[] }

export type StaffMember = { id: number; name: string; teamIds: number[] }

export type SchoolCoverage = { modules: ModuleCoverage[]; staff: StaffMember[] }

/** How the modules that these schools teach are covered; of one profile where it is named. Five queries, however many people. */
export async function readCoverage(
  db: Db,
  organisationIds: readonly number[],
  profileCode?: string,
): Promise<Map<number, SchoolCoverage>> {
  const [taught, staff, profiles] = await Promise.all([
    listTaught(db, organisationIds, profileCode),
    listStaff(db, organisationIds),
    listProfiles(db),
  ])
  const personIds = [...new Set(staff.map(({ personId }) => personId))]
  const moduleCodes = [...new Set(taught.map(({ code }) => code))]
  const typeCodes = [...new Set(taught.flatMap((module) => module.typeCodes))]
  const [papers, trained] = await Promise.all([
    listPapers(db, personIds, [...typeCodes, licenceType]),
    listTrained(db, personIds, moduleCodes),
  ])
  const counts = new Map<string, Counted[]>()
  const count = (key: string, one: Counted) => {
    const known = counts.get(key)
    if (known) known.push(one)
    else counts.set(key, [one])
  }
  for (const { newest, stand, verification } of heldOf(papers, today())) {
    if (stand.standing !== 'valid' && stand.standing !== 'expiring') continue
    const one = { personId: newest.personId, checked: verification === 'verified' }
    if (newest.typeCode !== licenceType) count(`certified ${newest.typeCode}`, one)
    else for (const code of profilesIn(newest.scope, profiles)) count(`qualified ${code}`, one)
  }
  for (const { personId, code } of trained) count(`trained ${code}`, { personId, checked: true })
  const taughtAt = Map.groupBy(taught, ({ organisationId }) => organisationId)
  const staffOf = Map.groupBy(staff, ({ organisationId }) => organisationId)
  return new Map(
    organisationIds.map((id) => {
      const own = staffOf.get(id) ?? []
      const facts = factsOf(counts, new Set(own.map(({ personId }) => personId)))
      return [
        id,
        {
          modules: coverageOf(taughtAt.get(id) ?? [], facts),
          staff: own.map(({ personId, name, teamIds }) => ({ id: personId, name, teamIds })),
        },
      ]
    }),
  )
}

/** What counts for one school: of what is known of everybody, what is about its own people. */
function factsOf(counts: ReadonlyMap<string, readonly Counted[]>, own: ReadonlySet<number>): StaffFacts {
  const facts = { qualified: new Map(), trained: new Map(), certified: new Map() }
  for (const [key, counted] of counts) {
    const at = key.indexOf(' ')
    const aspect = key.slice(0, at) as keyof StaffFacts
    facts[aspect].set(
      key.slice(at + 1),
      counted.filter(({ personId }) => own.has(personId)),
    )
  }
  return facts
}

async function listTaught(
  db: Db | Transaction,
  organisationIds: readonly number[],
  profileCode?: string,
): Promise<TaughtRow[]> {
  const { rows } = await sql<TaughtRow>`
    select organisation_id, module.code, module.title, profile_code, profile.title as profile_title,
      kind = 'elective' as elective,
      coalesce((select json_agg(type_code order by type_code) from exam_module_qualification
        where module_code = module.code), '[]') as type_codes
    from school_module
    join exam_module module on module.code = school_module.module_code
    join exam_profile profile on profile.code = profile_code
    where organisation_id = any(${organisationIds}::bigint[])
      ${profileCode ? sql`and profile_code = ${profileCode}` : sql``}
    order by profile.position, kind = 'elective', module.code, organisation_id
    limit 20000`.execute(db)
  return rows
}

/** Who teaches at these schools today, by name; with the teams they are in. */
async function listStaff(db: Db, organisationIds: readonly number[]): Promise<StaffRow[]> {
  const { rows } = await sql<StaffRow>`
    select organisation_id, person_id, person.name,
      coalesce(json_agg(distinct team_id) filter (where team_id is not null), '[]') as team_ids
    from membership
    join person on person.id = person_id and deactivated_at is null and merged_into_id is null
    where organisation_id = any(${organisationIds}::bigint[])
      and role in ('teacher', 'instructor', 'team_lead', 'deputy_lead')
      and starts_on <= ${today()}::date and (ends_on is null or ends_on >= ${today()}::date)
    group by organisation_id, person_id, person.name, person.sort_name
    order by person.sort_name, person_id
    limit 20000`.execute(db)
  return rows
}

/** The official profiles, in their own order. */
export function listProfiles(db: Db | Transaction): Promise<(Profile & { technical: boolean })[]> {
  return db
    .selectFrom('examProfile')
    .select(['code', 'title', 'technical'])
    .orderBy('position')
    .limit(60)
    .execute()
}

/** Who completed something about a module in the last years: by what it is about now, or was when the proof was given. */
async function listTrained(db: Db, personIds: readonly number[], moduleCodes: readonly string[]) {
  const since = sql`${now()}::timestamptz - make_interval(years => ${trainedWithinYears}::int)`
  const { rows } = await sql<{ personId: number; code: string }>`
    select person_id, module_code as code
    from enrolment
    join edition on edition.id = enrolment.edition_id and edition.ends_at > ${since}
    join offering_exam_module on offering_exam_module.offering_id = edition.offering_id
    where person_id = any(${personIds}::bigint[]) and enrolment.status = 'completed'
      and module_code = any(${moduleCodes}::text[])
    union
    select person_id, module.code
    from certificate cross join lateral jsonb_to_recordset(exam_modules) as module(code text)
    where person_id = any(${personIds}::bigint[]) and revoked_at is null and issued_at > ${since}
      and module.code = any(${moduleCodes}::text[])
    order by person_id, code
    limit 200000`.execute(db)
  return rows
}

type FillerRow = {
  about: 'module' | 'type'
  wanted: string
  slug: string | null
  title: string | null
  kind: OfferingKind | null
  editionCode: string | null
  startsAt: Date | null
  people: number
  booked: { slug: string; title: string; kind: OfferingKind; startsAt: string } | null
}

/** What fills the gaps of a school: for each module and sort of paper the first chance there is, and who goes already. */
export async function findFillers(
  db: Db,
  coverage: readonly ModuleCoverage[],
  personIds: readonly number[],
): Promise<Fillers> {
  const lacking = (aspect: 'trained' | 'certified') => coverage.filter(({ gaps }) => gaps.includes(aspect))
  const modules = lacking('trained').map(({ module }) => module.code)
  const types = [...new Set(lacking('certified').flatMap(({ module }) => module.typeCodes))]
  const materials = await findModulesTeaching(db, modules)
  const { rows } = await sql<FillerRow>`
    select wanted.about, wanted.code as wanted, chance.slug, chance.title, chance.kind, chance.edition_code,
      chance.starts_at, booked.people, booked.first as booked
    from (
      select 'module' as about, code from unnest(${modules}::text[]) as code
      union all select 'type', code from unnest(${types}::text[]) as code
    ) wanted
    left join lateral (
      select offering.id, offering.slug, offering.title, offering.kind, edition.code as edition_code, edition.starts_at
      from offering
      left join lateral (
        select edition.code, edition.starts_at from edition
        where edition.offering_id = offering.id and edition.status in ('open', 'going_ahead')
          and edition.starts_at > ${now()} and ${hasPlaceLeft()}
        order by edition.starts_at, edition.id limit 1
      ) edition on true
      where offering.status = 'published' and ${fits()}
      order by edition.starts_at nulls last, offering.title, offering.id
      limit 1
    ) chance on true
    cross join lateral (
      select count(distinct enrolment.person_id)::int as people,
        (json_agg(json_build_object('slug', offering.slug, 'title', offering.title, 'kind', offering.kind,
          'startsAt', edition.starts_at) order by edition.starts_at, edition.id)) -> 0 as first
      from enrolment
      join edition on edition.id = enrolment.edition_id and edition.ends_at > ${now()}
        and edition.status in ('open', 'going_ahead')
      join offering on offering.id = edition.offering_id
      where enrolment.person_id = any(${personIds}::bigint[]) and enrolment.status in ('requested', 'confirmed')
        and ${fits()}
    ) booked
    where chance.slug is not null or booked.people > 0`.execute(db)
  const of = (about: FillerRow['about']) =>
    new Map(rows.filter((row) => row.about === about).map((row) => [row.wanted, fillerOf(row)]))
  return { byModule: of('module'), byType: of('type'), materials }
}

/** Whether `offering` is about what is `wanted`. */
const fits = () => sql`case wanted.about
  when 'module' then exists (select from offering_exam_module about_it
    where about_it.offering_id = offering.id and about_it.module_code = wanted.code)
  else wanted.code in (offering.awards_on_test, offering.prepares_for) end`

function fillerOf({ slug, title, kind, editionCode, startsAt, people, booked }: FillerRow): Filler {
  const chance = slug && title && kind ? { slug, title, kind } : undefined
  // Where nothing is left to book, what they go to is what there is.
  const shown = chance ?? (booked as NonNullable<typeof booked>)
  const bookedAt = booked && new Date(booked.startsAt)
  return {
    slug: shown.slug,
    title: shown.title,
    kind: shown.kind,
    edition: editionCode && startsAt ? { code: editionCode, startsAt } : null,
    booked: booked &&
      bookedAt && { people, title: booked.title, startsAt: bookedAt, begun: bookedAt <= now() },
  }
}

/** Every official exam module, by profile, and whether the school teaches it. */
export async function listModulesOfSchool(db: Db, organisationId: number) {
  const { rows } = await sql<{
    code: string
    title: string
    profileCode: string
    elective: boolean
    taught: boolean
  }>`
    select code, title, profile_code, kind = 'elective' as elective,
      exists (select from school_module where organisation_id = ${organisationId} and module_code = code) as taught
    from exam_module
    order by profile_code, kind = 'elective', code
    limit 1000`.execute(db)
  return rows
}

/** The schools that teach something of a profile, by name. */
export async function listTeachingSchools(db: Db, profileCode: string) {
  const { rows } = await sql<{ id: number; name: string }>`
    select id, name from organisation
    where id in (select organisation_id from school_module join exam_module on code = module_code
      where profile_code = ${profileCode})
    order by plain(name), id
    limit 300`.execute(db)
  return rows
}

/** The schools that prepare pupils for these exams, by name. */
export function listExaminingSchools(db: Db) {
  return db
    .selectFrom('organisation')
    .select(['id', 'name', 'town'])
    .where(sql<boolean>`kinds && array['secondary_school']`)
    .orderBy(sql`plain(name)`)
    .orderBy('id')
    .limit(300)
    .execute()
}

/** The profiles that some school teaches, in their own order. */
export async function listTaughtProfiles(db: Db): Promise<Profile[]> {
  const { rows } = await sql<Profile>`
    select code, title from exam_profile
    where code in (select profile_code from school_module join exam_module on exam_module.code = module_code)
    order by position
    limit 60`.execute(db)
  return rows
}

/** The exam modules for which a sort of paper counts, by code. */
export async function listModulesOfType(db: Db, typeCode: string): Promise<string[]> {
  const rows = await db
    .selectFrom('examModuleQualification')
    .select('moduleCode')
    .where('typeCode', '=', typeCode)
    .orderBy('moduleCode')
    .limit(300)
    .execute()
  return rows.map(({ moduleCode }) => moduleCode)
}

/** The schools of these teams that prepare pupils for exams, by name. */
export async function listSchoolsOfTeams(db: Db, teamIds: readonly number[]) {
  const { rows } = await sql<{ id: number; name: string }>`
    select id, name from organisation
    where id in (select organisation_id from team where id = any(${teamIds}::bigint[]))
      and kinds && array['secondary_school']
    order by plain(name), id
    limit 20`.execute(db)
  return rows
}
