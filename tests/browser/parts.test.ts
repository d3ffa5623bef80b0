import type { Page } from 'playwright-core'
import { describe, expect } from 'vitest'
import { problemsOn, test } from '#tests/support/browser.ts'

const overflow = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - innerWidth)

describe('the parts of the house', () => {
  for (const width of ['narrow', 'phone', 'desk'] as const) {
    for (const colorScheme of ['light', 'dark'] as const) {
      test(`are in order on a ${width} screen, ${colorScheme}`, async ({ visit }) => {
        const page = await visit('/stijl', { width })
        await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
        expect(await problemsOn(page)).toEqual([])
        expect(await overflow(page)).toBeLessThanOrEqual(0)
      })
    }
  }

  test('obey the content security policy and load all they ask for', async ({ visit }) => {
    const page = await visit('/inloggen')
    // What this page still asks for when it is left says nothing about the next.
    await page.waitForLoadState('networkidle')
    const complaints: string[] = []
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
    page.on('pageerror', (error) => complaints.push(error.message))
    page.on('requestfailed', (request) => complaints.push(request.url()))
    await page.goto('/stijl')
    await page.waitForLoadState('networkidle')
    expect(complaints).toEqual([])
  })

  test('work without any script', async ({ visit }) => {
    const page = await visit('/stijl', { javaScript: false })
    expect(await page.locator('[role=alert]:focus').count()).toBe(1)
    await page.getByText('Meer doen').click()
    expect(await page.getByRole('link', { name: 'Kopieer naar nieuwe data' }).isVisible()).toBe(true)
    await page.getByRole('button', { name: 'Toon' }).click()
    expect(new URL(page.url()).searchParams.get('profiel')).toBe('BWI')
  })
})

describe('the small conveniences', () => {
  test('close a menu on escape and on a press elsewhere', async ({ visit }) => {
    const page = await visit('/stijl')
    const menu = page.locator('main details[data-menu]')
    const open = () => menu.evaluate((element) => (element as HTMLDetailsElement).open)
    await menu.locator('summary').click()
    expect(await open()).toBe(true)
    await page.keyboard.press('Escape')
    expect(await open()).toBe(false)
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('SUMMARY')
    await menu.locator('summary').click()
    await page.locator('h1').click()
    expect(await open()).toBe(false)
  })

  test('send a form once, and say that it takes a while', async ({ visit }) => {
    const page = await visit('/stijl')
    let posts = 0
    await page.route('**/stijl', async (route) => {
      if (route.request().method() !== 'POST') return route.continue()
      posts += 1
      await new Promise((done) => setTimeout(done, 1500))
      await route.fulfill({ contentType: 'text/html', body: '<h1>Gelukt</h1>' })
    })
    await page.evaluate(() => {
      const form = document.querySelector<HTMLFormElement>('#voorbeeld')!
      const look = () => {
        const words = document.querySelector('[data-waiting]')?.textContent
        if (words) sessionStorage.setItem('said', words)
      }
      new MutationObserver(look).observe(form, { childList: true })
      setTimeout(() => {
        form.requestSubmit()
        form.requestSubmit()
      })
    })
    await page.getByRole('heading', { name: 'Gelukt' }).waitFor()
    expect(posts).toBe(1)
    expect(await page.evaluate(() => sessionStorage.getItem('said'))).toContain('Even geduld')
  })

  test('ask before typed text is lost', async ({ visit }) => {
    const page = await visit('/stijl')
    const asked = new Promise<string>((resolve) => {
      page.on('dialog', (dialog) => {
        resolve(dialog.type())
        void dialog.accept()
      })
    })
    await page.getByLabel('Naam').fill('Jan')
    await page.getByRole('link', { name: 'Contact' }).click({ noWaitAfter: true })
    expect(await asked).toBe('beforeunload')
  })

  test('show at once what a filter finds', async ({ visit }) => {
    const page = await visit('/stijl')
    await page.getByLabel('Profiel', { exact: true }).selectOption('PIE')
    await page.waitForURL(/profiel=PIE/)
    expect(new URL(page.url()).searchParams.get('zoek')).toBe('lassen')
  })
})

describe('an address that does not exist', () => {
  test('says so, in the frame of the region', async ({ visit }) => {
    const page = await visit('/bestaat/niet', { width: 'narrow' })
    expect(await page.title()).toContain('Deze bladzijde is er niet')
    expect(await page.getByRole('link', { name: 'Bekijk het aanbod' }).isVisible()).toBe(true)
    expect(await problemsOn(page)).toEqual([])
    expect(await overflow(page)).toBeLessThanOrEqual(0)
  })
})
