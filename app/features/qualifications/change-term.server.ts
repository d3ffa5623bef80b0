import { sql } from 'kysely'
import type { Actor } from '#app/access/actor.ts'
import { authorize } from '#app/access/authorize.ts'
import { now, today } from '#app/platform/clock.ts'
import { note } from '#app/platform/journal.server.ts'
import { notFound, Refusal } from '#app/platform/refusal.ts'
import { type Db, inTransaction, type Transaction } from '#db/client.server.ts'
import type { ChangedTerm, TermFields } from './type-form.ts'
import { typeTexts as texts } from './type-texts.ts'

/** From when the first term of a sort counts: whatever was ever issued. */
export const firstTermDay = '1900-01-01'

export const termValues = (actor: { personId: number }, input: TermFields) => ({
  validityMonths: input.validityMonths ?? null,
  validityBasis: input.validityBasis,
  validityNote: input.validityNote,
  confirmEveryMonths: input.confirmEveryMonths ?? null,
  designationNote: input.designationNote ?? null,
  enteredBy: actor.personId,
  enteredAt: now(),
})

/**
 * A coordinator sets how long something holds that is issued from a day on, and on what that rests. What stands in
 * dossiers keeps its term, unless `alsoEarlier` says that it changes with it: then the last day is computed anew where it
 * came from the term, and stays where it stood on the paper. That is done once it is `confirmed`, after one has read what
 * comes of it. Says how many papers changed.
 */
export function changeTerm(
  db: Db,
  actor: Actor,
  type: { code: string },
  { issuedFrom, alsoEarlier, confirmed, confirmedFor, ...input }: ChangedTerm,
): Promise<{ papers: number }> {
  authorize(actor, 'qualification-type.manage')
  return inTransaction(db, async (trx) => {
    const found = await trx
      .selectFrom('qualificationType')
      .select('code')
      .where('code', '=', type.code)
      .forUpdate()
      .executeTakeFirst()
    if (!found) throw notFound()
    if (!alsoEarlier && (await countPapers(trx, type.code, issuedFrom)) > 0) {
      throw new Refusal(texts.termHasPapers, 'issuedFrom')
    }
    const values = termValues(actor, input)
    if (alsoEarlier && issuedFrom > today()) throw new Refusal(texts.termInFuture(issuedFrom), 'alsoEarlier')
    const wasShown = confirmed && (confirmedFor ?? '') === String(input.validityMonths ?? '')
    if (alsoEarlier && !wasShown) {
      const comes = await countWhatMoves(trx, type.code, values.validityMonths)
      if (comes.papers > 0) throw new Refusal(texts.confirmTerm(comes), 'confirmed')
    }
    const { id } = await trx
      .insertInto('qualificationTerm')
      .values({ typeCode: type.code, issuedFrom, ...values })
      .onConflict((conflict) => conflict.constraint('qualification_term_once').doUpdateSet(values))
      .returning('id')
      .executeTakeFirstOrThrow()
    const papers = alsoEarlier ? await moveToTerm(trx, type.code, id, values.validityMonths) : 0
    await note(
      trx,
      actor,
      'qualification-type.change-term',
      { type: 'qualification_type' },
      {
        details: { code: type.code, issuedFrom, months: values.validityMonths, papers },
      },
    )
    return { papers }
  })
}

/** How many papers count under the term that begins on exactly this day. */
async function countPapers(trx: Transaction, code: string, issuedFrom: string): Promise<number> {
  const { count } = await trx
    .selectFrom('qualification')
    .innerJoin('qualificationTerm', 'qualificationTerm.id', 'termId')
    .select((it) => it.fn.countAll<number>().as('count'))
    .where('qualificationTerm.typeCode', '=', code)
    .where('issuedFrom', '=', issuedFrom)
    .executeTakeFirstOrThrow()
  return count
}

export type WhatMoves = { papers: number; otherDay: number; lapsing: number }

/** What comes of moving every paper to a term of so many months: how many get another last day, and lapse by that. */
async function countWhatMoves(
  trx: Transaction,
  code: string,
  validityMonths: number | null,
): Promise<WhatMoves> {
  const { rows } = await sql<WhatMoves>`
    select count(*) as papers,
      count(*) filter (where next is distinct from valid_until) as other_day,
      count(*) filter (where next < ${today()}::date and coalesce(valid_until, 'infinity') >= ${today()}::date) as lapsing
    from (
      select valid_until, case when last_day_by_term
        then (issued_on + make_interval(months => ${validityMonths}::int))::date else valid_until end as next
      from qualification where type_code = ${code} and withdrawn_at is null
    ) moved`.execute(trx)
  return rows[0] ?? { papers: 0, otherDay: 0, lapsing: 0 }
}

async function moveToTerm(
  trx: Transaction,
  code: string,
  termId: number,
  validityMonths: number | null,
): Promise<number> {
  const { numAffectedRows } = await sql`
    update qualification set term_id = ${termId},
      valid_until = case when last_day_by_term
        then (issued_on + make_interval(months => ${validityMonths}::int))::date else valid_until end
    where type_code = ${code} and withdrawn_at is null`.execute(trx)
  return Number(numAffectedRows ?? 0)
}
