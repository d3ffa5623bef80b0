import { expect } from 'vitest'
import { logIn, test } from '#tests/support/browser.ts'

test('a wrong password is answered with a sentence that says what to do', async ({ visit }) => {
  const page = await visit('/inloggen')
  await page.getByLabel('E-mailadres').fill('bestaat.niet@demo.test')
  await page.getByLabel('Wachtwoord').fill('dit klopt niet')
  await page.getByRole('button', { name: 'Inloggen', exact: true }).click()
  expect(await page.getByRole('alert').textContent()).toMatch(/e-mailadres|wachtwoord/i)
  expect(await page.getByLabel('E-mailadres').inputValue()).toBe('bestaat.niet@demo.test')
})

test('after logging out, going back shows nothing of one’s own', async ({ visit }) => {
  const page = await visit('/inloggen')
  await logIn(page, 'teamleider')
  await page.goto('/mijn/account')
  await page.getByText('Ilse Voorbeeldteamleider').first().waitFor()
  await page.getByRole('banner').locator('summary').click()
  await page.getByRole('button', { name: 'Uitloggen' }).first().click()
  await page.getByRole('link', { name: 'Inloggen' }).first().waitFor()
  await page.goBack()
  await page.waitForLoadState()
  expect(await page.content()).not.toContain('Ilse')
})

test('who may not be somewhere is told so, and helped on', async ({ visit }) => {
  const page = await visit('/beheer', { as: 'docent' })
  expect(await page.getByRole('heading', { level: 1 }).textContent()).not.toContain('aandacht')
  await page.getByRole('main').getByRole('link', { name: 'Mijn overzicht' }).click()
  expect(new URL(page.url()).pathname).toBe('/mijn')
})
