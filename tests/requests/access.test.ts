import { pathToFileURL } from 'node:url'
import type { ServerBuild } from '@remix-run/node'
import { beforeAll, describe, expect } from 'vitest'
import type { Db } from '#db/client.server.ts'
import { seedDemo } from '#db/seeds/demo/seed-demo.ts'
import { type TestPortal, test, type Visitor } from '#tests/support/portal.ts'
import { accessTable, type Role, roles } from './access-table.ts'

/**
 * Every route, for every role, in every form a request can take: the page itself, its data, its data asked of the one
 * route alone (which skips every guard that stands in a parent), and a form that is sent to it.
 */

type Route = { id: string; pattern: string; hasLoader: boolean; hasAction: boolean }

let routes: Route[]

beforeAll(async () => {
  const build: ServerBuild = await import(/* @vite-ignore */ pathToFileURL('build/server/index.js').href)
  const all = build.routes as Record<
    string,
    { id: string; path?: string; parentId?: string; module: { loader?: unknown; action?: unknown } }
  >
  const pathOf = (id: string | undefined): string =>
    id && id !== 'root' ? `${pathOf(all[id]?.parentId)}/${all[id]?.path ?? ''}`.replace(/\/+$/, '') : ''
  routes = Object.values(all)
    .filter((route) => route.id !== 'root')
    .map((route) => ({
      id: route.id,
      pattern: pathOf(route.id) || '/',
      hasLoader: route.module.loader !== undefined,
      hasAction: route.module.action !== undefined,
    }))
})

test('every route stands in the table, and nothing else does', () => {
  expect(Object.keys(accessTable).sort()).toEqual(routes.map(({ pattern }) => pattern).sort())
})

type Form = 'document' | 'data' | 'data of this route' | 'post' | 'post for data'

/** Whether the answer lets this role in. A redirect to the login page, 403 and 404 do not. */
async function isLetIn(response: Response): Promise<boolean> {
  if (response.status === 403 || response.status === 404) return false
  const to = response.headers.get('Location') ?? ''
  if (to.startsWith('/inloggen?verder=')) return false
  const body = await response.text()
  if (response.status === 202 && body.includes('"SingleFetchRedirect"'))
    return !body.includes('/inloggen?verder=')
  expect(response.status, 'no bugs').toBeLessThan(500)
  return true
}

function send(
  visitor: Visitor,
  form: Form,
  route: Route,
  path: string,
  fields = { onzin: '1' } as Record<string, string>,
): Promise<Response> {
  const data = path === '/' ? '/_root.data' : `${path}.data`
  if (form === 'document') return visitor.get(path)
  if (form === 'data') return visitor.get(data)
  if (form === 'data of this route') return visitor.get(`${data}?_routes=${encodeURIComponent(route.id)}`)
  if (form === 'post') return visitor.post(path, fields)
  return visitor.post(data, fields)
}

/** Somebody of this role, freshly logged in: a form may have logged the last one out. */
async function aVisitor(portal: TestPortal, db: Db, role: Role): Promise<Visitor> {
  if (role === 'visitor') return portal
  const { personId } = await db
    .selectFrom('emailAddress')
    .select('personId')
    .where('address', '=', `${role}@demo.test`)
    .executeTakeFirstOrThrow()
  return portal.as(personId)
}

describe.each<Form>(['document', 'data', 'data of this route', 'post', 'post for data'])(
  'asked as a %s',
  (form) => {
    const posts = form.startsWith('post')

    test('every route lets in who may, and nobody else', async ({ db, portal }) => {
      await seedDemo(db, { demoPassword: 'bijblijven-demo' })
      const wrong: string[] = []
      for (const route of routes) {
        const entry = accessTable[route.pattern]
        if (!entry || !(posts ? route.hasAction : route.hasLoader)) continue
        // A file is no page: it has no data of its own.
        if (form !== 'document' && !posts && entry.file) continue
        if (posts && entry.elsewhere) continue
        const may = posts ? (entry.send ?? entry.see) : entry.see
        for (const role of roles) {
          const visitor = await aVisitor(portal, db, role)
          const letIn = await isLetIn(await send(visitor, form, route, await entry.path(db), entry.form))
          const expected = may === 'everyone' || may.includes(role)
          if (letIn !== expected)
            wrong.push(`${role} is ${letIn ? 'let in' : 'kept out'} at ${route.pattern}`)
        }
      }
      expect(wrong).toEqual([])
    })
  },
)

/** Each field that a page shows, filled with what no field expects; and some that no page shows. */
const rubbish = [
  '-1',
  '999999999999999',
  '99999999999999999999999',
  "'; drop table person; --",
  '<script>alert(1)</script>',
  '\u{1F600}'.repeat(3000),
  '31-02-2026',
  '\u202Eabc',
]

describe('rubbish', () => {
  test('in any form is answered with a page, never with a bug, and leaves the portal alive', async ({
    db,
    portal,
  }) => {
    await seedDemo(db, { demoPassword: 'bijblijven-demo' })
    const bugs: string[] = []
    // All found beforehand: what is sent may do away with what a later address is about.
    const addresses = new Map<string, string>()
    for (const { pattern } of routes) {
      const entry = accessTable[pattern]
      if (entry) addresses.set(pattern, await entry.path(db))
    }
    for (const route of routes) {
      const entry = accessTable[route.pattern]
      if (!entry || !route.hasAction || entry.elsewhere) continue
      const may = entry.send ?? entry.see
      const role = may === 'everyone' ? 'docent' : may.at(-1)
      if (!role) continue
      const path = addresses.get(route.pattern) ?? ''
      for (const value of rubbish) {
        const visitor = await aVisitor(portal, db, role)
        const page = route.hasLoader ? await visitor.get(path) : undefined
        const names = [...((await page?.text()) ?? '').matchAll(/ name="([^"]+)"/g)].map(
          (match) => match[1] as string,
        )
        const fields = Object.fromEntries(names.map((name) => [name, value]))
        const answer = await visitor.post(path, { ...fields, onzin: value, 'a[0].b': value })
        if (answer.status >= 500) bugs.push(`${route.pattern} with ${value.slice(0, 30)}: ${answer.status}`)
      }
    }
    expect(bugs).toEqual([])
    expect((await portal.get('/health')).status).toBe(200)
  })

  test('in any address and filter does not exist, or is as if not there', async ({ db, portal }) => {
    await seedDemo(db, { demoPassword: 'bijblijven-demo' })
    const bugs: string[] = []
    const visitor = await aVisitor(portal, db, 'coordinator')
    for (const route of routes.filter(({ hasLoader }) => hasLoader)) {
      const entry = accessTable[route.pattern]
      if (!entry) continue
      for (const value of rubbish.map((text) => encodeURIComponent(text.slice(0, 200)))) {
        const names = [
          'zoek',
          'stand',
          'pagina',
          'vanaf',
          'soort',
          'profiel',
          'maand',
          'wie',
          'nummer',
          'rol',
          'module',
          'bedrijf',
          'lesuren',
          'stap',
        ]
        const query = names.map((name) => `${name}=${value}`).join('&')
        const strange = route.pattern.replace(/:[a-z]+/gi, value)
        for (const path of [`${await entry.path(db)}?${query}`, strange]) {
          const answer = await visitor.get(path)
          if (answer.status >= 500) bugs.push(`${path.slice(0, 120)}: ${answer.status}`)
        }
      }
    }
    expect(bugs).toEqual([])
  })
})
