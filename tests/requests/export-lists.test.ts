import { describe, expect } from 'vitest'
import { attendedMinutes, netMinutes } from '#app/features/attendance/attendance.ts'
import { exportLists } from '#app/features/figures/export-list.ts'
import { listForExport } from '#app/features/figures/export-queries.server.ts'
import type { Db } from '#db/client.server.ts'
import {
  aCoordinator,
  aMeeting,
  aMembership,
  anAdministrator,
  anEdition,
  anEnrolment,
  anOrganisation,
  aPerson,
  aTeacher,
  theTestRegion,
} from '#tests/support/builders.ts'
import { test } from '#tests/support/portal.ts'

async function aHeldEdition(db: Db) {
  await theTestRegion(db)
  const edition = await anEdition(db, { meeting: false })
  const meeting = await aMeeting(db, {
    editionId: edition.id,
    startsAt: new Date('2026-11-10T12:00:00Z'),
    breakMinutes: 15,
  })
  const school = await anOrganisation(db, { name: '=CMD()', town: 'Olst' })
  const person = await aPerson(db, { givenName: '@Sam', familyName: '+31' })
  await aMembership(db, { personId: person.id, organisationId: school.id })
  const enrolment = await anEnrolment(db, {
    editionId: edition.id,
    personId: person.id,
    organisationId: school.id,
  })
  const record = { state: 'present' as const, minutesLate: 20, minutesLeftEarly: 5 }
  await db
    .insertInto('attendance')
    .values({ meetingId: meeting.id, enrolmentId: enrolment.id, ...record })
    .execute()
  return { edition, meeting, person, record }
}

describe('taking a list along', () => {
  test('is for a coordinator only; every list comes in both formats', async ({ db, portal }) => {
    await aHeldEdition(db)
    const coordinator = await portal.as((await aCoordinator(db)).personId)
    const others = [
      await portal.as((await aTeacher(db)).personId),
      await portal.as((await anAdministrator(db)).personId),
    ]
    expect((await coordinator.get('/beheer/export?vanaf=onzin')).status).toBe(200)
    const files = exportLists.flatMap((list) => [`/beheer/export/${list}.csv`, `/beheer/export/${list}.xlsx`])
    for (const file of ['/beheer/export', ...files]) {
      expect([file, (await coordinator.get(file)).status]).toEqual([file, 200])
      expect((await portal.get(file)).status).toBe(302)
      for (const other of others) expect([file, (await other.get(file)).status]).toEqual([file, 403])
    }
    for (const file of ['wachtwoorden.csv', 'mensen.pdf', 'mensen', '.csv']) {
      expect([file, (await coordinator.get(`/beheer/export/${file}`)).status]).toEqual([file, 404])
    }
    const journal = await db.selectFrom('journal').select(['action', 'details']).execute()
    expect(journal).toHaveLength(files.length)
    expect(journal[0]).toMatchObject({ action: 'list.export', details: { list: 'deelnemers', rows: 1 } })
  })

  test('gives no cell that runs', async ({ db, portal }) => {
    await aHeldEdition(db)
    const coordinator = await portal.as((await aCoordinator(db)).personId)
    const response = await coordinator.get('/beheer/export/mensen.csv')
    expect(response.headers.get('Content-Disposition')).toContain('mensen-')
    const csv = await response.text()
    expect(csv).toContain(`"'@Sam";"'+31"`)
    expect(csv).toContain(`"'=CMD()"`)
    expect(csv).not.toMatch(/(^|[;\r\n])"?[=+@-]/)
  })

  test('holds what falls in the period, the first and the last day included', async ({ db, portal }) => {
    const { edition } = await aHeldEdition(db)
    const coordinator = await portal.as((await aCoordinator(db)).personId)
    const lines = async (query: string) => {
      const csv = await (await coordinator.get(`/beheer/export/presentie.csv${query}`)).text()
      return csv.trim().split('\r\n').length - 1
    }
    expect(await lines('')).toBe(1)
    expect(await lines('?vanaf=10-11-2026&tot=10-11-2026')).toBe(1)
    expect(await lines('?vanaf=11-11-2026')).toBe(0)
    expect(await lines('?tot=2026-11-09')).toBe(0)
    expect(await lines(`?uitvoering=${edition.id}`)).toBe(1)
    expect(await lines(`?uitvoering=${edition.id + 1}`)).toBe(0)
  })

  test('counts hours as the rest of the portal does', async ({ db }) => {
    const { meeting, record } = await aHeldEdition(db)
    const { rows } = await listForExport(db, 'presentie', {})
    const minutes = attendedMinutes({ netMinutes: netMinutes(meeting) }, record)
    expect(rows).toMatchObject([{ state: 'aanwezig', hours: Math.round((minutes / 60) * 100) / 100 }])
  })

  test('of more than 5,000 rows says that it was cut', async ({ db, portal }) => {
    await theTestRegion(db)
    const coordinator = await portal.as((await aCoordinator(db)).personId)
    const many = Array.from({ length: 5001 }, (_, n) => ({ givenName: 'Test', familyName: `Nummer ${n}` }))
    await db.insertInto('person').values(many).execute()
    const csv = await (await coordinator.get('/beheer/export/mensen.csv')).text()
    const lines = csv.trim().split('\r\n')
    expect(lines).toHaveLength(5002)
    expect(lines.at(-1)).toContain('dit zijn de eerste 5.000 rijen')
  })
})
