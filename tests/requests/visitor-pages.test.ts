import { expect, vi } from 'vitest'
import { anEdition, anOffering, aPerson, theTestRegion } from '#tests/support/builders.ts'
import { test } from '#tests/support/portal.ts'

test.for(['/', '/aanbod', '/aanbod?zoek=lassen', '/programma', '/contact', '/privacy', '/toegankelijkheid'])(
  '%s is kept as finished HTML for visitors',
  async (path, { portal, db }) => {
    await theTestRegion(db)
    await vi.waitFor(async () => {
      expect((await portal.get(path)).headers.get('X-Visitor-Page')).toBeNull()
      expect(portal.kept()).toBe(1)
    })
    const kept = await portal.get(path)
    expect(kept.status).toBe(200)
    expect(kept.headers.get('ETag')).toBeTruthy()
    expect(kept.headers.get('Set-Cookie')).toBeNull()
    expect(kept.headers.get('X-Visitor-Page')).toBeNull()
    expect((await kept.text()).toLowerCase()).toContain('<!doctype html>')
  },
)

test('a kept page follows what it shows', async ({ portal, db }) => {
  await theTestRegion(db)
  const offering = await anOffering(db)
  await anEdition(db, { offeringId: offering.id })
  const path = `/aanbod/${offering.slug}`
  await vi.waitFor(async () => {
    expect(await (await portal.get(path)).text()).toContain(offering.title)
    expect(portal.kept()).toBe(1)
  })
  await db
    .updateTable('offering')
    .set({ title: 'Heel anders lassen' })
    .where('id', '=', offering.id)
    .execute()
  await vi.waitFor(async () => expect(await (await portal.get(path)).text()).toContain('Heel anders lassen'))
})

test('somebody who has logged in neither gets a kept page nor leaves one', async ({ portal, db }) => {
  await theTestRegion(db)
  const person = await aPerson(db)
  const page = await (await portal.as(person.id)).get('/aanbod')
  expect(page.headers.get('Cache-Control')).toBe('private, no-store')
  expect(portal.kept()).toBe(0)
})

test('an offering that does not exist is not kept', async ({ portal, db }) => {
  await theTestRegion(db)
  expect((await portal.get('/aanbod/bestaat-niet')).status).toBe(404)
  expect(portal.kept()).toBe(0)
})
