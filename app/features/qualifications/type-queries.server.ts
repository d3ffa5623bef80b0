import { sql } from 'kysely'
import { today } from '#app/platform/clock.ts'
import type { Db } from '#db/client.server.ts'
import type { ValidityBasis } from './qualification-queries.server.ts'

export type Term = {
  id: number
  issuedFrom: string
  validityMonths: number | null
  validityBasis: ValidityBasis
  validityNote: string
  confirmEveryMonths: number | null
  designationNote: string | null
  enteredBy: string | null
  /** How many papers in dossiers count under it. */
  papers: number
}

export type ManagedType = {
  code: string
  title: string
  scopeLabel: string | null
  issuedBy: string | null
  registerNumberIsProof: boolean
  remindMonthsBefore: number[]
  retiredAt: Date | null
}

/** Every sort of paper with its term of today, the retired ones last. */
export async function listManagedTypes(db: Db) {
  const { rows } = await sql<
    ManagedType & Pick<Term, 'validityMonths' | 'validityBasis'> & { papers: number }
  >`
    select code, title, scope_label, issued_by, register_number_is_proof, remind_months_before, retired_at,
      term.validity_months, term.validity_basis,
      (select count(*) from qualification where type_code = code and withdrawn_at is null) as papers
    from qualification_type
    join qualification_term term on term.id = qualification_term_on(code, ${today()}::date)
    order by retired_at is not null, title
    limit 300`.execute(db)
  return rows
}

/** One sort of paper with every term it ever had, the latest first. */
export async function findManagedType(
  db: Db,
  code: string,
): Promise<(ManagedType & { terms: Term[] }) | undefined> {
  const type = await db
    .selectFrom('qualificationType')
    .select([
      'code',
      'title',
      'scopeLabel',
      'issuedBy',
      'registerNumberIsProof',
      'remindMonthsBefore',
      'retiredAt',
    ])
    .where('code', '=', code)
    .executeTakeFirst()
  if (!type) return undefined
  const { rows: terms } = await sql<Term>`
    select term.id, issued_from, validity_months, validity_basis, validity_note, confirm_every_months, designation_note,
      person.name as entered_by,
      (select count(*) from qualification where term_id = term.id and withdrawn_at is null) as papers
    from qualification_term term left join person on person.id = term.entered_by
    where type_code = ${code}
    order by issued_from desc
    limit 100`.execute(db)
  return { ...type, terms }
}
