import { describe, expect } from 'vitest'
import { problemsOn, test } from '#tests/support/browser.ts'

const offering = '/aanbod/meiden-in-de-techniek'

describe('enrolling', () => {
  test('without an account takes one form and one mail, on a phone and without scripts', async ({
    visit,
  }) => {
    const page = await visit(offering, { width: 'phone', javaScript: false })
    await page.locator('main a[href$="/inschrijven"]').first().click()
    await page.getByLabel('Voornaam').fill('Proef')
    await page.getByLabel('Achternaam').fill('van Persoon')
    await page.getByLabel('E-mailadres').fill('proef.persoon@voorbeeld.test')
    await page.getByLabel('School', { exact: false }).first().selectOption({ index: 1 })
    await page.getByRole('button', { name: /Inschrijven|wachtlijst/ }).click()
    await page.getByText('Kijk in je mail').waitFor()
    await page.getByRole('link', { name: 'Lees de mail' }).click()
    await page.locator('main a[href*="/inschrijving-bevestigen/"]').click()
    await page.getByRole('button', { name: 'Bevestig mijn inschrijving' }).click()
    await page.waitForURL((url) => url.pathname === '/mijn')
    await page.getByText('Meer meiden in de techniek').first().waitFor()
  })

  test('can be done by keyboard alone, and undone', async ({ visit }) => {
    const page = await visit(offering, { as: 'redacteur' })
    const enrol = page.locator('main a[href$="/inschrijven"]').first()
    await enrol.focus()
    await page.keyboard.press('Enter')
    await page.waitForURL(/inschrijven$/)
    await page.getByLabel('Toelichting').focus()
    await page.keyboard.type('Ik kom met de trein.')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await page.waitForURL((url) => url.pathname === '/mijn')
    await page
      .getByRole('link', { name: /Meer meiden in de techniek/ })
      .first()
      .click()
    await page.getByRole('button', { name: 'Meld me af' }).focus()
    await page.keyboard.press('Enter')
    await page.getByText('Je bent afgemeld').first().waitFor()
  })

  test('who cannot come to one meeting says so with one tap, and can take it back', async ({ visit }) => {
    const page = await visit('/mijn', { as: 'docent', width: 'phone' })
    await page
      .getByRole('button', { name: /Ik kan er niet bij zijn/ })
      .first()
      .click()
    await page.getByText('De trainer ziet dat je er niet bij bent.').waitFor()
    await page
      .getByRole('button', { name: /Ik kan er toch bij zijn/ })
      .first()
      .click()
    await page.getByText('De trainer ziet dat je er wel bij bent.').waitFor()
  })
})

describe('the pages of enrolling have nothing that axe objects to', () => {
  for (const width of ['narrow', 'desk'] as const) {
    test(`on a ${width} screen, with mistakes too`, async ({ visit }) => {
      const page = await visit(offering, { width })
      await page.locator('main a[href$="/inschrijven"]').first().click()
      expect(await problemsOn(page)).toEqual([])
      await page.getByRole('button', { name: /Inschrijven|wachtlijst/ }).click()
      await page.getByRole('alert').waitFor()
      expect(await problemsOn(page)).toEqual([])
      for (const path of ['goedkeuren', 'plek-aannemen', 'vervangen', 'inschrijving-bevestigen']) {
        await page.goto(`/${path}/onbekend`)
        expect([path, await problemsOn(page)]).toEqual([path, []])
      }
    })

    test(`on a ${width} screen, for a teacher and a lead`, async ({ visit }) => {
      const page = await visit('/mijn', { width, as: 'docent' })
      expect(await problemsOn(page)).toEqual([])
      await page.locator('main a[href^="/mijn/inschrijvingen/"]').first().click()
      expect(await problemsOn(page)).toEqual([])
      const lead = await visit('/team', { width, as: 'teamleider' })
      expect(await problemsOn(lead)).toEqual([])
      await lead.locator('summary', { hasText: 'Nee,' }).first().click()
      await lead
        .getByRole('button', { name: /Wijs af/ })
        .first()
        .click()
      await lead.getByRole('alert').first().waitFor()
      expect(await problemsOn(lead)).toEqual([])
      expect(
        await lead.evaluate(() => document.documentElement.scrollWidth - innerWidth),
      ).toBeLessThanOrEqual(0)
    })
  }
})
