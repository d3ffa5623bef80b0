import { describe, expect } from 'vitest'
import { problemsOn, test } from '#tests/support/browser.ts'

describe('coming in', () => {
  test('by a mailed link takes no script, no password, and ends on one’s own page', async ({ visit }) => {
    const page = await visit('/mijn/account', { width: 'phone', javaScript: false })
    await page.getByRole('link', { name: 'Mail mij een inloglink' }).click()
    await page.getByLabel('E-mailadres').fill('redacteur@demo.test')
    await page.getByRole('button', { name: 'Mail mij een link' }).click()
    await page.getByRole('link', { name: 'Lees de mail' }).click()
    await page.locator('main a[href*="/inloggen/"]').click()
    await page.getByRole('main').getByRole('button', { name: 'Inloggen' }).click()
    expect(new URL(page.url()).pathname).toBe('/mijn/account')
  })

  test('can be done by keyboard alone', async ({ visit }) => {
    const page = await visit('/inloggen')
    await page.getByLabel('E-mailadres').first().focus()
    await page.keyboard.type('docent@demo.test')
    await page.keyboard.press('Tab')
    await page.keyboard.type('bijblijven-demo')
    await page.keyboard.press('Enter')
    await page.waitForURL((url) => url.pathname === '/mijn')
  })
})

const open = [
  '/inloggen',
  '/inloggen/link',
  '/wachtwoord-vergeten',
  '/wachtwoord/onbekend',
  '/uitnodiging/onbekend',
]

describe('the pages of an account have nothing that axe objects to', () => {
  for (const width of ['narrow', 'desk'] as const) {
    test(`for a visitor, on a ${width} screen, with mistakes too`, async ({ visit }) => {
      for (const path of open) {
        const page = await visit(path, { width })
        expect([path, await problemsOn(page)]).toEqual([path, []])
        const button = page.locator('main form').first().getByRole('button').first()
        if (path.includes('onbekend')) continue
        await button.click()
        await page.getByRole('alert').waitFor()
        expect([path, 'mistakes', await problemsOn(page)]).toEqual([path, 'mistakes', []])
      }
    })

    test(`for somebody logged in, on a ${width} screen, with mistakes too`, async ({ visit }) => {
      const page = await visit('/mijn/account', { width, as: 'instructeur' })
      expect(await problemsOn(page)).toEqual([])
      await page.getByRole('button', { name: 'Wachtwoord veranderen' }).click()
      await page.getByRole('alert').waitFor()
      expect(await problemsOn(page)).toEqual([])
      await page.goto('/mijn/account/school')
      expect(await problemsOn(page)).toEqual([])
      await page.getByLabel('Je nieuwe school').selectOption('anders')
      await page.getByRole('button', { name: 'Opslaan' }).click()
      await page.getByRole('alert').waitFor()
      expect(await problemsOn(page)).toEqual([])
      expect(
        await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
      ).toBeLessThanOrEqual(0)
    })
  }
})
