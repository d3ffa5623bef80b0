import type { Actor } from '#app/access/actor.ts'
import { authorize } from '#app/access/authorize.ts'
import { now } from '#app/platform/clock.ts'
import { note } from '#app/platform/journal.server.ts'
import { orNotFound, Refusal } from '#app/platform/refusal.ts'
import { type Db, inTransaction, type Transaction } from '#db/client.server.ts'
import type { ChangeEditionInput, MeetingInput } from './edition-form.ts'
import { insertMeetings, refuseTaken } from './insert-meetings.server.ts'
import { endOfDay, setTrainers } from './plan-edition.server.ts'

/**
 * Changes an edition's deadlines, minimum, notes and trainers. How many places it has is not changed here: raising
 * those lets people in from the waiting list, and belongs to enrolment.
 */
export async function changeEdition(
  db: Db,
  actor: Actor,
  editionId: number,
  input: ChangeEditionInput,
): Promise<void> {
  authorize(actor, 'edition.manage')
  await inTransaction(db, async (trx) => {
    const edition = await lockForChange(trx, editionId)
    if (input.minimum > edition.capacity) {
      throw new Refusal('Het minimum kan niet hoger zijn dan het aantal plekken.', 'minimum')
    }
    await trx
      .updateTable('edition')
      .set({
        minimum: input.minimum,
        enrolUntil: input.enrolUntil ? endOfDay(input.enrolUntil) : edition.startsAt,
        leaveUntil: input.leaveUntil ? endOfDay(input.leaveUntil) : edition.leaveUntil,
        decideOn: input.decideOn ?? edition.decideOn,
        hasMeal: input.hasMeal,
        participantsNote: input.participantsNote,
      })
      .where('id', '=', editionId)
      .execute()
    await changeTrainers(trx, editionId, input.trainers)
    await note(trx, actor, 'edition.change', { type: 'edition', id: editionId })
  })
}

/** The new trainers stand before every meeting that is still to come; who is taken off, before none of those. */
async function changeTrainers(trx: Transaction, editionId: number, trainers: number[]): Promise<void> {
  await setTrainers(trx, editionId, trainers)
  const meetings = await trx
    .selectFrom('meeting')
    .select(['id', 'startsAt', 'endsAt'])
    .where('editionId', '=', editionId)
    .where('status', '=', 'planned')
    .where('startsAt', '>', now())
    .execute()
  for (const meeting of meetings) {
    await refuseTaken(meeting, async () => {
      await trx.deleteFrom('meetingTrainer').where('meetingId', '=', meeting.id).execute()
      if (trainers.length === 0) return
      await trx
        .insertInto('meetingTrainer')
        .values(
          [...new Set(trainers)].map((personId) => ({ meetingId: meeting.id, personId, during: 'empty' })),
        )
        .execute()
    })
  }
}

/** Adds a meeting to an edition that is not over. */
export async function addMeeting(
  db: Db,
  actor: Actor,
  editionId: number,
  input: MeetingInput,
): Promise<number> {
  authorize(actor, 'edition.manage')
  return inTransaction(db, async (trx) => {
    await lockForChange(trx, editionId)
    const trainers = await trx
      .selectFrom('editionTrainer')
      .select('personId')
      .where('editionId', '=', editionId)
      .execute()
    const [id] = await insertMeetings(
      trx,
      editionId,
      [input],
      trainers.map((trainer) => trainer.personId),
    )
    await note(trx, actor, 'meeting.add', { type: 'edition', id: editionId })
    return id as number
  })
}

/** Opens a planned edition for enrolment. */
export async function openEdition(db: Db, actor: Actor, editionId: number): Promise<void> {
  authorize(actor, 'edition.manage')
  await inTransaction(db, async (trx) => {
    const edition = await lockForChange(trx, editionId)
    if (edition.status !== 'planned') throw new Refusal('Deze uitvoering is al open.')
    if (edition.startsAt === null) {
      throw new Refusal('Plan eerst een bijeenkomst. Zonder datum kan niemand zich inschrijven.')
    }
    if (edition.startsAt < now()) {
      throw new Refusal('De eerste bijeenkomst is al geweest. Kies eerst een nieuwe datum.')
    }
    await trx.updateTable('edition').set({ status: 'open' }).where('id', '=', editionId).execute()
    await note(trx, actor, 'edition.open', { type: 'edition', id: editionId })
  })
}

async function lockForChange(trx: Transaction, editionId: number) {
  const edition = orNotFound(
    await trx.selectFrom('edition').selectAll().where('id', '=', editionId).forUpdate().executeTakeFirst(),
  )
  if (edition.status === 'cancelled' || edition.status === 'closed') {
    throw new Refusal('Deze uitvoering is voorbij. Er verandert niets meer aan.')
  }
  return edition
}
