import { expect } from 'vitest'
import { test } from '#tests/support/browser.ts'
import { aCourse, lineOf, recorded, somebodyAt, tabTo, untilLive } from '#tests/support/story.ts'

test('the first tab leads past the menu', async ({ visit }) => {
  const page = await visit('/aanbod')
  await page.keyboard.press('Tab')
  const skip = page.getByRole('link', { name: 'Naar de inhoud' })
  expect(await skip.evaluate((link) => link === document.activeElement)).toBe(true)
  expect(await skip.isVisible()).toBe(true)
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  expect(await page.evaluate(() => document.activeElement?.closest('main') !== null)).toBe(true)
})

test('a teacher enrols by keyboard alone', async ({ visit, db }) => {
  const course = await aCourse(db)
  const teacher = await somebodyAt(db, course.school.id, 'Els')
  const page = await visit(course.page, { as: teacher.id })
  await tabTo(page, page.getByRole('link', { name: 'Inschrijven' }).first())
  await page.keyboard.press('Enter')
  await page.waitForURL('**/inschrijven')
  await tabTo(page, page.getByLabel('Telefoon'))
  await page.keyboard.type('06 12345678')
  await tabTo(page, page.getByRole('button', { name: 'Inschrijven' }))
  await page.keyboard.press('Space')
  await page.getByText(`Je bent ingeschreven voor ${course.title}.`).waitFor()
})

test('a trainer records a meeting by keyboard alone', async ({ visit, db }) => {
  const course = await aCourse(db, { people: 3, startsInHours: -2 })
  const [anna, bert, carla] = course.people
  const page = await visit(course.rosterPage, { as: course.trainer.id })
  await untilLive(page)
  await tabTo(page, lineOf(page, anna!).getByRole('radio').first())
  await page.keyboard.press('Space')
  await tabTo(page, lineOf(page, bert!).getByRole('radio').first())
  await page.keyboard.press('Space')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  await tabTo(page, lineOf(page, carla!).getByRole('button', { name: /^Meer/ }))
  await page.keyboard.press('Enter')
  await tabTo(page, lineOf(page, carla!).getByLabel('Minuten te laat'))
  await page.keyboard.type('15')
  await page.getByText('alles is bewaard').waitFor()
  expect(await recorded(db, course)).toEqual(['present', 'absent', 'present'])
})
