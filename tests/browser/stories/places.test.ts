import { expect } from 'vitest'
import { test } from '#tests/support/browser.ts'
import { aCourse, somebodyAt } from '#tests/support/story.ts'

test('who comes when it is full waits, and has the place as soon as somebody leaves', async ({
  visit,
  db,
}) => {
  const course = await aCourse(db, { people: 1, capacity: 1 })
  const waiting = await somebodyAt(db, course.school.id, 'Wil')
  const page = await visit(course.enrolPage, { as: waiting.id })
  await page.getByText('Het is vol. Je komt op de wachtlijst.').waitFor()
  await page.getByLabel('Telefoon').fill('06 12345678')
  await page.getByRole('button', { name: 'Zet me op de wachtlijst' }).click()
  await page.getByText(/Je staat op de wachtlijst, plek 1/).waitFor()

  const leaving = await visit('/mijn', { as: course.people[0]!.id })
  await leaving.getByRole('link', { name: course.title }).first().click()
  await leaving.getByRole('button', { name: 'Meld me af' }).click()
  await leaving.getByText(`Je bent afgemeld voor ${course.title}.`).waitFor()

  await page.goto('/mijn')
  const mine = page.getByRole('listitem').filter({ hasText: course.title })
  expect(await mine.textContent()).toContain('ingeschreven')
})

test('a place goes to a colleague who says yes', async ({ visit, db }) => {
  const course = await aCourse(db, { people: 1 })
  const colleague = await somebodyAt(db, course.school.id, 'Wil')
  const page = await visit('/mijn', { as: course.people[0]!.id })
  await page.getByRole('link', { name: course.title }).first().click()
  await page.getByLabel('E-mailadres van je collega').fill(colleague.address)
  await page.getByRole('button', { name: 'Vraag deze collega' }).click()
  await page.getByText(/^Je vroeg het op/).waitFor()

  const theirs = await visit('/mijn', { as: colleague.id })
  await theirs.getByRole('button', { name: 'Ja, ik ga' }).click()
  await theirs.getByRole('listitem').filter({ hasText: course.title }).getByText('ingeschreven').waitFor()
  await page.goto('/mijn')
  expect(await page.getByRole('link', { name: course.title }).count()).toBe(0)
})

test('who cannot be there says so in one tap, and the trainer reads it', async ({ visit, db }) => {
  const course = await aCourse(db, { people: 1, startsInHours: 4 })
  const page = await visit('/mijn', { width: 'phone', as: course.people[0]!.id })
  await page.getByRole('button', { name: `Ik kan er niet bij zijn: ${course.title}` }).click()
  await page.getByText('je bent er niet bij').waitFor()
  const trainer = await visit(`/lesgeven/uitvoeringen/${course.editionId}`, { as: course.trainer.id })
  expect(await trainer.getByRole('main').textContent()).toContain('meldde van tevoren niet te kunnen')
})
