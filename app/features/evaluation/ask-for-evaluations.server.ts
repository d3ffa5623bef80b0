import { type RawBuilder, type SqlBool, sql } from 'kysely'
import { createLinkTokens } from '#app/platform/authentication/link-token.server.ts'
import { now, today } from '#app/platform/clock.ts'
import { addDays, instantAt } from '#app/platform/dates.ts'
import { mailPeople } from '#app/platform/mail/queue-mails.server.ts'
import { type Db, inTransaction, type Transaction } from '#db/client.server.ts'
import { daysToReminder } from './evaluation.ts'
import { askReason, evaluationMail, remindReason } from './evaluation-mails.ts'
import { hasGiven, takesPart, wasThere } from './evaluation-queries.server.ts'
import { openEvaluations } from './open-evaluations.server.ts'

/**
 * In the morning: asks who was there what they thought of what ended yesterday, and reminds, a week later, who did not
 * answer. Each mail goes to a person once, however often this runs; who turns out to have been there is asked then.
 * Returns how many mails were made.
 */
export async function askForEvaluations(db: Db): Promise<number> {
  await inTransaction(db, (trx) => openEvaluations(trx, { endedBefore: instantAt(today(), '00:00') }))
  const open = await db
    .selectFrom('evaluation')
    .select('editionId')
    .where('openUntil', '>=', today())
    .orderBy('editionId')
    .execute()
  let count = 0
  for (const { editionId } of open) {
    count += await inTransaction(db, async (trx) => {
      await lockEvaluation(trx, editionId)
      return (await askParticipants(trx, editionId)) + (await remindParticipants(trx, editionId))
    })
  }
  return count
}

/**
 * Asks who was there at once, without waiting for the morning: for an edition that is being closed. Returns until when
 * they may answer; undefined when there is nothing to ask any more.
 */
export async function askNow(trx: Transaction, editionId: number): Promise<string | undefined> {
  await openEvaluations(trx, { endedBefore: now(), editionId })
  const evaluation = await trx
    .selectFrom('evaluation')
    .select('openUntil')
    .where('editionId', '=', editionId)
    .where('openUntil', '>=', today())
    .forUpdate()
    .executeTakeFirst()
  if (evaluation) await askParticipants(trx, editionId)
  return evaluation?.openUntil
}

/** Two runs at once take turns: the second finds nothing left to send. */
async function lockEvaluation(trx: Transaction, editionId: number): Promise<void> {
  await trx
    .selectFrom('evaluation')
    .select('editionId')
    .where('editionId', '=', editionId)
    .forUpdate()
    .execute()
}

/** Mails everyone who was there and was not asked yet; returns how many. The caller has locked the evaluation. */
function askParticipants(trx: Transaction, editionId: number): Promise<number> {
  return mailThem(trx, editionId, askReason, sql`not ${wasMailed(askReason)}`)
}

function remindParticipants(trx: Transaction, editionId: number): Promise<number> {
  const aWeekAgo = instantAt(addDays(today(), 1 - daysToReminder), '00:00')
  return mailThem(
    trx,
    editionId,
    remindReason,
    sql`${wasMailed(askReason, sql`and created_at < ${aWeekAgo}::timestamptz`)} and not ${wasMailed(remindReason)}`,
  )
}

const wasMailed = (reason: string, and = sql``): RawBuilder<SqlBool> => sql`
  exists (select from outbox where outbox.person_id = enrolment.person_id and reason = ${reason}
    and subject_key = 'enrolment:' || enrolment.id ${and})`

type Asked = { enrolmentId: number; personId: number; title: string; openUntil: string; required: boolean }

async function mailThem(
  trx: Transaction,
  editionId: number,
  reason: typeof askReason | typeof remindReason,
  when: RawBuilder<SqlBool>,
): Promise<number> {
  const { rows } = await sql<Asked>`
    select enrolment.id as enrolment_id, enrolment.person_id, offering.title, evaluation.open_until,
      edition.evaluation_required as required
    from enrolment
    join person on person.id = enrolment.person_id and person.deactivated_at is null
    join edition on edition.id = enrolment.edition_id
    join offering on offering.id = edition.offering_id
    join evaluation on evaluation.edition_id = edition.id
    where enrolment.edition_id = ${editionId} and ${takesPart} and ${wasThere} and not ${hasGiven} and ${when}
      and (edition.evaluation_required or not exists (select from mail_optout
        where mail_optout.person_id = person.id and mail_optout.kind = 'evaluations'))
      and exists (select from email_address where email_address.person_id = person.id)
    order by enrolment.id
  `.execute(trx)
  const [first] = rows
  if (!first) return 0
  const ends = instantAt(addDays(first.openUntil, 1), '00:00')
  const tokens = await createLinkTokens(
    trx,
    'evaluate',
    rows.map(({ personId, enrolmentId }) => ({ personId, subjectId: enrolmentId })),
    { from: now(), minutes: Math.floor((ends.getTime() - now().getTime()) / 60_000) },
  )
  const mails = rows.map(({ personId, ...about }, at) =>
    evaluationMail(personId, { ...about, reason, token: tokens[at] as string }),
  )
  return (await mailPeople(trx, mails)).length
}
