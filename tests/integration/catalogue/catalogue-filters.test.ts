import { describe, expect } from 'vitest'
import { listMonth } from '#app/features/catalogue/calendar-queries.server.ts'
import { anyProof, type CatalogueFilter, noFilter } from '#app/features/catalogue/catalogue-filter.ts'
import {
  listNextEditions,
  listOfferings,
  pageSize,
} from '#app/features/catalogue/catalogue-queries.server.ts'
import { setClock } from '#app/platform/clock.ts'
import { instantAt } from '#app/platform/dates.ts'
import type { Db } from '#db/client.server.ts'
import {
  aMeeting,
  anEdition,
  anEnrolment,
  anOffering,
  aRoom,
  theTestRegion,
} from '#tests/support/builders.ts'
import { test } from '#tests/support/database.ts'

const on = (day: string) => instantAt(day, '13:00')
const monday = new Date('2026-11-23T08:00:00Z')

async function found(db: Db, filter: Partial<CatalogueFilter>) {
  const { rows } = await listOfferings(db, { ...noFilter, ...filter })
  return rows.map((row) => row.slug)
}

async function anOfferOn(db: Db, slug: string, day: string, more: { capacity?: number } = {}) {
  const offering = await anOffering(db, { slug, title: slug })
  const edition = await anEdition(db, { offeringId: offering.id, startsAt: on(day), ...more })
  return { offering, edition }
}

describe('filtering the catalogue', () => {
  test('shows the nearest date first, and what has no date last', async ({ db }) => {
    setClock(monday)
    await theTestRegion(db)
    await anOffering(db, { slug: 'ooit' })
    await anOfferOn(db, 'later', '2026-12-20')
    await anOfferOn(db, 'eerder', '2026-12-10')
    await anOfferOn(db, 'voorbij', '2026-11-01')
    expect(await found(db, {})).toEqual(['eerder', 'later', 'ooit', 'voorbij'])
    expect((await listNextEditions(db, 6)).map(({ slug }) => slug)).toEqual(['eerder', 'later'])
  })

  test('by period takes both days along', async ({ db }) => {
    setClock(monday)
    await theTestRegion(db)
    await anOfferOn(db, 'a', '2026-12-10')
    await anOfferOn(db, 'b', '2026-12-20')
    expect(await found(db, { from: '2026-12-10', until: '2026-12-10' })).toEqual(['a'])
    expect(await found(db, { from: '2026-12-11' })).toEqual(['b'])
    expect(await found(db, { until: '2026-12-19' })).toEqual(['a'])
    expect(await found(db, { from: '2027-01-01' })).toEqual([])
  })

  test('by place left leaves out what is full, what others wait for, and what can no longer be asked for', async ({
    db,
  }) => {
    setClock(monday)
    await theTestRegion(db)
    await anOfferOn(db, 'vrij', '2026-12-10')
    const full = await anOfferOn(db, 'vol', '2026-12-11', { capacity: 1 })
    await anEnrolment(db, { editionId: full.edition.id })
    const queue = await anOfferOn(db, 'rij', '2026-12-12', { capacity: 2 })
    await anEnrolment(db, { editionId: queue.edition.id, status: 'waitlisted' })
    const closed = await anOffering(db, { slug: 'dicht' })
    await anEdition(db, { offeringId: closed.id, startsAt: on('2026-12-13'), enrolUntil: on('2026-11-01') })
    expect(await found(db, { free: true })).toEqual(['vrij'])
  })

  test('asks all of one edition at once', async ({ db }) => {
    setClock(monday)
    await theTestRegion(db)
    const { offering, edition } = await anOfferOn(db, 'twee', '2026-12-10', { capacity: 1 })
    await anEnrolment(db, { editionId: edition.id })
    await anEdition(db, { offeringId: offering.id, startsAt: on('2027-01-10') })
    expect(await found(db, { free: true })).toEqual(['twee'])
    expect(await found(db, { free: true, until: '2026-12-31' })).toEqual([])
  })

  test('by town looks at the room, and without one at who organises it', async ({ db }) => {
    setClock(monday)
    await theTestRegion(db)
    const room = await aRoom(db)
    await db.updateTable('site').set({ town: 'Twello' }).where('id', '=', room.siteId).execute()
    const offering = await anOffering(db, { slug: 'in-twello' })
    const edition = await anEdition(db, { offeringId: offering.id, meeting: false })
    await aMeeting(db, { editionId: edition.id, startsAt: on('2026-12-10'), roomId: room.id })
    await anOfferOn(db, 'in-deventer', '2026-12-11')
    expect(await found(db, { place: 'Twello' })).toEqual(['in-twello'])
    expect(await found(db, { place: 'deventer' })).toEqual(['in-deventer'])
  })

  test('by kind, profile, module, project, goal and proof', async ({ db }) => {
    await theTestRegion(db)
    const course = await anOffering(db, {
      slug: 'cursus',
      kind: 'course',
      test: 'organiser',
      awardsOnTest: 'BHV',
    })
    await anOffering(db, { slug: 'workshop' })
    await db.updateTable('offering').set({ projectNumber: 9 }).where('slug', '=', 'workshop').execute()
    await db.insertInto('offeringProfile').values({ offeringId: course.id, profileCode: 'M&T' }).execute()
    await db
      .insertInto('offeringExamModule')
      .values({ offeringId: course.id, moduleCode: 'K/MET/13' })
      .execute()
    for (const filter of [
      { kind: 'course' as const },
      { profile: 'M&T' },
      { module: 'K/MET/13' },
      { project: 6 },
      { goal: 2 },
      { proof: 'BHV' },
      { proof: anyProof },
    ]) {
      expect(await found(db, filter)).toEqual(['cursus'])
    }
    expect(await found(db, { goal: 3 })).toEqual(['workshop'])
    for (const filter of [{ profile: 'XXX' }, { module: "'" }, { project: 99 }, { proof: 'niets' }]) {
      expect(await found(db, filter)).toEqual([])
    }
  })

  test('gives a page at a time, and counts them all', async ({ db }) => {
    await theTestRegion(db)
    for (let number = 0; number <= pageSize; number++) await anOffering(db)
    const first = await listOfferings(db, noFilter)
    const second = await listOfferings(db, { ...noFilter, page: 2 })
    expect([first.rows.length, second.rows.length, first.total]).toEqual([pageSize, 1, pageSize + 1])
    expect(first.rows.map(({ id }) => id)).not.toContain(second.rows[0]?.id)
  })
})

