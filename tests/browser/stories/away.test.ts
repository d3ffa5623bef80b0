import { expect } from 'vitest'
import { test } from '#tests/support/browser.ts'

test('who was away too long logs in again and finds what was typed', async ({ visit }) => {
  const page = await visit('/beheer/aanbod/nieuw', { as: 'coordinator' })
  await page.getByLabel('Titel').fill('Lassen met een robot')
  await page.getByLabel('Niveau').selectOption('gevorderd')
  await page.getByLabel('In het aanbod zetten').check()
  await page.context().clearCookies()
  await page.getByRole('button', { name: 'Bewaar' }).click()
  await page.getByText('Je bent te lang weg geweest').waitFor()
  await page.getByLabel('E-mailadres').fill('coordinator@demo.test')
  await page.getByRole('textbox', { name: 'Wachtwoord' }).fill('bijblijven-demo')
  await page.getByRole('button', { name: 'Inloggen', exact: true }).click()
  await page.waitForURL('**/beheer/aanbod/nieuw')
  expect(await page.getByLabel('Titel').inputValue()).toBe('Lassen met een robot')
  expect(await page.getByLabel('Niveau').inputValue()).toBe('gevorderd')
  expect(await page.getByLabel('In het aanbod zetten').isChecked()).toBe(true)
})
