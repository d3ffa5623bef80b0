import type { Actor } from '#app/access/actor.ts'
import { authorize } from '#app/access/authorize.ts'
import { attachmentsOfTrainer } from '#app/features/agenda/calendar-attachments.server.ts'
import { refuseTaken } from '#app/features/catalogue/insert-meetings.server.ts'
import { now } from '#app/platform/clock.ts'
import { note } from '#app/platform/journal.server.ts'
import { mailPeople } from '#app/platform/mail/queue-mails.server.ts'
import { orNotFound, Refusal } from '#app/platform/refusal.ts'
import { type Db, inTransaction, type Transaction } from '#db/client.server.ts'
import { enrolmentTexts as texts } from './enrolment-texts.ts'
import type { LockedEdition } from './lock-edition.server.ts'
import { lockMeeting } from './lock-meeting.server.ts'
import { mailEdition } from './mail-edition.server.ts'
import { meetingLine } from './meeting-lines-queries.server.ts'
import { trainerMails } from './trainer-mails.ts'
import { listStandIns } from './trainer-queries.server.ts'

type People = { outId?: number | undefined; inId: number }

/**
 * Puts another trainer before a meeting, in the place of who falls out (of nobody, where nobody stood there). Both are
 * told, and the participants hear who comes. A coordinator may choose anybody who is free; a trainer hands their own
 * meeting to a co-trainer, and then the coordinators are told too.
 */
export function replaceTrainer(
  db: Db,
  actor: Actor,
  meeting: { id: number },
  { outId, inId }: People,
): Promise<{ comes: string; told: number; editionId: number }> {
  return inTransaction(db, async (trx) => {
    const { edition, meeting: current } = await lockMeeting(trx, meeting.id, now())
    const [standIn] = await listStandIns(trx, current.id, { personId: inId })
    authorize(actor, 'trainer.replace', {
      personId: outId ?? null,
      editionId: edition.id,
      meetingId: current.id,
      toCoTrainer: standIn?.isCoTrainer ?? false,
    })
    if (!standIn) throw new Refusal(texts.standInTaken)
    const out = outId === undefined ? null : await takeOff(trx, current.id, outId)
    await refuseTaken(current, () =>
      trx
        .insertInto('meetingTrainer')
        .values({ meetingId: current.id, personId: inId, during: 'empty' })
        .execute(),
    )
    const told = await tell(trx, actor, edition, { ...current, outId }, { out, comes: standIn.name, inId })
    const details = { editionId: edition.id, outId, inId, told }
    await note(trx, actor, 'meeting.replace-trainer', { type: 'meeting', id: current.id }, { details })
    return { comes: standIn.name, told, editionId: edition.id }
  })
}

/** Takes somebody off a meeting; 404 when they do not stand there. Returns their name. */
export async function takeOff(trx: Transaction, meetingId: number, personId: number): Promise<string> {
  orNotFound(
    await trx
      .deleteFrom('meetingTrainer')
      .where('meetingId', '=', meetingId)
      .where('personId', '=', personId)
      .returning('personId')
      .executeTakeFirst(),
  )
  const person = trx.selectFrom('person').select('name').where('id', '=', personId)
  return (await person.executeTakeFirstOrThrow()).name
}

export const listCoordinators = (trx: Transaction) =>
  trx.selectFrom('regionRole').select('personId').where('role', '=', 'coordinator').execute()

async function tell(
  trx: Transaction,
  actor: Actor,
  edition: LockedEdition,
  meeting: Parameters<typeof meetingLine>[0] & { id: number; outId: number | undefined },
  { out, comes, inId }: { out: string | null; comes: string; inId: number },
): Promise<number> {
  const about = await mailEdition(trx, edition)
  const change = { which: meetingLine(meeting), out, comes }
  const people = await trx
    .selectFrom('enrolment')
    .select(['id', 'personId'])
    .where('editionId', '=', edition.id)
    .where('status', 'in', ['requested', 'confirmed'])
    .execute()
  // Told again when it changes again, so the moment is part of what it is about.
  const subjectKey = `meeting:${meeting.id}:${now().toISOString()}`
  const where = { editionId: edition.id, meetingId: meeting.id }
  const attachments = await attachmentsOfTrainer(trx, inId, where)
  const coordinators = actor.isCoordinator ? [] : await listCoordinators(trx)
  await mailPeople(trx, [
    ...people.map(({ id, personId }) => ({
      personId,
      reason: 'meeting.trainer-changed',
      subjectKey,
      mail: trainerMails.participants(about, id, change),
    })),
    {
      personId: inId,
      reason: 'meeting.stand-in',
      subjectKey,
      mail: trainerMails.comes(about, change, meeting.id, people.length),
      attachments,
    },
    ...(meeting.outId === undefined
      ? []
      : [
          {
            personId: meeting.outId,
            reason: 'meeting.replaced',
            subjectKey,
            mail: trainerMails.goes(about, change),
          },
        ]),
    ...coordinators.map(({ personId }) => ({
      personId,
      reason: 'meeting.trainer-replaced',
      subjectKey,
      mail: trainerMails.replaced(about, change),
    })),
  ])
  return people.length
}
