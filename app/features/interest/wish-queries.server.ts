import { sql } from 'kysely'
import type { Db } from '#db/client.server.ts'
import type { HalfDay } from './half-day.ts'

export type Wish = {
  id: number
  name: string
  organisation: string | null
  what: string
  why: string | null
  people: number
  halfDays: HalfDay[]
  createdAt: Date
  answeredAt: Date | null
  answer: string | null
  state: 'open' | 'linked' | 'closed' | 'taken_back'
  /** What it is about: what groups it with others. */
  about: string | null
  /** The same as a key: a wish without a subject stands alone. */
  aboutKey: string | null
}

const wishes = sql`
  select wish.id, person.name, organisation.name as organisation, wish.what, wish.why, wish.people, wish.half_days,
    wish.created_at, wish.answered_at, wish.answer, wish.state,
    coalesce(qualification_type.title, exam_module.code || ' ' || exam_module.title, exam_profile.title) as about,
    coalesce('type:' || wish.qualification_type_code, 'module:' || wish.exam_module_code,
      'profile:' || wish.profile_code) as about_key
  from wish
  join person on person.id = wish.person_id and person.deactivated_at is null
  left join organisation on organisation.id = wish.organisation_id
  left join qualification_type on qualification_type.code = wish.qualification_type_code
  left join exam_module on exam_module.code = wish.exam_module_code
  left join exam_profile on exam_profile.code = wish.profile_code`

export type WishGroup = {
  about: string | null
  key: string
  people: number
  schools: number
  wishes: Wish[]
  /** The sort of paper they all want, and what on offer leads to it; null while they are too few to plan for. */
  plan: { typeCode: string; offerings: { id: number; title: string }[] } | null
}

/** So many people who miss the same are a reason to plan. */
export const enoughToPlan = 6

/** The wishes that wait, together with those about the same; the most wanted first. */
export async function listWishGroups(db: Db): Promise<WishGroup[]> {
  const { rows } = await sql<Wish>`${wishes} where wish.state = 'open' order by wish.created_at, wish.id
    limit 300`.execute(db)
  const groups = Map.groupBy(rows, ({ aboutKey, id }) => aboutKey ?? `wish:${id}`)
  const found = [...groups]
    .map(([key, group]) => ({
      key,
      about: group[0]?.about ?? null,
      people: group.reduce((sum, { people }) => sum + people, 0),
      schools: new Set(group.map(({ organisation }) => organisation).filter(Boolean)).size,
      wishes: group,
    }))
    .sort((one, other) => other.people - one.people)
  const wanted = found.flatMap(({ key, people }) =>
    people >= enoughToPlan && key.startsWith('type:') ? key.slice('type:'.length) : [],
  )
  const offerings = await listOfferingsThatLeadTo(db, wanted)
  return found.map((group) => {
    const typeCode = wanted.find((code) => group.key === `type:${code}`)
    const plan = typeCode
      ? { typeCode, offerings: offerings.filter((offering) => offering.typeCode === typeCode) }
      : null
    return { ...group, plan }
  })
}

/** What on offer leads to these sorts of papers, those for beginners last. */
export async function listOfferingsThatLeadTo(
  db: Db,
  typeCodes: readonly string[],
): Promise<{ id: number; title: string; typeCode: string }[]> {
  if (typeCodes.length === 0) return []
  const { rows } = await sql<{ id: number; title: string; typeCode: string }>`
    select offering.id, offering.title, wanted.code as type_code
    from unnest(${typeCodes}::text[]) as wanted(code)
    join offering on wanted.code in (offering.awards_on_test, offering.prepares_for) and offering.status = 'published'
    order by not exists (select from offering_requirement
      where offering_id = offering.id and type_code = wanted.code), offering.title
    limit 100`.execute(db)
  return rows
}

/** One wish as the desk sees it. */
export async function findWish(db: Db, id: number): Promise<Wish | undefined> {
  const { rows } = await sql<Wish>`${wishes} where wish.id = ${id}`.execute(db)
  return rows[0]
}

/** How many wishes wait for a word from the desk. */
export async function countOpenWishes(db: Db): Promise<number> {
  const { count } = await db
    .selectFrom('wish')
    .select((select) => select.fn.countAll<number>().as('count'))
    .where('state', '=', 'open')
    .executeTakeFirstOrThrow()
  return count
}

/** What the form lets one choose from. */
export async function listWishChoices(db: Db) {
  const [profiles, types] = await Promise.all([
    db.selectFrom('examProfile').select(['code', 'title']).orderBy('position').execute(),
    db.selectFrom('qualificationType').select(['code', 'title']).orderBy('title').execute(),
  ])
  return { profiles, types }
}

/** What a wish can be linked to, by title. */
export function listOfferingsToLink(db: Db) {
  return db
    .selectFrom('offering')
    .select(['id', 'title'])
    .where('status', '<>', 'archived')
    .orderBy('title')
    .limit(500)
    .execute()
}
