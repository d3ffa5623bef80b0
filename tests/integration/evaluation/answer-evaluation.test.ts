import { describe, expect } from 'vitest'
import { closeEdition } from '#app/features/certificates/close-edition.server.ts'
import { answerAndComplete } from '#app/features/certificates/complete-late.server.ts'
import { grantDispensation } from '#app/features/certificates/grant-dispensation.server.ts'
import { reopenEdition } from '#app/features/certificates/reopen-edition.server.ts'
import { answerEvaluation } from '#app/features/evaluation/answer-evaluation.server.ts'
import { askForEvaluations } from '#app/features/evaluation/ask-for-evaluations.server.ts'
import { evaluationExport } from '#app/features/evaluation/evaluation-export.server.ts'
import {
  findEditionResults,
  listOfferingResults,
} from '#app/features/evaluation/evaluation-queries.server.ts'
import { setClock } from '#app/platform/clock.ts'
import type { Db } from '#db/client.server.ts'
import { aCoordinator } from '#tests/support/builders.ts'
import { test } from '#tests/support/database.ts'
import { warmUp, withoutLocks } from '#tests/support/without-locks.ts'
import { aFinishedEdition, evaluationMails, given } from './support.ts'

const day = 86_400_000
const at = (days: number) => setClock(new Date(Date.parse('2026-11-24T07:00:00Z') + days * day))

const statuses = async (db: Db, editionId: number) => {
  const rows = db.selectFrom('enrolment').select('status').where('editionId', '=', editionId).orderBy('id')
  return (await rows.execute()).map(({ status }) => status)
}

type Edition = Awaited<ReturnType<typeof aFinishedEdition>>
const answered = (db: Db, { participants }: Edition, which: number, score = 4, said?: string) => {
  const { actor, enrolmentId } = participants[which]!
  return answerAndComplete(db, actor, enrolmentId, given(score, said))
}
const five = Array(5).fill('present') as 'present'[]

describe('answering', () => {
  test('is done once, also by who presses twice at once', async ({ db }) => {
    at(0)
    const edition = await aFinishedEdition(db, { people: ['present'] })
    await askForEvaluations(db)
    const tries = await Promise.allSettled([1, 2, 3].map((score) => answered(db, edition, 0, score)))
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    await expect(answered(db, edition, 0)).rejects.toThrow('al ingevuld')
    expect(await db.selectFrom('evaluation').select('answers').execute()).toEqual([{ answers: 1 }])
  })

  test('loses nobody of many at the same moment', async ({ db }) => {
    at(0)
    const edition = await aFinishedEdition(db, { people: Array(12).fill('present') })
    await askForEvaluations(db)
    await Promise.all(edition.participants.map((_, which) => answered(db, edition, which, (which % 5) + 1)))
    const row = await db.selectFrom('evaluation').select(['answers', 'scores']).executeTakeFirstOrThrow()
    expect(row).toMatchObject({
      answers: 12,
      scores: [[3, 3, 2, 2, 2], expect.anything(), expect.anything()],
    })
  })

  test('control: without the lock answers are lost', async ({ db }) => {
    at(0)
    const edition = await aFinishedEdition(db, { people: Array(12).fill('present') })
    await askForEvaluations(db)
    await warmUp(db)
    await Promise.all(edition.participants.map((_, which) => answered(withoutLocks(db), edition, which)))
    const { answers } = await db.selectFrom('evaluation').select('answers').executeTakeFirstOrThrow()
    expect(answers).toBeLessThan(12)
  })

  test('is for who was asked, for themselves, and until the last day', async ({ db }) => {
    at(0)
    const edition = await aFinishedEdition(db, { people: ['present', 'absent', 'present'] })
    await askForEvaluations(db)
    const [anna, bert, carla] = edition.participants
    await expect(answerEvaluation(db, anna!.actor, carla!.enrolmentId, given(1))).rejects.toMatchObject({
      status: 403,
    })
    await expect(answerEvaluation(db, bert!.actor, bert!.enrolmentId, given(1))).rejects.toMatchObject({
      status: 404,
    })
    at(14)
    await answered(db, edition, 0)
    at(15)
    await expect(answered(db, edition, 2)).rejects.toThrow('om')
  })
})

