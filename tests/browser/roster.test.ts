import type { Locator, Page } from 'playwright-core'
import { describe, expect } from 'vitest'
import { logIn, problemsOn, test } from '#tests/support/browser.ts'

/** The roster of the meeting that the demo trainer gives today. */
async function todaysRoster(page: Page): Promise<string> {
  await page.goto('/lesgeven')
  const today = page.getByRole('region', { name: 'Vandaag' })
  await today
    .getByRole('link', { name: /^Presentie/ })
    .first()
    .click()
  await page.getByRole('heading', { level: 1, name: 'Presentie' }).waitFor()
  return new URL(page.url()).pathname
}

const person = (page: Page, index: number): Locator =>
  page.getByRole('form', { name: 'Presentielijst' }).getByRole('group').nth(index)
const choose = (row: Locator, name: RegExp) => row.getByRole('radio', { name }).check()
const chosen = (row: Locator, name: RegExp) => row.getByRole('radio', { name }).isChecked()
const foot = (page: Page) => page.getByRole('form', { name: 'Presentielijst' }).locator('footer')
const saved = (page: Page) => foot(page).getByText('alles is bewaard').waitFor()

/** Lets pages come and marks get lost. From within: what a page asks while it goes away escapes from `route`. */
function loseMarksWhenTold() {
  const ask = window.fetch.bind(window)
  window.fetch = (input, init) =>
    String(input).endsWith('/merken') && localStorage.getItem('marks-get-lost')
      ? Promise.reject(new TypeError('no network'))
      : ask(input, init)
}

describe('the roster on a phone', () => {
  test('saves what is tapped by itself, and tells who did', async ({ visit }) => {
    const page = await visit('/lesgeven', { as: 'trainer', width: 'phone' })
    await todaysRoster(page)
    await choose(person(page, 0), /^Laat/)
    await saved(page)
    await choose(person(page, 0), /^Niet/)
    await saved(page)
    await page.reload()
    expect(await chosen(person(page, 0), /^(Niet|Afgemeld)/)).toBe(true)
    await person(page, 0).getByRole('button', { name: /^Meer/ }).click()
    await person(page, 0).getByRole('link', { name: 'Wie vulde dit in?' }).click()
    await person(page, 0)
      .getByText(/Yusuf Voorbeeldtrainer: .*afwezig/)
      .first()
      .waitFor()
    expect(await problemsOn(page)).toEqual([])
  })

  test('keeps what it cannot send: through a reload and a closed tab, unseen by another login', async ({
    visit,
  }) => {
    const page = await visit('/lesgeven', { as: 'trainer', width: 'phone' })
    const context = page.context()
    await context.addInitScript(loseMarksWhenTold)
    const roster = await todaysRoster(page)
    await choose(person(page, 1), /^Er/)
    await saved(page)
    await page.evaluate(() => localStorage.setItem('marks-get-lost', 'yes'))
    await choose(person(page, 1), /^Niet/)
    await choose(person(page, 2), /^Laat/)
    await foot(page).getByText('nog niet verzonden (2)').waitFor()
    await foot(page)
      .getByText(/Bewaard op dit toestel om .* Wordt verzonden zodra er verbinding is/)
      .waitFor()
    await page.reload()
    await foot(page).getByText('nog niet verzonden (2)').waitFor()
    expect(await chosen(person(page, 1), /^(Niet|Afgemeld)/)).toBe(true)
    await page.close()

    await context.clearCookies()
    const other = await context.newPage()
    await logIn(other, 'coordinator')
    await other.evaluate(() => localStorage.removeItem('marks-get-lost'))
    await other.goto(roster)
    await foot(other).getByText('Wat je aantikt, wordt meteen bewaard.').waitFor()
    expect(await chosen(person(other, 1), /^Er/)).toBe(true)
    await other.close()

    await context.clearCookies()
    const again = await context.newPage()
    await logIn(again, 'trainer')
    await again.goto(roster)
    await saved(again)
    await again.reload()
    expect(await chosen(person(again, 1), /^(Niet|Afgemeld)/)).toBe(true)
    expect(await chosen(person(again, 2), /^Laat/)).toBe(true)
  })

  test('goes out by itself when the network is back', async ({ visit }) => {
    const page = await visit('/lesgeven', { as: 'trainer', width: 'phone' })
    await todaysRoster(page)
    await choose(person(page, 3), /^Er/)
    await saved(page)
    await page.context().setOffline(true)
    await choose(person(page, 3), /^Niet/)
    await foot(page).getByText('Wordt verzonden zodra er verbinding is', { exact: false }).waitFor()
    await page.context().setOffline(false)
    await saved(page)
  })
})

