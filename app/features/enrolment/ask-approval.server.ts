import { createLinkToken } from '#app/platform/authentication/link-token.server.ts'
import { now } from '#app/platform/clock.ts'
import { mailPerson } from '#app/platform/mail/queue-mail.server.ts'
import type { Transaction } from '#db/client.server.ts'
import { approvalMails } from './approval-mails.ts'
import { type Approvers, findApprovers, listAway } from './approver-queries.server.ts'
import { approvalLinkMinutes } from './enrolment.ts'
import type { MailEdition } from './mail-parts.ts'

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
  const away =
    request.teamId === null ? [] : await listAway(trx, request.teamId, request.editionId, request.personId)
  for (const { personId } of approvers.people) {
    const token = await approvalLink(trx, request.id, personId)
    await mailPerson(trx, personId, {
      reason: 'enrolment.approval-asked',
      subjectKey: `enrolment:${request.id}`,
      mail: approvalMails.asked(
        { name: request.personName, note: request.note, waiting: request.waiting, away },
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
