import { describe, expect } from 'vitest'
import { chooseOwn, setEntitlement, shareOwnChoice } from '#app/features/dossier/choose-hours.server.ts'
import { schoolYearFrom } from '#app/features/dossier/hour-card.ts'
import { hourCardPdf } from '#app/features/dossier/hour-card-pdf.server.ts'
import {
  findHourCard,
  listActivitiesToRecognise,
  listHoursForLead,
} from '#app/features/dossier/hour-queries.server.ts'
import {
  addOutsideActivity,
  decideOutsideActivity,
  takeBackOutsideActivity,
} from '#app/features/dossier/outside-activity.server.ts'
import { peopleSeenBy } from '#app/features/qualifications/team-of-queries.server.ts'
import { setClock } from '#app/platform/clock.ts'
import type { Db } from '#db/client.server.ts'
import {
  aCoordinator,
  aMeeting,
  anEdition,
  anEnrolment,
  aTeacher,
  aTeam,
  theTestRegion,
} from '#tests/support/builders.ts'
import { test } from '#tests/support/database.ts'
import { readPdf } from '#tests/support/read-pdf.ts'

const year = schoolYearFrom(2026)

async function people(db: Db) {
  setClock(new Date('2026-11-27T09:00:00Z'))
  await theTestRegion(db)
  const team = await aTeam(db)
  const at = { organisationId: team.organisationId, teamId: team.id }
  const [lead, teacher] = [await aTeacher(db, { ...at, role: 'team_lead' }), await aTeacher(db, at)]
  await db
    .updateTable('membership')
    .set({ collectiveAgreement: 'CAO VO', staffKind: 'teacher', partTimeFactor: 0.8 })
    .where('personId', '=', teacher.personId)
    .execute()
  return { team, lead, teacher, coordinator: await aCoordinator(db) }
}

/** Somebody was at a meeting of two hours with a quarter of an hour's break, ten minutes late. */
async function attended(db: Db, personId: number, origin: 'self' | 'team_lead') {
  const edition = await anEdition(db, { startsAt: new Date('2026-10-06T12:00:00Z') })
  const enrolment = await anEnrolment(db, { editionId: edition.id, personId, status: 'confirmed' })
  await db.updateTable('enrolment').set({ origin }).where('id', '=', enrolment.id).execute()
  const meeting = await aMeeting(db, {
    editionId: edition.id,
    startsAt: new Date('2026-10-06T12:00:00Z'),
    endsAt: new Date('2026-10-06T14:00:00Z'),
  })
  await db.updateTable('meeting').set({ breakMinutes: 15 }).where('id', '=', meeting.id).execute()
  await db
    .insertInto('attendance')
    .values({
      enrolmentId: enrolment.id,
      meetingId: meeting.id,
      state: 'present',
      minutesLate: 10,
      recordedBy: personId,
    })
    .execute()
  return enrolment
}

const activity = { title: 'Webinar sensoren', heldOn: '2026-11-02', minutes: 90, ownChoice: true }

