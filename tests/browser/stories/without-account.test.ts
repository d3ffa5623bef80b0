import { randomUUID } from 'node:crypto'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { test } from '#tests/support/browser.ts'
import { aCourse, type Course } from '#tests/support/story.ts'

async function enrolAsStranger(page: Page, course: Course): Promise<void> {
  await page.getByLabel('Voornaam').fill('Nieuwe')
  await page.getByLabel('Achternaam').fill('Voorbeeldcollega')
  await page.getByLabel('E-mailadres').fill(`nieuw.${randomUUID()}@demo.test`)
  await page
    .getByRole('combobox', { name: /^School/ })
    .selectOption({ label: `${course.school.name}, Deventer` })
  await page.getByLabel('Telefoon').fill('06 12345678')
  await page.getByRole('button', { name: 'Inschrijven' }).click()
  await page.getByText('Kijk in je mail.').waitFor()
  await page.getByRole('link', { name: 'Lees de mail' }).click()
  await page
    .getByRole('main')
    .getByRole('link', { name: /inschrijving-bevestigen/ })
    .click()
  await page.getByRole('main').getByRole('button').first().click()
  await page.waitForURL('**/mijn')
  expect(await page.getByRole('link', { name: course.title }).count()).toBe(1)
}

for (const javaScript of [true, false]) {
  test(`who has no account enrols in one form, and confirming the mail is the account, ${javaScript ? 'with' : 'without'} scripts`, async ({
    visit,
    db,
  }) => {
    const course = await aCourse(db)
    const page = await visit(course.enrolPage, { width: 'phone', javaScript })
    await enrolAsStranger(page, course)
    const { placesHeld } = await db
      .selectFrom('edition')
      .select('placesHeld')
      .where('id', '=', course.editionId)
      .executeTakeFirstOrThrow()
    expect(placesHeld).toBe(1)
  })
}

test('nothing that was typed is lost when something is missing', async ({ visit, db }) => {
  const course = await aCourse(db)
  const page = await visit(course.enrolPage, { width: 'phone', javaScript: false })
  await page.getByLabel('Voornaam').fill('Nieuwe')
  await page.getByLabel('Toelichting').fill('Ik kom met de fiets.')
  await page.getByRole('button', { name: 'Inschrijven' }).click()
  await page.getByRole('alert').waitFor()
  expect(await page.getByLabel('Voornaam').inputValue()).toBe('Nieuwe')
  expect(await page.getByLabel('Toelichting').inputValue()).toBe('Ik kom met de fiets.')
  await page.getByRole('alert').getByRole('link').first().click()
  expect(await page.getByLabel('Achternaam').evaluate((field) => field.matches(':target'))).toBe(true)
})
