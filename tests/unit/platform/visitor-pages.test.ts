import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { test as base, expect } from 'vitest'
import { visitorPages } from '#app/platform/http/visitor-pages.server.ts'

/** A server whose every page is made by `make`, unless it is kept. */
const test = base.extend<{ site: ReturnType<typeof makeSite> }>({
  // biome-ignore lint/correctness/noEmptyPattern: vitest reads the names of the fixtures from this pattern.
  site: async ({}, use) => {
    const site = makeSite()
    await new Promise<void>((resolve) => site.server.listen(0, '127.0.0.1', resolve))
    await use(site)
    site.server.closeAllConnections()
    site.server.close()
  },
})

function makeSite() {
  const state = {
    made: 0,
    clock: 0,
    isFresh: true,
    make: async () => `<p>${'a page '.repeat(300)}${state.made}</p>`,
  }
  const pages = visitorPages({ secure: true, isFresh: () => state.isFresh, now: () => state.clock })
  const server = createServer(async (req, res) => {
    if (pages.answer(req, res)) return
    state.made++
    const madeAt = pages.generation()
    const page = Buffer.from(await state.make())
    pages.keep(req, page, 'text/html; charset=utf-8', 'the-nonce', madeAt)
    res.end(page)
  })
  const get = (path: string, headers: HeadersInit = {}) =>
    fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`, { headers })
  return Object.assign(state, { pages, server, get })
}

test('a page is made once, until something changes', async ({ site }) => {
  const first = await (await site.get('/aanbod')).text()
  expect(await (await site.get('/aanbod')).text()).toBe(first)
  expect(site.made).toBe(1)
  site.pages.forget()
  await site.get('/aanbod')
  expect(site.made).toBe(2)
})

test('a kept page has a policy without a nonce, and says when it is still the same', async ({ site }) => {
  await site.get('/')
  const kept = await site.get('/')
  expect(kept.headers.get('Content-Security-Policy')).toContain("script-src 'self';")
  expect(kept.headers.get('Strict-Transport-Security')).toContain('max-age')
  expect(kept.headers.get('Content-Type')).toBe('text/html; charset=utf-8')
  const again = await site.get('/', { 'If-None-Match': kept.headers.get('ETag') ?? '' })
  expect(again.status).toBe(304)
})

test.for(['br', 'gzip'])('a kept page is sent as %s to who takes that', async (encoding, { site }) => {
  const plain = await (await site.get('/')).text()
  const compressed = await site.get('/', { 'Accept-Encoding': encoding })
  expect(compressed.headers.get('Content-Encoding')).toBe(encoding)
  expect(Number(compressed.headers.get('Content-Length'))).toBeLessThan(plain.length)
  expect(await compressed.text()).toBe(plain)
})

test('the order of the query says nothing, and what is asked does', async ({ site }) => {
  await site.get('/aanbod?profiel=BWI&zoek=las')
  await site.get('/aanbod?zoek=las&profiel=BWI')
  expect(site.made).toBe(1)
  await site.get('/aanbod?zoek=las&profiel=PIE')
  expect(site.made).toBe(2)
})

test('who brings a cookie gets a page of their own, and leaves none behind', async ({ site }) => {
  await site.get('/', { Cookie: 'bijblijven=1' })
  expect(site.pages.size()).toBe(0)
  await site.get('/')
  await site.get('/', { Cookie: 'melding=1' })
  expect(site.made).toBe(3)
})

test('a page whose data changed while it was made is not kept', async ({ site }) => {
  site.make = async () => {
    site.pages.forget()
    return 'made of what was'
  }
  await site.get('/')
  expect(site.pages.size()).toBe(0)
})

test('nothing is kept or served while changes are not heard', async ({ site }) => {
  await site.get('/')
  site.isFresh = false
  await site.get('/')
  await site.get('/')
  expect(site.made).toBe(3)
})

test('a page with the nonce of its response in it is not kept', async ({ site }) => {
  site.make = async () => '<script nonce="the-nonce"></script>'
  await site.get('/')
  expect(site.pages.size()).toBe(0)
})

test('after a minute a page is made anew, because of the clock', async ({ site }) => {
  await site.get('/')
  site.clock = 59_000
  await site.get('/')
  expect(site.made).toBe(1)
  site.clock = 61_000
  await site.get('/')
  expect(site.made).toBe(2)
})

test('there is an end to how many pages are kept', async ({ site }) => {
  for (let i = 0; i < 510; i++) await site.get(`/aanbod?bladzijde=${i}`)
  expect(site.pages.size()).toBe(500)
  await site.get('/aanbod?bladzijde=509')
  expect(site.made).toBe(510)
  await site.get('/aanbod?bladzijde=0')
  expect(site.made).toBe(511)
})
