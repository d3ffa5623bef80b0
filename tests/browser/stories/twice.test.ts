import { expect } from 'vitest'
import { test } from '#tests/support/browser.ts'
import { aCourse, somebodyAt } from '#tests/support/story.ts'

test('pressing twice is enrolling once, and sending the form again is answered with a sentence', async ({
  visit,
  db,
}) => {
  const course = await aCourse(db)
  const teacher = await somebodyAt(db, course.school.id, 'Els')
  const page = await visit(course.enrolPage, { as: teacher.id })
  await page.getByLabel('Telefoon').fill('06 12345678')
  const button = page.getByRole('button', { name: 'Inschrijven' })
  // Without our own script, which would hold back the second press: the server has to see to it.
  const again = await visit(course.enrolPage, { as: teacher.id, javaScript: false })
  await again.getByLabel('Telefoon').fill('06 12345678')
  await button.dblclick({ noWaitAfter: true })
  await page.waitForURL('**/mijn')
  await again.getByRole('button', { name: 'Inschrijven' }).click()
  await again.getByText('Je bent hier al voor ingeschreven.').first().waitFor()
  const enrolments = db.selectFrom('enrolment').select('id').where('editionId', '=', course.editionId)
  expect(await enrolments.execute()).toHaveLength(1)
})