describe('the month', () => {
  test('is whole weeks, with each meeting on its day', async ({ db }) => {
    setClock(monday)
    await theTestRegion(db)
    const { edition } = await anOfferOn(db, 'twee-keer', '2026-12-10')
    await aMeeting(db, { editionId: edition.id, startsAt: on('2026-12-17') })
    const days = await listMonth(db, '2026-12-01', noFilter)
    expect([days.length, days[0]?.day, days.at(-1)?.day]).toEqual([35, '2026-11-30', '2027-01-03'])
    const held = days.filter((day) => day.meetings.length > 0)
    expect(held.map(({ day, meetings }) => [day, meetings[0]?.number, meetings[0]?.meetings])).toEqual([
      ['2026-12-10', 1, 2],
      ['2026-12-17', 2, 2],
    ])
  })

  test('of a busy day says how many more there are', async ({ db }) => {
    setClock(monday)
    await theTestRegion(db)
    for (let number = 0; number < 8; number++) await anOfferOn(db, `druk-${number}`, '2026-12-10')
    const day = (await listMonth(db, '2026-12-01', noFilter)).find(({ meetings }) => meetings.length > 0)
    expect([day?.meetings.length, day?.more]).toEqual([6, 2])
  })

  test('keeps a meeting of the last evening in its own month', async ({ db }) => {
    setClock(monday)
    await theTestRegion(db)
    const offering = await anOffering(db)
    await anEdition(db, { offeringId: offering.id, startsAt: instantAt('2026-12-31', '23:30') })
    const held = (month: string) =>
      listMonth(db, month, noFilter).then((days) => days.filter((day) => day.meetings.length > 0))
    expect((await held('2026-12-01')).map(({ day }) => day)).toEqual(['2026-12-31'])
    expect(await held('2027-01-01')).toEqual([])
  })
})