describe('who said what', () => {
  /** The same people and answers, in this order of answering; what the tables then hold, without their keys. */
  async function afterwards(db: Db, order: number[]) {
    const edition = await aFinishedEdition(db, { people: five })
    await askForEvaluations(db)
    for (const which of order) {
      at(which)
      await answered(db, edition, which, which + 1, `Ik ben nummer ${'zxywv'[which]}`)
    }
    at(0)
    const row = db.selectFrom('evaluation').selectAll().where('editionId', '=', edition.editionId)
    const { editionId: _, ...kept } = await row.executeTakeFirstOrThrow()
    return kept
  }

  test('cannot be told from the order in which people answered: it leaves no trace', async ({ db }) => {
    at(0)
    expect(await afterwards(db, [4, 2, 0, 1, 3])).toEqual(await afterwards(db, [0, 1, 2, 3, 4]))
  })

  test('has no path in the database: no key, no moment, no row of an answer by itself', async ({
    connection,
  }) => {
    const columns = async (table: string) =>
      (
        await connection.pool.query(
          'select column_name as name, data_type as type from information_schema.columns where table_name = $1',
          [table],
        )
      ).rows as { name: string; type: string }[]
    // That somebody answered is all that is kept beside a person: not when.
    expect((await columns('evaluation_given')).map(({ name }) => name)).toEqual(['enrolment_id'])
    const kept = await columns('evaluation')
    expect(kept.map(({ name }) => name).toSorted()).toEqual([
      'answers',
      'asked_on',
      'edition_id',
      'open_until',
      'questions',
      'scores',
      'words',
    ])
    expect(kept.filter(({ type }) => /time|uuid/.test(type))).toEqual([])
    const keys = await connection.pool.query(`
      select conrelid::regclass::text as from, confrelid::regclass::text as to from pg_constraint
      where contype = 'f' and (conrelid = 'evaluation'::regclass or confrelid = 'evaluation'::regclass)`)
    expect(keys.rows).toEqual([{ from: 'evaluation', to: 'edition' }])
    // One row an edition: what PostgreSQL itself notes of a row (its transaction) is the same for all answers.
    const unique = await connection.pool.query(
      `select pg_get_constraintdef(oid) as is from pg_constraint
        where contype = 'p' and conrelid = 'evaluation'::regclass`,
    )
    expect(unique.rows).toEqual([{ is: 'PRIMARY KEY (edition_id)' }])
  })

  test('stands nowhere else: not in the journal, the outbox, or on the link', async ({ db, connection }) => {
    at(0)
    const edition = await aFinishedEdition(db, { people: five })
    await askForEvaluations(db)
    const before = await rowsOf()
    await answered(db, edition, 2, 2, 'Dit is van nummer drie.')
    expect(await rowsOf()).toEqual(before)

    /** How many rows there are of everything, and every link, but for the two tables of evaluations themselves. */
    async function rowsOf() {
      const { rows: tables } = await connection.pool.query(
        `select tablename as name from pg_tables where schemaname = 'public' and tablename not like 'evaluation%'`,
      )
      const counts: Record<string, unknown> = {}
      for (const { name } of tables) {
        const { rows } = await connection.pool.query(
          `select md5(string_agg(row::text, '' order by row::text)) as all from "${name}" row`,
        )
        counts[name] = rows[0].all
      }
      return counts
    }
  })

  test('is kept from the trainer, the coordinator and their files alike until enough answered', async ({
    db,
  }) => {
    at(0)
    const enough = await aFinishedEdition(db, { people: five })
    const few = await aFinishedEdition(db, { people: five, offeringId: enough.offeringId })
    await askForEvaluations(db)
    for (const which of [0, 1, 2, 3, 4]) await answered(db, enough, which, 5, 'Dit mag gezien worden.')
    for (const which of [0, 1, 2, 3]) await answered(db, few, which, 1, 'Dit mag niemand zien.')
    const coordinator = await aCoordinator(db)
    const everything = async () =>
      JSON.stringify([
        await findEditionResults(db, enough.editionId),
        await findEditionResults(db, few.editionId),
        await listOfferingResults(db, enough.offeringId),
        await evaluationExport(db, coordinator, enough.offeringId),
      ])
    expect(await everything()).not.toMatch(/Dit mag/)
    at(15)
    expect(await everything()).toContain('Dit mag gezien worden.')
    expect(await everything()).not.toContain('Dit mag niemand zien.')
    const { rows } = await evaluationExport(db, coordinator, enough.offeringId)
    expect(new Set(rows.map(({ answers }) => answers))).toEqual(new Set([5]))
    await expect(evaluationExport(db, enough.trainer, enough.offeringId)).rejects.toMatchObject({
      status: 403,
    })
  })
})

