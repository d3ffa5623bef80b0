import type { Actor } from '#app/access/actor.ts'
import { authorize } from '#app/access/authorize.ts'
import { now } from '#app/platform/clock.ts'
import { note } from '#app/platform/journal.server.ts'
import type { Mail } from '#app/platform/mail/mail.ts'
import { mailPerson } from '#app/platform/mail/queue-mail.server.ts'
import { orNotFound, Refusal } from '#app/platform/refusal.ts'
import { type Db, inTransaction, type Transaction } from '#db/client.server.ts'
import { halfDays } from './half-day.ts'
import { interestMails } from './interest-mails.ts'
import { interestTexts as texts } from './interest-texts.ts'
import { upsertInterest } from './lay-interest.server.ts'

type Answered = { name: string; mailId: number | undefined }

/** Writes back about a wish, which stays open. */
export async function answerWish(
  db: Db,
  actor: Actor,
  wish: { id: number },
  input: { answer: string },
): Promise<Answered> {
  authorize(actor, 'interest.manage')
  return inTransaction(db, async (trx) => {
    const current = await lockWish(trx, wish.id)
    const at = now()
    await settle(trx, actor, wish.id, { answer: input.answer })
    await note(trx, actor, 'wish.answer', { type: 'wish', id: wish.id })
    // Each answer is news, so each is a mail of its own.
    const subject = `wish:${wish.id}:${at.getTime()}`
    return tell(
      trx,
      current,
      'wish.answered',
      subject,
      interestMails.wishAnswered(current.what, input.answer),
    )
  })
}

/** Ends a wish that will not be met, with the reason. */
export async function closeWish(
  db: Db,
  actor: Actor,
  wish: { id: number },
  input: { answer: string },
): Promise<Answered> {
  authorize(actor, 'interest.manage')
  return inTransaction(db, async (trx) => {
    const current = await lockWish(trx, wish.id)
    await settle(trx, actor, wish.id, { state: 'closed', answer: input.answer })
    await note(trx, actor, 'wish.close', { type: 'wish', id: wish.id }, { reason: input.answer })
    const mail = interestMails.wishClosed(current.what, input.answer)
    return tell(trx, current, 'wish.closed', `wish:${wish.id}`, mail)
  })
}

/** Says which offering answers a wish: it becomes interest in that, with the place in line of the wish. */
export async function linkWish(
  db: Db,
  actor: Actor,
  wish: { id: number },
  input: { offeringId: number },
): Promise<Answered & { title: string }> {
  authorize(actor, 'interest.manage')
  return inTransaction(db, async (trx) => {
    const current = await lockWish(trx, wish.id)
    const offering = await trx
      .selectFrom('offering')
      .select(['id', 'title', 'slug', 'status'])
      .where('id', '=', input.offeringId)
      .where('status', '<>', 'archived')
      .executeTakeFirst()
    if (!offering) throw new Refusal('Kies iets uit het aanbod.', 'offeringId')
    const { organisationId, teamId, people, why } = current
    const { id, isNew } = await upsertInterest(trx, offering.id, current.personId, {
      organisationId,
      teamId,
      people,
      // Who said nothing about when can be asked for any half-day.
      halfDays: current.halfDays.length > 0 ? current.halfDays : [...halfDays],
      fromDay: null,
      untilDay: null,
      remark: why?.slice(0, 300) ?? null,
    })
    if (isNew) {
      await trx.updateTable('interest').set({ createdAt: current.createdAt }).where('id', '=', id).execute()
    }
    await settle(trx, actor, wish.id, { state: 'linked', offeringId: offering.id })
    await note(
      trx,
      actor,
      'wish.link',
      { type: 'wish', id: wish.id },
      { details: { offeringId: offering.id } },
    )
    const slug = offering.status === 'published' ? offering.slug : undefined
    const mail = interestMails.wishLinked(current.what, offering.title, slug)
    return { ...(await tell(trx, current, 'wish.linked', `wish:${wish.id}`, mail)), title: offering.title }
  })
}

async function lockWish(trx: Transaction, id: number) {
  const wish = orNotFound(
    await trx
      .selectFrom('wish')
      .innerJoin('person', 'person.id', 'wish.personId')
      .selectAll('wish')
      .select('person.name')
      .where('wish.id', '=', id)
      .forUpdate('wish')
      .executeTakeFirst(),
  )
  if (wish.state !== 'open') throw new Refusal(texts.wishDone)
  return wish
}

function settle(
  trx: Transaction,
  actor: Actor,
  id: number,
  values: { state?: string; answer?: string; offeringId?: number },
) {
  return trx
    .updateTable('wish')
    .set({ ...values, answeredAt: now(), answeredBy: actor.personId })
    .where('id', '=', id)
    .execute()
}

async function tell(
  trx: Transaction,
  wish: { personId: number; name: string },
  reason: string,
  subjectKey: string,
  mail: Mail,
): Promise<Answered> {
  return { name: wish.name, mailId: await mailPerson(trx, wish.personId, { reason, subjectKey, mail }) }
}
