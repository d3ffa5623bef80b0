import type { Actor } from '#app/access/actor.ts'
import { authorize } from '#app/access/authorize.ts'
import { now } from '#app/platform/clock.ts'
import { addDays, instantAt, schoolYearOf } from '#app/platform/dates.ts'
import { note } from '#app/platform/journal.server.ts'
import { orNotFound } from '#app/platform/refusal.ts'
import { type Db, inTransaction, type Transaction } from '#db/client.server.ts'
import type { PlanEditionInput } from './edition-form.ts'
import { listFreePeriods } from './free-periods.server.ts'
import { insertMeetings } from './insert-meetings.server.ts'
import { seriesDays } from './planning.ts'

/** Plans an edition of an offering with all its meetings, not yet open for enrolment; returns its id. */
export async function planEdition(
  db: Db,
  actor: Actor,
  offeringId: number,
  input: PlanEditionInput,
): Promise<number> {
  authorize(actor, 'edition.manage')
  return inTransaction(db, async (trx) => {
    const offering = orNotFound(
      await trx
        .selectFrom('offering')
        .select(['id', 'minimumAttendancePercent', 'test', 'evaluationRequired'])
        .where('id', '=', offeringId)
        .forUpdate()
        .executeTakeFirst(),
    )
    const { first } = input
    const skip = input.skipHolidays
      ? await listFreePeriods(trx, await regionsOf(trx, first.roomId), first.day, addDays(first.day, 730))
      : []
    const days = seriesDays(first.day, input.meetings, input.everyWeeks, skip)
    const edition = await insertEdition(trx, {
      offeringId: offering.id,
      minimumAttendancePercent: offering.minimumAttendancePercent,
      test: offering.test,
      evaluationRequired: offering.evaluationRequired,
      firstDay: first.day,
      startsAt: instantAt(first.day, first.startsAt),
      ...input,
    })
    await insertMeetings(
      trx,
      edition,
      days.map((day) => ({ ...first, day })),
      input.trainers,
    )
    await note(trx, actor, 'edition.plan', { type: 'edition', id: edition })
    return edition
  })
}

/** The holiday region of the site that a room belongs to; empty without a room. */
async function regionsOf(trx: Db | Transaction, roomId: number | undefined) {
  if (roomId === undefined) return []
  const sites = await trx
    .selectFrom('room')
    .innerJoin('site', 'site.id', 'room.siteId')
    .select('site.holidayRegion')
    .where('room.id', '=', roomId)
    .execute()
  return sites.map((site) => site.holidayRegion)
}

type NewEdition = {
  offeringId: number
  firstDay: string
  startsAt: Date
  capacity: number
  minimum: number
  minimumAttendancePercent: number
  test: 'none' | 'organiser' | 'external'
  evaluationRequired: boolean
  enrolUntil?: string | undefined
  leaveUntil?: string | undefined
  decideOn?: string | undefined
  hasMeal: boolean
  participantsNote: string
  trainers: number[]
}

/**
 * Inserts the edition and its trainers. What is left open gets a default: one enrols until the start, leaves without
 * being late until two weeks before, and whether it goes ahead is decided two weeks before.
 */
export async function insertEdition(trx: Transaction, input: NewEdition): Promise<number> {
  const twoWeeksBefore = addDays(input.firstDay, -14)
  const row = await trx
    .insertInto('edition')
    .values({
      offeringId: input.offeringId,
      code: await nextCode(trx, input.offeringId, schoolYearOf(input.firstDay)),
      status: 'planned',
      capacity: input.capacity,
      minimum: input.minimum,
      minimumAttendancePercent: input.minimumAttendancePercent,
      test: input.test,
      evaluationRequired: input.evaluationRequired,
      enrolUntil: input.enrolUntil ? endOfDay(input.enrolUntil) : input.startsAt,
      leaveUntil: endOfDay(input.leaveUntil ?? twoWeeksBefore),
      decideOn: input.decideOn ?? twoWeeksBefore,
      hasMeal: input.hasMeal,
      participantsNote: input.participantsNote,
      createdAt: now(),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await setTrainers(trx, row.id, input.trainers)
  return row.id
}

export async function setTrainers(trx: Transaction, editionId: number, trainers: number[]): Promise<void> {
  await trx.deleteFrom('editionTrainer').where('editionId', '=', editionId).execute()
  if (trainers.length === 0) return
  await trx
    .insertInto('editionTrainer')
    .values([...new Set(trainers)].map((personId) => ({ editionId, personId })))
    .execute()
}

/** A deadline that is a day lasts until its end: until its last minute, so that the page names that day. */
export function endOfDay(day: string): Date {
  return instantAt(day, '23:59')
}

/** The next code of an offering within a school year; the offering's row is locked by the caller. */
async function nextCode(trx: Transaction, offeringId: number, schoolYear: string): Promise<string> {
  const rows = await trx
    .selectFrom('edition')
    .select('code')
    .where('offeringId', '=', offeringId)
    .where('code', 'like', `${schoolYear}-%`)
    .execute()
  const last = Math.max(0, ...rows.map((row) => Number(row.code.slice(schoolYear.length + 1))))
  return `${schoolYear}-${last + 1}`
}
