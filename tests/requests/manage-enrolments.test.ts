import { describe, expect } from 'vitest'
import type { Db } from '#db/client.server.ts'
import {
  aCoordinator,
  aMeeting,
  aMembership,
  anAdministrator,
  anEdition,
  anEnrolment,
  aPerson,
  aTeacher,
  theTestRegion,
} from '#tests/support/builders.ts'
import { test } from '#tests/support/portal.ts'

async function aFullEdition(db: Db) {
  await theTestRegion(db)
  const edition = await anEdition(db, { capacity: 1, hasMeal: true })
  const meeting = await db
    .selectFrom('meeting')
    .selectAll()
    .where('editionId', '=', edition.id)
    .executeTakeFirstOrThrow()
  const person = await aPerson(db, { familyName: 'Geplaatst' })
  const enrolment = await anEnrolment(db, { editionId: edition.id, personId: person.id })
  const waiter = await aPerson(db, { familyName: 'Wachter' })
  const waiting = await anEnrolment(db, { editionId: edition.id, personId: waiter.id, status: 'waitlisted' })
  return { edition, meeting, enrolment, person, waiting, waiter }
}

const statusOf = async (db: Db, id: number) =>
  (await db.selectFrom('enrolment').select('status').where('id', '=', id).executeTakeFirstOrThrow()).status

