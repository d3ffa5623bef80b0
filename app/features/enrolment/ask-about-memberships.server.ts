import { sql } from 'kysely'
import { now, today } from '#app/platform/clock.ts'
import { note } from '#app/platform/journal.server.ts'
import { mailPerson } from '#app/platform/mail/queue-mail.server.ts'
import { type Db, inTransaction, type Transaction } from '#db/client.server.ts'
import { isOpen } from './enrolment.ts'
import { enrolmentMails } from './enrolment-mails.ts'
import { lockEnrolment } from './lock-edition.server.ts'
import { mailEdition } from './mail-edition.server.ts'

type Left = { enrolmentId: number; school: string }

/**
 * Asks everyone who left a school what is to happen with the places they took for it: keep, hand over or leave. Once
 * for each place, in whatever way the membership ended. Returns how many were asked.
 */
export async function askAboutMemberships(db: Db): Promise<number> {
  const { rows } = await sql<Left>`
    select enrolment.id as enrolment_id, organisation.name as school
    from enrolment
    join edition on edition.id = enrolment.edition_id and edition.ends_at > ${now()}
      and edition.status in ('open', 'going_ahead')
    join organisation on organisation.id = enrolment.organisation_id
    where enrolment.status in ('requested', 'confirmed', 'waitlisted', 'offered')
      and exists (select from membership
        where person_id = enrolment.person_id and organisation_id = enrolment.organisation_id
          and ends_on < ${today()}::date)
      and not exists (select from membership
        where person_id = enrolment.person_id and organisation_id = enrolment.organisation_id
          and (ends_on is null or ends_on >= ${today()}::date))
      and not exists (select from membership_question where enrolment_id = enrolment.id)
    order by enrolment.id
    limit 1000`.execute(db)
  for (const row of rows) await inTransaction(db, (trx) => ask(trx, row))
  return rows.length
}

async function ask(trx: Transaction, { enrolmentId, school }: Left): Promise<void> {
  const { edition, enrolment } = await lockEnrolment(trx, enrolmentId)
  if (!isOpen(enrolment.status)) return
  const asked = await trx
    .insertInto('membershipQuestion')
    .values({ enrolmentId, askedAt: now() })
    .onConflict((conflict) => conflict.column('enrolmentId').where('answeredAt', 'is', null).doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!asked) return
  // The old lead sees it no longer; what still had to be approved is now the coordinator's.
  await trx.updateTable('enrolment').set({ teamId: null }).where('id', '=', enrolmentId).execute()
  await note(trx, null, 'membership-question.ask', { type: 'enrolment', id: enrolmentId })
  await mailPerson(trx, enrolment.personId, {
    reason: 'membership-question.asked',
    subjectKey: `membership-question:${asked.id}`,
    mail: enrolmentMails.membershipQuestion(school, await mailEdition(trx, edition)),
  })
}
