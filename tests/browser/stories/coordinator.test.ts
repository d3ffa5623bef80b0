import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { expect } from 'vitest'
import { dayOf } from '#app/platform/clock.ts'
import { test } from '#tests/support/browser.ts'
import { hand } from '#tests/support/portal-pages.ts'

/** A day some weeks from now, as people write it: 3-12-2026. */
function dayInWeeks(weeks: number): string {
  const day = dayOf(new Date(Date.now() + weeks * 7 * 86_400_000))
  return day.split('-').reverse().map(Number).join('-')
}

test('what a coordinator plans and opens stands in the offer', async ({ visit }) => {
  const title = `Zeefdrukken ${randomUUID().slice(0, 8)}`
  const page = await visit('/beheer/aanbod/nieuw', { as: 'coordinator' })
  await page.getByLabel('Titel').fill(title)
  await page.getByLabel('Samenvatting').fill('Een middag zelf drukken.')
  await page.getByRole('combobox', { name: /^Project/ }).selectOption('6')
  await page.getByRole('combobox', { name: /^Wie geeft het/ }).selectOption({ label: 'Technicampus' })
  await page.getByLabel('Studielast').fill('3,5')
  await page.getByLabel('Plekken').fill('10')
  await page.getByLabel('Minimum').fill('4')
  await page.getByLabel('In het aanbod zetten').check()
  await page.getByRole('button', { name: 'Bewaar' }).click()

  await page.getByRole('link', { name: 'Plan een datum' }).click()
  await page.getByRole('textbox', { name: /^Dag/ }).fill(dayInWeeks(9))
  await page.getByLabel('Of: waar is het?').fill('Buurthuis De Kern')
  await page.getByLabel('Aantal bijeenkomsten').fill('3')
  await page.getByRole('button', { name: 'Plan', exact: true }).click()
  await page.getByText('De data staan gepland.').waitFor()
  await page.getByRole('button', { name: 'Zet de inschrijving open' }).click()
  await page.getByText('De inschrijving is open.').waitFor()

  const visitor = await visit(`/aanbod?zoek=${encodeURIComponent(title)}`)
  await visitor.getByRole('link', { name: title }).first().click()
  await visitor.getByRole('link', { name: 'Inschrijven' }).first().click()
  expect(await visitor.getByRole('main').textContent()).toContain('3 bijeenkomsten')
})

test('a certificate that is revoked says so to whoever checks it', async ({ visit, db }) => {
  const { id, code } = await db
    .selectFrom('certificate')
    .innerJoin('enrolment', 'enrolment.id', 'certificate.enrolmentId')
    .innerJoin('edition', 'edition.id', 'enrolment.editionId')
    .innerJoin('offering', 'offering.id', 'edition.offeringId')
    .select(['certificate.id', 'certificate.code'])
    .where('revokedAt', 'is', null)
    .where('offering.slug', '=', '3d-printen-en-lasersnijden')
    .orderBy('certificate.id', 'desc')
    .executeTakeFirstOrThrow()
  const page = await visit(`/beheer/certificaten/${id}`, { as: 'coordinator' })
  await page.getByLabel('Reden').fill('Op de verkeerde naam gezet.')
  await page.getByRole('button', { name: 'Trek in' }).click()
  await page
    .getByText(/ingetrokken op/)
    .first()
    .waitFor()
  const anybody = await visit(`/certificaten/${code}`)
  expect(await anybody.getByRole('heading', { level: 1 }).textContent()).toContain('ingetrokken')
})

test('a list of people with a faulty row changes nothing, and names the line', async ({ visit, db }) => {
  const address = `lijst.${randomUUID()}@demo.test`
  const page = await visit('/beheer/mensen/importeren', { as: 'coordinator' })
  await hand(page, [address, 'dit is geen adres'])
  expect(await page.getByRole('main').textContent()).toMatch(/regel 3/i)
  const people = db.selectFrom('emailAddress').select('id').where('address', '=', address)
  expect(await people.execute()).toEqual([])

  await hand(page, [address])
  await page.getByRole('heading', { name: 'Wat er verandert' }).waitFor()
  expect(await people.execute()).toEqual([])
  await page.getByLabel('Nee', { exact: true }).check()
  await page.getByRole('button', { name: 'Lees in' }).click()
  await page.getByRole('main').getByRole('status').first().waitFor()
  expect(await people.execute()).toHaveLength(1)
})

test('the lists of the desk can be taken along to a spreadsheet', async ({ visit }) => {
  const page = await visit('/beheer/export', { as: 'coordinator' })
  for (const [kind, start] of [
    ['CSV', '\ufeff'],
    ['Excel', 'PK'],
  ] as const) {
    const download = page.waitForEvent('download')
    await page
      .getByRole('link', { name: `als ${kind}-bestand` })
      .first()
      .click()
    const text = await readFile(await (await download).path(), 'utf8')
    expect(text.slice(0, start.length), kind).toBe(start)
  }
})
