import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { test } from '#tests/support/browser.ts'
import { untilLive } from '#tests/support/story.ts'

async function lookAs(page: Page, role: string): Promise<void> {
  await page.context().clearCookies()
  await page.goto('/')
  await page.getByRole('button', { name: `Bekijk als ${role}`, exact: true }).click()
  await page.waitForURL((url) => url.pathname !== '/')
}

const notice = (page: Page) => page.getByRole('main').locator('[role=status], [role=alert]').first()

test('a newcomer enrols as the demo teacher, and the team lead approves', async ({ visit }) => {
  const page = await visit('/')
  await lookAs(page, 'docent')
  await page.getByRole('navigation', { name: 'Hoofdmenu' }).getByRole('link', { name: 'Aanbod' }).click()
  await page.getByRole('searchbox').fill('sensoren in de kas')
  await page.keyboard.press('Enter')
  await page
    .getByRole('link', { name: /^Techniek in het groen/ })
    .first()
    .click()
  await page.getByRole('link', { name: 'Inschrijven' }).first().click()
  await page.getByRole('button', { name: 'Inschrijven' }).click()
  await page.waitForURL('**/mijn')
  expect(await notice(page).textContent()).toContain('zodra je team het goedkeurt')
  expect(await page.getByRole('link', { name: /^Techniek in het groen/ }).count()).toBeGreaterThan(0)

  await lookAs(page, 'teamleider')
  await page.getByRole('link', { name: 'Team', exact: true }).click()
  const request = page
    .getByRole('heading', { name: 'Noor Voorbeelddocent: Techniek in het groen' })
    .locator('..')
  await request.getByRole('button', { name: 'Goed, Noor mag gaan' }).click()
  await notice(page).waitFor()

  await lookAs(page, 'docent')
  const mine = page.getByRole('listitem').filter({ hasText: 'Techniek in het groen' })
  expect(await mine.first().textContent()).toContain('ingeschreven')
})

test('the demo trainer completes a roster and closes an edition, and its certificate tells what it is worth', async ({
  visit,
  db,
}) => {
  const page = await visit('/')
  await lookAs(page, 'trainer')
  await page.goto('/lesgeven')
  const incomplete = page.getByRole('region', { name: 'Presentie nog niet compleet' })
  await incomplete
    .getByRole('link', { name: /presentie/i })
    .first()
    .click()
  await untilLive(page)
  await page.getByRole('button', { name: 'Iedereen aanwezig' }).click()
  await page.getByText('alles is bewaard').waitFor()

  await page.goto('/lesgeven')
  await page.getByRole('link', { name: /^Circulair.* afronden$/ }).click()
  await page.getByRole('button', { name: 'Rond af en geef uit' }).click()
  await page.getByText(/^Afgerond op/).waitFor()

  const { code, holderName, personId, title } = await db
    .selectFrom('certificate')
    .innerJoin('enrolment', 'enrolment.id', 'certificate.enrolmentId')
    .innerJoin('edition', 'edition.id', 'enrolment.editionId')
    .innerJoin('offering', 'offering.id', 'edition.offeringId')
    .select(['certificate.code', 'certificate.holderName', 'certificate.personId', 'certificate.title'])
    .where('offering.slug', '=', 'circulair-bouwen')
    .orderBy('certificate.id')
    .executeTakeFirstOrThrow()
  await page.context().clearCookies()
  await page.goto(`/certificaten/${code}`)
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toContain('dit is geldig')
  const main = await page.getByRole('main').textContent()
  for (const word of [holderName, title, 'VOORBEELD', 'Het bewijst niets']) expect(main).toContain(word)

  const holder = await visit('/mijn', { as: personId })
  const download = holder.waitForEvent('download')
  await holder.getByRole('link', { name: `PDF van ${title}` }).click()
  const file = await download
  expect((await readFile(await file.path())).subarray(0, 5).toString()).toBe('%PDF-')
})
