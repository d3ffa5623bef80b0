import lighthouse from 'lighthouse'
import { chromium } from 'playwright-core'
import { paths } from '#app/paths.ts'
import { ensureChromium } from '#scripts/support/chromium.ts'
import { freePort } from './free-port.ts'
import type { BenchPage } from './pages.ts'

export type LighthouseScores = { page: string; accessibility: number; performance: number }[]

const looked = ['home', 'catalogue, search', 'an offering', '/mijn']

/** Lighthouse as for a phone, with its own simulated slow network and processor. */
export async function lighthouseScores(all: readonly BenchPage[], url: string): Promise<LighthouseScores> {
  const executablePath = await ensureChromium()
  const pages = all.filter(({ name }) => looked.includes(name))
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
      const categories = await categoriesOf(url + path, port, extraHeaders)
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

/** Tried three times: on a busy machine Chromium loses track of a page now and then, and Lighthouse says so. */
async function categoriesOf(address: string, port: number, extraHeaders: Record<string, string> | undefined) {
  let problem = ''
  for (let attempt = 0; attempt < 3; attempt++) {
    const onlyCategories = ['accessibility', 'performance']
    const result = await lighthouse(address, { port, onlyCategories, extraHeaders, logLevel: 'silent' })
    const { categories, runtimeError, finalDisplayedUrl } = result?.lhr ?? {}
    if (categories && !runtimeError && finalDisplayedUrl === address) return categories
    problem = runtimeError?.message ?? `it came to ${finalDisplayedUrl}`
  }
  throw new Error(`Lighthouse could not measure ${address}: ${problem}`)
}
