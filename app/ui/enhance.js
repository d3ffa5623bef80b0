/**
 * Small conveniences for pages that are plain HTML. Everything works without this file; it is loaded on every page
 * and listens on the document, so that a page needs no script of its own.
 */

/** How long a form may take before it shows that it is busy, and before it may be sent again. */
const patience = 1_000
const giveUp = 15_000

/** @type {Set<HTMLFormElement>} Forms with something typed in them that was not sent. */
const changed = new Set()

/** @param {HTMLFormElement} form */
function release(form) {
  form.removeAttribute('aria-busy')
  form.querySelector('[data-waiting]')?.remove()
}

/** Shows, and says, that the answer is coming. @param {HTMLFormElement} form */
function showWaiting(form) {
  if (form.getAttribute('aria-busy') !== 'true') return
  const words = document.createElement('p')
  words.setAttribute('role', 'status')
  words.dataset.waiting = ''
  words.textContent = 'Even geduld, we zijn bezig…'
  form.append(words)
}

// A form is sent once. On the window: whatever a hydrated page does with its own forms has been done by then.
window.addEventListener('submit', (event) => {
  const form = event.target
  if (!(form instanceof HTMLFormElement) || event.defaultPrevented) return
  changed.delete(form)
  if (form.method !== 'post') return
  if (form.getAttribute('aria-busy') === 'true') return event.preventDefault()
  form.setAttribute('aria-busy', 'true')
  setTimeout(showWaiting, patience, form)
  // An answer that is a file leaves the page standing.
  setTimeout(release, giveUp, form)
})

// Back to a page that the browser kept: its forms may be sent again.
window.addEventListener('pageshow', (event) => {
  if (event.persisted) for (const form of document.querySelectorAll('form')) release(form)
})

/** @param {Element | null} except */
function closeMenus(except) {
  for (const menu of document.querySelectorAll('details[data-menu][open]')) {
    if (menu !== except) menu.removeAttribute('open')
  }
}

document.addEventListener('click', (event) => {
  closeMenus(event.target instanceof Element ? event.target.closest('details[data-menu]') : null)
})

document.addEventListener('keydown', (event) => {
  if (event.key !== 'Escape') return
  const open = document.activeElement?.closest('details[data-menu][open]')
  closeMenus(null)
  if (open) open.querySelector('summary')?.focus()
})

// Copies what stands in a field. Only where the browser lets a page do so: over https, or on one's own machine.
if (navigator.clipboard) {
  for (const button of document.querySelectorAll('button[data-copy]')) {
    if (!(button instanceof HTMLButtonElement)) continue
    const words = button.textContent
    button.hidden = false
    // Said as well as shown.
    button.setAttribute('aria-live', 'polite')
    button.addEventListener('click', async () => {
      const field = document.getElementById(button.dataset.copy ?? '')
      if (!(field instanceof HTMLInputElement)) return
      field.select()
      await navigator.clipboard.writeText(field.value)
      button.textContent = 'Gekopieerd'
      setTimeout(() => {
        button.textContent = words
      }, 3_000)
    })
  }
}

// Who has typed something is asked before it is lost.
document.addEventListener('input', (event) => {
  const form = event.target instanceof Element ? event.target.closest('form') : null
  if (form?.dataset.keep) changed.add(form)
})

window.addEventListener('beforeunload', (event) => {
  if (changed.size > 0) event.preventDefault()
})

// A term proposes its last day, until somebody types another.
document.addEventListener('change', (event) => {
  const first = event.target
  if (!(first instanceof HTMLInputElement) || !first.form) return
  const last = first.form.querySelector(`input[data-after="${CSS.escape(first.id)}"]`)
  const typed = /^\s*(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})\s*$/.exec(first.value)
  if (!(last instanceof HTMLInputElement) || !typed) return
  if (last.value !== '' && last.value !== last.dataset.proposal) return
  const [day = 0, month = 0, year = 0] = typed.slice(1).map(Number)
  // 31-2 is no day: what it would come to is no proposal.
  if (month < 1 || month > 12 || day < 1 || day > new Date(Date.UTC(year, month, 0)).getUTCDate()) return
  const months = month - 1 + Number(last.dataset.months)
  const lastOfMonth = new Date(Date.UTC(year, months + 1, 0))
  const date = Math.min(day, lastOfMonth.getUTCDate())
  last.value = `${date}-${lastOfMonth.getUTCMonth() + 1}-${lastOfMonth.getUTCFullYear()}`
  last.dataset.proposal = last.value
})

// Whoever goes to a proposed day types over it.
document.addEventListener('focusin', (event) => {
  const field = event.target
  if (field instanceof HTMLInputElement && field.value !== '' && field.value === field.dataset.proposal)
    field.select()
})

// Filters show at once what is chosen, and the choice keeps its place under the finger.
const placeKey = 'filter-place'

