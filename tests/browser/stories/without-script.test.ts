import { expect } from 'vitest'
import { askForEvaluations } from '#app/features/evaluation/ask-for-evaluations.server.ts'
import { test } from '#tests/support/browser.ts'
import { linkMailedTo } from '#tests/support/mail.ts'
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

test('a participant says what they thought by the mailed link, and the trainer sees nothing of it yet', async ({
  visit,
  db,
}) => {
  const course = await aCourse(db, { people: 2, startsInHours: -30 })
  const [anna] = course.people
  await db
    .insertInto('attendance')
    .values(
      course.people.map(({ enrolmentId }) => ({
        enrolmentId,
        meetingId: course.meetingId,
        state: 'present' as const,
      })),
    )
    .execute()
  await askForEvaluations(db)
  const page = await visit(await linkMailedTo(db, anna!.address), { width: 'phone', javaScript: false })
  await page.getByRole('group', { name: 'De uitleg was duidelijk.' }).getByLabel('4').check()
  await page.getByLabel('Wat kan er beter?').fill('Meer soldeerbouten.')
  await page.getByRole('button', { name: 'Verstuur je antwoorden' }).click()
  // Two scales were skipped: they are pointed at, and what was said stands there still.
  await page.getByRole('link', { name: 'Kies een cijfer van 1 tot 5.' }).first().waitFor()
  expect(await page.getByLabel('Wat kan er beter?').inputValue()).toBe('Meer soldeerbouten.')
  for (const name of ['Ik kan dit gebruiken in mijn lessen.', 'Het tempo en het niveau pasten bij mij.'])
    await page.getByRole('group', { name }).getByLabel('5, helemaal eens').check()
  await page.getByRole('button', { name: 'Verstuur je antwoorden' }).click()
  await page.getByText('Dank je. Je antwoorden zijn bewaard.').waitFor()
  await page.reload()
  await page.getByText('Je hebt deze evaluatie ingevuld.').waitFor()
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0)

  const results = `/lesgeven/uitvoeringen/${course.editionId}/evaluatie`
  const trainer = await visit(results, { width: 'phone', javaScript: false, as: course.trainer.id })
  await trainer.getByText('De evaluatie loopt nog.').waitFor()
  expect(await trainer.content()).not.toContain('soldeerbouten')
})
