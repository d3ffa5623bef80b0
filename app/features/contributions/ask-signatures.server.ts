import { sql } from 'kysely'
import type { Actor } from '#app/access/actor.ts'
import { authorize } from '#app/access/authorize.ts'
import { createLinkToken } from '#app/platform/authentication/link-token.server.ts'
import { now, today } from '#app/platform/clock.ts'
import { addDays } from '#app/platform/dates.ts'
import { note } from '#app/platform/journal.server.ts'
import { mailAddress } from '#app/platform/mail/queue-mail.server.ts'
import { Refusal } from '#app/platform/refusal.ts'
import { type Db, inTransaction, type Transaction } from '#db/client.server.ts'
import { linkDays } from './contribution.ts'
import { requestMail } from './contribution-mails.ts'
import { contributionTexts as texts } from './contribution-texts.ts'
import { countWaiting } from './request-queries.server.ts'
import { listSigners } from './signer-queries.server.ts'

const firstOfMonth = (day: string) => `${day.slice(0, 7)}-01`

/**
 * On the first days of a month: asks every organisation with lines that wait, of the months before, to sign for them.
 * Once an organisation and month, however often this runs, and whoever else runs it; one at a time, so that half a run
 * leaves no half a request. Who has nobody to sign is left for a coordinator. Returns how many were asked.
 */
export async function askForSignatures(db: Db): Promise<number> {
  const month = firstOfMonth(today())
  const untilDay = addDays(month, -1)
  const { rows } = await sql<{ organisationId: number }>`
    select distinct organisation_id from contribution line
    where state = 'waits_for_signature' and to_check is null and day <= ${untilDay}::date
      and not exists (select from contribution_request request
        where request.organisation_id = line.organisation_id and request.month = ${month}::date)
    order by organisation_id limit 2000`.execute(db)
  let asked = 0
  for (const { organisationId } of rows) {
    const isNew = await inTransaction(db, async (trx) => {
      // Looked at first: without anybody to sign no request is made, and a later run may still make it.
      if ((await listSigners(trx, organisationId)).length === 0) return false
      const request = await trx
        .insertInto('contributionRequest')
        .values({ organisationId, month, untilDay, createdAt: now(), sentAt: now() })
        .onConflict((conflict) => conflict.constraint('contribution_request_once').doNothing())
        .returning(['id', 'organisationId', 'month', 'untilDay', 'timesSent'])
        .executeTakeFirst()
      if (!request) return false
      await mailRequest(trx, null, request)
      return true
    })
    if (isNew) asked++
  }
  return asked
}

/**
 * Sends the link now, or again, with everything that waits until today. What was signed stays signed, and links that
 * were sent before keep working. Returns the ids of the mails.
 */
export async function sendRequest(db: Db, actor: Actor, organisationId: number): Promise<number[]> {
  authorize(actor, 'contribution.manage')
  return inTransaction(db, (trx) => askOrganisation(trx, actor, organisationId))
}

/** The same, for whoever has authorised already. */
export async function askOrganisation(
  trx: Transaction,
  actor: { personId: number },
  organisationId: number,
): Promise<number[]> {
  const month = firstOfMonth(today())
  const known = await trx
    .selectFrom('contributionRequest')
    .select(['id', 'sentAt'])
    .where('organisationId', '=', organisationId)
    .where('month', '=', month)
    .forUpdate()
    .executeTakeFirst()
  if (known && now().getTime() - known.sentAt.getTime() < 60_000) throw new Refusal(texts.justSent)
  const request = await trx
    .insertInto('contributionRequest')
    .values({ organisationId, month, untilDay: today(), createdAt: now(), sentAt: now() })
    .onConflict((conflict) =>
      conflict.constraint('contribution_request_once').doUpdateSet({
        untilDay: today(),
        sentAt: now(),
        timesSent: sql<number>`contribution_request.times_sent + 1`,
      }),
    )
    .returning(['id', 'organisationId', 'month', 'untilDay', 'timesSent'])
    .executeTakeFirstOrThrow()
  return mailRequest(trx, actor, request)
}

type Request = { id: number; organisationId: number; month: string; untilDay: string; timesSent: number }

/** A link of their own to everybody who may sign, in the transaction of the request. */
async function mailRequest(
  trx: Transaction,
  actor: { personId: number } | null,
  request: Request,
): Promise<number[]> {
  const signers = await listSigners(trx, request.organisationId)
  if (signers.length === 0) throw new Refusal(texts.noSigner)
  const lines = await countWaiting(trx, request)
  if (lines.count === 0) throw new Refusal(texts.nothingWaits)
  const { name: organisation } = await trx
    .selectFrom('organisation')
    .select('name')
    .where('id', '=', request.organisationId)
    .executeTakeFirstOrThrow()
  const mailIds: number[] = []
  for (const { personId, greeting, address } of signers) {
    const token = await createLinkToken(trx, 'sign-contributions', {
      personId: personId ?? undefined,
      subjectId: request.id,
      minutes: linkDays * 24 * 60,
    })
    const mailId = await mailAddress(
      trx,
      { address, greeting, personId: personId ?? undefined },
      {
        reason: 'contribution.asked',
        subjectKey: `contribution_request:${request.id}:${request.timesSent}`,
        // A mail sent early in the month is about the month before.
        mail: requestMail({ organisation, month: request.untilDay, lines, token }),
      },
    )
    if (mailId) mailIds.push(mailId)
  }
  await note(
    trx,
    actor,
    'contribution.ask',
    { type: 'organisation', id: request.organisationId },
    { details: { requestId: request.id, lines: lines.count, signers: signers.length } },
  )
  return mailIds
}
