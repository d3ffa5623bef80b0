import { sql } from 'kysely'
import { now, today } from '#app/platform/clock.ts'
import { addDays } from '#app/platform/dates.ts'
import type { Transaction } from '#db/client.server.ts'
import { daysToAnswer, usualQuestions } from './evaluation.ts'
import { takesPart, wasThere } from './evaluation-queries.server.ts'

/** What ended longer ago is not asked about any more: nobody remembers. */
const daysBack = 30

/**
 * Begins the evaluation of every edition that is over and at which somebody was, with the questions its offering asks
 * now; of one edition when that is given. What began already stays as it is.
 */
export async function openEvaluations(
  trx: Transaction,
  { endedBefore, editionId }: { endedBefore: Date; editionId?: number },
): Promise<void> {
  const longAgo = new Date(now().getTime() - daysBack * 86_400_000)
  const which =
    editionId === undefined ? sql`edition.ends_at > ${longAgo}::timestamptz` : sql`edition.id = ${editionId}`
  await sql`
    insert into evaluation (edition_id, questions, asked_on, open_until)
    select edition.id, coalesce(offering_evaluation.questions, ${JSON.stringify(usualQuestions)}::jsonb),
      ${today()}::date, ${addDays(today(), daysToAnswer)}::date
    from edition
    left join offering_evaluation on offering_evaluation.offering_id = edition.offering_id
    where ${which} and edition.status in ('open', 'going_ahead', 'closed')
      and edition.ends_at < ${endedBefore}::timestamptz
      and not exists (select from evaluation where evaluation.edition_id = edition.id)
      and exists (select from enrolment where enrolment.edition_id = edition.id and ${takesPart} and ${wasThere})
    on conflict do nothing
  `.execute(trx)
}
