import type { RouteConfigEntry } from '@remix-run/route-config'
import { expect, test } from 'vitest'
import routes from '#app/routes.ts'
import { notPages, portalPages } from '#tests/support/portal-pages.ts'

const patterns = (entries: RouteConfigEntry[], above = ''): string[] =>
  entries.flatMap(({ path, children = [] }) => {
    const own = [above, path].filter(Boolean).join('/')
    return [own || '/', ...patterns(children, own)]
  })

test('every address of the map is looked at in the browser, or is no page', async () => {
  const known = [...Object.keys(portalPages), ...notPages]
  expect(known.toSorted()).toEqual(patterns(await routes).toSorted())
})
