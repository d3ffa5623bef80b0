import { type Approvers, findApprovers } from '#app/features/people/approver-queries.server.ts'
import { createLinkToken } from '#app/platform/authentication/link-token.server.ts'
import { now } from '#app/platform/clock.ts'
import { mailPerson } from '#app/platform/mail/queue-mail.server.ts'
import type { Transaction } from '#db/client.server.ts'
import { approvalMails } from './approval-mails.ts'
import { approvalLinkMinutes } from './enrolment.ts'
import type { MailEdition } from './mail-parts.ts'
import { absenceSentences, lessonsSentence } from './team-absence.ts'
import { findTeamAbsence } from './team-absence-queries.server.ts'

export type ApprovalRequest = {
  id: number
  personId: number
  personName: string
  teamId: number | null
  editionId: number
  note: string | null
  waiting: boolean
}

/** Asks whoever decides for this team, each by a link of their own, and writes down whom it was put to. */
export async function askApproval(
  trx: Transaction,
  request: ApprovalRequest,
  edition: MailEdition,
  from: Approvers['as'] = 'lead',
): Promise<Approvers> {
  const approvers = await findApprovers(trx, request.teamId, request.personId, from)
  const absence = await findTeamAbsence(trx, request.teamId, request.editionId, request.personId)
  const { lessonsToCover } = await trx
    .selectFrom('edition')
    .innerJoin('offering', 'offering.id', 'edition.offeringId')
    .select('offering.lessonsToCover')
    .where('edition.id', '=', request.editionId)
    .executeTakeFirstOrThrow()
  const away = absence ? absenceSentences(absence, 1) : []
  const lessons = lessonsSentence(lessonsToCover)
  for (const { personId } of approvers.people) {
    const token = await approvalLink(trx, request.id, personId)
    await mailPerson(trx, personId, {
      reason: 'enrolment.approval-asked',
      subjectKey: `enrolment:${request.id}`,
      mail: approvalMails.asked(
        {
          name: request.personName,
          note: request.note,
          waiting: request.waiting,
          away: lessons ? [...away, lessons] : away,
        },
        edition,
        token,
      ),
    })
  }
  await trx
    .updateTable('enrolment')
    .set({
      ...(from === 'lead' && { approvalAskedAt: now() }),
      ...(approvers.as === 'deputy' && { approvalToDeputyAt: now() }),
      ...(approvers.as === 'coordinator' && { approvalToDeputyAt: now(), approvalToCoordinatorAt: now() }),
    })
    .where('id', '=', request.id)
    .execute()
  return approvers
}

export function approvalLink(trx: Transaction, enrolmentId: number, personId: number): Promise<string> {
  return createLinkToken(trx, 'approve-enrolment', {
    personId,
    subjectId: enrolmentId,
    minutes: approvalLinkMinutes,
  })
}
