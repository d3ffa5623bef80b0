import { heldOf } from '#app/features/qualifications/holding.ts'
import { listPapers } from '#app/features/qualifications/qualification-queries.server.ts'
import { today } from '#app/platform/clock.ts'
import { type MailToPerson, mailPeople } from '#app/platform/mail/queue-mails.server.ts'
import { type Db, inTransaction, type Transaction } from '#db/client.server.ts'
import { dueReminder, nextRenewal, type RenewalEdition } from './renewal.ts'
import { renewalMails } from './renewal-mails.ts'
import {
  listBookedRenewals,
  listPeopleToRemind,
  listRenewalEditions,
  listSummersOf,
} from './renewal-queries.server.ts'

const peopleAtOnce = 500

/**
 * Reminds everybody of what lapses, at the months its sort says, with what renews it; nobody who booked that already. Runs
 * every day: what was missed, or broken off, is caught up by the next run. The outbox refuses the same reminder twice,
 * whoever else runs. Returns how many were told.
 */
export async function remindLapsing(db: Db): Promise<number> {
  const day = today()
  const editions = new Map<string, RenewalEdition[]>()
  let told = 0
  for (let afterId = 0; ; ) {
    const people = await listPeopleToRemind(db, { today: day, afterId, most: peopleAtOnce })
    const last = people.at(-1)
    if (last === undefined) return told
    told += await inTransaction(db, (trx) => remind(trx, people, day, editions))
    afterId = last
  }
}

async function remind(
  trx: Transaction,
  people: readonly number[],
  day: string,
  editions: Map<string, RenewalEdition[]>,
): Promise<number> {
  const held = heldOf(await listPapers(trx, people), day)
  const summersOf = await listSummersOf(trx, people, day)
  const due = held.flatMap((one) => {
    const { personId, remindMonthsBefore } = one.newest
    const months = dueReminder(one.stand, remindMonthsBefore, day, summersOf(personId))
    return months === undefined ? [] : [{ held: one, months }]
  })
  if (due.length === 0) return 0
  const booked = await listBookedRenewals(trx, people)
  const isBooked = new Set(booked.map(({ personId, typeCode }) => `${personId} ${typeCode}`))
  const loud = due.filter(
    ({ held: { newest, stand } }) =>
      stand.endsBy !== 'paper' || !isBooked.has(`${newest.personId} ${newest.typeCode}`),
  )
  await readEditions(
    trx,
    loud.map(({ held: { newest } }) => newest.typeCode),
    editions,
  )
  const mails = loud.map(({ held: one, months }): MailToPerson => {
    const { newest, stand } = one
    const until = stand.until as string
    return {
      personId: newest.personId,
      reason: 'qualification.lapses',
      subjectKey: `qualification:${newest.id}:${until}:${stand.endsBy}:${months}`,
      kind: 'lapsing',
      digestible: true,
      mail:
        stand.endsBy === 'paper'
          ? renewalMails.lapses(newest, until, nextRenewal(one, editions.get(newest.typeCode) ?? []))
          : renewalMails.employer(newest, until, stand.endsBy),
    }
  })
  return (await mailPeople(trx, mails)).length
}

/** What renews a sort is looked up once in a run. */
async function readEditions(
  trx: Transaction,
  typeCodes: readonly string[],
  editions: Map<string, RenewalEdition[]>,
): Promise<void> {
  const missing = [...new Set(typeCodes)].filter((code) => !editions.has(code))
  const found = Map.groupBy(await listRenewalEditions(trx, missing), ({ typeCode }) => typeCode)
  for (const code of missing) editions.set(code, found.get(code) ?? [])
}