describe('where the evaluation belongs to completing', () => {
  const required = { people: ['present', 'present', 'absent'] as ('present' | 'absent')[], required: true }

  test('who answered gets a proof at closing; who did not is told until when they can', async ({ db }) => {
    at(0)
    const edition = await aFinishedEdition(db, required)
    await askForEvaluations(db)
    await answered(db, edition, 0)
    expect(await closeEdition(db, edition.trainer, edition.editionId)).toMatchObject({
      issued: 1,
      completed: 1,
    })
    expect(await statuses(db, edition.editionId)).toEqual(['completed', 'not_completed', 'not_completed'])
    const told = await db
      .selectFrom('outbox')
      .select(['personId', 'bodyText'])
      .where('reason', '=', 'enrolment.not-completed')
      .orderBy('id')
      .execute()
    expect(told[0]?.bodyText).toContain('Je hebt de evaluatie nog niet ingevuld.')
    expect(told[0]?.bodyText).toContain('nog invullen tot en met 8 december 2026')
    // Who was not there is not asked for what they can't have an opinion about.
    expect(told[1]?.bodyText).not.toContain('evaluatie')
  })

  test('a trainer who closes the same evening makes nobody fail: they are asked at once, and complete later', async ({
    db,
  }) => {
    at(0)
    const edition = await aFinishedEdition(db, required)
    await closeEdition(db, edition.trainer, edition.editionId)
    expect((await evaluationMails(db)).map(({ reason }) => reason)).toEqual([
      'evaluation.ask',
      'evaluation.ask',
    ])
    at(9)
    expect(await answered(db, edition, 0)).toMatchObject({ issued: true })
    expect(await statuses(db, edition.editionId)).toEqual(['completed', 'not_completed', 'not_completed'])
    const issued = await db.selectFrom('certificate').select(['personId', 'issuedBy']).execute()
    expect(issued).toEqual([{ personId: edition.participants[0]!.personId, issuedBy: null }])
    const mails = db.selectFrom('outbox').select('personId').where('reason', '=', 'certificate.issued')
    expect(await mails.execute()).toHaveLength(1)
    const { status } = await db.selectFrom('edition').select('status').executeTakeFirstOrThrow()
    expect(status).toBe('closed')
    // The next morning nobody is asked a second time.
    at(1)
    expect(await askForEvaluations(db)).toBe(0)
  })

  test('an answer that comes while it is being closed is seen by one of both', async ({ db }) => {
    at(0)
    for (let round = 0; round < 6; round++) {
      const edition = await aFinishedEdition(db, { people: ['present'], required: true })
      await askForEvaluations(db)
      await Promise.all([closeEdition(db, edition.trainer, edition.editionId), answered(db, edition, 0)])
      expect(await statuses(db, edition.editionId)).toEqual(['completed'])
    }
    expect(await db.selectFrom('certificate').select('id').execute()).toHaveLength(6)
  })

  test('who misses more than the evaluation stays without', async ({ db }) => {
    at(0)
    const edition = await aFinishedEdition(db, required)
    await db.updateTable('attendance').set({ minutesLate: 60 }).where('state', '=', 'present').execute()
    await closeEdition(db, edition.trainer, edition.editionId)
    expect(await answered(db, edition, 0)).toMatchObject({ issued: false })
    expect(await statuses(db, edition.editionId)).toEqual(Array(3).fill('not_completed'))
  })

  test('who let the term pass can be dispensed by a coordinator', async ({ db }) => {
    at(0)
    const edition = await aFinishedEdition(db, { people: ['present'], required: true })
    await closeEdition(db, edition.trainer, edition.editionId)
    at(20)
    const coordinator = await aCoordinator(db)
    await reopenEdition(db, coordinator, edition.editionId, { reason: 'Vrijstelling.' })
    const { editionId, participants } = edition
    const { enrolmentId } = participants[0]!
    await grantDispensation(db, coordinator, { editionId, enrolmentId }, { reason: 'Was ziek.' })
    expect(await closeEdition(db, edition.trainer, editionId)).toMatchObject({ issued: 1 })
  })

  test('elsewhere answering changes nothing about completing', async ({ db }) => {
    at(0)
    const edition = await aFinishedEdition(db, { people: ['present'] })
    expect(await closeEdition(db, edition.trainer, edition.editionId)).toMatchObject({ issued: 1 })
    expect(await evaluationMails(db)).toEqual([])
    at(1)
    await askForEvaluations(db)
    expect(await answered(db, edition, 0)).toMatchObject({ issued: false })
    expect(await statuses(db, edition.editionId)).toEqual(['completed'])
  })
})
