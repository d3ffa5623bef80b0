import { sql } from 'kysely'
import { today } from '#app/platform/clock.ts'
import { addMonths } from '#app/platform/dates.ts'
import type { Db, Transaction } from '#db/client.server.ts'
import { holdingsOfType, type PaperRow } from './holding.ts'
import { mostPapers } from './paper-bounds.ts'
import { type Lacking, type Requirement, type UnmetRequirement, unmetRequirements } from './qualification.ts'

type Reader = Db | Transaction

/** On what a term rests. */
export type ValidityBasis = 'law' | 'scheme' | 'custom' | 'employer'

/** A sort of paper with the term that counts for what is issued today. */
export type QualificationTypeNow = {
  code: string
  title: string
  scopeLabel: string | null
  registerNumberIsProof: boolean
  issuedBy: string | null
  validityMonths: number | null
  validityBasis: ValidityBasis
  validityNote: string
  confirmEveryMonths: number | null
  designationNote: string | null
}

/** Every sort of paper that may still be entered, in order of title. */
export async function listQualificationTypes(db: Reader): Promise<QualificationTypeNow[]> {
  const { rows } = await sql<QualificationTypeNow>`
    select code, title, scope_label, register_number_is_proof, issued_by, term.validity_months, term.validity_basis,
      term.validity_note, term.confirm_every_months, term.designation_note
    from qualification_type
    join qualification_term term on term.id = qualification_term_on(code, ${today()}::date)
    where retired_at is null
    order by title
    limit 300`.execute(db)
  return rows
}

/** One sort of paper; undefined when nobody enters it any more. */
export async function findQualificationType(
  db: Reader,
  code: string,
): Promise<QualificationTypeNow | undefined> {
  return (await listQualificationTypes(db)).find((type) => type.code === code)
}

/** A paper with everything its holder sees. */
export type DossierPaper = PaperRow & {
  scopeLabel: string | null
  number: string | null
  issuer: string | null
  lastDayByTerm: boolean
  validityMonths: number | null
  validityBasis: ValidityBasis
  validityNote: string
  designationNote: string | null
  registerNumberIsProof: boolean
  hasFile: boolean
  /** Awarded by the portal itself, on a recorded test result. */
  awarded: boolean
  withdrawnReason: string | null
  createdAt: Date
  changedAt: Date
}

/**
 * The papers of these people, the newest first; withdrawn and refused ones too, so that one sees that and why. A
 * designation is the employer's: it ends with the work there. `typeCodes` limits the sorts.
 */
export async function listPapers(
  db: Reader,
  personIds: readonly number[],
  typeCodes?: readonly string[],
): Promise<DossierPaper[]> {
  const { rows } = await sql<DossierPaper>`
    select held.id, held.person_id, held.type_code, type.title, type.scope_label, type.remind_months_before,
      type.register_number_is_proof, held.scope, held.number, held.issued_on, held.valid_until, held.issuer,
      held.last_day_by_term, held.verification, held.file_id is not null as has_file, held.entered_by is null as awarded,
      held.withdrawn_at, held.withdrawn_reason, held.created_at, held.changed_at,
      term.validity_months, term.validity_basis, term.validity_note, term.confirm_every_months, term.designation_note,
      term.designation_note is not null as needs_designation,
      coalesce((select json_agg(confirmed_on order by confirmed_on) from qualification_confirmation
        where qualification_id = held.id and withdrawn_at is null), '[]') as confirmed_on,
      coalesce((select json_agg(json_build_object('from', starts_on, 'until', least(ends_on, works_until)))
        from designation
        cross join lateral (select max(coalesce(ends_on, 'infinity')) as works_until from membership
          where membership.person_id = held.person_id
            and membership.organisation_id = designation.organisation_id) work
        where term.designation_note is not null and designation.person_id = held.person_id
          and designation.type_code = held.type_code and withdrawn_at is null
          and works_until >= starts_on), '[]') as designations
    from qualification held
    join qualification_type type on type.code = held.type_code
    join qualification_term term on term.id = held.term_id
    where held.person_id = any(${personIds}::bigint[])
      ${typeCodes ? sql`and held.type_code = any(${typeCodes}::text[])` : sql``}
    order by held.issued_on desc, held.id desc
    limit ${personIds.length * mostPapers}`.execute(db)
  return rows
}

/** What was read when a paper was checked, as SQL; `table` has its columns. */
export const readOfQualification = (table: string) => sql`jsonb_build_object(
  'scope', ${sql.ref(`${table}.scope`)}, 'number', ${sql.ref(`${table}.number`)},
  'issuedOn', ${sql.ref(`${table}.issuedOn`)}, 'validUntil', ${sql.ref(`${table}.validUntil`)},
  'issuer', ${sql.ref(`${table}.issuer`)})`

/** What an offering asks for and this person lacks on `firstDay` (`YYYY-MM-DD`); empty when all is well. */
export async function listUnmetRequirements(
  db: Reader,
  personId: number,
  offeringId: number,
  firstDay: string,
): Promise<Lacking[]> {
  const requirements = await db
    .selectFrom('offeringRequirement as requirement')
    .innerJoin('qualificationType as type', 'type.code', 'requirement.typeCode')
    .select(['requirement.typeCode', 'type.title', 'requirement.lapsedMonthsAllowed'])
    .where('requirement.offeringId', '=', offeringId)
    .orderBy('type.title')
    .execute()
  if (requirements.length === 0) return []
  const papers = await listPapers(
    db,
    [personId],
    requirements.map(({ typeCode }) => typeCode),
  )
  const unmet = unmetRequirements(requirements, (typeCode) => holdingsOfType(papers, typeCode), firstDay)
  if (unmet.length === 0) return []
  const courses = await listCoursesFor(db, unmet)
  return unmet.map((one) => ({ ...one, course: courseFor(one, courses, firstDay) }))
}

type Course = { title: string; typeCode: string; lapsedMonthsAllowed: number | null }

/** What on offer leads to these types, with what it asks of the same type itself; what can be booked comes first. */
async function listCoursesFor(db: Reader, requirements: readonly Requirement[]): Promise<Course[]> {
  const { rows } = await sql<Course>`
    select offering.title, wanted.code as type_code, own.lapsed_months_allowed
    from unnest(${requirements.map(({ typeCode }) => typeCode)}::text[]) as wanted(code)
    join offering on wanted.code in (offering.awards_on_test, offering.prepares_for) and offering.status = 'published'
    left join offering_requirement own on own.offering_id = offering.id and own.type_code = wanted.code
    order by exists (select from edition where edition.offering_id = offering.id
        and edition.status in ('open', 'going_ahead') and edition.starts_at::date >= ${today()}::date) desc,
      own.lapsed_months_allowed is null, offering.title
    limit 50`.execute(db)
  return rows
}

/** The first course that somebody may take who lacks this; one for who lets it lapse, where they may. */
function courseFor(lacking: UnmetRequirement, courses: readonly Course[], day: string): string | null {
  if (lacking.lack) return null
  const found = courses.find(
    ({ typeCode, lapsedMonthsAllowed: allowed }) =>
      typeCode === lacking.typeCode &&
      (allowed === null || (lacking.lapsedOn !== null && addMonths(lacking.lapsedOn, allowed) >= day)),
  )
  return found?.title ?? null
}
