import type { Actor } from '#app/access/actor.ts'
import { findActor } from '#app/access/actor-queries.server.ts'
import { answerAndComplete } from '#app/features/certificates/complete-late.server.ts'
import { answersForm } from '#app/features/evaluation/evaluation-form.ts'
import {
  type EvaluationToAnswer,
  findEvaluationToAnswer,
} from '#app/features/evaluation/evaluation-queries.server.ts'
import { evaluationTexts } from '#app/features/evaluation/evaluation-texts.ts'
import { findLinkToken } from '#app/platform/authentication/link-token.server.ts'
import { today } from '#app/platform/clock.ts'
import { submit } from '#app/platform/forms.server.ts'
import { redirectWithNotice } from '#app/platform/notices.server.ts'
import { database } from '#db/client.server.ts'

/** Who a mailed link is for and what it asks them; undefined when the link is unknown or its term is over. */
export async function findByLink(
  token: string,
): Promise<{ actor: Actor; asked: EvaluationToAnswer } | undefined> {
  const db = database()
  const link = await findLinkToken(db, 'evaluate', token)
  if (!link?.personId || !link.subjectId) return undefined
  const [actor, asked] = await Promise.all([
    findActor(db, link.personId),
    findEvaluationToAnswer(db, link.subjectId),
  ])
  if (!actor || !asked || asked.personId !== actor.personId || asked.openUntil < today()) return undefined
  return { actor, asked }
}

/** Takes in the answers to these questions and goes on to `next`, which says so. */
export function sendAnswers(form: FormData, actor: Actor, asked: EvaluationToAnswer, next: string) {
  return submit(form, answersForm(asked.questions), async (answers) => {
    const { issued, mailId } = await answerAndComplete(database(), actor, asked.enrolmentId, answers)
    const text = issued ? evaluationTexts.certificate : evaluationTexts.thanks
    return redirectWithNotice(next, { kind: 'ok', text, ...(mailId && { mailId }) })
  })
}
