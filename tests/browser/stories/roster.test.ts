import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { problemsOn, test } from '#tests/support/browser.ts'
import { aCourse, lineOf, recorded, untilLive } from '#tests/support/story.ts'

const tap = (page: Page, person: { name: string }, choice: string) =>
  lineOf(page, person).getByText(choice, { exact: true }).click()
const saved = (page: Page) => page.getByText('alles is bewaard').waitFor()

test('the roster saves what is tapped by itself, with minutes and a note, and tells who did', async ({
  visit,
  db,
}) => {
  const course = await aCourse(db, { people: 2, startsInHours: -1 })
  const [anna, bert] = course.people
  const page = await visit(course.rosterPage, { width: 'phone', as: course.trainer.id })
  await untilLive(page)
  await page.getByRole('button', { name: 'Iedereen aanwezig' }).click()
  await saved(page)
  await tap(page, bert!, 'Laat')
  await lineOf(page, bert!).getByLabel('Minuten te laat').fill('25')
  await lineOf(page, bert!).getByLabel('Notitie').pressSequentially('lekke band', { delay: 20 })
  await saved(page)
  const late = db
    .selectFrom('attendance')
    .select(['minutesLate', 'note'])
    .where('enrolmentId', '=', bert!.enrolmentId)
  await expect.poll(() => late.executeTakeFirst()).toEqual({ minutesLate: 25, note: 'lekke band' })
  expect(await recorded(db, course)).toEqual(['present', 'present'])
  await lineOf(page, anna!).getByRole('button', { name: /^Meer/ }).click()
  await lineOf(page, anna!).getByRole('link', { name: 'Wie vulde dit in?' }).click()
  await lineOf(page, anna!).getByText(`${course.trainer.name}: aanwezig, op de presentielijst`).waitFor()
  expect(await problemsOn(page)).toEqual([])
})

test('marks that wait on a device outlive its tab, and another login there neither sees nor sends them', async ({
  visit,
  db,
}) => {
  const course = await aCourse(db, { people: 1, startsInHours: -1 })
  const anna = course.people[0]!
  const page = await visit(course.rosterPage, { as: course.trainer.id })
  const context = page.context()
  const login = await context.cookies()
  await untilLive(page)
  await context.route('**/merken', (route) => route.abort('internetdisconnected'))
  await tap(page, anna, 'Niet')
  await page.getByText(/Wordt verzonden zodra er verbinding is/).waitFor()
  await page.close()
  await context.unroute('**/merken')

  const coordinator = await visit('/mijn', { as: 'coordinator' })
  await context.clearCookies()
  await context.addCookies(await coordinator.context().cookies())
  const other = await context.newPage()
  await other.goto(course.rosterPage)
  await untilLive(other)
  expect(await lineOf(other, anna).getByRole('radio', { name: 'Niet' }).isChecked()).toBe(false)
  expect(await recorded(db, course)).toEqual([null])
  await other.close()

  await context.clearCookies()
  await context.addCookies(login)
  const again = await context.newPage()
  await again.goto(course.rosterPage)
  await saved(again)
  expect(await recorded(db, course)).toEqual(['absent'])
})

test('what is tapped before scripts run counts all the same', async ({ visit, db }) => {
  const course = await aCourse(db, { people: 1, startsInHours: -1 })
  const page = await visit('/lesgeven', { as: course.trainer.id })
  let letScriptsCome = () => {}
  const held = new Promise<void>((resolve) => {
    letScriptsCome = resolve
  })
  await page.route('**/assets/*.js', (route) => held.then(() => route.continue()))
  await page.goto(course.rosterPage, { waitUntil: 'commit' })
  await lineOf(page, course.people[0]!).getByRole('radio', { name: 'Er' }).check()
  letScriptsCome()
  await saved(page)
  expect(await recorded(db, course)).toEqual(['present'])
})

test('a trainer closes, and anyone can open what the certificate is worth', async ({ visit, db }) => {
  const course = await aCourse(db, { people: 2, startsInHours: -6 })
  const page = await visit(course.rosterPage, { as: course.trainer.id })
  await untilLive(page)
  await tap(page, course.people[0]!, 'Er')
  await saved(page)
  const closing = `/lesgeven/uitvoeringen/${course.editionId}/afronden`
  await page.goto(closing)
  await page.getByText('De presentie van', { exact: false }).waitFor()
  await page.getByRole('link', { name: 'Naar de presentie' }).click()
  await untilLive(page)
  await tap(page, course.people[1]!, 'Niet')
  await saved(page)
  await page.goto(closing)
  await page.getByText('Je geeft 1 bewijs van deelname uit.', { exact: false }).waitFor()
  await page.getByRole('button', { name: 'Rond af en geef uit' }).click()
  await page.getByText('Afgerond: 1 bewijs uitgegeven.', { exact: false }).waitFor()
  expect(await problemsOn(page)).toEqual([])
  const address = await page.getByRole('link', { name: /^\d{4}-\d{6}$/ }).getAttribute('href')
  const anyone = await visit(address ?? '', { width: 'phone' })
  await anyone.getByRole('heading', { level: 1, name: /is geldig$/ }).waitFor()
  await anyone.getByText(course.people[0]!.name).waitFor()
  await anyone.getByText('Het bewijst niets', { exact: false }).waitFor()
  expect(await problemsOn(anyone)).toEqual([])
})