test('of two who record the same person, the later one is told and chooses', async ({ visit }) => {
  const first = await visit('/lesgeven', { as: 'trainer' })
  const roster = await todaysRoster(first)
  await choose(person(first, 4), /^Er/)
  await saved(first)
  const second = await visit(roster, { as: 'coordinator' })
  await choose(person(first, 4), /^Niet/)
  await saved(first)
  await choose(person(second, 4), /^Laat/)
  const conflict = person(second, 4).getByRole('alert')
  await conflict
    .getByText(
      /Yusuf Voorbeeldtrainer vulde dit ondertussen in.*afwezig.*Jij koos: aanwezig, \d+ minuten te laat/,
    )
    .waitFor()
  expect(await problemsOn(second)).toEqual([])
  await conflict.getByRole('button', { name: /^Laat het zo/ }).click()
  expect(await chosen(person(second, 4), /^(Niet|Afgemeld)/)).toBe(true)
  await first.reload()
  expect(await chosen(person(first, 4), /^(Niet|Afgemeld)/)).toBe(true)
})

test('can be filled in by keyboard alone', async ({ visit }) => {
  const page = await visit('/lesgeven', { as: 'trainer' })
  await todaysRoster(page)
  await choose(person(page, 5), /^Er/)
  await saved(page)
  await person(page, 5).getByRole('radio', { name: /^Er/ }).focus()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  expect(await chosen(person(page, 5), /^(Niet|Afgemeld)/)).toBe(true)
  await page.keyboard.press('Tab')
  expect(await page.evaluate(() => document.activeElement?.textContent)).toMatch(/Meer|Minder/)
  await saved(page)
})

test('works without script: choose, and save all at once', async ({ visit }) => {
  const page = await visit('/lesgeven', { as: 'trainer', javaScript: false, width: 'phone' })
  await todaysRoster(page)
  await choose(person(page, 6), /^(Niet|Afgemeld)/)
  await page.getByRole('button', { name: 'Bewaar' }).click()
  await choose(person(page, 6), /^Er/)
  await page.getByRole('button', { name: 'Bewaar' }).click()
  await page.getByText('Bewaard: 1 wijziging.').waitFor()
  expect(await chosen(person(page, 6), /^Er/)).toBe(true)
})

describe('the pages of a trainer', () => {
  test.for(['narrow', 'desk'] as const)('have no fault that axe can find, %s', async (width, { visit }) => {
    const page = await visit('/lesgeven', { as: 'coordinator', width })
    expect(await problemsOn(page)).toEqual([])
    for (const path of ['/beheer/certificaten', '/beheer/certificaten?stand=review']) {
      await page.goto(path)
      expect([path, await problemsOn(page)]).toEqual([path, []])
    }
    await page.getByRole('row').getByRole('link').first().click()
    expect(await problemsOn(page)).toEqual([])
    await page.getByRole('button', { name: 'Trek in' }).click()
    await page.getByRole('alert').waitFor()
    expect(await problemsOn(page)).toEqual([])
    await page.goto('/beheer/uitvoeringen')
    const trainer = await visit('/lesgeven', { as: 'trainer', width })
    expect(await problemsOn(trainer)).toEqual([])
    const editions = await trainer.getByRole('region', { name: 'Mijn uitvoeringen' }).getByRole('link').all()
    const addresses = await Promise.all(editions.map((link) => link.getAttribute('href')))
    for (const address of addresses) {
      await trainer.goto(address ?? '')
      expect([address, await problemsOn(trainer)]).toEqual([address, []])
      await trainer.goto(`${address}/afronden`)
      expect([address, await problemsOn(trainer)]).toEqual([address, []])
    }
  })
})
