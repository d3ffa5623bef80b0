import { describe, expect } from 'vitest'
import { instantAt } from '#app/platform/dates.ts'
import type { Db } from '#db/client.server.ts'
import {
  aCoordinator,
  anEdition,
  anEnrolment,
  anOffering,
  aPerson,
  dayFromNow,
  theTestRegion,
} from '#tests/support/builders.ts'
import { type TestPortal, test } from '#tests/support/portal.ts'

const soon = () => instantAt(dayFromNow(20), '13:00')

async function page(portal: TestPortal, path: string) {
  const response = await portal.get(path)
  return { status: response.status, html: await response.text(), headers: response.headers }
}

async function anOffer(db: Db, more: { capacity?: number; minimum?: number } = {}) {
  await theTestRegion(db)
  const offering = await anOffering(db, { slug: 'cobots-in-de-les', title: 'Cobots in de les' })
  const edition = await anEdition(db, { offeringId: offering.id, startsAt: soon(), ...more })
  return { offering, edition }
}

describe('every page for visitors', () => {
  test('answers, names the region, is plain HTML and may be kept', async ({ db, portal }) => {
    await anOffer(db)
    const paths = [
      '/',
      '/aanbod',
      '/aanbod/maand',
      '/aanbod/cobots-in-de-les',
      '/programma',
      '/programma/project-6',
      '/contact',
      '/toegankelijkheid',
      '/privacy',
    ]
    for (const path of paths) {
      const { status, html } = await page(portal, path)
      expect([path, status]).toEqual([path, 200])
      expect(html).toMatch(/<title>[^<]+ · STO Testregio<\/title>/)
      expect(html).toContain(
        `<link rel="canonical" href="http://localhost:3000${path === '/' ? '/' : path}"/>`,
      )
      expect(html).not.toContain('__remixContext')
      expect(html).not.toMatch(/ style="/)
      expect(html.match(/<h1/g)).toHaveLength(1)
    }
    expect(portal.kept()).toBe(paths.length)
  })

  test('stands when there is nothing to show yet', async ({ db, portal }) => {
    await theTestRegion(db)
    await db.deleteFrom('projectGoal').execute()
    await db.deleteFrom('project').execute()
    for (const path of ['/', '/aanbod', '/aanbod/maand', '/programma']) {
      expect((await page(portal, path)).status).toBe(200)
    }
  })

  test('asks search engines away in a demo only, and offers to look around there only', async ({
    db,
    portal,
  }) => {
    await theTestRegion(db)
    const real = await page(portal, '/')
    expect(real.html).not.toMatch(/noindex|Bekijk als/)
  })

  test('of a demo offers every role by one press', async ({ db, portal }) => {
    await theTestRegion(db, { demo: true })
    const { html } = await page(portal, '/')
    expect(html).toContain('<meta name="robots" content="noindex"/>')
    for (const role of ['docent', 'trainer', 'coordinator', 'beheerder']) {
      expect(html).toMatch(new RegExp(`<button[^>]*name="rol"[^>]*value="${role}"`))
    }
  })
})

describe('the catalogue', () => {
  test('takes any rubbish in its address', async ({ db, portal }) => {
    await anOffer(db)
    const rubbish = [
      'soort=x&profiel=%27&module=%25&project=abc&doel=-1&pagina=9999999&plaats=%F0%9F%92%A9',
      'vanaf=gisteren&tot=31-2-2026&maand=2026-99',
      'zoek=%27%22%3B--%20%25_%5C%20%26%7C!%3A*&plek=1',
      `zoek=${'a%20'.repeat(300)}`,
      'zoek[]=1&zoek=a&zoek=b&__proto__=1',
    ]
    for (const query of rubbish) {
      for (const path of ['/aanbod', '/aanbod/maand']) {
        expect([query, (await page(portal, `${path}?${query}`)).status]).toEqual([query, 200])
      }
    }
    expect((await page(portal, '/aanbod?vanaf=gisteren')).html).toContain(
      'Dit is geen datum. Typ die als 3-12-2026.',
    )
    expect((await page(portal, '/aanbod?vanaf=gisteren')).html).toContain('value="gisteren"')
  })

  test('keeps what is asked in a clean address', async ({ db, portal }) => {
    await anOffer(db)
    const response = await portal.get('/aanbod?zoek=cobots&soort=&profiel=&vanaf=&tot=&plek=on')
    expect([response.status, response.headers.get('Location')]).toEqual([302, '/aanbod?zoek=cobots&plek=on'])
    expect((await page(portal, '/aanbod?zoek=cobots&plek=on')).html).toContain(
      '1 cursus of activiteit gevonden',
    )
  })

  test('goes back to the first page when there is no such page', async ({ db, portal }) => {
    await anOffer(db)
    const response = await portal.get('/aanbod?zoek=cobots&pagina=7')
    expect(response.headers.get('Location')).toBe('/aanbod?zoek=cobots')
  })

  test('says what to do when nothing is found, and what looks like it when something does', async ({
    db,
    portal,
  }) => {
    await anOffer(db)
    const nothing = await page(portal, '/aanbod?zoek=xyzzy')
    expect(nothing.html).toMatch(/Niets gevonden voor ‘xyzzy’.*Wis alle filters/s)
    expect((await page(portal, '/aanbod?zoek=cobtos')).html).toContain('Dit lijkt erop')
  })
})

describe('an offering', () => {
  test('tells its places as a word, and leads to enrolling', async ({ db, portal }) => {
    const { edition } = await anOffer(db, { capacity: 5 })
    await anEnrolment(db, { editionId: edition.id })
    const { html } = await page(portal, '/aanbod/cobots-in-de-les')
    expect(html).toContain('4 plekken')
    expect(html).toContain(`href="/aanbod/cobots-in-de-les/${edition.code}/inschrijven"`)
    expect(html).not.toMatch(/kwalificatie/i)
  })

  test('leads to the waiting list when it is full', async ({ db, portal }) => {
    const { edition } = await anOffer(db, { capacity: 1 })
    await anEnrolment(db, { editionId: edition.id })
    const { html } = await page(portal, '/aanbod/cobots-in-de-les')
    expect(html).toContain('vol, wachtlijst')
    expect(html).toContain('Naar de wachtlijst')
  })

  test('tells who is logged in how they stand, and nobody else', async ({ db, portal }) => {
    const { edition } = await anOffer(db)
    const { hashPassword } = await import('#app/platform/authentication/password.server.ts')
    const address = 'docent@school.example'
    const person = await aPerson(db, { address, passwordHash: await hashPassword('een lange zin hier') })
    await anEnrolment(db, { editionId: edition.id, personId: person.id })
    const teacher = portal.visit()
    await teacher.post('/inloggen', { address, password: 'een lange zin hier' })
    const own = await (await teacher.get('/aanbod/cobots-in-de-les')).text()
    expect(own).toContain('Je bent ingeschreven.')
    expect((await page(portal, '/aanbod/cobots-in-de-les')).html).not.toContain('Je bent ingeschreven.')
  })

  test('tells search engines its facts, whatever stands in its title', async ({ db, portal }) => {
    const { offering } = await anOffer(db)
    await db
      .updateTable('offering')
      .set({ title: 'Lassen </script><script>alert(1)</script>' })
      .where('id', '=', offering.id)
      .execute()
    const { html } = await page(portal, '/aanbod/cobots-in-de-les')
    expect(html).not.toContain('<script>alert')
    const [, facts = ''] = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(html) ?? []
    expect(JSON.parse(facts)).toMatchObject({
      '@type': 'Course',
      name: 'Lassen </script><script>alert(1)</script>',
      hasCourseInstance: [{ startDate: soon().toISOString() }],
    })
  })

  test('does not exist while it is a draft, nor under another name', async ({ db, portal }) => {
    await theTestRegion(db)
    await anOffering(db, { slug: 'concept', status: 'draft' })
    for (const slug of ['concept', 'bestaat-niet', 'A', '%27', 'a'.repeat(300)]) {
      expect([slug, (await page(portal, `/aanbod/${slug}`)).status]).toEqual([slug, 404])
    }
  })
})

test('a project that does not exist is not found', async ({ db, portal }) => {
  await theTestRegion(db)
  for (const segment of ['project-99', 'project-0', 'project-', 'iets', 'project-6-x']) {
    expect([segment, (await page(portal, `/programma/${segment}`)).status]).toEqual([segment, 404])
  }
})

describe('the contact page', () => {
  const message = {
    topic: 'join_as_company',
    name: 'V. Voorbeeld',
    email: 'V.Voorbeeld@bedrijf.example',
    organisation: 'Voorbeeldbedrijf',
    message: 'Wij hebben een robotcel.\r\n\r\nKom kijken.',
  }

  test('keeps a message and mails every coordinator, who can answer the sender', async ({ db, portal }) => {
    await theTestRegion(db)
    const coordinator = await aCoordinator(db)
    const response = await portal.visit().post('/contact', message)
    expect([response.status, response.headers.get('Location')]).toEqual([303, '/contact'])
    const kept = await db.selectFrom('contactMessage').selectAll().execute()
    expect(kept).toMatchObject([{ topic: 'join_as_company', email: 'v.voorbeeld@bedrijf.example' }])
    const mails = await db.selectFrom('outbox').selectAll().execute()
    expect(mails).toMatchObject([
      {
        reason: 'contact.received',
        personId: coordinator.personId,
        replyTo: 'v.voorbeeld@bedrijf.example',
        subjectKey: `contact-message:${kept[0]?.id}`,
      },
    ])
    expect(mails[0]?.bodyText).toContain('Wij hebben een robotcel.')
  })

  test('loses nothing that was typed when something is wrong', async ({ db, portal }) => {
    await theTestRegion(db)
    const response = await portal.visit().post('/contact', {
      ...message,
      email: 'geen adres',
      topic: '',
    })
    expect(response.status).toBe(422)
    const html = await response.text()
    expect(html).toContain('Dit is geen e-mailadres.')
    expect(html).toContain('Kies waarover het gaat.')
    expect(html).toMatch(/value="geen adres"/)
    expect(html).toContain('Wij hebben een robotcel.')
    expect(await db.selectFrom('contactMessage').selectAll().execute()).toEqual([])
  })

  test('thanks a robot and keeps nothing', async ({ db, portal }) => {
    await theTestRegion(db)
    await aCoordinator(db)
    const response = await portal.visit().post('/contact', {
      ...message,
      website: 'https://spam.example',
    })
    expect(response.status).toBe(303)
    expect(await db.selectFrom('contactMessage').selectAll().execute()).toEqual([])
    expect(await db.selectFrom('outbox').selectAll().execute()).toEqual([])
  })

  test('takes twenty an hour from one network, and keeps what the next one typed', async ({ db, portal }) => {
    await theTestRegion(db)
    const statuses: number[] = []
    for (let count = 0; count < 20; count++) {
      statuses.push((await portal.visit().post('/contact', message)).status)
    }
    expect(new Set(statuses)).toEqual(new Set([303]))
    const refused = await portal.visit().post('/contact', message)
    expect(refused.status).toBe(422)
    expect(await refused.text()).toMatch(/te vaak achter elkaar.*robotcel/s)
  })

  test('has the topic chosen that a link asks for', async ({ db, portal }) => {
    await theTestRegion(db)
    const { html } = await page(portal, '/contact?onderwerp=bedrijf')
    expect(html).toMatch(/<input[^>]*checked=""[^>]*value="join_as_company"/)
    expect((await page(portal, '/contact?onderwerp=__proto__')).status).toBe(200)
  })
})
