import { describe, expect } from 'vitest'
import { addHandout, removeHandout } from '#app/features/attendance/add-handout.server.ts'
import { addWalkIn } from '#app/features/attendance/add-walk-in.server.ts'
import { findHandout } from '#app/features/attendance/handout-queries.server.ts'
import { recordMakeUp, withdrawMakeUp } from '#app/features/attendance/record-make-up.server.ts'
import { recordRosterForm } from '#app/features/attendance/record-roster-form.server.ts'
import { recordTestResults } from '#app/features/attendance/record-test-results.server.ts'
import {
  listTaughtMeetings,
  listTaughtParticipants,
} from '#app/features/attendance/teaching-queries.server.ts'
import { findClosableEdition, listStandings } from '#app/features/certificates/completion-queries.server.ts'
import { now } from '#app/platform/clock.ts'
import type { Db } from '#db/client.server.ts'
import {
  actorOf,
  aMeeting,
  anEdition,
  anEnrolment,
  anOffering,
  aPerson,
  aTeacher,
  theTestRegion,
} from '#tests/support/builders.ts'
import { test } from '#tests/support/database.ts'

const hours = (count: number) => new Date(now().getTime() + count * 3_600_000)

async function aDay(db: Db, values: { test?: 'none' | 'organiser'; capacity?: number } = {}) {
  await theTestRegion(db)
  const person = await aPerson(db)
  const offering = await anOffering(db, { test: values.test ?? 'none' })
  const edition = await anEdition(db, {
    offeringId: offering.id,
    meeting: false,
    trainerId: person.id,
    capacity: values.capacity ?? 12,
    test: values.test ?? 'none',
  })
  const meeting = await aMeeting(db, { editionId: edition.id, startsAt: hours(-6) })
  return { edition, meeting, offering, trainer: await actorOf(db, person.id) }
}

const enrolments = (db: Db, editionId: number) =>
  db.selectFrom('enrolment').selectAll().where('editionId', '=', editionId).orderBy('id').execute()
const count = async (db: Db, table: 'person' | 'testResult' | 'attendanceMakeUp' | 'storedFile') =>
  (
    await db
      .selectFrom(table)
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow()
  ).count