document.addEventListener('change', (event) => {
  const control = event.target
  if (!(control instanceof HTMLSelectElement || control instanceof HTMLInputElement)) return
  if (!control.form?.dataset.autoSubmit) return
  if (control instanceof HTMLInputElement && !['checkbox', 'radio'].includes(control.type)) return
  sessionStorage.setItem(placeKey, JSON.stringify([location.pathname, control.id, scrollY]))
  control.form.requestSubmit()
})

const place = sessionStorage.getItem(placeKey)
if (place) {
  sessionStorage.removeItem(placeKey)
  const [path, id, top] = JSON.parse(place)
  if (path === location.pathname) {
    document.getElementById(id)?.focus({ preventScroll: true })
    scrollTo({ top, behavior: 'instant' })
  }
}

// A form that came back with something to mend: begin there. What was typed is still not saved.
const summary = document.querySelector('[data-error-summary]')
if (summary instanceof HTMLElement) {
  summary.focus()
  const form = summary.closest('form')
  if (form?.dataset.keep) changed.add(form)
}

// Who was away too long is sent to the login page by the form they send: what they typed waits here until they are back.
const draftKey = 'draft'

/** What can be typed or chosen, and may be kept: no passwords, no files. @param {HTMLFormElement} form */
const controlsOf = (form) =>
  [...form.elements].filter(
    /** @returns {control is HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement} */
    (control) =>
      control instanceof HTMLTextAreaElement ||
      control instanceof HTMLSelectElement ||
      (control instanceof HTMLInputElement && !['hidden', 'password', 'file'].includes(control.type)),
  )

/** @param {HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement} control */
const isTick = (control) =>
  control instanceof HTMLInputElement && ['checkbox', 'radio'].includes(control.type)

window.addEventListener('submit', ({ target: form, defaultPrevented }) => {
  if (defaultPrevented || !(form instanceof HTMLFormElement) || form.method !== 'post') return
  if (form.querySelector('[type=password]')) return
  const values = controlsOf(form).map((control) =>
    isTick(control) ? /** @type {HTMLInputElement} */ (control).checked : control.value,
  )
  const index = [...document.forms].indexOf(form)
  sessionStorage.setItem(draftKey, JSON.stringify({ path: location.pathname, index, values, away: false }))
})

const draft = JSON.parse(sessionStorage.getItem(draftKey) ?? 'null')
if (draft && location.pathname.startsWith('/inloggen')) {
  sessionStorage.setItem(draftKey, JSON.stringify({ ...draft, away: true }))
} else if (draft) {
  sessionStorage.removeItem(draftKey)
  const form = draft.away && draft.path === location.pathname ? document.forms[draft.index] : undefined
  if (form) {
    for (const [at, control] of controlsOf(form).entries()) {
      if (isTick(control)) /** @type {HTMLInputElement} */ (control).checked = draft.values[at] === true
      else if (typeof draft.values[at] === 'string') control.value = draft.values[at]
    }
    if (form.dataset.keep) changed.add(form)
  }
}

// Teaching pages also open without a network: a worker keeps those of today on this device, for who is logged in now.
const keptPages = 'lesgeven'
const keptFor = 'lesgeven-van'
const person = document.documentElement.dataset.person ?? ''
const teaches = /^\/lesgeven(?:\/|$)/.test(location.pathname)

/** Lets go of what was kept for somebody else, and of everything when nobody is logged in. */
async function keepTeachingPages() {
  // A page that the worker itself kept says who was logged in then, which is no news.
  if (!navigator.onLine) return
  if ((localStorage.getItem(keptFor) ?? '') !== person) {
    await caches.delete(keptPages)
    localStorage.setItem(keptFor, person)
  }
  // The development server changes its files under the worker.
  if (!teaches || !person || !new URL(import.meta.url).pathname.startsWith('/assets/')) return
  await navigator.serviceWorker.register('/teaching-worker.js', { scope: '/lesgeven' })
  const { active } = await navigator.serviceWorker.ready
  const links = [...document.querySelectorAll('main a[href]')].map((link) => link.getAttribute('href') ?? '')
  const pages = links.filter((href) => /^\/lesgeven\/bijeenkomsten\/\d+\/(?:presentie|inchecken)$/.test(href))
  active?.postMessage({ kind: 'keep', pages: [...new Set(['/lesgeven', location.pathname, ...pages])] })
}
if ('serviceWorker' in navigator && 'caches' in window) keepTeachingPages().catch(() => {})

// A page to work by keeps the screen awake while it is in sight, where the browser can.
if (navigator.wakeLock && document.querySelector('[data-keep-awake]')) {
  const keepAwake = () => {
    if (document.visibilityState === 'visible') navigator.wakeLock.request('screen').catch(() => {})
  }
  document.addEventListener('visibilitychange', keepAwake)
  keepAwake()
}
