import nodeIcal from 'node-ical'
import { describe, expect, vi } from 'vitest'
import { findFeedOfPerson } from '#app/features/agenda/calendar-feed-queries.server.ts'
import { moveMeeting } from '#app/features/enrolment/move-meeting.server.ts'
import { paths } from '#app/paths.ts'
import { now } from '#app/platform/clock.ts'
import { loggablePath } from '#app/platform/loggable-path.ts'
import type { Db } from '#db/client.server.ts'
import {
  aCoordinator,
  anEdition,
  anEnrolment,
  anOffering,
  aRoom,
  aTeacher,
  theTestRegion,
} from '#tests/support/builders.ts'
import { type TestPortal, test } from '#tests/support/portal.ts'

const inDays = (days: number) => new Date(now().getTime() + days * 86_400_000)
const meetingsIn = (file: string) =>
  Object.values(nodeIcal.sync.parseICS(file)).filter((part) => part?.type === 'VEVENT')

/** A teacher with a place, and the address of their feed as their account page shows it. */
async function aSubscriber(db: Db, portal: TestPortal) {
  await theTestRegion(db)
  const offering = await anOffering(db, { slug: 'lassen', title: 'Lassen' })
  const edition = await anEdition(db, { offeringId: offering.id })
  const teacher = await aTeacher(db)
  const enrolment = await anEnrolment(db, { editionId: edition.id, personId: teacher.personId })
  const visitor = await portal.as(teacher.personId)
  await visitor.post(paths.account(), { intent: 'renew-feed' })
  const page = await (await visitor.get(paths.account())).text()
  const address = /value="(http:\/\/localhost:3000\/agenda\/[^"]+\.ics)"/.exec(page)?.[1] ?? ''
  return { edition, teacher, enrolment, visitor, path: new URL(address).pathname }
}

describe('a feed', () => {
  test('is fetched without a login by its address, and costs nothing while nothing changed', async ({
    db,
    portal,
  }) => {
    const { path, edition } = await aSubscriber(db, portal)
    const first = await portal.get(path)
    expect(first.status).toBe(200)
    expect(first.headers.get('Content-Type')).toBe('text/calendar; charset=utf-8')
    expect(first.headers.get('Cache-Control')).toMatch(/^private/)
    expect(first.headers.get('Last-Modified')).toMatch(/GMT$/)
    const etag = first.headers.get('ETag') ?? ''
    expect(etag).not.toBe('')
    expect(meetingsIn(await first.text())).toMatchObject([{ summary: 'Lassen' }])

    for (const known of [etag, `"other", ${etag}`, '*', etag.replace('W/', '')]) {
      const again = await portal.get(path, { 'If-None-Match': known })
      expect([again.status, await again.text()]).toEqual([304, ''])
      expect(again.headers.get('ETag')).toBe(etag)
    }
    expect((await portal.get(path, { 'If-None-Match': '"other"' })).status).toBe(200)

    const coordinator = await aCoordinator(db)
    const meeting = await db
      .selectFrom('meeting')
      .select('id')
      .where('editionId', '=', edition.id)
      .executeTakeFirstOrThrow()
    await moveMeeting(db, coordinator, meeting, {
      startsAt: inDays(9),
      endsAt: new Date(inDays(9).getTime() + 3_600_000),
      breakMinutes: 0,
      roomId: null,
      placeNote: 'Elders',
    })
    const changed = await portal.get(path, { 'If-None-Match': etag })
    expect(changed.status).toBe(200)
    expect(changed.headers.get('ETag')).not.toBe(etag)
    expect(meetingsIn(await changed.text())).toMatchObject([{ location: 'Elders', sequence: 1 }])
  })

  test('that is forged, replaced, stopped or of a closed account is not there', async ({ db, portal }) => {
    const { path, visitor, teacher } = await aSubscriber(db, portal)
    const [, id, seal = ''] = /(\d+)\.(.+)\.ics$/.exec(path) ?? []
    const forged = [
      `/agenda/${id}.ics`,
      `/agenda/${id}.${'A'.repeat(32)}.ics`,
      `/agenda/${Number(id) + 1}.${seal}.ics`,
    ]
    for (const address of [...forged, '/agenda/x.ics']) {
      expect([address, (await portal.get(address)).status]).toEqual([address, 404])
    }
    await visitor.post(paths.account(), { intent: 'renew-feed' })
    expect((await portal.get(path)).status).toBe(404)
    const renewed = new URL((await findFeedOfPerson(db, teacher.personId))?.address ?? '').pathname
    expect((await portal.get(renewed)).status).toBe(200)
    await db.updateTable('person').set({ deactivatedAt: now() }).where('id', '=', teacher.personId).execute()
    expect((await portal.get(renewed)).status).toBe(404)
    await db.updateTable('person').set({ deactivatedAt: null }).where('id', '=', teacher.personId).execute()
    await visitor.post(paths.account(), { intent: 'stop-feed' })
    expect((await portal.get(renewed)).status).toBe(404)
    expect(await (await visitor.get(paths.account())).text()).toContain('Maak een adres')
  })

  test('stands in no log with what opens it', async ({ db, portal }) => {
    const { path } = await aSubscriber(db, portal)
    expect(loggablePath(path)).toBe('/agenda/…')
    const said = vi.spyOn(console, 'error').mockImplementation(() => {})
    await db.schema.alterTable('meeting').renameColumn('calendar_uid', 'gone').execute()
    expect((await portal.get(path)).status).toBe(500)
    const words = JSON.stringify(said.mock.calls)
    said.mockRestore()
    expect(words).toContain('/agenda/…')
    expect(words).not.toContain(path.split('.')[1])
  })

  test('of a room is made and ended by a coordinator', async ({ db, portal }) => {
    await theTestRegion(db)
    const { personId } = await aCoordinator(db)
    const visitor = await portal.as(personId)
    const room = await aRoom(db)
    const { organisationId } = await db
      .selectFrom('site')
      .select('organisationId')
      .where('id', '=', room.siteId)
      .executeTakeFirstOrThrow()
    const here = paths.roomCalendar(organisationId, room.id)
    expect(await (await visitor.get(here)).text()).toContain('Maak een adres')
    await visitor.post(here, { intent: 'renew-feed' })
    const address = /value="([^"]+\.ics)"/.exec(await (await visitor.get(here)).text())?.[1] ?? ''
    expect((await portal.get(new URL(address).pathname)).status).toBe(200)
    expect((await visitor.post(here, { intent: 'rubbish' })).status).toBe(422)
    await visitor.post(here, { intent: 'stop-feed' })
    expect((await portal.get(new URL(address).pathname)).status).toBe(404)
    expect((await visitor.get(paths.roomCalendar(organisationId + 1, room.id))).status).toBe(404)
  })
})

