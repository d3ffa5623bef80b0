import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { stepAt } from '#app/features/check-in/check-in.ts'
import { codeOfStep } from '#app/features/check-in/check-in-code.server.ts'
import { secretOf } from '#app/features/check-in/check-in-secret.server.ts'
import { checkInLink } from '#app/features/enrolment/check-in-link.server.ts'
import type { Db } from '#db/client.server.ts'
import { loginCookie, test } from '#tests/support/browser.ts'
import { aCourse, type Course, recorded } from '#tests/support/story.ts'

const doorOf = ({ meetingId }: Course) => `/lesgeven/bijeenkomsten/${meetingId}/inchecken`
const codeNow = async (db: Db, { meetingId }: Course) =>
  codeOfStep(await secretOf(db, meetingId), stepAt(Date.now()))
const letters = (page: Page) => page.getByText(/^[B-Z]{3} [B-Z]{3}$/)

const isKept = (page: Page, path: string) =>
  page.evaluate(async (path) => (await caches.match(path)) !== undefined, path)
/** The worker is told what to keep once a page has loaded, and takes a moment. */
async function untilKept(page: Page, ...paths: string[]): Promise<void> {
  for (const path of paths) await expect.poll(() => isKept(page, path), { timeout: 15_000 }).toBe(true)
}
const untilGone = (page: Page, path: string) => expect.poll(() => isKept(page, path)).toBe(false)

test('with the network cut the trainer goes on checking in, also after opening the page again, and nothing is lost', async ({
  visit,
  db,
  line,
}) => {
  const course = await aCourse(db, { people: 3, startsInHours: -0.1 })
  const [anna, bert, carla] = course.people
  const page = await visit('/lesgeven', { width: 'phone', as: course.trainer.id, by: line })
  await untilKept(page, '/lesgeven', course.rosterPage, doorOf(course))
  await page.context().setOffline(true)
  // What a page sends while it is being left slips through Chromium's own cutting of the network.
  await line.cut()

  // The telephone was in a pocket: the page is opened from nothing.
  await page.goto(doorOf(course))
  await page.getByText('geen verbinding; de code en je vinkjes werken door').waitFor()
  const shown = (await letters(page).textContent())?.replace(' ', '')
  const secret = await secretOf(db, course.meetingId)
  const around = [-1, 0, 1].map((step) => codeOfStep(secret, stepAt(Date.now()) + step))
  expect(around).toContain(shown)
  await page.getByRole('button', { name: `${anna!.name} is er` }).click()
  await page.getByText('0 van 3').waitFor({ state: 'detached' })

  await page.reload()
  await page.getByText('nog niet verzonden').first().waitFor()
  await page.getByRole('button', { name: `${bert!.name} is er` }).click()
  await page.getByText('2 van 3').waitFor()
  await page.goto(course.rosterPage)
  await page.getByText('nog niet verzonden (2)').waitFor()
  expect(await recorded(db, course)).toEqual([null, null, null])

  await line.mend()
  await page.context().setOffline(false)
  await page.getByText('alles is bewaard').waitFor({ timeout: 30_000 })
  expect(await recorded(db, course)).toEqual(['present', 'present', null])
  const changes = await db
    .selectFrom('attendanceChange')
    .select('enrolmentId')
    .where('meetingId', '=', course.meetingId)
    .execute()
  expect(changes).toHaveLength(2)
  expect(changes.map(({ enrolmentId }) => enrolmentId)).not.toContain(carla!.enrolmentId)
})

test('the teaching pages can be installed, and the others have nothing of it', async ({ visit, db }) => {
  const course = await aCourse(db, { startsInHours: -0.1 })
  const page = await visit('/lesgeven', { width: 'phone', as: course.trainer.id })
  await untilKept(page, '/lesgeven')
  const devtools = await page.context().newCDPSession(page)
  const { installabilityErrors } = await devtools.send('Page.getInstallabilityErrors')
  // A private window, which every story has, is all that the browser has against it.
  expect(installabilityErrors.map(({ errorId }) => errorId)).toEqual(['in-incognito'])
  await page.goto('/mijn')
  expect(await page.locator('link[rel=manifest]').count()).toBe(0)
  expect(await page.evaluate(() => navigator.serviceWorker.controller)).toBeNull()
})

