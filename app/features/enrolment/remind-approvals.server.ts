import { type Approvers, findApprovers } from '#app/features/people/approver-queries.server.ts'
import { dayOf, now, today } from '#app/platform/clock.ts'
import { mailPerson } from '#app/platform/mail/queue-mail.server.ts'
import { type Db, inTransaction, type Transaction } from '#db/client.server.ts'
import { approvalMails } from './approval-mails.ts'
import { approvalLink, askApproval } from './ask-approval.server.ts'
import { approvalStep } from './enrolment.ts'
import { type LockedEdition, type LockedEnrolment, lockEnrolment } from './lock-edition.server.ts'
import { mailEdition } from './mail-edition.server.ts'
import {
  listHolidaysAround,
  listPendingApprovals,
  type PendingApproval,
} from './pending-approval-queries.server.ts'

/**
 * Every school day: reminds leads of requests that wait three school days, puts those of five to the deputy, and at
 * the closing date to the coordinator. Then everyone who decides gets one mail with what is still open.
 */
export async function remindApprovals(db: Db): Promise<number> {
  const pending = await listPendingApprovals(db)
  const holidays = await listHolidaysAround(db)
  for (const request of pending) {
    const free = holidays.filter(({ holidayRegion }) => holidayRegion === request.holidayRegion)
    const step = approvalStep(request, now(), dayOf, free)
    if (step) await inTransaction(db, (trx) => takeStep(trx, request, step))
  }
  const closed = new Set(
    holidays
      .filter(({ startsOn, endsOn }) => startsOn <= today() && today() <= endsOn)
      .map(({ holidayRegion }) => holidayRegion),
  )
  return sendOpenApprovals(db, closed)
}

async function takeStep(
  trx: Transaction,
  request: PendingApproval,
  step: 'remind' | 'deputy' | 'coordinator',
): Promise<void> {
  const { edition, enrolment } = await lockEnrolment(trx, request.id)
  if (enrolment.approval !== 'pending') return
  if (step === 'remind') return remind(trx, edition, enrolment)
  const about = await mailEdition(trx, edition)
  const waiting = enrolment.status === 'waitlisted'
  const { id, personId, personName, teamId, editionId, note } = enrolment
  await askApproval(trx, { id, personId, personName, teamId, editionId, note, waiting }, about, step)
}

async function remind(trx: Transaction, edition: LockedEdition, enrolment: LockedEnrolment): Promise<void> {
  const about = await mailEdition(trx, edition)
  const { people } = await findApprovers(trx, enrolment.teamId, enrolment.personId)
  const asked = enrolment.approvalAskedAt ?? enrolment.createdAt
  for (const { personId } of people) {
    const token = await approvalLink(trx, enrolment.id, personId)
    await mailPerson(trx, personId, {
      reason: 'enrolment.approval-reminder',
      subjectKey: `enrolment:${enrolment.id}`,
      mail: approvalMails.reminder(enrolment.personName, about, token, asked),
    })
  }
  await trx
    .updateTable('enrolment')
    .set({ approvalRemindedAt: now() })
    .where('id', '=', enrolment.id)
    .execute()
}

/** One mail a day to each who decides, with a link for each request that is older than a day. None in the holidays. */
async function sendOpenApprovals(
  db: Db,
  closed: ReadonlySet<PendingApproval['holidayRegion']>,
): Promise<number> {
  const dayAgo = now().getTime() - 20 * 3_600_000
  const open = (await listPendingApprovals(db)).filter(
    ({ askedAt, holidayRegion }) => askedAt.getTime() < dayAgo && !closed.has(holidayRegion),
  )
  const byPerson = new Map<number, PendingApproval[]>()
  for (const request of open) {
    const from: Approvers['as'] = request.toCoordinatorAt
      ? 'coordinator'
      : request.toDeputyAt
        ? 'deputy'
        : 'lead'
    // The lead stays in charge while the deputy helps.
    const asked = [
      await findApprovers(db, request.teamId, request.personId),
      await findApprovers(db, request.teamId, request.personId, from),
    ]
    for (const personId of new Set(asked.flatMap(({ people }) => people.map((person) => person.personId)))) {
      byPerson.set(personId, [...(byPerson.get(personId) ?? []), request])
    }
  }
  for (const [personId, requests] of byPerson) {
    await inTransaction(db, (trx) => sendDigest(trx, personId, requests.slice(0, 20)))
  }
  return byPerson.size
}

async function sendDigest(trx: Transaction, personId: number, requests: PendingApproval[]): Promise<void> {
  const links = []
  for (const { id, name, title } of requests) {
    links.push({ name, title, token: await approvalLink(trx, id, personId) })
  }
  await mailPerson(trx, personId, {
    reason: 'enrolment.approval-digest',
    subjectKey: today(),
    mail: approvalMails.digest(links),
  })
}