describe('an hour card', () => {
  test('adds up what it shows, own choice and assigned apart, beside what one is entitled to', async ({
    db,
  }) => {
    const { teacher } = await people(db)
    await attended(db, teacher.personId, 'self')
    await attended(db, teacher.personId, 'team_lead')
    const card = await findHourCard(db, teacher.personId, year)
    expect(card.sums).toEqual({ total: 190, ownChoice: 95, assigned: 95, unknown: 0 })
    expect(card.rows.reduce((sum, { minutes }) => sum + minutes, 0)).toBe(card.sums.total)
    expect(card.entitledMinutes).toBe(Math.round(83 * 60 * 0.8))
    expect((await findHourCard(db, teacher.personId, schoolYearFrom(2025))).rows).toEqual([])
  })

  test('takes from its holder whose choice something was, and from nobody else', async ({ db }) => {
    const { teacher, lead } = await people(db)
    const enrolment = await attended(db, teacher.personId, 'team_lead')
    await expect(chooseOwn(db, lead, enrolment, { ownChoice: true })).rejects.toMatchObject({ status: 403 })
    await chooseOwn(db, teacher, enrolment, { ownChoice: true })
    expect((await findHourCard(db, teacher.personId, year)).sums).toMatchObject({
      ownChoice: 95,
      assigned: 0,
    })
  })

  test('shows the lead what was assigned, and the rest only when its holder wants it', async ({ db }) => {
    const { teacher } = await people(db)
    await attended(db, teacher.personId, 'self')
    await attended(db, teacher.personId, 'team_lead')
    const seen = async () =>
      (await listHoursForLead(db, teacher.personId, year)).rows.map(({ ownChoice }) => ownChoice)
    expect(await seen()).toEqual([false])
    await shareOwnChoice(db, teacher, { share: true })
    expect((await seen()).sort()).toEqual([false, true])
    await shareOwnChoice(db, teacher, { share: false })
    expect(await seen()).toEqual([false])
  })

  test('is a PDF that says the same', async ({ db }) => {
    const { teacher } = await people(db)
    await attended(db, teacher.personId, 'self')
    const card = await findHourCard(db, teacher.personId, year)
    const pdf = await hourCardPdf({
      ...card,
      holder: 'Sam van Voorbeeld',
      year: '2026-2027',
      region: 'STO Testregio',
      demo: true,
      madeOn: '2026-11-27',
    })
    const text = readPdf(pdf).text.join(' ')
    for (const words of ['Sam van Voorbeeld', '66 uur en 24 minuten', 'eigen keuze', 'VOORBEELD']) {
      expect(text).toContain(words)
    }
  })

  test('follows what coordinators set for an agreement, from its day on', async ({ db }) => {
    const { teacher, coordinator } = await people(db)
    const input = {
      agreement: 'CAO VO',
      staff: 'teacher',
      validFrom: '2026-08-01',
      minutes: 100 * 60,
    } as const
    await expect(Promise.resolve().then(() => setEntitlement(db, teacher, input))).rejects.toMatchObject({
      status: 403,
    })
    await setEntitlement(db, coordinator, input)
    expect((await findHourCard(db, teacher.personId, year)).entitledMinutes).toBe(80 * 60)
    expect((await findHourCard(db, teacher.personId, schoolYearFrom(2025))).entitledMinutes).toBe(
      Math.round(83 * 60 * 0.8),
    )
  })
})

describe('what was done elsewhere', () => {
  test('counts once the lead recognises it, and is told', async ({ db }) => {
    const { teacher, lead } = await people(db)
    const { id } = await addOutsideActivity(db, teacher, activity)
    expect((await findHourCard(db, teacher.personId, year)).sums.total).toBe(0)
    expect(await listActivitiesToRecognise(db, peopleSeenBy(lead))).toMatchObject([{ id, minutes: 90 }])
    for (const who of [teacher, await aTeacher(db, { teamId: (await aTeam(db)).id, role: 'team_lead' })]) {
      await expect(
        decideOutsideActivity(db, who, { answer: 'recognise', activityId: id }),
      ).rejects.toMatchObject({ status: 403 })
    }
    await decideOutsideActivity(db, lead, { answer: 'recognise', activityId: id })
    expect((await findHourCard(db, teacher.personId, year)).sums).toMatchObject({ ownChoice: 90 })
    await expect(
      decideOutsideActivity(db, lead, { answer: 'refuse', activityId: id, reason: 'toch niet' }),
    ).rejects.toThrow('al beslist')
    expect(await db.selectFrom('outbox').select('reason').execute()).toEqual([
      { reason: 'outside-activity.decided' },
    ])
  })

  test('is there once, however often it is sent, and its proof goes with it', async ({ db }) => {
    const { teacher } = await people(db)
    const scan = new File(['%PDF-1.7\nbewijs'], 'bewijs.pdf')
    const both = await Promise.allSettled([
      addOutsideActivity(db, teacher, activity, scan),
      addOutsideActivity(db, teacher, { ...activity, title: 'webinar  Sensoren' }, scan),
    ])
    expect(both.filter(({ status }) => status === 'fulfilled').length).toBeGreaterThanOrEqual(1)
    await expect(addOutsideActivity(db, teacher, activity)).rejects.toMatchObject({ field: 'heldOn' })
    const rows = await db.selectFrom('outsideActivity').select('id').execute()
    for (const row of rows) await takeBackOutsideActivity(db, teacher, row)
    expect(await db.selectFrom('storedFile').select('id').execute()).toEqual([])
    await addOutsideActivity(db, teacher, activity)
  })

  test('is refused for a day to come or long ago', async ({ db }) => {
    const { teacher } = await people(db)
    const add = (heldOn: string) =>
      expect(Promise.resolve().then(() => addOutsideActivity(db, teacher, { ...activity, heldOn }))).rejects
    await add('2026-11-28').toMatchObject({ field: 'heldOn' })
    await add('2021-11-26').toMatchObject({ field: 'heldOn' })
  })
})
