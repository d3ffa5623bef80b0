import type { Actor } from '#app/access/actor.ts'
import { authorize } from '#app/access/authorize.ts'
import { halfDays } from '#app/features/interest/half-day.ts'
import { upsertInterest } from '#app/features/interest/lay-interest.server.ts'
import { note } from '#app/platform/journal.server.ts'
import { type MailToPerson, mailPeople } from '#app/platform/mail/queue-mails.server.ts'
import { orNotFound, Refusal } from '#app/platform/refusal.ts'
import { type Db, inTransaction, type Transaction } from '#db/client.server.ts'
import { listRadarPeople } from './radar-queries.server.ts'
import { radarTexts as texts } from './radar-texts.ts'
import { renewalMails } from './renewal-mails.ts'

/**
 * A coordinator plans a renewal: everybody who needs one before that day stands on the list of the offering, in the order
 * in which theirs lapses, and is told. Once there is a date they are first in line. Who stood on the list keeps the own
 * line and hears nothing. Says how many came on it.
 */
export function planRenewals(
  db: Db,
  actor: Actor,
  { typeCode, until }: { typeCode: string; until: string },
  input: { offeringId: number },
): Promise<{ people: number }> {
  authorize(actor, 'renewal.plan')
  return inTransaction(db, async (trx) => {
    const offering = orNotFound(await lockOffering(trx, input.offeringId))
    if (offering.awardsOnTest !== typeCode && offering.preparesFor !== typeCode) {
      throw new Refusal(texts.leadsElsewhere, 'offeringId')
    }
    const people = await listRadarPeople(trx, typeCode, until)
    const waiting = await trx
      .selectFrom('interest')
      .select('personId')
      .where('offeringId', '=', offering.id)
      .where('endedAt', 'is', null)
      .execute()
    const known = new Set(waiting.map(({ personId }) => personId))
    const fresh = people.filter(({ personId }) => !known.has(personId))
    for (const { personId, organisationId, teamId } of fresh) {
      await upsertInterest(trx, offering.id, personId, {
        organisationId,
        teamId,
        people: 1,
        // They were not asked when they can: any half-day may suit.
        halfDays: [...halfDays],
        fromDay: null,
        untilDay: null,
        remark: null,
      })
    }
    const mails = fresh.map(({ personId, lastDay }): MailToPerson => {
      const mail = renewalMails.onList(offering, lastDay)
      return {
        personId,
        reason: 'renewal.on-list',
        subjectKey: `offering:${offering.id}:${typeCode}:${lastDay}`,
        kind: 'lapsing',
        digestible: true,
        mail,
      }
    })
    await mailPeople(trx, mails)
    await note(
      trx,
      actor,
      'renewal.plan',
      { type: 'offering', id: offering.id },
      { details: { typeCode, until, people: fresh.length } },
    )
    return { people: fresh.length }
  })
}

/** Two coordinators at once come one after the other: the second finds everybody on the list. */
const lockOffering = (trx: Transaction, id: number) =>
  trx
    .selectFrom('offering')
    .select(['id', 'title', 'slug', 'awardsOnTest', 'preparesFor'])
    .where('id', '=', id)
    .where('status', '=', 'published')
    .forUpdate()
    .executeTakeFirst()
