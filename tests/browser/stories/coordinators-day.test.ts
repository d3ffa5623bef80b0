import { randomUUID } from 'node:crypto'
import { expect } from 'vitest'
import type { Db } from '#db/client.server.ts'
import { test } from '#tests/support/browser.ts'
import { anEdition, anEnrolment, anOffering, anOrganisation, dayFromNow } from '#tests/support/builders.ts'

/** An edition below its minimum whose decide-day is the earliest there is. */
async function toDecide(db: Db) {
  const key = randomUUID().slice(0, 8)
  const title = `Draaien en frezen ${key}`
  const { id: organiserId } = await anOrganisation(db, { name: `Voorbeeldcentrum ${key}` })
  const offering = await anOffering(db, { slug: `verhaal-${key}`, title, organiserId })
  const edition = await anEdition(db, { offeringId: offering.id, minimum: 6 })
  await db
    .updateTable('edition')
    .set({ decideOn: dayFromNow(-400) })
    .where('id', '=', edition.id)
    .execute()
  await anEnrolment(db, { editionId: edition.id })
  return { id: edition.id, title }
}

const statusOf = async (db: Db, id: number) =>
  (await db.selectFrom('edition').select('status').where('id', '=', id).executeTakeFirstOrThrow()).status

test('a coordinator decides from the first screen, without scripts, and it is gone from there', async ({
  visit,
  db,
}) => {
  const [goes, stops] = [await toDecide(db), await toDecide(db)]
  const desk = await visit('/beheer', { as: 'coordinator', javaScript: false })
  await desk.getByRole('button', { name: new RegExp(`${goes.title}.* gaat door`) }).click()
  expect(await desk.getByRole('main').textContent()).toContain(
    'Dit gaat door. Bericht krijgen 1 deelnemer en de trainers.',
  )
  expect(await statusOf(db, goes.id)).toBe('going_ahead')
  expect(await desk.getByRole('button', { name: new RegExp(`${goes.title}.* gaat door`) }).count()).toBe(0)

  const row = desk.getByRole('listitem').filter({ hasText: stops.title })
  await row.locator('summary').click()
  await row.getByLabel('Waarom niet?').fill('   ')
  await row.getByRole('button', { name: /gaat niet door/ }).click()
  // Refused: the fold stands open, with the sentence in it.
  const again = desk.getByRole('listitem').filter({ hasText: stops.title })
  await again.getByText('Vul kort in waarom in.').waitFor()
  await again.getByLabel('Waarom niet?').fill('Te weinig deelnemers.')
  await again.getByRole('button', { name: /gaat niet door/ }).click()
  expect(await statusOf(db, stops.id)).toBe('cancelled')
})

test('every number of the figures opens to its rows, and back', async ({ visit }) => {
  const page = await visit('/beheer/cijfers', { as: 'coordinator' })
  const people = page.getByRole('link', { name: /^Mensen, Totaal/ })
  const number = await people.textContent()
  await people.click()
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe(`Mensen: ${number}`)
  expect(await page.getByRole('main').textContent()).toContain(`${number} regels`)
  await page.getByRole('link', { name: 'Cijfers' }).click()
  await page.getByLabel('Verdeeld naar').selectOption('profiel')
  await page.waitForURL(/per=profiel/)
  await page.getByText('telt bij elk van die profielen mee').waitFor()
})

test('the sheet of a school is printed on one sheet of paper', async ({ visit, db }) => {
  const { id } = await db
    .selectFrom('organisation')
    .select('id')
    .where('name', '=', 'Voorbeeldschool De Kern')
    .executeTakeFirstOrThrow()
  const page = await visit(`/school/${id}`, { as: 'coordinator' })
  const file = await page.pdf({ format: 'A4' })
  const pages = file.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)
  expect(pages).toHaveLength(1)
})
