import lighthouse from 'lighthouse'
import { chromium } from 'playwright-core'
import { paths } from '#app/paths.ts'
import type { Db } from '#db/client.server.ts'
import { findChromium } from '#scripts/support/chromium.ts'
import { freePort } from './free-port.ts'
import { benchPages } from './pages.ts'

export type LighthouseScores = { page: string; accessibility: number; performance: number }[]

/** Lighthouse as for a phone, with its own simulated slow network and processor. Without Chromium it fails. */
export async function lighthouseScores(db: Db, url: string): Promise<LighthouseScores> {
  const executablePath = await findChromium()
  if (!executablePath)
    throw new Error('Lighthouse needs Chromium, which is not on this machine: npm test installs it.')
  const pages = (await benchPages(db)).filter(({ name }) => name !== 'roster of 200')
  pages.splice(3, 0, { name: 'log in', path: paths.login(), kind: 'visitor', headers: {} })
  const port = await freePort()
  const browser = await chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-background-networking', `--remote-debugging-port=${port}`],
  })
  try {
    const scores: LighthouseScores = []
    for (const { name, path, headers } of pages) {
      console.log(`Lighthouse: ${name} …`)
      const extraHeaders = headers.Cookie ? { Cookie: headers.Cookie } : undefined
      const result = await lighthouse(url + path, {
        port,
        onlyCategories: ['accessibility', 'performance'],
        extraHeaders,
        logLevel: 'silent',
      })
      const { categories, runtimeError } = result?.lhr ?? {}
      if (!categories || runtimeError) throw new Error(`Lighthouse: ${path}: ${runtimeError?.message}`)
      const score = (category: string) => Math.round((categories[category]?.score ?? 0) * 100)
      scores.push({
        page: name,
        accessibility: score('accessibility'),
        performance: score('performance'),
      })
    }
    return scores
  } finally {
    await browser.close()
  }
}
