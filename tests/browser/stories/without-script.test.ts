import { expect } from 'vitest'
import { test } from '#tests/support/browser.ts'
import { aCourse, lineOf, recorded, somebodyAt } from '#tests/support/story.ts'

test('a teacher enrols and leaves again without any script', async ({ visit, db }) => {
  const course = await aCourse(db)
  const teacher = await somebodyAt(db, course.school.id, 'Els')
  const page = await visit(course.page, { width: 'phone', javaScript: false, as: teacher.id })
  await page.getByRole('link', { name: 'Inschrijven' }).first().click()
  await page.getByLabel('Telefoon').fill('06 12345678')
  await page.getByRole('button', { name: 'Inschrijven' }).click()
  await page.waitForURL('**/mijn')
  await page.getByRole('link', { name: course.title }).first().click()
  await page.getByRole('button', { name: 'Meld me af' }).click()
  await page.getByText(`Je bent afgemeld voor ${course.title}.`).waitFor()
})

test('a trainer records a meeting without any script', async ({ visit, db }) => {
  const course = await aCourse(db, { people: 3, startsInHours: -2 })
  const [anna, bert, carla] = course.people
  const page = await visit(course.rosterPage, { width: 'phone', javaScript: false, as: course.trainer.id })
  await lineOf(page, anna!).getByText('Er', { exact: true }).click()
  await lineOf(page, bert!).getByText('Niet', { exact: true }).click()
  await lineOf(page, carla!).getByText('Laat', { exact: true }).click()
  await page.getByRole('button', { name: 'Bewaar', exact: true }).click()
  // Late by how much was not said yet: the rest is kept, and this is asked.
  await page.getByText(/^Hoeveel minuten te laat/).waitFor()
  await lineOf(page, carla!).getByLabel('Minuten te laat').fill('20')
  await page.getByRole('button', { name: 'Bewaar', exact: true }).click()
  await page.getByText('Bewaard: 1 wijziging.').waitFor()
  expect(await recorded(db, course)).toEqual(['present', 'absent', 'present'])
})
