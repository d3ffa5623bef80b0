import type { Actor } from '#app/access/actor.ts'
import { authorize } from '#app/access/authorize.ts'
import { teamsOf } from '#app/features/qualifications/team-of-queries.server.ts'
import { now, today } from '#app/platform/clock.ts'
import { addMonths } from '#app/platform/dates.ts'
import { deleteFile, readScan, storeScan, type Upload } from '#app/platform/files/store-file.server.ts'
import { note } from '#app/platform/journal.server.ts'
import { mailPerson } from '#app/platform/mail/queue-mail.server.ts'
import { notFound, Refusal } from '#app/platform/refusal.ts'
import { type Db, inTransaction, type Transaction } from '#db/client.server.ts'
import type { ActivityAnswer, ActivityInput } from './hour-form.ts'
import { hourTexts as texts } from './hour-texts.ts'
import { renewalMails } from './renewal-mails.ts'

/** An hour card is talked about once a year; older than this nobody asks. */
const mostMonthsAgo = 60

/** Somebody writes down what they did elsewhere to keep up to date. It counts once their lead recognises it. */
export async function addOutsideActivity(
  db: Db,
  actor: Actor,
  input: ActivityInput,
  upload?: Upload,
): Promise<{ id: number }> {
  authorize(actor, 'qualification.keep', actor)
  if (input.heldOn > today()) throw new Refusal(texts.activityInFuture, 'heldOn')
  if (input.heldOn < addMonths(today(), -mostMonthsAgo)) throw new Refusal(texts.activityLongAgo, 'heldOn')
  const scan = upload && (await readScan(upload))
  return inTransaction(db, async (trx) => {
    const row = await trx
      .insertInto('outsideActivity')
      .values({
        personId: actor.personId,
        title: input.title,
        organiser: input.organiser ?? null,
        heldOn: input.heldOn,
        minutes: input.minutes,
        ownChoice: input.ownChoice,
        createdAt: now(),
      })
      .onConflict((conflict) => conflict.doNothing())
      .returning('id')
      .executeTakeFirst()
    if (!row) throw new Refusal(texts.activityTwice, 'heldOn')
    if (scan) {
      const fileId = await storeScan(trx, actor, scan)
      await trx.updateTable('outsideActivity').set({ fileId }).where('id', '=', row.id).execute()
    }
    await note(
      trx,
      actor,
      'outside-activity.add',
      { type: 'person', id: actor.personId },
      { details: { activityId: row.id, minutes: input.minutes } },
    )
    return row
  })
}

/** Its holder takes it back; the scan goes. */
export function takeBackOutsideActivity(db: Db, actor: Actor, activity: { id: number }): Promise<void> {
  return inTransaction(db, async (trx) => {
    const current = await lockActivity(trx, activity.id)
    authorize(actor, 'qualification.keep', current)
    if (current.state === 'withdrawn') return
    await settle(trx, actor, current.id, { state: 'withdrawn' })
    await trx.updateTable('outsideActivity').set({ fileId: null }).where('id', '=', current.id).execute()
    if (current.fileId !== null) await deleteFile(trx, current.fileId)
    await note(
      trx,
      actor,
      'outside-activity.take-back',
      { type: 'person', id: current.personId },
      { details: { activityId: current.id } },
    )
  })
}

/** A lead or a coordinator recognises what somebody did elsewhere, or says why not. Nobody their own. */
export function decideOutsideActivity(
  db: Db,
  actor: Actor,
  input: ActivityAnswer,
): Promise<{ name: string; title: string; recognised: boolean }> {
  return inTransaction(db, async (trx) => {
    const current = await lockActivity(trx, input.activityId)
    const { personId, title } = current
    authorize(actor, 'qualification.attest', { personId, teamIds: await teamsOf(trx, personId) })
    if (current.state !== 'requested') throw new Refusal(texts.activityDecided)
    const recognised = input.answer === 'recognise'
    const reason = input.answer === 'refuse' ? input.reason : null
    await settle(trx, actor, current.id, { state: recognised ? 'recognised' : 'refused', reason })
    await note(
      trx,
      actor,
      recognised ? 'outside-activity.recognise' : 'outside-activity.refuse',
      { type: 'person', id: personId },
      { ...(reason !== null && { reason }), details: { activityId: current.id } },
    )
    await mailPerson(trx, personId, {
      reason: 'outside-activity.decided',
      subjectKey: `activity:${current.id}`,
      mail: renewalMails.activityDecided(title, reason),
      digestible: true,
    })
    const { name } = await trx
      .selectFrom('person')
      .select('name')
      .where('id', '=', personId)
      .executeTakeFirstOrThrow()
    return { name, title, recognised }
  })
}

async function lockActivity(trx: Transaction, id: number) {
  const row = await trx
    .selectFrom('outsideActivity')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw notFound()
  return row
}

const settle = (
  trx: Transaction,
  actor: Actor,
  id: number,
  values: { state: string; reason?: string | null },
) =>
  trx
    .updateTable('outsideActivity')
    .set({ ...values, decidedAt: now(), decidedBy: actor.personId })
    .where('id', '=', id)
    .execute()
