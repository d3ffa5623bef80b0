import { request as rawRequest } from 'node:http'
import { sql } from 'kysely'
import { expect } from 'vitest'
import { startSession } from '#app/platform/authentication/session.server.ts'
import { aTeacher, theTestRegion } from '#tests/support/builders.ts'
import { test } from '#tests/support/portal.ts'

const sentence = async (response: Response) => /<p>([^<]*)<\/p>/.exec(await response.text())?.[1]

test('says that it lives, and when it can serve', async ({ portal, db }) => {
  expect((await portal.get('/health')).status).toBe(200)
  expect((await portal.get('/ready')).status).toBe(200)
  await sql`delete from migration where name = (select max(name) from migration)`.execute(db)
  expect((await portal.get('/ready')).status).toBe(503)
  expect((await portal.get('/health')).status).toBe(200)
})

test('every page comes with a policy, and a nonce that is never the same', async ({ portal, db }) => {
  await theTestRegion(db)
  const pages = await Promise.all([portal.get('/inloggen'), portal.get('/inloggen')])
  const policies = pages.map((page) => page.headers.get('Content-Security-Policy') ?? '')
  for (const policy of policies) {
    expect(policy).toContain("default-src 'self'")
    expect(policy).toContain("object-src 'none'")
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).not.toContain('unsafe')
  }
  expect(policies[0]).not.toBe(policies[1])
  expect(pages[0]?.headers.get('X-Content-Type-Options')).toBe('nosniff')
  expect(pages[0]?.headers.get('Referrer-Policy')).toBe('same-origin')
  expect(pages[0]?.headers.has('X-Powered-By')).toBe(false)
})

test.for([
  ['from another site', { Origin: 'https://evil.example' }],
  ['from nowhere', {}],
  ['from a page without an origin', { Origin: 'null' }],
  ['from a neighbour', { 'Sec-Fetch-Site': 'same-site' }],
  [
    'from another site that says it is ours',
    { 'X-Forwarded-Host': 'evil.example', Origin: 'http://evil.example' },
  ],
] as const)('a post %s is refused', async ([, headers], { portal, db }) => {
  await theTestRegion(db)
  for (const path of ['/inloggen', '/inloggen.data', '/inloggen.data?_routes=root']) {
    const response = await portal.fetch(path, {
      method: 'POST',
      headers,
      body: new URLSearchParams({ a: 'b' }),
    })
    expect(response.status, path).toBe(403)
    expect(await sentence(response)).toContain('niet van een pagina van deze site')
  }
})

test('a request for the data of one route by the old way is refused', async ({ portal }) => {
  expect((await portal.get('/inloggen?_data=root')).status).toBe(400)
  expect((await portal.get('/inloggen?%5Fdata=root')).status).toBe(400)
  expect((await portal.post('/inloggen?_data=root')).status).toBe(400)
})

test.for(['/%', '/%ff', '/aanbod/%00', '/aanbod?zoek=%00', '/%c0%ae'])(
  'an address that nobody can have meant (%s) is a 400',
  async (path, { portal }) => {
    const response = await portal.get(path)
    expect(response.status).toBe(400)
    expect(await sentence(response)).toContain('adres')
  },
)

test('a body of ten megabytes is refused with a sentence, whether or not it says its length', async ({
  portal,
}) => {
  const large = Buffer.alloc(10 * 1024 * 1024, 'a')
  const post = (body: BodyInit) =>
    portal.fetch('/inloggen', {
      method: 'POST',
      headers: { Origin: portal.origin },
      body,
      duplex: 'half',
    } as RequestInit)
  for (const body of [large, new Blob([large]).stream()]) {
    const response = await post(body)
    expect(response.status).toBe(413)
    expect(await sentence(response)).toContain('te groot')
  }
  expect((await portal.get('/health')).status).toBe(200)
})

/** Both were minutes of one process, or its end, for one megabyte from anybody. */
test.for([
  ['of which one field comes thousands of times', 'address=&'.repeat(5_000)],
  ['that asks for an endless list', 'address%5B4294967294%5D=x'],
  ['that is nested without end', `a${'.a'.repeat(50_000)}=x`],
  ['with more fields than any page has', Array.from({ length: 20_000 }, (_, at) => `f${at}=`).join('&')],
] as const)('a form %s is refused before it is read', async ([, body], { portal, db }) => {
  await theTestRegion(db)
  const started = performance.now()
  const response = await portal.fetch('/inloggen', {
    method: 'POST',
    headers: { Origin: portal.origin, 'Content-Type': 'application/x-www-form-urlencoded' },
    body,
  })
  expect(response.status).toBe(400)
  expect(performance.now() - started).toBeLessThan(2_000)
})