test('a new version of the worker takes over at once, and what was not sent is not lost', async ({
  visit,
  db,
  line,
}) => {
  const course = await aCourse(db, { people: 2, startsInHours: -0.1 })
  const [anna] = course.people
  const page = await visit('/lesgeven', { width: 'phone', as: course.trainer.id, by: line })
  await untilKept(page, doorOf(course))
  await page.goto(doorOf(course))
  await letters(page).waitFor()
  // Sending fails, and nothing else does: as when a new version is being put in place.
  await page.context().route('**/merken', (route) => route.abort('internetdisconnected'))
  await page.getByRole('button', { name: `${anna!.name} is er` }).click()
  await page.getByText('nog niet verzonden (1)').waitFor()
  await page.evaluate(() =>
    navigator.serviceWorker.register('/teaching-worker.js?nieuw', { scope: '/lesgeven' }),
  )
  const inCharge = () => page.evaluate(() => navigator.serviceWorker.controller?.scriptURL ?? '')
  await expect.poll(inCharge).toMatch(/\?nieuw$/)
  await page.getByText('nog niet verzonden (1)').waitFor()
  await page.context().unroute('**/merken')
  await page.reload()
  await expect.poll(() => recorded(db, course), { timeout: 30_000 }).toEqual(['present', null])
})

test('what was kept is gone when somebody else comes, and when nobody is logged in', async ({
  visit,
  db,
}) => {
  const course = await aCourse(db, { people: 1, startsInHours: -0.1 })
  const page = await visit('/lesgeven', { width: 'phone', as: course.trainer.id })
  await untilKept(page, doorOf(course))
  await page.context().addCookies([await loginCookie(db, 'docent')])
  await page.goto('/mijn')
  await untilGone(page, doorOf(course))
  await page.context().addCookies([await loginCookie(db, course.trainer.id)])
  await page.goto('/lesgeven')
  await untilKept(page, doorOf(course))
  await page.context().clearCookies()
  await page.goto('/aanbod')
  await untilGone(page, doorOf(course))
  await page.context().setOffline(true)
  await page.goto(doorOf(course))
  await page.getByRole('heading', { name: 'Geen verbinding' }).waitFor()
})

test('a participant checks in by login, another by the personal link, and the trainer sees both', async ({
  visit,
  db,
}) => {
  const course = await aCourse(db, { people: 3, startsInHours: -0.1 })
  const [anna, bert] = course.people
  const trainer = await visit(doorOf(course), { as: course.trainer.id })
  await trainer.getByText('0 van 3').waitFor()

  const scanned = `/inchecken/${course.meetingId}?code=${await codeNow(db, course)}`
  const phone = await visit(scanned, { width: 'phone', as: anna!.id })
  await phone.getByRole('button', { name: 'Inchecken' }).click()
  await phone.getByText('Je bent ingecheckt').waitFor()

  // Without a login and without script, from the link in the mail.
  const plain = await visit(checkInLink(bert!.enrolmentId), { width: 'phone', javaScript: false })
  await plain.getByLabel('Code op het scherm').fill(await codeNow(db, course))
  await plain.getByRole('button', { name: 'Inchecken' }).click()
  await plain.getByText('Je bent ingecheckt').waitFor()
  await trainer.getByText('2 van 3').waitFor({ timeout: 15_000 })
  expect(await recorded(db, course)).toEqual(['present', 'present', null])
})

test('a code that was photographed is worth nothing half a minute later', async ({ visit, db }) => {
  const course = await aCourse(db, { people: 1, startsInHours: -0.1 })
  const old = codeOfStep(await secretOf(db, course.meetingId), stepAt(Date.now()) - 3)
  const phone = await visit(`/inchecken/${course.meetingId}`, { width: 'phone', as: course.people[0]!.id })
  await phone.getByLabel('Code op het scherm').fill(old)
  await phone.getByRole('button', { name: 'Inchecken' }).click()
  await phone
    .getByText(/geldt niet meer|klopt niet|code/)
    .first()
    .waitFor()
  expect(await recorded(db, course)).toEqual([null])
})