describe('a walk-in', () => {
  test('with a known address is that person, in whatever case it was typed, and takes no place', async ({
    db,
  }) => {
    const { edition, meeting, trainer } = await aDay(db, { capacity: 1 })
    await anEnrolment(db, { editionId: edition.id })
    const known = await aTeacher(db, { address: 'bekend@school.example' })
    const people = await count(db, 'person')
    const added = await addWalkIn(db, trainer, meeting.id, {
      address: 'bekend@school.example',
      givenName: 'Iemand',
      familyName: 'Anders',
    })
    expect(added.name).toBe(known.name)
    expect(await count(db, 'person')).toBe(people)
    const [, walkIn] = await enrolments(db, edition.id)
    expect(walkIn).toMatchObject({
      personId: known.personId,
      origin: 'walk_in',
      walkIn: true,
      holdsPlace: false,
      organisationId: known.memberships[0]?.organisationId,
    })
    const attendance = await db.selectFrom('attendance').select(['state', 'enrolmentId']).execute()
    expect(attendance).toEqual([{ state: 'present', enrolmentId: walkIn?.id }])
  })

  test('with an unknown address needs a name, and becomes a person with that address, not confirmed', async ({
    db,
  }) => {
    const { edition, meeting, trainer } = await aDay(db)
    await expect(addWalkIn(db, trainer, meeting.id, { address: 'nieuw@school.example' })).rejects.toThrow(
      'kennen we nog niet',
    )
    await addWalkIn(db, trainer, meeting.id, {
      address: 'nieuw@school.example',
      givenName: 'Nieuw',
      familyName: 'Gezicht',
    })
    const address = await db
      .selectFrom('emailAddress')
      .selectAll()
      .where('address', '=', 'nieuw@school.example')
      .execute()
    expect(address).toMatchObject([{ confirmedAt: null, isPrimary: true }])
    expect(await enrolments(db, edition.id)).toHaveLength(1)
    const mails = await db.selectFrom('outbox').select(['reason', 'recipient']).execute()
    expect(mails).toEqual([{ reason: 'enrolment.walk-in', recipient: 'nieuw@school.example' }])
  })

  test('who is on the list already is not put there twice, also when pressed twice at once', async ({
    db,
  }) => {
    const { edition, meeting, trainer } = await aDay(db)
    const input = { address: 'nieuw@school.example', givenName: 'Nieuw', familyName: 'Gezicht' }
    const outcomes = await Promise.allSettled([1, 2, 3].map(() => addWalkIn(db, trainer, meeting.id, input)))
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(await enrolments(db, edition.id)).toHaveLength(1)
  })

  test('from the waiting list keeps their one enrolment', async ({ db }) => {
    const { edition, meeting, trainer } = await aDay(db)
    const person = await aPerson(db, { address: 'wacht@school.example' })
    await anEnrolment(db, { editionId: edition.id, personId: person.id, status: 'waitlisted' })
    await addWalkIn(db, trainer, meeting.id, { address: 'wacht@school.example' })
    expect(await enrolments(db, edition.id)).toMatchObject([
      { status: 'confirmed', origin: 'walk_in', waitingSince: null },
    ])
    const { waiting, placesHeld } = await db
      .selectFrom('edition')
      .select(['waiting', 'placesHeld'])
      .where('id', '=', edition.id)
      .executeTakeFirstOrThrow()
    expect([waiting, placesHeld]).toEqual([0, 0])
  })

  test('who comes in later was not at the meetings before', async ({ db }) => {
    const { edition, meeting, trainer } = await aDay(db)
    const earlier = await aMeeting(db, { editionId: edition.id, startsAt: hours(-30) })
    await addWalkIn(db, trainer, meeting.id, { address: 'a@school.example', givenName: 'A', familyName: 'B' })
    const states = await db
      .selectFrom('attendance')
      .select(['meetingId', 'state'])
      .orderBy('meetingId')
      .execute()
    expect(states).toEqual([
      { meetingId: meeting.id, state: 'present' },
      { meetingId: earlier.id, state: 'absent' },
    ])
  })

  test('somebody who does not give this meeting may not', async ({ db }) => {
    const { meeting } = await aDay(db)
    const { trainer: stranger } = await aDay(db)
    await expect(addWalkIn(db, stranger, meeting.id, { address: 'a@b.example' })).rejects.toMatchObject({
      status: 403,
    })
  })
})

