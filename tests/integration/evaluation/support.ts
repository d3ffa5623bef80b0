import type { Actor } from '#app/access/actor.ts'
import type { Answers } from '#app/features/evaluation/evaluation.ts'
import { today } from '#app/platform/clock.ts'
import { addDays, instantAt } from '#app/platform/dates.ts'
import type { Db } from '#db/client.server.ts'
import {
  actorOf,
  aMeeting,
  anEdition,
  anEnrolment,
  anOffering,
  aPerson,
  theTestRegion,
} from '#tests/support/builders.ts'

export const given = (score: number, said?: string): Answers => ({
  scores: [score, score, score],
  words: [said, undefined],
})

type People = ('present' | 'absent' | null)[]

/** An edition whose only meeting was yesterday, its trainer, and people of whom it was recorded whether they were there. */
export async function aFinishedEdition(
  db: Db,
  { people = ['present'] as People, required = false, offeringId = 0 } = {},
) {
  await theTestRegion(db)
  const trainer = await aPerson(db)
  const id = offeringId || (await anOffering(db, { title: 'Cobots in de les' })).id
  const edition = await anEdition(db, {
    offeringId: id,
    meeting: false,
    trainerId: trainer.id,
    capacity: 500,
  })
  await db.updateTable('edition').set({ evaluationRequired: required }).where('id', '=', edition.id).execute()
  const startsAt = instantAt(addDays(today(), -1), '13:00')
  const meeting = await aMeeting(db, { editionId: edition.id, startsAt })
  const participants: { actor: Actor; enrolmentId: number; personId: number }[] = []
  for (const state of people) {
    const enrolment = await anEnrolment(db, { editionId: edition.id })
    const values = { meetingId: meeting.id, enrolmentId: enrolment.id }
    if (state)
      await db
        .insertInto('attendance')
        .values({ ...values, state })
        .execute()
    const { personId } = enrolment
    participants.push({ enrolmentId: enrolment.id, personId, actor: await actorOf(db, personId) })
  }
  return {
    editionId: edition.id,
    offeringId: id,
    meetingId: meeting.id,
    trainer: await actorOf(db, trainer.id),
    participants,
  }
}

export const evaluationMails = (db: Db) =>
  db
    .selectFrom('outbox')
    .select(['reason', 'personId', 'subjectKey', 'kind', 'bodyText'])
    .where('reason', 'like', 'evaluation.%')
    .orderBy('id')
    .execute()
