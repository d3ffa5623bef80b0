import { now } from '#app/platform/clock.ts'
import { mailAddress } from '#app/platform/mail/queue-mail.server.ts'
import { type Db, inTransaction, type Transaction } from '#db/client.server.ts'
import { confirmationMail } from './contribution-mails.ts'
import { listAnsweredLines } from './request-queries.server.ts'
import { listSigners } from './signer-queries.server.ts'

/** Mails who signs for the organisation what was answered since the last such mail. */
export async function confirmAnswers(
  trx: Transaction,
  request: { id: number; organisationId: number; organisation: string },
): Promise<void> {
  const { confirmedAt } = await trx
    .selectFrom('contributionRequest')
    .select('confirmedAt')
    .where('id', '=', request.id)
    .forUpdate()
    .executeTakeFirstOrThrow()
  const answers = (await listAnsweredLines(trx, request.id)).flatMap((line) =>
    line.answeredAt && (!confirmedAt || line.answeredAt > confirmedAt)
      ? [{ ...line, state: line.state as 'signed' | 'refused' | 'corrected' }]
      : [],
  )
  if (answers.length === 0) return
  const at = now()
  const mail = confirmationMail(request.organisation, answers)
  for (const { personId, greeting, address } of await listSigners(trx, request.organisationId)) {
    await mailAddress(
      trx,
      { address, greeting, personId: personId ?? undefined },
      {
        reason: 'contribution.answered',
        subjectKey: `contribution_request:${request.id}:${at.toISOString()}`,
        mail,
      },
    )
  }
  await trx.updateTable('contributionRequest').set({ confirmedAt: at }).where('id', '=', request.id).execute()
}

/** Confirms what was answered where somebody stopped halfway: an hour after the last answer. */
export async function confirmHalfAnswered(db: Db): Promise<number> {
  const hourAgo = new Date(now().getTime() - 3_600_000)
  const requests = await db
    .selectFrom('contributionRequest as request')
    .innerJoin('organisation', 'organisation.id', 'request.organisationId')
    .innerJoin('contribution', 'contribution.requestId', 'request.id')
    .select(['request.id', 'request.organisationId', 'organisation.name as organisation'])
    .where(({ eb, or, ref }) =>
      or([
        eb('request.confirmedAt', 'is', null),
        eb('contribution.answeredAt', '>', ref('request.confirmedAt')),
      ]),
    )
    .groupBy(['request.id', 'organisation.name'])
    .having(({ fn }) => fn.max('contribution.answeredAt'), '<', hourAgo)
    .orderBy('request.id')
    .limit(200)
    .execute()
  for (const request of requests) await inTransaction(db, (trx) => confirmAnswers(trx, request))
  return requests.length
}
