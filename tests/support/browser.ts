import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { test as base, expect, inject } from 'vitest'
import { startSession } from '#app/platform/authentication/session.server.ts'
import { connect, type Db } from '#db/client.server.ts'
import { findChromium } from '#scripts/support/chromium.ts'
import { type Line, layLine } from './line.ts'

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
  /** Comes logged in: as this account of the demo, or as this person. */
  as?: DemoRole | number
  /** By a line of its own, which can be cut. */
  by?: Line
}

type Browsing = {
  browser: Browser
  /** The database of the portal, shared by all stories: for what a story needs to have happened before it begins. */
  db: Db
  /**
   * Opens a page of the portal in a browser window of its own, closed after the test. Whatever its console complains of,
   * fails the test: an error in a script, or something that the content security policy refused.
   */
  visit: (path: string, visit?: Visit) => Promise<Page>
  /** A line to the portal for one test, mended or not at its end. */
  line: Line
}

export const test = base.extend<Browsing>({
  browser: [
    // biome-ignore lint/correctness/noEmptyPattern: vitest reads the names of the fixtures from this pattern.
    async ({}, use) => {
      const browser = await launch()
      await use(browser)
      await soon(browser.close())
    },
    { scope: 'file' },
  ],
  db: [
    // biome-ignore lint/correctness/noEmptyPattern: as above.
    async ({}, use) => {
      const { db } = connect(inject('portalDatabase'), { max: 4 })
      await use(db)
      await db.destroy()
    },
    { scope: 'file' },
  ],
  visit: async ({ browser, db }, use) => {
    const contexts: BrowserContext[] = []
    const complaints: string[] = []
    await use(async (path, { width = 'desk', javaScript = true, as, by } = {}) => {
      const context = await browser.newContext({
        baseURL: by?.url ?? inject('portalUrl'),
        viewport: { width: widths[width], height: 844 },
        javaScriptEnabled: javaScript,
        locale: 'nl-NL',
        timezoneId: 'Europe/Amsterdam',
      })
      contexts.push(context)
      context.setDefaultTimeout(10_000)
      context.on('weberror', (error) => {
        const { message } = error.error()
        // A page that comes without our stylesheet (a faked one) has no transition to take part in; that is no fault.
        if (!message.startsWith('Transition was ')) complaints.push(message)
      })
      context.on('console', (message) => {
        if (message.type() === 'error' && !isAnswer(message.text())) complaints.push(message.text())
      })
      if (as) await context.addCookies([await loginCookie(db, as)])
      const page = await context.newPage()
      await page.goto(path)
      return page
    })
    // What a page says while its window is being closed is not about the page.
    const heard = [...complaints]
    for (const context of contexts) await soon(context.close())
    expect(heard).toEqual([])
  },
  // biome-ignore lint/correctness/noEmptyPattern: as above.
  line: async ({}, use) => {
    const line = await layLine(inject('portalUrl'))
    await use(line)
    await line.cut()
  },
})

/** Starts the browser, with flags of its own where a story needs them. */
export async function launch(flags: string[] = []): Promise<Browser> {
  const executablePath = await findChromium()
  if (!executablePath) throw new Error('No Chromium on this machine: npm test installs it.')
  const args = ['--no-sandbox', '--disable-background-networking', ...flags]
  return chromium.launch({ executablePath, args })
}

/** A page that says 404 or 422, or that cannot be reached, is no error in the page: the browser only reports the answer. */
const isAnswer = (text: string) =>
  /^Failed to load resource: (the server responded with a status of 4(03|04|10|22)|net::ERR_(INTERNET_DISCONNECTED|FAILED|EMPTY_RESPONSE|CONNECTION_(REFUSED|RESET|CLOSED)))/.test(
    text,
  )

/** A window that does not want to close is left behind: it ends with this process, and the next story need not wait. */
const soon = (closing: Promise<void>) =>
  Promise.race([closing, new Promise<void>((done) => setTimeout(done, 10_000).unref())])

/** A login as the portal itself makes one; that the form makes one too is a story of its own. */
export async function loginCookie(db: Db, who: DemoRole | number) {
  const url = inject('portalUrl')
  const personId = typeof who === 'number' ? who : await personCalled(db, `${who}@demo.test`)
  const [name, value] = (await startSession(db, new Request(url), personId)).split(';', 1)[0]!.split('=')
  return { name: name!, value: value!, url, httpOnly: true, sameSite: 'Lax' as const }
}

export async function personCalled(db: Db, address: string): Promise<number> {
  const query = db.selectFrom('emailAddress').select('personId').where('address', '=', address)
  return (await query.executeTakeFirstOrThrow()).personId
}

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
 * What axe has against the page as it stands, by the rules of WCAG 2.2 AA and good practice: one sentence a finding.
 * With `onlyColours` it looks at contrast alone, which is all that differs between the light and the dark scheme.
 * axe is a script itself: it looks at nothing where scripts are off.
 */
export async function problemsOn(page: Page, { onlyColours = false } = {}): Promise<string[]> {
  axe ??= readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(await axe)
  return page.evaluate(async (onlyColours) => {
    const run = (globalThis as unknown as { axe: { run: (options: object) => Promise<AxeResult> } }).axe.run
    type AxeResult = { violations: { id: string; help: string; nodes: { target: string[] }[] }[] }
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
    const runOnly = onlyColours ? { type: 'rule', values: ['color-contrast'] } : { type: 'tag', values: tags }
    const { violations } = await run({ runOnly, resultTypes: ['violations'] })
    return violations.flatMap(({ id, help, nodes }) =>
      nodes.map(({ target }) => `${id} at ${target.join(' ')}: ${help}`),
    )
  }, onlyColours)
}
