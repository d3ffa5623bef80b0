import type { Actor } from '#app/access/actor.ts'
import { authorize } from '#app/access/authorize.ts'
import { now } from '#app/platform/clock.ts'
import { note } from '#app/platform/journal.server.ts'
import { orNotFound, Refusal } from '#app/platform/refusal.ts'
import { type Db, inTransaction } from '#db/client.server.ts'
import { listTestResults } from './test-result-queries.server.ts'

export type TestResult = {
  enrolmentId: number
  passed: boolean
  takenOn: string
  examiner: string
  number: string | null
}

/**
 * Keeps results of the organiser's test. A result that says what was known already writes nothing; one that differs is
 * a new result, and the old one stays. Returns how many are new.
 */
export async function recordTestResults(
  db: Db,
  actor: Actor,
  editionId: number,
  results: TestResult[],
): Promise<number> {
  authorize(actor, 'test-result.record', { editionId })
  return inTransaction(db, async (trx) => {
    const edition = orNotFound(
      await trx
        .selectFrom('edition')
        .select(['status', 'test'])
        .where('id', '=', editionId)
        .forNoKeyUpdate()
        .executeTakeFirst(),
    )
    if (edition.test !== 'organiser') throw new Refusal('Bij deze uitvoering hoort geen toets van ons.')
    if (edition.status === 'closed') {
      throw new Refusal('Deze uitvoering is afgerond. Een coördinator kan haar heropenen.')
    }
    const known = new Map((await listTestResults(trx, editionId)).map((row) => [row.enrolmentId, row.result]))
    const fresh = results.filter((result) => {
      if (!known.has(result.enrolmentId))
        throw new Refusal('Een van deze mensen staat niet (meer) op de lijst.')
      const old = known.get(result.enrolmentId)
      return (
        !old ||
        old.passed !== result.passed ||
        old.takenOn !== result.takenOn ||
        old.examiner !== result.examiner ||
        old.number !== result.number
      )
    })
    if (fresh.length === 0) return 0
    await trx
      .insertInto('testResult')
      .values(fresh.map((result) => ({ ...result, recordedBy: actor.personId, recordedAt: now() })))
      .execute()
    const details = { results: fresh.map(({ enrolmentId, passed }) => ({ enrolmentId, passed })) }
    await note(trx, actor, 'test-result.record', { type: 'edition', id: editionId }, { details })
    return fresh.length
  })
}