test('a large body is for who is logged in; any cookie is no login', async ({ portal, db }) => {
  await theTestRegion(db)
  const upload = () => {
    const form = new FormData()
    form.append('file', new Blob([Buffer.alloc(3 * 1024 * 1024, 'a')]), 'groot.pdf')
    return form
  }
  const path = '/lesgeven/uitvoeringen/1'
  expect((await portal.post(path, upload())).status).toBe(413)
  for (const cookie of ['melding=x', 'bijblijven=iets', 'bijblijven=']) {
    expect((await portal.post(path, upload(), { Cookie: cookie })).status, cookie).toBe(413)
  }
  const teacher = await portal.as((await aTeacher(db)).personId)
  expect((await teacher.post(path, upload())).status).toBe(403)
})

test('a photo of a paper comes in where one keeps papers, and nothing larger', async ({ portal, db }) => {
  await theTestRegion(db)
  const upload = (megabytes: number) => {
    const form = new FormData()
    form.append('scan', new Blob([Buffer.alloc(megabytes * 1024 * 1024, 'a')]), 'foto.jpg')
    return form
  }
  const teacher = await portal.as((await aTeacher(db)).personId)
  for (const path of ['/mijn/dossier/nieuw', '/mijn/dossier/nieuw.data', '/mijn/uren/nieuw']) {
    expect((await portal.post(path, upload(5))).status, path).toBe(413)
    expect((await teacher.post(path, upload(5))).status, path).toBe(422)
    expect((await teacher.post(path, upload(17))).status, path).toBe(413)
  }
  expect((await teacher.post('/mijn/dossier/1/wijzigen', upload(5))).status).toBe(404)
  expect((await teacher.post('/mijn/account', upload(5))).status).toBe(413)
})

test('a cookie of somebody else on the domain closes nothing', async ({ portal, db }) => {
  await theTestRegion(db)
  const { personId } = await aTeacher(db)
  const session = (await startSession(db, new Request(portal.origin), personId)).split(';', 1)[0]
  for (const cookie of ['meting=%zz', 'melding=%ff', 'bijblijven=%zz', ';;=;', 'bijblijven']) {
    expect((await portal.get('/inloggen', { Cookie: cookie })).status, cookie).toBe(200)
  }
  expect((await portal.get('/mijn', { Cookie: `meting=%zz; ${session}` })).status).toBe(200)
})

test('a page behind a mailed link is kept by nobody', async ({ portal, db }) => {
  await theTestRegion(db)
  expect((await portal.get(`/inloggen/${'a'.repeat(43)}`)).headers.get('Cache-Control')).toBe(
    'private, no-store',
  )
  expect((await portal.get('/contact')).headers.get('Cache-Control')).toBe('no-cache')
})

test('a form with a zero byte is refused', async ({ portal }) => {
  expect((await portal.post('/inloggen', { email: 'a\0b' })).status).toBe(400)
})

test('a connection that closes halfway a post leaves the portal alive', async ({ portal }) => {
  await new Promise<void>((resolve) => {
    const req = rawRequest(`${portal.origin}/inloggen`, {
      method: 'POST',
      headers: {
        Origin: portal.origin,
        'Content-Length': 1000,
        'Content-Type': 'application/x-www-form-urlencoded',
      },
    })
    req.on('error', () => resolve())
    req.write('email=someone')
    setTimeout(() => req.destroy(), 50)
  })
  expect((await portal.get('/health')).status).toBe(200)
})

test('a method that nothing answers to is refused', async ({ portal }) => {
  expect((await portal.fetch('/', { method: 'PROPFIND' })).status).toBe(405)
  expect((await portal.fetch('/', { method: 'OPTIONS' })).status).toBe(204)
})

test('what the build made is sent compressed and kept by browsers for good', async ({ portal, db }) => {
  await theTestRegion(db)
  const page = await (await portal.get('/')).text()
  const path = /href="(\/assets\/[^"]+\.css)"/.exec(page)?.[1] ?? 'no style sheet on the page'
  const asset = await portal.get(path, { 'Accept-Encoding': 'br' })
  expect(asset.headers.get('Content-Encoding')).toBe('br')
  expect(asset.headers.get('Cache-Control')).toContain('immutable')
  expect(asset.headers.get('Content-Type')).toContain('text/css')
  expect((await asset.text()).length).toBeGreaterThan(100)
  const again = await portal.get(path, { 'If-None-Match': asset.headers.get('ETag') ?? '' })
  expect(again.status).toBe(304)
})