describe('the roster without script', () => {
  const form = (fields: Record<string, string>) => {
    const data = new FormData()
    for (const [name, value] of Object.entries(fields)) data.set(name, value)
    return data
  }
  const states = (db: Db) =>
    db.selectFrom('attendance').select(['state', 'minutesLate', 'version']).orderBy('enrolmentId').execute()

  test('marks everyone in one press, and excuses who said they would not come', async ({ db }) => {
    const { edition, meeting, trainer } = await aDay(db)
    const [first, second] = [
      await anEnrolment(db, { editionId: edition.id }),
      await anEnrolment(db, { editionId: edition.id }),
    ]
    await db.insertInto('absenceNotice').values({ enrolmentId: second.id, meetingId: meeting.id }).execute()
    const basis = `${first.id}:0 ${second.id}:0`
    const outcome = await recordRosterForm(db, trainer, meeting, form({ basis, act: 'everyone' }))
    expect(outcome).toEqual({ changed: 2, problems: [] })
    expect(await states(db)).toMatchObject([{ state: 'present' }, { state: 'excused' }])
  })

  test('says who else changed somebody meanwhile, and saves the others', async ({ db }) => {
    const { edition, meeting, trainer } = await aDay(db)
    const [first, second] = [
      await anEnrolment(db, { editionId: edition.id }),
      await anEnrolment(db, { editionId: edition.id }),
    ]
    const basis = `${first.id}:0 ${second.id}:0`
    await recordRosterForm(db, trainer, meeting, form({ basis, [`s${first.id}`]: 'absent' }))
    const outcome = await recordRosterForm(
      db,
      trainer,
      meeting,
      form({ basis, [`s${first.id}`]: 'present', [`s${second.id}`]: 'present' }),
    )
    expect(outcome).toMatchObject({
      changed: 1,
      problems: [{ enrolmentId: first.id, sentence: expect.stringContaining('ondertussen') }],
    })
    expect(await states(db)).toMatchObject([{ state: 'absent', version: 1 }, { state: 'present' }])
  })

  test('a page that is out of date undoes nothing that its sender left alone', async ({ db }) => {
    const { edition, meeting, trainer } = await aDay(db)
    const { id } = await anEnrolment(db, { editionId: edition.id })
    const late = { [`s${id}`]: 'late', [`l${id}`]: '15', [`n${id}`]: 'file' }
    await recordRosterForm(db, trainer, meeting, form({ basis: `${id}:0`, ...late }))
    await recordRosterForm(db, trainer, meeting, form({ basis: `${id}:1`, [`s${id}`]: 'absent' }))
    const outcome = await recordRosterForm(
      db,
      trainer,
      meeting,
      form({ basis: `${id}:1`, [`s${id}`]: 'late' }),
    )
    expect(outcome).toEqual({ changed: 0, problems: [] })
    expect(await states(db)).toMatchObject([{ state: 'absent', version: 2 }])
  })
})

describe('results of the test', () => {
  const result = (enrolmentId: number, passed: boolean) => ({
    enrolmentId,
    passed,
    takenOn: '2026-11-20',
    examiner: 'P. Keurmeester',
    number: null,
  })

  test('are kept with day and examiner; the same again writes nothing, another is a new one', async ({
    db,
  }) => {
    const { edition, trainer } = await aDay(db, { test: 'organiser' })
    const { id } = await anEnrolment(db, { editionId: edition.id })
    expect(await recordTestResults(db, trainer, edition.id, [result(id, false)])).toBe(1)
    expect(await recordTestResults(db, trainer, edition.id, [result(id, false)])).toBe(0)
    expect(await recordTestResults(db, trainer, edition.id, [result(id, true)])).toBe(1)
    expect(await count(db, 'testResult')).toBe(2)
  })

  test('belong to an edition with a test, that is open, and to its own participants', async ({ db }) => {
    const { edition, trainer } = await aDay(db)
    await expect(recordTestResults(db, trainer, edition.id, [])).rejects.toThrow('geen toets')
    const tested = await aDay(db, { test: 'organiser' })
    const elsewhere = await anEnrolment(db, { editionId: edition.id })
    await expect(
      recordTestResults(db, tested.trainer, tested.edition.id, [result(elsewhere.id, true)]),
    ).rejects.toThrow('niet (meer)')
    await expect(recordTestResults(db, trainer, tested.edition.id, [])).rejects.toMatchObject({ status: 403 })
    await db.updateTable('edition').set({ status: 'closed' }).where('id', '=', tested.edition.id).execute()
    await expect(recordTestResults(db, tested.trainer, tested.edition.id, [])).rejects.toThrow('afgerond')
  })
})