describe('a file', () => {
  test('of one’s own place is saved from its page; of nobody else’s', async ({ db, portal }) => {
    const { enrolment, visitor } = await aSubscriber(db, portal)
    const path = paths.myEnrolmentCalendar(enrolment.id)
    expect(await (await visitor.get(paths.myEnrolment(enrolment.id))).text()).toContain(`href="${path}"`)
    const file = await visitor.get(path)
    expect(file.headers.get('Content-Disposition')).toContain('filename="lassen.ics"')
    expect(meetingsIn(await file.text())).toHaveLength(1)
    const stranger = await portal.as((await aTeacher(db)).personId)
    expect((await stranger.get(path)).status).toBe(403)
    expect((await portal.get(path)).status).toBe(302)
  })

  test('of a dated edition is saved from the page of its offering', async ({ db, portal }) => {
    const { edition } = await aSubscriber(db, portal)
    const path = paths.editionCalendar('lassen', edition.code)
    expect(await (await portal.get(paths.offering('lassen'))).text()).toContain(`href="${path}"`)
    expect(meetingsIn(await (await portal.get(path)).text())).toHaveLength(1)
    expect((await portal.get(paths.editionCalendar('lassen', '2026-27-999'))).status).toBe(404)
  })
})

test('the catalogue has a calendar by its filter, kept for visitors, and the page links to it with the filter', async ({
  db,
  portal,
}) => {
  await aSubscriber(db, portal)
  const page = await (await portal.get('/aanbod?project=6&vanaf=1-1-2027')).text()
  expect(page).toContain('value="http://localhost:3000/aanbod/agenda.ics?project=6"')
  const path = '/aanbod/agenda.ics?project=6'
  const first = await portal.get(path)
  expect(meetingsIn(await first.text())).toHaveLength(1)
  const before = portal.kept()
  const kept = await portal.get(path)
  expect(portal.kept()).toBe(before)
  expect(kept.headers.get('ETag')).toBe(first.headers.get('ETag'))
  expect(kept.headers.get('Content-Type')).toBe('text/calendar; charset=utf-8')
  const known = { 'If-None-Match': first.headers.get('ETag') ?? '' }
  expect((await portal.get(path, known)).status).toBe(304)
  expect(meetingsIn(await (await portal.get('/aanbod/agenda.ics?project=4')).text())).toHaveLength(0)
})
