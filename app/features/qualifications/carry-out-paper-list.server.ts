import { sql } from 'kysely'
import type { Actor } from '#app/access/actor.ts'
import { authorize } from '#app/access/authorize.ts'
import { now } from '#app/platform/clock.ts'
import { note } from '#app/platform/journal.server.ts'
import { orNotFound, Refusal } from '#app/platform/refusal.ts'
import { type Db, inTransaction, type Transaction } from '#db/client.server.ts'
import type { OwnedPaper } from './paper-import-plan.ts'
import { lockPaperImport, planPaperImport } from './paper-import-queries.server.ts'
import { paperImportTexts as texts } from './paper-import-texts.ts'
import type { HowChecked } from './verification.ts'
import { noteCheck } from './verify-qualification.server.ts'

/**
 * Carries out a list that was read: all of it or nothing. What stands in dossiers by now is left alone. `how` says that the
 * papers were checked, and how; without it they wait for a check as any other. Nobody checks their own.
 */
export function carryOutPaperList(
  db: Db,
  actor: Actor,
  { importId }: { importId: number },
  { how }: { how?: HowChecked | undefined },
): Promise<{ papers: number; people: number }> {
  authorize(actor, 'qualification.import')
  return inTransaction(db, async (trx) => {
    const kept = orNotFound(await lockPaperImport(trx, actor.personId, importId))
    if (kept.carriedOutAt) throw new Refusal(texts.carriedOutAlready)
    await waitForOtherLists(trx)
    await lockPeople(trx, (await planPaperImport(trx, kept.rows)).papers)
    const plan = await planPaperImport(trx, kept.rows)
    if (plan.faults.length > 0) throw new Refusal(texts.outOfDate)
    const inserted = await insertPapers(trx, actor, plan.papers)
    if (how) {
      const others = inserted.filter(({ personId }) => personId !== actor.personId).map(({ id }) => id)
      await noteCheck(trx, actor, others, { outcome: 'verified', how })
    }
    await trx
      .updateTable('qualificationImport')
      .set({ carriedOutAt: now(), rows: '[]' })
      .where('id', '=', importId)
      .execute()
    const done = { papers: inserted.length, people: new Set(inserted.map(({ personId }) => personId)).size }
    await note(
      trx,
      actor,
      'qualification.import',
      { type: 'qualification_import', id: importId },
      { details: { ...done, how: how ?? null } },
    )
    return done
  })
}

/** Two lists at once are carried out one after the other, so that the second finds what the first added. */
async function waitForOtherLists(trx: Transaction): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('qualification_import'))`.execute(trx)
}

/** Who adds a paper to their own dossier at this moment does so before or after this list, and it is not there twice. */
async function lockPeople(trx: Transaction, papers: readonly OwnedPaper[]): Promise<void> {
  const ids = [...new Set(papers.map(({ personId }) => personId))]
  if (ids.length === 0) return
  await trx
    .selectFrom('person')
    .select('id')
    .where('id', '=', sql<number>`any(${ids}::bigint[])`)
    .orderBy('id')
    .forNoKeyUpdate()
    .execute()
}

async function insertPapers(
  trx: Transaction,
  actor: { personId: number },
  papers: readonly OwnedPaper[],
): Promise<{ id: number; personId: number }[]> {
  const { rows } = await sql<{ id: number; personId: number }>`
    insert into qualification (person_id, type_code, scope, number, issued_on, valid_until, issuer, entered_by,
      created_at, changed_at, term_id, last_day_by_term)
    select "personId", "typeCode", scope, number, "issuedOn", coalesce("validUntil", by_term), issuer, ${actor.personId},
      ${now()}::timestamptz, ${now()}::timestamptz, term.id, coalesce("validUntil" = by_term, "validUntil" is null)
    from json_to_recordset(${JSON.stringify(papers)}::json) as row("personId" bigint, "typeCode" text, scope text,
      number text, "issuedOn" date, "validUntil" date, issuer text)
    join qualification_term term on term.id = qualification_term_on("typeCode", "issuedOn")
    cross join lateral (
      select ("issuedOn" + make_interval(months => term.validity_months))::date as by_term) last_day
    returning id, person_id`.execute(trx)
  return rows
}
