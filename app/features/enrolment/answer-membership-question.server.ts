import type { Actor } from '#app/access/actor.ts'
import { authorize } from '#app/access/authorize.ts'
import { now } from '#app/platform/clock.ts'
import { note } from '#app/platform/journal.server.ts'
import { orNotFound, Refusal } from '#app/platform/refusal.ts'
import { type Db, inTransaction } from '#db/client.server.ts'
import { enrolmentTexts as texts } from './enrolment-texts.ts'
import { lockEnrolment } from './lock-edition.server.ts'
import { listSchools } from './school-queries.server.ts'
import { withdraw } from './withdraw.server.ts'

export type MembershipAnswer = 'keep' | 'hand_over' | 'leave'

/**
 * What is to happen with a place after its owner left the school it was for: keep it (it then belongs to the school
 * where they work now, if that is one), hand it over (on the page of the enrolment), or leave.
 */
export function answerMembershipQuestion(
  db: Db,
  actor: Actor,
  question: { id: number },
  answer: MembershipAnswer,
): Promise<{ enrolmentId: number }> {
  return inTransaction(db, async (trx) => {
    const asked = orNotFound(
      await trx.selectFrom('membershipQuestion').selectAll().where('id', '=', question.id).executeTakeFirst(),
    )
    const { enrolment } = await lockEnrolment(trx, asked.enrolmentId)
    authorize(actor, 'enrolment.withdraw', enrolment)
    const answered = await trx
      .updateTable('membershipQuestion')
      .set({ answeredAt: now(), answer })
      .where('id', '=', asked.id)
      .where('answeredAt', 'is', null)
      .returning('id')
      .executeTakeFirst()
    if (!answered) throw new Refusal(texts.answeredAlready)
    await note(
      trx,
      actor,
      'membership-question.answer',
      { type: 'enrolment', id: enrolment.id },
      {
        details: { answer },
      },
    )
    if (answer === 'leave') await withdraw(trx, actor, enrolment, {})
    if (answer === 'keep') {
      const schools = await listSchools(trx, enrolment.personId)
      const only = schools.length === 1 ? schools[0] : undefined
      await trx
        .updateTable('enrolment')
        .set({ organisationId: only?.organisationId ?? null, teamId: only?.teamId ?? null })
        .where('id', '=', enrolment.id)
        .execute()
    }
    return { enrolmentId: enrolment.id }
  })
}
