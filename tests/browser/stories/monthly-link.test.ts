import { randomUUID } from 'node:crypto'
import { expect } from 'vitest'
import { problemsOn, test } from '#tests/support/browser.ts'
import { anOrganisation } from '#tests/support/builders.ts'
import { aCourse } from '#tests/support/story.ts'

/** A link in a mail of the demo, as a path. */
const pathOf = (text: string) => /\/bijdragen\/[\w-]{43}/.exec(text.replace(/\s+/g, ''))?.[0] ?? ''

for (const javaScript of [true, false]) {
  test(`a company signs its monthly link on a phone, ${javaScript ? 'with' : 'without'} script: one agreed, one corrected, one refused`, async ({
    visit,
    db,
  }) => {
    const key = randomUUID().slice(0, 8)
    const company = await anOrganisation(db, { name: `Voorbeeldbedrijf ${key}`, kinds: ['company'] })
    const course = await aCourse(db, { startsInHours: -30 })

    // The trainer writes down what the company brought.
    const page = await visit(`/lesgeven/bijeenkomsten/${course.meetingId}/bijdragen`, {
      width: 'phone',
      javaScript,
      as: course.trainer.id,
    })
    for (const [kind, amount, what] of [
      ['uren', '4 uur', `Hulp in de hal ${key}`],
      ['uren', '2,5', `Uitleg ${key}`],
      ['materiaal', '€ 150,00', `Lasdraad ${key}`],
    ] as const) {
      await page.getByLabel('Van wie').selectOption(String(company.id))
      await page.getByLabel(kind, { exact: true }).check()
      await page.getByLabel('Hoeveel').fill(amount)
      await page.getByLabel('Wat was het').fill(what)
      await page.getByRole('button', { name: 'Voeg toe' }).click()
      await page.getByText('Vastgelegd: 1 bijdrage.').waitFor()
    }

    // The coordinator says whom to ask, and sends the link.
    const desk = await visit(`/beheer/bijdragen/organisaties/${company.id}`, { as: 'coordinator' })
    await desk.getByRole('textbox', { name: 'Naam', exact: true }).fill('Anja Voorbeeld')
    await desk.getByLabel('E-mailadres').fill(`anja.${key}@demo.test`)
    await desk.getByRole('button', { name: 'Bewaar' }).click()
    await desk.getByRole('button', { name: 'Stuur de link' }).click()
    await desk.getByRole('link', { name: 'Lees de mail' }).click()
    const mail = (await desk.getByRole('main').textContent()) ?? ''
    expect(mail).toContain('3 regels')

    // The company answers, without an account.
    const link = await visit(pathOf(mail), { width: 'phone', javaScript })
    expect(await link.getByLabel('Je naam').inputValue()).toBe('Anja Voorbeeld')
    if (javaScript) expect(await problemsOn(link)).toEqual([])
    expect(await link.evaluate(() => document.documentElement.scrollWidth)).toBe(390)

    await link.getByText(`Verbeter Uitleg ${key}`).click()
    await link.getByLabel('Hoeveel uur was het?').filter({ visible: true }).fill('1,5')
    // Enter in a field signs nothing by accident.
    await link.getByLabel('Hoeveel uur was het?').filter({ visible: true }).press('Enter')
    await link.getByRole('button', { name: `Teken Uitleg ${key} met dit aantal` }).click()
    await link.getByText('Getekend met jouw aantal.').waitFor()

    await link.getByText(`Wijs af Lasdraad ${key}`).click()
    await link.getByRole('button', { name: `Wijs Lasdraad ${key} af` }).click()
    await link.getByRole('alert').getByText('Schrijf kort waarom').waitFor()
    await link.getByLabel('Wat klopt er niet?').filter({ visible: true }).fill('Dat kwam van de groothandel.')
    await link.getByRole('button', { name: `Wijs Lasdraad ${key} af` }).click()
    await link.getByText('Afgewezen.').first().waitFor()

    await link.getByRole('button', { name: 'Akkoord', exact: true }).last().click()
    await link.getByText('Alles is beantwoord. Dank je wel.').waitFor()
    await link.getByText('Dat kwam van de groothandel.').waitFor()

    // What came of it stands on the coordinator's list, and is settled there.
    await desk.goto(`/beheer/bijdragen?stand=to_settle&organisatie=${company.id}`)
    await desk.getByText('2 regels, de laatste dag bovenaan.').waitFor()
    await desk.getByRole('link', { name: `Uitleg ${key}` }).click()
    await desk.getByRole('button', { name: 'Neem over' }).click()
    await desk.getByText('Overgenomen. Het telt nu mee.').waitFor()
    await desk.goto(`/beheer/bijdragen?stand=to_settle&organisatie=${company.id}`)
    await desk.getByRole('link', { name: `Lasdraad ${key}` }).click()
    await desk.getByLabel('Hoe is het opgelost?').fill('Gebeld, klopt.')
    await desk.getByRole('button', { name: 'Leg weg' }).click()
    await desk.getByText('Weggelegd.').waitFor()
    const rows = await db
      .selectFrom('contributionValue')
      .select(['minutes', 'cents'])
      .where('organisationId', '=', company.id)
      .where('counts', '=', true)
      .orderBy('id')
      .execute()
    expect(rows).toEqual([
      { minutes: 240, cents: 24_000 },
      { minutes: 90, cents: 9_000 },
    ])
    const confirmation = await db
      .selectFrom('outbox')
      .select('bodyText')
      .where('recipient', '=', `anja.${key}@demo.test`)
      .where('reason', '=', 'contribution.answered')
      .execute()
    expect(confirmation).toHaveLength(1)
    expect(confirmation[0]?.bodyText).toContain('Dat kwam van de groothandel.')
  })
}
