import type { Actor } from '#app/access/actor.ts'
import { authorize } from '#app/access/authorize.ts'
import { dayOf, now } from '#app/platform/clock.ts'
import { note } from '#app/platform/journal.server.ts'
import { orNotFound, Refusal } from '#app/platform/refusal.ts'
import { type Db, inTransaction, type Transaction } from '#db/client.server.ts'
import { findContribution } from './contribution-queries.server.ts'
import { contributionTexts as texts } from './contribution-texts.ts'
import { findMeetingSource } from './meeting-contribution-queries.server.ts'
import { meetingWords } from './record-meeting-contributions.server.ts'

/** A line that nobody answered, locked until the end of the transaction. */
async function lockWaiting(trx: Transaction, id: number) {
  await trx.selectFrom('contribution').select('id').where('id', '=', id).forUpdate().executeTakeFirst()
  const line = orNotFound(await findContribution(trx, id))
  return {
    line,
    refuseUnlessWaiting() {
      if (line.state !== 'waits_for_signature') throw new Refusal(texts.answered)
    },
  }
}

/** Takes back a line that the company did not answer yet. Whoever has it open by link is told when they press. */
export async function withdrawContribution(
  db: Db,
  actor: Actor,
  id: number,
  { reason }: { reason: string },
): Promise<void> {
  await inTransaction(db, async (trx) => {
    const { line, refuseUnlessWaiting } = await lockWaiting(trx, id)
    authorize(actor, 'contribution.withdraw', { recordedBy: line.recordedBy })
    refuseUnlessWaiting()
    await trx
      .updateTable('contribution')
      .set({
        state: 'withdrawn',
        withdrawnAt: now(),
        withdrawnBy: actor.personId,
        withdrawnReason: reason,
        toCheck: null,
      })
      .where('id', '=', id)
      .execute()
    await note(trx, actor, 'contribution.withdraw', { type: 'contribution', id }, { reason })
  })
}

/** Says that a line still holds after its meeting was changed: it takes the new day, and is asked for again. */
export async function confirmContribution(db: Db, actor: Actor, id: number): Promise<void> {
  await inTransaction(db, async (trx) => {
    const { line, refuseUnlessWaiting } = await lockWaiting(trx, id)
    authorize(actor, 'contribution.withdraw', { recordedBy: line.recordedBy })
    refuseUnlessWaiting()
    if (!line.toCheck) return
    const meeting = await findMeetingSource(trx, line.sourceId)
    await trx
      .updateTable('contribution')
      .set({
        toCheck: null,
        ...(meeting?.status === 'planned'
          ? { day: dayOf(meeting.startsAt), sourceWords: meetingWords(meeting) }
          : {}),
      })
      .where('id', '=', id)
      .execute()
    await note(trx, actor, 'contribution.confirm', { type: 'contribution', id })
  })
}
