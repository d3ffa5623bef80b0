import type { Page } from 'playwright-core'
import { describe, expect } from 'vitest'
import { problemsOn, test, widths } from './browser.ts'
import { type PageView, portalPages } from './portal-pages.ts'

/**
 * Looks at every page whose address passes: narrow and wide, light and dark, in each of its states. axe has nothing
 * against it, nothing scrolls sideways, and its console is quiet.
 */
export function lookAtPages(mine: (pattern: string) => boolean): void {
  for (const [pattern, views] of Object.entries(portalPages)) {
    if (!mine(pattern)) continue
    describe(`/${pattern.replace(/^\//, '')}`, () => {
      for (const view of views) {
        test(nameOf(view), async ({ visit, db }) => {
          const address = typeof view.at === 'string' ? view.at : await view.at(db)
          const page = await visit('/robots.txt', { width: 'narrow', as: view.as })
          await page.emulateMedia({ reducedMotion: 'reduce', colorScheme: 'light' })
          const answer = await page.goto(address)
          expect(answer?.status(), address).toBe(view.status ?? 200)
          await view.first?.(page)
          expect(await findings(page), page.url()).toEqual([])
        })
      }
    })
  }
}

const nameOf = ({ when, as }: PageView) => `${when ?? 'is in order'}${as ? `, for the ${as}` : ''}`

async function findings(page: Page): Promise<string[]> {
  const found: string[] = []
  for (const width of ['narrow', 'desk'] as const) {
    await page.setViewportSize({ width: widths[width], height: 844 })
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      const problems = await problemsOn(page, { onlyColours: colorScheme === 'dark' })
      found.push(...problems.map((problem) => `${width}, ${colorScheme}: ${problem}`))
    }
    const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
    if (over > 0) found.push(`${width}: ${over} pixels wider than the screen`)
  }
  return found
}
