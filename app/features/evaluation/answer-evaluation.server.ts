import { sql } from 'kysely'
import type { Actor } from '#app/access/actor.ts'
import { authorize } from '#app/access/authorize.ts'
import { today } from '#app/platform/clock.ts'
import { orNotFound, Refusal } from '#app/platform/refusal.ts'
import { type Db, inTransaction, type Transaction } from '#db/client.server.ts'
import { type Answers, addAnswers, type Question, type Tally } from './evaluation.ts'
import { findEvaluationToAnswer } from './evaluation-queries.server.ts'
import { evaluationTexts as texts } from './evaluation-texts.ts'

/**
 * Takes in what a participant thought of an edition, once. That they answered and what they answered are written in two
 * places with nothing between them; neither the journal nor a log says when.
 */
export function answerEvaluation(
  db: Db | Transaction,
  actor: Actor,
  enrolmentId: number,
  answers: Answers,
): Promise<{ title: string }> {
  return inTransaction(db, async (trx) => {
    const asked = orNotFound(await findEvaluationToAnswer(trx, enrolmentId))
    authorize(actor, 'evaluation.answer', asked)
    const tally = await lockTally(trx, asked.editionId)
    if (today() > asked.openUntil) throw new Refusal(texts.closed)
    const { rows } = await sql`
      insert into evaluation_given (enrolment_id) values (${enrolmentId}) on conflict do nothing returning enrolment_id
    `.execute(trx)
    if (rows.length === 0) throw new Refusal(texts.answeredAlready)
    const { answers: count, scores, words } = addAnswers(asked.questions as Question[], tally, answers)
    await trx
      .updateTable('evaluation')
      .set({ answers: count, scores: JSON.stringify(scores), words: JSON.stringify(words) })
      .where('editionId', '=', asked.editionId)
      .execute()
    return { title: asked.title }
  })
}

/** What was answered so far; who answers at the same moment waits. */
async function lockTally(trx: Transaction, editionId: number): Promise<Tally> {
  const row = await trx
    .selectFrom('evaluation')
    .select(['answers', 'scores', 'words'])
    .where('editionId', '=', editionId)
    .forUpdate()
    .executeTakeFirstOrThrow()
  return { answers: row.answers, scores: row.scores as number[][], words: row.words as string[][] }
}
