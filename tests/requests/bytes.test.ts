import { existsSync, readFileSync, statSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import type { ServerBuild } from '@remix-run/node'
import { describe, expect } from 'vitest'
import { theTestRegion } from '#tests/support/builders.ts'
import { test } from '#tests/support/portal.ts'

/** What pages make a browser fetch and run, as built. */

const kilobyte = 1000
const fileOf = (address: string) => `build/client${address}`

async function readBuild(): Promise<ServerBuild> {
  return import(/* @vite-ignore */ pathToFileURL('build/server/index.js').href)
}

/** Every script of a page that is hydrated: its own, those of the frame around it, and all that these import. */
function scriptsOf(build: ServerBuild, id: string): string[] {
  const { entry, routes } = build.assets
  const parts = [entry, ...[routes.root, routes[id]].filter((route) => route !== undefined)]
  return [...new Set(parts.flatMap(({ module, imports = [] }) => [module, ...imports]))]
}

const hydratedRoutes = ({ routes }: ServerBuild) =>
  Object.values(routes).filter((route) => {
    const handle = route?.module.handle as { hydrated?: boolean } | undefined
    return handle?.hydrated
  })

describe('visitors’ pages', () => {
  test.for([
    '/',
    '/programma',
    '/aanbod',
    '/aanbod/maand',
    '/contact',
    '/privacy',
    '/inloggen',
    '/zomaar-iets',
  ])('%s is not hydrated and ships less than 20 kB of script', async (path, { db, portal }) => {
    await theTestRegion(db)
    const html = await (await portal.get(path)).text()
    expect(html).not.toMatch(/__remixContext|modulepreload/)
    const inline = [...html.matchAll(/<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/g)]
    const files = [...html.matchAll(/<script[^>]*\ssrc="([^"]+)"/g)].map(([, address = '']) => address)
    const fetched = files.reduce((total, address) => total + statSync(fileOf(address)).size, 0)
    const written = inline.reduce((total, [, script = '']) => total + script.length, 0)
    expect(fetched + written).toBeLessThan(20 * kilobyte)
  })
})

describe('hydrated pages', () => {
  test('each ships less than 110 kB of script, compressed with brotli', async () => {
    const build = await readBuild()
    const hydrated = hydratedRoutes(build)
    expect(hydrated.length).toBeGreaterThan(0)
    for (const route of hydrated) {
      const sizes = scriptsOf(build, route?.id ?? '').map((address) => {
        const compressed = `${fileOf(address)}.br`
        return statSync(existsSync(compressed) ? compressed : fileOf(address)).size
      })
      const total = sizes.reduce((sum, size) => sum + size, 0)
      expect([route?.id, total < 110 * kilobyte]).toEqual([route?.id, true])
    }
  })

  test('none of them carries zod', async () => {
    const build = await readBuild()
    for (const address of hydratedRoutes(build).flatMap((route) => scriptsOf(build, route?.id ?? ''))) {
      expect(readFileSync(fileOf(address), 'utf8')).not.toMatch(/ZodError|\$ZodType|_zod\b/)
    }
  })
})
