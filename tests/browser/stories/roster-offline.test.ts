import { expect } from 'vitest'
import { test } from '#tests/support/browser.ts'
import { aCourse, lineOf, recorded, untilLive } from '#tests/support/story.ts'

test('what a trainer taps without a network stays on the phone, and goes out when it is back', async ({
  visit,
  db,
}) => {
  const course = await aCourse(db, { people: 3, startsInHours: -1 })
  const [anna, bert] = course.people
  const page = await visit(course.rosterPage, { width: 'phone', as: course.trainer.id })
  await untilLive(page)
  await page.context().setOffline(true)
  await lineOf(page, anna!).getByText('Er', { exact: true }).click()
  await lineOf(page, bert!).getByText('Niet', { exact: true }).click()
  await page.getByText('nog niet verzonden (2)').waitFor()
  await page.getByText(/Bewaard op dit toestel om/).waitFor()

  // The page is opened anew while only the sending still fails: the marks are there.
  await page.route('**/merken', (route) => route.abort('internetdisconnected'))
  await page.context().setOffline(false)
  await page.reload()
  await page.getByText('nog niet verzonden (2)').waitFor()
  expect(await lineOf(page, bert!).getByRole('radio', { name: 'Niet' }).isChecked()).toBe(true)
  expect(await recorded(db, course)).toEqual([null, null, null])

  await page.unroute('**/merken')
  await page.context().setOffline(true)
  await page.context().setOffline(false)
  await page.getByText('alles is bewaard').waitFor({ timeout: 30_000 })
  expect(await recorded(db, course)).toEqual(['present', 'absent', null])
  const changes = db.selectFrom('attendanceChange').select('way').where('meetingId', '=', course.meetingId)
  expect((await changes.execute()).map(({ way }) => way)).toEqual(['device', 'device'])
})

test('two trainers who save different people both keep their work, and of the same person the later is told', async ({
  visit,
  db,
}) => {
  const course = await aCourse(db, { people: 3, startsInHours: -1 })
  const [anna, bert, carla] = course.people
  const one = await visit(course.rosterPage, { width: 'phone', as: course.trainer.id })
  const other = await visit(course.rosterPage, { width: 'phone', as: 'coordinator' })
  await untilLive(one)
  await untilLive(other)
  await lineOf(one, anna!).getByText('Er', { exact: true }).click()
  await lineOf(other, bert!).getByText('Niet', { exact: true }).click()
  await one.getByText('alles is bewaard').waitFor()
  await other.getByText('alles is bewaard').waitFor()
  expect(await recorded(db, course)).toEqual(['present', 'absent', null])

  await lineOf(one, carla!).getByText('Er', { exact: true }).click()
  await expect.poll(() => recorded(db, course)).toEqual(['present', 'absent', 'present'])
  await lineOf(other, carla!).getByText('Niet', { exact: true }).click()
  const told = lineOf(other, carla!).getByRole('alert')
  await told.waitFor()
  expect(await told.textContent()).toContain('vulde dit ondertussen in')
  expect(await recorded(db, course)).toEqual(['present', 'absent', 'present'])
  await told.getByRole('button', { name: /^Neem mijn keuze/ }).click()
  await expect.poll(() => recorded(db, course)).toEqual(['present', 'absent', 'absent'])
})
