import { sql } from 'kysely'
import { findPeopleInList } from '#app/features/people/people-in-list-queries.server.ts'
import { now } from '#app/platform/clock.ts'
import type { Db, Transaction } from '#db/client.server.ts'
import type { KnownType, ListedPaper } from './paper-import.ts'
import { type HeldAlready, type PaperPlan, planPapers } from './paper-import-plan.ts'

/** How long a list that was read waits to be carried out. */
const importMs = 24 * 3_600_000

/** What a list may name: every organisation, and every sort of paper. */
export async function listKnownForPapers(db: Db) {
  const organisations = await db
    .selectFrom('organisation')
    .select(['id', 'name', 'town'])
    .orderBy('id')
    .limit(20_000)
    .execute()
  const types: KnownType[] = await db
    .selectFrom('qualificationType')
    .select(['code', 'title', 'scopeLabel', 'registerNumberIsProof'])
    .orderBy('code')
    .limit(300)
    .execute()
  return { organisations, types }
}

/** What carrying out these rows would come to now. Three queries, however many rows. */
export async function planPaperImport(
  db: Db | Transaction,
  rows: readonly ListedPaper[],
): Promise<PaperPlan> {
  const people = await findPeopleInList(db, rows, { onlyOpen: true })
  const ids = [...new Set([...people.owners, ...people.atSchool].map(({ personId }) => personId))]
  const { rows: held } = await sql<HeldAlready>`
    select person_id, type_code, scope, issued_on from qualification
    where person_id = any(${ids}::bigint[]) and withdrawn_at is null`.execute(db)
  return planPapers(rows, people, held)
}

const keptImport = (db: Db | Transaction, createdBy: number, id: number) =>
  db
    .selectFrom('qualificationImport')
    .select(['id', 'fileName', 'carriedOutAt', sql<ListedPaper[]>`rows`.as('rows')])
    .where('id', '=', id)
    .where('createdBy', '=', createdBy)
    .where('createdAt', '>', new Date(now().getTime() - importMs))

/** A list that this person read and that may still be carried out, held until the transaction ends. */
export function lockPaperImport(trx: Transaction, createdBy: number, id: number) {
  return keptImport(trx, createdBy, id).forUpdate().executeTakeFirst()
}

const rowsShown = 100

/** What carrying out a list that was read will change: in numbers, and the first rows. */
export async function previewPaperImport(db: Db, createdBy: number, id: number) {
  const kept = await keptImport(db, createdBy, id).executeTakeFirst()
  if (!kept) return undefined
  const plan = await planPaperImport(db, kept.rows)
  const types = await db.selectFrom('qualificationType').select(['code', 'title']).limit(300).execute()
  const titles = new Map(types.map(({ code, title }) => [code, title]))
  return {
    fileName: kept.fileName,
    carriedOut: kept.carriedOutAt !== null,
    counts: {
      papers: plan.papers.length,
      people: new Set(plan.papers.map(({ personId }) => personId)).size,
      known: plan.known.length,
    },
    faults: plan.faults.slice(0, rowsShown),
    rows: plan.papers
      .slice(0, rowsShown)
      .map(({ line, personName, typeCode, scope, issuedOn, validUntil }) => ({
        line,
        personName,
        title: titles.get(typeCode) ?? typeCode,
        scope,
        issuedOn,
        validUntil,
      })),
  }
}

/** Forgets the lists that nobody carried out in time; also what is left of those that were. */
export async function deleteExpiredPaperImports(db: Db): Promise<void> {
  await db
    .deleteFrom('qualificationImport')
    .where('createdAt', '<', new Date(now().getTime() - importMs))
    .execute()
}