describe('making up', () => {
  async function aMissedMeeting(db: Db) {
    const day = await aDay(db)
    const { id } = await anEnrolment(db, { editionId: day.edition.id })
    await db
      .insertInto('attendance')
      .values({ meetingId: day.meeting.id, enrolmentId: id, state: 'absent' })
      .execute()
    const subject = { editionId: day.edition.id, enrolmentId: id, meetingId: day.meeting.id }
    const met = async () => {
      const edition = await findClosableEdition(db, day.edition.id)
      return edition && (await listStandings(db, edition)).participants[0]?.completion.met
    }
    return { ...day, subject, met }
  }

  test('with an assignment or in another edition of the same offering, it counts', async ({ db }) => {
    const { subject, met, trainer, offering } = await aMissedMeeting(db)
    expect(await met()).toBe(false)
    await recordMakeUp(db, trainer, subject, { assignment: 'Werkstuk lasproef' })
    expect(await met()).toBe(true)
    await withdrawMakeUp(db, trainer, subject)
    expect(await met()).toBe(false)
    const other = await anEdition(db, { offeringId: offering.id, meeting: false })
    const held = await aMeeting(db, { editionId: other.id, startsAt: hours(-50) })
    await recordMakeUp(db, trainer, subject, { otherMeetingId: held.id })
    expect(await met()).toBe(true)
  })

  test('not in a meeting that is still to come, of another offering, or of the same edition', async ({
    db,
  }) => {
    const { subject, trainer, offering } = await aMissedMeeting(db)
    const other = await anEdition(db, { offeringId: offering.id })
    const future = await db
      .selectFrom('meeting')
      .select('id')
      .where('editionId', '=', other.id)
      .executeTakeFirstOrThrow()
    const unrelated = await aDay(db)
    for (const otherMeetingId of [future.id, unrelated.meeting.id, subject.meetingId, 987654]) {
      await expect(recordMakeUp(db, trainer, subject, { otherMeetingId })).rejects.toThrow(
        'andere uitvoering',
      )
    }
    await expect(recordMakeUp(db, unrelated.trainer, subject, { assignment: 'x' })).rejects.toMatchObject({
      status: 403,
    })
    const wrong = { ...subject, meetingId: unrelated.meeting.id }
    await expect(recordMakeUp(db, trainer, wrong, { assignment: 'x' })).rejects.toMatchObject({ status: 404 })
  })
})

test('a hand-out is for who takes part, and goes with its file', async ({ db }) => {
  const { edition, meeting, trainer } = await aDay(db)
  const participant = await anEnrolment(db, { editionId: edition.id })
  const outsider = await anEnrolment(db, { editionId: edition.id, status: 'withdrawn' })
  const file = new File(['%PDF-1.7 inhoud'], 'opdracht.pdf')
  await addHandout(db, trainer, { editionId: edition.id, meetingId: meeting.id }, { title: 'Opdracht', file })
  const { id } = await db.selectFrom('handout').select('id').executeTakeFirstOrThrow()
  expect((await findHandout(db, id, participant.personId))?.participates).toBe(true)
  expect((await findHandout(db, id, outsider.personId))?.participates).toBe(false)
  const { trainer: stranger, edition: other } = await aDay(db)
  await expect(removeHandout(db, stranger, { editionId: edition.id, handoutId: id })).rejects.toMatchObject({
    status: 403,
  })
  await expect(removeHandout(db, stranger, { editionId: other.id, handoutId: id })).rejects.toMatchObject({
    status: 404,
  })
  await removeHandout(db, trainer, { editionId: edition.id, handoutId: id })
  expect(await count(db, 'storedFile')).toBe(0)
})

test('a trainer sees only their own meetings, with how far each is', async ({ db }) => {
  const { edition, meeting, trainer } = await aDay(db)
  const { trainer: stranger } = await aDay(db)
  const [here] = [
    await anEnrolment(db, { editionId: edition.id }),
    await anEnrolment(db, { editionId: edition.id }),
  ]
  await db
    .insertInto('attendance')
    .values({ meetingId: meeting.id, enrolmentId: here.id, state: 'present' })
    .execute()
  expect(await listTaughtMeetings(db, trainer)).toMatchObject([
    { id: meeting.id, participants: 2, recorded: 1, present: 1, number: 1, count: 1 },
  ])
  expect((await listTaughtMeetings(db, stranger)).map(({ id }) => id)).not.toContain(meeting.id)
  expect(await listTaughtParticipants(db, edition.id)).toHaveLength(2)
})
