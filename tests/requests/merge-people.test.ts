import { expect } from 'vitest'
import {
  aCoordinator,
  anAdministrator,
  anEdition,
  anEnrolment,
  aPerson,
  aTeacher,
  theTestRegion,
} from '#tests/support/builders.ts'
import { test } from '#tests/support/portal.ts'

const page = '/beheer/mensen/samenvoegen'

test('a coordinator chooses two accounts, sees what moves and what is double, and makes them one', async ({
  db,
  portal,
}) => {
  await theTestRegion(db)
  const coordinator = await portal.as((await aCoordinator(db)).personId)
  const kept = await aPerson(db, { givenName: 'Sam', familyName: 'Dubbel' })
  const merged = await aPerson(db, { givenName: 'S.', familyName: 'Dubbel', address: 'prive@sam.example' })
  const edition = await anEdition(db)
  await anEnrolment(db, { editionId: edition.id, personId: kept.id, status: 'waitlisted' })
  await anEnrolment(db, { editionId: edition.id, personId: merged.id })

  const search = await (await coordinator.get(`${page}?zoek=dubbel&blijft=${kept.id}`)).text()
  expect(search).toContain(`gaat=${merged.id}`)
  expect(search).not.toContain(`gaat=${kept.id}`)
  const both = `${page}?blijft=${kept.id}&gaat=${merged.id}`
  const preview = await (await coordinator.get(both)).text()
  for (const shown of ['prive@sam.example', '1 inschrijving', 'Wat dubbel is', 'wachtlijst']) {
    expect(preview).toContain(shown)
  }
  const pair = { keptId: String(kept.id), mergedId: String(merged.id) }
  expect((await coordinator.post(both, pair)).headers.get('Location')).toBe(`/beheer/mensen/${kept.id}`)
  expect(await (await coordinator.get(`/beheer/mensen/${kept.id}`)).text()).toContain('prive@sam.example')
  expect(await (await coordinator.get(`/beheer/mensen/${merged.id}`)).text()).toContain('samengevoegd met')
  expect((await coordinator.get(both)).status).toBe(404)
  expect((await coordinator.post(page, pair)).status).toBe(404)
})

test('merging is for a coordinator, in every form of request', async ({ db, portal }) => {
  await theTestRegion(db)
  const [one, two] = [await aPerson(db), await aPerson(db)]
  for (const actor of [await aTeacher(db), await anAdministrator(db)]) {
    const other = await portal.as(actor.personId)
    for (const path of [page, `${page}.data`, `${page}?blijft=${one.id}&gaat=${two.id}`]) {
      expect((await other.get(path)).status).toBe(403)
    }
    const pair = { keptId: String(one.id), mergedId: String(two.id) }
    expect((await other.post(page, pair)).status).toBe(403)
  }
  const coordinator = await portal.as((await aCoordinator(db)).personId)
  const administrator = await anAdministrator(db)
  const withAdministrator = { keptId: String(one.id), mergedId: String(administrator.personId) }
  const query = `${page}?blijft=${one.id}&gaat=${administrator.personId}`
  expect(await (await coordinator.get(query)).text()).toContain('kan alleen een beheerder samenvoegen')
  expect((await coordinator.post(query, withAdministrator)).status).toBe(422)
  expect((await coordinator.post(page, { keptId: 'x' })).status).toBe(422)
})
