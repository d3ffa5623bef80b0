import { expect } from 'vitest'
import { dayOf } from '#app/platform/clock.ts'
import { test } from '#tests/support/browser.ts'
import { aMembership, anEdition, anOffering, aPaper, aTeam } from '#tests/support/builders.ts'
import { aCourse, somebodyAt, tabTo } from '#tests/support/story.ts'

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000)

test('an instructor sees what lapses and books its renewal in two presses, on a phone and without scripts', async ({
  visit,
  db,
}) => {
  const course = await aCourse(db, { startsInHours: 24 * 12 })
  await db
    .updateTable('offering')
    .set({ awardsOnTest: 'HOOGWERKER', test: 'organiser' })
    .where('slug', '=', course.page.replace('/aanbod/', ''))
    .execute()
  const instructor = await somebodyAt(db, course.school.id, 'Ilias')
  await aPaper(db, { personId: instructor.id, typeCode: 'HOOGWERKER', validUntil: dayOf(inDays(40)) })
  const page = await visit('/mijn/dossier', { as: instructor.id, width: 'phone', javaScript: false })
  const lapsing = page.getByRole('region', { name: 'Vraagt je aandacht' })
  expect(await lapsing.textContent()).toContain(course.title)
  await lapsing.getByRole('link', { name: /Schrijf je in/ }).click()
  await page.getByRole('button', { name: 'Inschrijven' }).click()
  await page.getByText(`Je bent ingeschreven voor ${course.title}.`).waitFor()
  await page.goto('/mijn/dossier')
  expect(await page.getByRole('region', { name: 'Vraagt je aandacht' }).count()).toBe(0)
  expect(await page.getByRole('main').textContent()).toContain(course.title)
})

test('a team lead sees a gap in what the school teaches, and what fills it; the director reads it on one sheet', async ({
  visit,
  db,
}) => {
  const course = await aCourse(db)
  const team = await aTeam(db, { organisationId: course.school.id, name: 'Maritiem' })
  const at = { organisationId: course.school.id, teamId: team.id }
  const lead = await somebodyAt(db, course.school.id, 'Lena')
  await aMembership(db, { personId: lead.id, ...at, role: 'team_lead' })
  const offering = await anOffering(db, { title: 'Navigeren met de sextant' })
  await db
    .insertInto('offeringExamModule')
    .values({ offeringId: offering.id, moduleCode: 'K/MT/03' })
    .execute()
  await anEdition(db, { offeringId: offering.id, startsAt: inDays(50) })

  const page = await visit('/team', { as: lead.id })
  await page.getByRole('link', { name: /Dekking van de examenmodules/ }).click()
  await page.getByRole('link', { name: 'kiest wat de school geeft' }).click()
  await page.getByText('MaT, Maritiem en techniek').click()
  await page.getByLabel('K/MT/03 Navigatie').check()
  await page.getByRole('button', { name: 'Bewaar' }).click()
  const row = page.getByRole('row', { name: /Navigatie/ })
  expect(await row.textContent()).toContain('niemand')
  await row.getByRole('link', { name: /Navigeren met de sextant/ }).click()
  await page.getByRole('heading', { name: 'Navigeren met de sextant' }).waitFor()

  const director = await somebodyAt(db, course.school.id, 'Dirk')
  await db.updateTable('membership').set({ role: 'director' }).where('personId', '=', director.id).execute()
  const sheet = await visit('/school', { as: director.id })
  await sheet.getByRole('link', { name: 'Dekking van de examenmodules' }).click()
  await sheet.getByRole('link', { name: 'In woorden, op één blad' }).click()
  await sheet.getByText(/Eerste kans: workshop Navigeren met de sextant/).waitFor()
  const paper = await sheet.pdf({ format: 'A4' })
  expect(paper.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)).toHaveLength(1)
})

test('the matrix of a team is read and walked by keyboard, also where it is wider than the screen', async ({
  visit,
}) => {
  const page = await visit('/team', { as: 'teamleider', width: 'phone' })
  const matrix = page.getByRole('region', { name: /Wie heeft wat/ })
  await tabTo(page, matrix)
  const left = () => matrix.evaluate((element) => element.scrollLeft)
  expect(await left()).toBe(0)
  for (let press = 0; press < 8; press++) await page.keyboard.press('ArrowRight')
  await expect.poll(left).toBeGreaterThan(0)
  // The name stays in sight while one looks at the last column.
  const name = matrix.getByRole('rowheader').first()
  const [box, frame] = [await name.boundingBox(), await matrix.boundingBox()]
  expect(Math.abs((box?.x ?? 0) - (frame?.x ?? 0))).toBeLessThan(4)
  const link = matrix.getByRole('link').first()
  await tabTo(page, link)
  await page.keyboard.press('Enter')
  await page.waitForURL('**/team/mensen/*')
})

test('a coordinator plans what people have to renew, and they come first', async ({ visit, db }) => {
  const course = await aCourse(db)
  const offering = await anOffering(db, {
    title: 'F-gassen opnieuw',
    organiserId: course.school.id,
    awardsOnTest: 'FGAS',
    test: 'organiser',
  })
  const holder = await somebodyAt(db, course.school.id, 'Femke')
  await aPaper(db, { personId: holder.id, typeCode: 'FGAS', validUntil: dayOf(inDays(60)) })
  const page = await visit('/beheer/verloop', { as: 'coordinator' })
  await page
    .getByRole('link', { name: /F-gassencertificaat/ })
    .first()
    .click()
  expect(await page.getByRole('main').textContent()).toContain(holder.name)
  await page.getByRole('button', { name: `Plan: ${offering.title}` }).click()
  await page.waitForURL('**/beheer/belangstelling/aanbod/*')
  const told = await db
    .selectFrom('interest')
    .select('personId')
    .where('offeringId', '=', offering.id)
    .execute()
  expect(told.map(({ personId }) => personId)).toContain(holder.id)
})

test('who asks to be erased is erased by a coordinator, and is nobody after that', async ({ visit, db }) => {
  const course = await aCourse(db)
  const leaver = await somebodyAt(db, course.school.id, 'Willem')
  const own = await visit('/mijn/account', { as: leaver.id })
  await own.getByRole('link', { name: 'Laat me wissen' }).click()
  await own.getByRole('button', { name: 'Vraag om wissen' }).click()
  await own.getByText('Je verzoek is binnen.').waitFor()
  const page = await visit('/beheer', { as: 'coordinator' })
  await page.getByRole('link', { name: `Bekijk het verzoek van ${leaver.name}` }).click()
  await page.getByRole('button', { name: `Wis alles van ${leaver.name}` }).click()
  // The browser asks for the tick; nothing happened yet.
  await page.getByLabel(/Ik heb nagegaan/).check()
  await page.getByRole('button', { name: `Wis alles van ${leaver.name}` }).click()
  await page.getByText('Alles van deze persoon is gewist.').waitFor()
  await own.goto('/mijn')
  await own.waitForURL('**/inloggen**')
  const left = await db
    .selectFrom('emailAddress')
    .select('id')
    .where('address', '=', leaver.address)
    .execute()
  expect(left).toEqual([])
})
