/**
 * Keeps the teaching pages of today on a trainer's device, so that they open without a network. It knows no page: what
 * to keep it is told by the pages themselves (`app/ui/enhance.js`). What a trainer marked is not kept here but by the
 * page, so a new version of this worker can take over at once.
 */
const store = 'lesgeven'
/** For so long a page may stand in for the server: a day of teaching. */
const keptForMs = 16 * 60 * 60 * 1000
/** After so long without an answer the network counts as gone. */
const patienceMs = 5_000
const mostPages = 40
const keptAt = 'X-Bewaard-Om'

self.addEventListener('install', (event) => event.waitUntil(self.skipWaiting()))
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()))

self.addEventListener('message', (event) => {
  if (event.data?.kind === 'keep') event.waitUntil(keepPages(event.data.pages))
})

/** Keeps pages with everything they load; what isn't there for this login any more is let go. */
async function keepPages(pages) {
  const cache = await caches.open(store)
  await forgetOld(cache)
  const seen = new Set()
  for (const page of pages.slice(0, mostPages)) {
    const answer = await ask(new Request(page, { redirect: 'manual' })).catch(() => undefined)
    if (answer?.ok) {
      await keepFiles(cache, await answer.clone().text(), seen)
      // Last: a page that is there is whole.
      await keep(cache, page, answer)
    } else if (answer) await cache.delete(page)
  }
}

/** Keeps the files that a page names, and those that these name: the fonts of a style, what a script fetches later. */
async function keepFiles(cache, text, seen) {
  for (const name of text.match(/\bassets\/[\w.-]+|\/favicon\.svg|\/teaching\.webmanifest/g) ?? []) {
    const file = name.startsWith('/') ? name : `/${name}`
    if (seen.has(file)) continue
    seen.add(file)
    if (!(await cache.match(file))) {
      const found = await fetch(file).catch(() => undefined)
      if (found?.ok) await keep(cache, file, found)
    }
    // The list of all routes names the whole portal.
    if (!/\.(?:css|js)$/.test(file) || file.startsWith('/assets/manifest-')) continue
    const kept = await cache.match(file)
    if (kept) await keepFiles(cache, await kept.text(), seen)
  }
}

async function keep(cache, request, answer) {
  const headers = new Headers(answer.headers)
  headers.set(keptAt, String(Date.now()))
  for (const name of ['Set-Cookie', 'Content-Encoding', 'Content-Length']) headers.delete(name)
  const body = await answer.clone().arrayBuffer()
  await cache.put(request, new Response(body, { status: 200, headers }))
}

async function forgetOld(cache) {
  for (const request of await cache.keys()) {
    const answer = await cache.match(request)
    if (answer && isOld(answer)) await cache.delete(request)
  }
}

const isOld = (answer) => Date.now() - Number(answer.headers.get(keptAt) ?? 0) > keptForMs

const ask = (request) => fetch(request, { signal: AbortSignal.timeout(patienceMs) })

self.addEventListener('fetch', (event) => {
  const { request } = event
  const url = new URL(request.url)
  if (request.method !== 'GET' || url.origin !== location.origin) return
  if (url.pathname.startsWith('/assets/')) event.respondWith(fromStoreFirst(request))
  else if (request.mode === 'navigate' || url.pathname.endsWith('/inchecken/stand')) {
    event.respondWith(fromNetworkFirst(request, url))
  }
})

/** A file with its content in its name is the same for ever. */
async function fromStoreFirst(request) {
  return (await caches.match(request, { ignoreVary: true })) ?? fetch(request)
}

/** The server's answer, whatever it says; without a server what was kept of that page today. */
async function fromNetworkFirst(request, url) {
  try {
    const answer = await (request.mode === 'navigate' ? fetch(request) : ask(request))
    if (answer.ok && url.pathname.endsWith('/inchecken/stand')) {
      await keep(await caches.open(store), url.pathname, answer)
    }
    return answer
  } catch (error) {
    const kept = await caches.match(url.pathname, { ignoreVary: true })
    if (!kept || isOld(kept)) {
      if (request.mode === 'navigate') return nothingKept()
      throw error
    }
    const headers = new Headers(kept.headers)
    headers.set('X-Bewaard', '1')
    return new Response(await kept.arrayBuffer(), { status: 200, headers })
  }
}

function nothingKept() {
  const words = `<!doctype html><html lang="nl"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Geen verbinding – Bijblijven</title><h1>Geen verbinding</h1>
<p>Deze bladzijde staat niet op dit toestel. Heb je weer internet? <a href="">Probeer het opnieuw</a>.</p>
<p>De bijeenkomsten van vandaag werken ook zonder internet: <a href="/lesgeven">naar Lesgeven</a>.</p></html>`
  return new Response(words, { headers: { 'Content-Type': 'text/html; charset=utf-8' } })
}
