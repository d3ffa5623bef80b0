import type { Actor } from '#app/access/actor.ts'
import { answerEvaluation } from '#app/features/evaluation/answer-evaluation.server.ts'
import type { Answers } from '#app/features/evaluation/evaluation.ts'
import { now } from '#app/platform/clock.ts'
import { note } from '#app/platform/journal.server.ts'
import { mailPeople } from '#app/platform/mail/queue-mails.server.ts'
import { orNotFound } from '#app/platform/refusal.ts'
import { type Db, inTransaction, type Transaction } from '#db/client.server.ts'
import { issuedMail } from './certificate-mails.ts'
import { kindEarned } from './closing.ts'
import { findClosableEdition, listStandings } from './completion-queries.server.ts'
import { insertCertificates } from './insert-certificates.server.ts'

/**
 * Takes in an evaluation. When that was all somebody missed in an edition that is closed, they have completed it after
 * all and get what is due, without it being opened again: the trainer said at closing that this would happen.
 */
export function answerAndComplete(
  db: Db,
  actor: Actor,
  enrolmentId: number,
  answers: Answers,
): Promise<{ title: string; issued: boolean; mailId: number | undefined }> {
  return inTransaction(db, async (trx) => {
    const editionId = await keepEditionAsItIs(trx, enrolmentId)
    const { title } = await answerEvaluation(trx, actor, enrolmentId, answers)
    return { title, ...(await completeLate(trx, editionId, enrolmentId)) }
  })
}

/** Closing it waits until this is done, or this waits for the closing: one of both sees the answer. */
async function keepEditionAsItIs(trx: Transaction, enrolmentId: number): Promise<number> {
  const { id } = orNotFound(
    await trx
      .selectFrom('edition')
      .innerJoin('enrolment', 'enrolment.editionId', 'edition.id')
      .select('edition.id')
      .where('enrolment.id', '=', enrolmentId)
      .forShare('edition')
      .executeTakeFirst(),
  )
  return id
}

async function completeLate(trx: Transaction, editionId: number, enrolmentId: number) {
  const nothing = { issued: false, mailId: undefined }
  const edition = orNotFound(await findClosableEdition(trx, editionId))
  if (edition.status !== 'closed' || !edition.evaluationRequired) return nothing
  const { meetings, participants } = await listStandings(trx, edition)
  const late = participants.find((participant) => participant.enrolmentId === enrolmentId)
  if (late?.status !== 'not_completed' || !late.completion.met) return nothing
  await trx
    .updateTable('enrolment')
    .set({ status: 'completed', statusChangedAt: now() })
    .where('id', '=', enrolmentId)
    .execute()
  await note(trx, null, 'enrolment.complete-late', { type: 'enrolment', id: enrolmentId })
  if (late.certificate) return nothing
  const [certificate] = await insertCertificates(trx, null, edition, meetings, [late])
  if (!certificate) return nothing
  const kind = kindEarned(edition.test, late.testResult)
  const [mailId] = await mailPeople(trx, [
    issuedMail(late.personId, { ...certificate, kind, title: edition.title }),
  ])
  return { issued: true, mailId }
}
