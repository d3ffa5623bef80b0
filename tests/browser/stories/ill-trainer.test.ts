import { randomUUID } from 'node:crypto'
import { expect } from 'vitest'
import type { Db } from '#db/client.server.ts'
import { test } from '#tests/support/browser.ts'
import { mails } from '#tests/support/mail.ts'
import { aCourse, somebodyAt } from '#tests/support/story.ts'

/** A course that begins in three hours, its trainer before it, and a colleague who could take over. */
async function thisMorning(db: Db) {
  const course = await aCourse(db, { people: 2, startsInHours: 3 })
  const { meetingId, editionId, trainer, school, people } = course
  const before = { meetingId, personId: trainer.id, during: 'empty' }
  await db.insertInto('meetingTrainer').values(before).execute()
  const colleague = await somebodyAt(db, school.id, `Cor${randomUUID().slice(0, 4)}`, 'trainer')
  await db.insertInto('editionTrainer').values({ editionId, personId: colleague.id }).execute()
  await db.updateTable('person').set({ telephone: '0612345678' }).where('id', '=', people[0]!.id).execute()
  return { ...course, colleague }
}

const toldTo = async (db: Db, { address }: { address: string }) =>
  (await mails(db)).filter(({ recipient }) => recipient === address).map(({ title }) => title)

for (const javaScript of [true, false]) {
  const how = javaScript ? 'with' : 'without'
  test(`a trainer who is ill is replaced in two presses from the phone, ${how} scripts`, async ({
    visit,
    db,
  }) => {
    const { trainer, colleague, people, title, meetingId } = await thisMorning(db)
    const phone = await visit('/lesgeven', { width: 'phone', as: trainer.id, javaScript })
    await phone
      .getByRole('link', { name: /val uit/ })
      .first()
      .click()
    await phone.getByRole('button', { name: `Laat ${colleague.name} invallen` }).click()
    await phone.getByText(`${colleague.name} valt in en heeft bericht.`, { exact: false }).waitFor()
    const standing = db.selectFrom('meetingTrainer').select('personId').where('meetingId', '=', meetingId)
    expect((await standing.execute()).map(({ personId }) => personId)).toEqual([colleague.id])
    for (const person of [colleague, people[0]!, people[1]!])
      expect((await toldTo(db, person)).join()).toContain(title)
  })
}

test('with nobody to take over a coordinator calls it off in two presses, and sees whom to ring', async ({
  visit,
  db,
}) => {
  const { trainer, people, title, meetingId, editionId } = await thisMorning(db)
  const phone = await visit('/lesgeven', { width: 'phone', as: trainer.id })
  await phone
    .getByRole('link', { name: /val uit/ })
    .first()
    .click()
  await phone.getByRole('button', { name: 'Meld dat ik uitval' }).click()
  await phone.getByText('De coördinator heeft meteen een mail.', { exact: false }).waitFor()

  const desk = await visit('/beheer?toon=trainers', { width: 'phone', as: 'coordinator' })
  await desk
    .getByRole('listitem')
    .filter({ hasText: title })
    .getByText('Bekijk wie er kan, of laat vervallen')
    .click()
  await desk.getByRole('button', { name: 'Laat niet doorgaan' }).click()
  await desk.waitForURL(`**/lesgeven/bijeenkomsten/${meetingId}/bellen`)
  expect(await desk.getByRole('link', { name: '0612345678' }).getAttribute('href')).toBe('tel:0612345678')
  const { status } = await db
    .selectFrom('edition')
    .select('status')
    .where('id', '=', editionId)
    .executeTakeFirstOrThrow()
  expect(status).toBe('cancelled')
  for (const person of people) expect((await toldTo(db, person)).join()).toContain(title)
  await desk.getByRole('button', { name: new RegExp(people[0]!.name) }).click()
  await desk
    .getByText(/Bereikt/i)
    .first()
    .waitFor()
})
