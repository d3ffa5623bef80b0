import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { type Browser, chromium, type Page } from 'playwright-core'
import { test as base, inject } from 'vitest'
import { findChromium } from '#scripts/support/chromium.ts'

/** A phone, a narrow phone, and a desk. */
export const widths = { phone: 390, narrow: 320, desk: 1280 } as const

export type DemoRole =
  | 'docent'
  | 'instructeur'
  | 'trainer'
  | 'teamleider'
  | 'bedrijf'
  | 'redacteur'
  | 'coordinator'
  | 'beheerder'

type Visit = {
  width?: keyof typeof widths
  /** False: as for somebody whose scripts do not arrive. */
  javaScript?: boolean
  /** Logs in as this account of the demo first. */
  as?: DemoRole
}

type Browsing = {
  browser: Browser
  /** Opens a page of the portal in a browser window of its own; closed after the test. */
  visit: (path: string, visit?: Visit) => Promise<Page>
}

export const test = base.extend<Browsing>({
  browser: [
    // biome-ignore lint/correctness/noEmptyPattern: vitest reads the names of the fixtures from this pattern.
    async ({}, use) => {
      const executablePath = await findChromium()
      if (!executablePath) throw new Error('No Chromium on this machine: npm test installs it.')
      const args = ['--no-sandbox', '--disable-background-networking']
      const browser = await chromium.launch({ executablePath, args })
      await use(browser)
      await browser.close()
    },
    { scope: 'file' },
  ],
  visit: async ({ browser }, use) => {
    const contexts: { close: () => Promise<void> }[] = []
    await use(async (path, { width = 'desk', javaScript = true, as } = {}) => {
      const context = await browser.newContext({
        baseURL: inject('portalUrl'),
        viewport: { width: widths[width], height: 844 },
        javaScriptEnabled: javaScript,
        locale: 'nl-NL',
        timezoneId: 'Europe/Amsterdam',
      })
      contexts.push(context)
      context.setDefaultTimeout(10_000)
      const page = await context.newPage()
      if (as) await logIn(page, as)
      await page.goto(path)
      return page
    })
    for (const context of contexts) await context.close()
  },
})

/** Logs in the ordinary way, with the account that the demo has for this role. */
export async function logIn(page: Page, role: DemoRole): Promise<void> {
  await page.goto('/inloggen')
  await page.getByLabel('E-mailadres').first().fill(`${role}@demo.test`)
  await page.getByLabel('Wachtwoord').fill('bijblijven-demo')
  await page.getByRole('button', { name: 'Inloggen', exact: true }).click()
  await page.waitForURL((url) => url.pathname !== '/inloggen')
}

let axe: Promise<string> | undefined

/**
 * What axe has against the page as it stands, by the rules of WCAG 2.2 AA: one sentence a finding.
 * axe is a script itself: it looks at nothing where scripts are off.
 */
export async function problemsOn(page: Page): Promise<string[]> {
  axe ??= readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
  await page.evaluate(await axe)
  return page.evaluate(async () => {
    const run = (globalThis as unknown as { axe: { run: (options: object) => Promise<AxeResult> } }).axe.run
    type AxeResult = { violations: { id: string; help: string; nodes: { target: string[] }[] }[] }
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
    const { violations } = await run({ runOnly: { type: 'tag', values: tags } })
    return violations.flatMap(({ id, help, nodes }) =>
      nodes.map(({ target }) => `${id} at ${target.join(' ')}: ${help}`),
    )
  })
}
