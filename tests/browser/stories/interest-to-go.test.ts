import { randomUUID } from 'node:crypto'
import { expect } from 'vitest'
import type { Db } from '#db/client.server.ts'
import { test } from '#tests/support/browser.ts'
import { anOffering, anOrganisation } from '#tests/support/builders.ts'
import { linkMailedTo, mails } from '#tests/support/mail.ts'
import { somebodyAt } from '#tests/support/story.ts'

/** An offering without a date, for at most two and at least two, and three colleagues who would like to come. */
async function withoutDate(db: Db) {
  const key = randomUUID().slice(0, 8)
  const school = await anOrganisation(db, { name: `Voorbeeldschool ${key}` })
  const title = `Buigen en knippen ${key}`
  const organiserId = school.id
  const offering = await anOffering(db, {
    slug: `verhaal-${key}`,
    title,
    organiserId,
    minimum: 2,
    capacity: 2,
  })
  const [anna, bert, carla] = [
    await somebodyAt(db, school.id, 'Anna'),
    await somebodyAt(db, school.id, 'Bert'),
    await somebodyAt(db, school.id, 'Carla'),
  ]
  return { title, page: `/aanbod/${offering.slug}`, anna, bert, carla }
}

const titlesTo = async (db: Db, { address }: { address: string }) =>
  (await mails(db))
    .filter(({ recipient }) => recipient === address)
    .map(({ title }) => title.replace(/^\[VOORBEELD\] |:.*/g, ''))

test('from interest to go: three wait for a date, the first two are asked first, and it goes ahead', async ({
  visit,
  db,
}) => {
  const { title, page: offering, anna, bert, carla } = await withoutDate(db)
  for (const { id: as } of [anna, bert, carla]) {
    const page = await visit(offering, { width: 'phone', as })
    await page.getByRole('link', { name: 'Laat weten dat je mee wilt doen' }).first().click()
    await page.getByRole('button', { name: 'Zet mij op de lijst' }).click()
    await page.getByRole('alert').getByText('Kies minstens één dagdeel').waitFor()
    await page.getByLabel('donderdag middag').check()
    await page.getByRole('button', { name: 'Zet mij op de lijst' }).click()
    await page.getByText(`Je staat op de lijst voor ${title}.`, { exact: false }).waitFor()
  }

  // The coordinator sees what suits most, and plans from there; all are told in the same instant.
  const desk = await visit('/beheer/belangstelling', { as: 'coordinator' })
  await desk
    .getByRole('row')
    .filter({ hasText: title })
    .getByRole('link', { name: /beste data/i })
    .click()
  await desk.getByText('3 van de 3 kunnen').first().waitFor()
  await desk
    .getByRole('link', { name: /^Plan deze datum: donderdag/ })
    .first()
    .click()
  expect(await desk.getByLabel('Bied hun als eerste een plek aan').isChecked()).toBe(true)
  await desk.getByLabel('Of: waar is het?').fill('Praktijklokaal')
  await desk.getByRole('button', { name: 'Plan', exact: true }).click()
  await desk.getByText('2 belangstellenden kregen een plek aangeboden', { exact: false }).waitFor()
  for (const person of [anna, bert])
    expect(await titlesTo(db, person)).toContain('Er is een datum, en jij bent als eerste')
  expect(await titlesTo(db, carla)).toContain('Er is een datum, je staat in de rij')

  // Anna takes her place by the link in her mail, without script. Bert prefers another date: his place is Carla's.
  const link = await visit(await linkMailedTo(db, anna.address), { width: 'phone', javaScript: false })
  await link.getByRole('button', { name: 'Plek nemen' }).click()
  const other = await visit(await linkMailedTo(db, bert.address), { width: 'phone' })
  await other.getByRole('button', { name: 'Liever een andere datum' }).click()
  await other.getByText(`Je blijft op de lijst voor ${title}`, { exact: false }).waitFor()
  const mine = await visit('/mijn', { as: carla.id })
  await mine.getByRole('listitem').filter({ hasText: title }).getByText('ingeschreven').waitFor()

  // Enough take part: a coordinator says so, and they hear it.
  await desk.reload()
  await desk
    .getByRole('button', { name: /gaat door/i })
    .first()
    .click()
  await desk.getByText(/Bericht krijgen 2 deelnemers/).waitFor()
  for (const person of [anna, carla]) expect(await titlesTo(db, person)).toContain('Gaat door')
  expect(await titlesTo(db, bert)).not.toContain('Gaat door')
})