describe('the participants of an edition', () => {
  test('are for a coordinator only, in every form of request', async ({ db, portal }) => {
    const { edition, meeting, enrolment } = await aFullEdition(db)
    const coordinator = await portal.as((await aCoordinator(db)).personId)
    const others = [
      await portal.as((await aTeacher(db)).personId),
      await portal.as((await anAdministrator(db)).personId),
      await portal.as(enrolment.personId),
    ]
    const pages = [
      `/beheer/uitvoeringen/${edition.id}/deelnemers`,
      `/beheer/uitvoeringen/${edition.id}/inschrijven`,
      `/beheer/uitvoeringen/${edition.id}/plekken`,
      `/beheer/uitvoeringen/${edition.id}/afgelasten`,
      `/beheer/bijeenkomsten/${meeting.id}`,
      `/beheer/bijeenkomsten/${meeting.id}/afgelasten`,
      `/beheer/inschrijvingen/${enrolment.id}`,
      `/beheer/inschrijvingen/${enrolment.id}/goedkeuren`,
      `/beheer/inschrijvingen/${enrolment.id}/verplaatsen`,
      `/beheer/inschrijvingen/${enrolment.id}/uithalen`,
    ]
    for (const page of pages) {
      expect([page, (await coordinator.get(page)).status]).toEqual([page, 200])
      expect((await portal.get(page)).status).toBe(302)
      for (const other of others) {
        expect([page, (await other.get(page)).status]).toEqual([page, 403])
        expect((await other.get(`${page}.data`)).status).toBe(403)
        const isReading = page.endsWith('/deelnemers') || page === `/beheer/inschrijvingen/${enrolment.id}`
        if (!isReading) expect((await other.post(page, { reason: 'x', capacity: '99' })).status).toBe(403)
      }
    }
    expect(await statusOf(db, enrolment.id)).toBe('confirmed')
  })

  test('take somebody on the telephone: found, chosen, enrolled, with what was asked', async ({
    db,
    portal,
  }) => {
    await theTestRegion(db)
    const edition = await anEdition(db, { hasMeal: true })
    const person = await aPerson(db, { familyName: 'Bellertje' })
    await aMembership(db, { personId: person.id })
    const coordinator = await portal.as((await aCoordinator(db)).personId)
    const page = `/beheer/uitvoeringen/${edition.id}/inschrijven`
    const found = await (await coordinator.get(`${page}?zoek=bellert`)).text()
    expect(found).toContain(`?persoon=${person.id}`)
    const fields = { personId: String(person.id), telephone: '06 12345678', dietaryWishes: 'geen noten' }
    const done = await coordinator.post(`${page}?persoon=${person.id}`, { ...fields, reason: 'belde' })
    expect(done.status).toBe(303)
    const list = await (await coordinator.get(`/beheer/uitvoeringen/${edition.id}/deelnemers`)).text()
    for (const shown of ['Bellertje', '06 12345678', 'geen noten']) expect(list).toContain(shown)
    const again = await coordinator.post(`${page}?persoon=${person.id}`, fields)
    expect(again.status).toBe(422)
    expect(await again.text()).toContain('is hier al voor ingeschreven')
  })

  test('are taken out with a reason, and the first in line moves up', async ({ db, portal }) => {
    const { enrolment, waiting } = await aFullEdition(db)
    const coordinator = await portal.as((await aCoordinator(db)).personId)
    const page = `/beheer/inschrijvingen/${enrolment.id}/uithalen`
    expect((await coordinator.post(page, { reason: ' ' })).status).toBe(422)
    expect((await coordinator.post(page, { reason: 'ziek' })).status).toBe(303)
    expect([await statusOf(db, enrolment.id), await statusOf(db, waiting.id)]).toEqual([
      'cancelled',
      'confirmed',
    ])
  })

  test('move to another edition that has a place', async ({ db, portal }) => {
    const { edition, enrolment } = await aFullEdition(db)
    const other = await anEdition(db, {
      offeringId: edition.offeringId,
      startsAt: new Date(Date.now() + 60 * 86_400_000),
    })
    const coordinator = await portal.as((await aCoordinator(db)).personId)
    const page = `/beheer/inschrijvingen/${enrolment.id}/verplaatsen`
    expect(await (await coordinator.get(page)).text()).toContain(other.code)
    const moved = await coordinator.post(page, { editionId: String(other.id), reason: 'past beter' })
    expect(moved.status).toBe(303)
    expect(await (await coordinator.get(moved.headers.get('Location') ?? '')).text()).toContain(other.code)
  })

  test('get a place when there are more, and never lose one', async ({ db, portal }) => {
    const { edition, waiting } = await aFullEdition(db)
    const coordinator = await portal.as((await aCoordinator(db)).personId)
    const page = `/beheer/uitvoeringen/${edition.id}/plekken`
    expect((await coordinator.post(page, { capacity: '0' })).status).toBe(422)
    expect((await coordinator.post(page, { capacity: '3' })).status).toBe(303)
    expect(await statusOf(db, waiting.id)).toBe('confirmed')
    const fewer = await coordinator.post(page, { capacity: '1' })
    expect(fewer.status).toBe(422)
    expect(await fewer.text()).toContain('al 2 plekken vergeven')
  })

  test('hear that a meeting moves or that it is all off, and the page says beforehand how many', async ({
    db,
    portal,
  }) => {
    const { edition, meeting, enrolment } = await aFullEdition(db)
    const coordinator = await portal.as((await aCoordinator(db)).personId)
    const page = `/beheer/bijeenkomsten/${meeting.id}`
    expect(await (await coordinator.get(page)).text()).toContain('2 deelnemers krijgen bericht')
    const fields = { startsAt: '13.00', endsAt: '12.00', breakMinutes: '0', placeNote: 'Elders', roomId: '' }
    const wrong = await coordinator.post(page, { ...fields, day: '31-2-2027' })
    expect(wrong.status).toBe(422)
    const day = new Date(Date.now() + 40 * 86_400_000)
    const typed = `${day.getUTCDate()}-${day.getUTCMonth() + 1}-${day.getUTCFullYear()}`
    const moved = await coordinator.post(page, { ...fields, endsAt: '17.00', day: typed })
    expect(moved.status).toBe(303)
    await aMeeting(db, { editionId: edition.id, startsAt: new Date(Date.now() + 50 * 86_400_000) })
    expect((await coordinator.post(`${page}/afgelasten`, { reason: 'trainer ziek' })).status).toBe(303)
    const cancel = `/beheer/uitvoeringen/${edition.id}/afgelasten`
    expect(await (await coordinator.get(cancel)).text()).toContain('2 deelnemers krijgen')
    expect((await coordinator.post(cancel, { reason: 'te weinig mensen' })).status).toBe(303)
    expect(await statusOf(db, enrolment.id)).toBe('cancelled')
    expect((await coordinator.post(cancel, { reason: 'nog eens' })).status).toBe(422)
  })
})
