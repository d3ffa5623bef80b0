import { pathToFileURL } from 'node:url'
import type { ServerBuild } from '@remix-run/node'
import { matchRoutes } from '@remix-run/router'
import { expect, test } from 'vitest'
import { paths } from '#app/paths.ts'

/** Every address that links are made of leads to a page of its own, and not to the page that says it isn't there. */
test('app/paths.ts and app/routes.ts are one map', async () => {
  const build: ServerBuild = await import(/* @vite-ignore */ pathToFileURL('build/server/index.js').href)
  const routes = Object.values(build.routes)
    .filter((route) => route.id !== 'root')
    .map(({ id, path, index }) => (index ? { id, path, index } : { id, path }))
  const lost = Object.entries(paths).filter(([, make]) => {
    const address = (make as (...parts: unknown[]) => string)('1', 'csv')
    const id = matchRoutes(routes as never, address.split('?')[0] as string)?.at(-1)?.route.id
    return id === undefined || id.endsWith('not-found')
  })
  expect(lost.map(([name]) => name)).toEqual([])
})
