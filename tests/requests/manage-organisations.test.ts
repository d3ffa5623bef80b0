import { describe, expect } from 'vitest'
import {
  aCoordinator,
  aMembership,
  anAdministrator,
  anOrganisation,
  aPerson,
  aRoom,
  aTeacher,
  aTeam,
  theTestRegion,
} from '#tests/support/builders.ts'
import { test } from '#tests/support/portal.ts'

describe('the pages about organisations', () => {
  test('are for a coordinator only, in every form of request', async ({ db, portal }) => {
    await theTestRegion(db)
    const room = await aRoom(db)
    const { organisationId } = await db
      .selectFrom('site')
      .select('organisationId')
      .where('id', '=', room.siteId)
      .executeTakeFirstOrThrow()
    const team = await aTeam(db, { organisationId })
    const person = await aPerson(db)
    const suggestion = await db
      .insertInto('organisationSuggestion')
      .values({ personId: person.id, name: 'Nergens College', town: 'Nergenshuizen', role: 'teacher' })
      .returning('id')
      .executeTakeFirstOrThrow()
    const base = `/beheer/organisaties/${organisationId}`
    const pages = [
      '/beheer/organisaties',
      '/beheer/organisaties/nieuw',
      `/beheer/organisaties/suggesties/${suggestion.id}`,
      base,
      `${base}/wijzigen`,
      `${base}/locatie`,
      `${base}/locaties/${room.siteId}`,
      `${base}/lokalen/${room.id}`,
      `${base}/team`,
      `${base}/teams/${team.id}`,
    ]
    const coordinator = await portal.as((await aCoordinator(db)).personId)
    const others = [
      await portal.as((await aTeacher(db)).personId),
      await portal.as((await anAdministrator(db)).personId),
    ]
    for (const page of pages) {
      expect([page, (await coordinator.get(page)).status]).toEqual([page, 200])
      expect((await coordinator.get(`${page}.data`)).status).toBe(200)
      expect((await portal.get(page)).status).toBe(302)
      for (const other of others) {
        expect([page, (await other.get(page)).status]).toEqual([page, 403])
        expect((await other.get(`${page}.data`)).status).toBe(403)
        if (page !== base && page !== '/beheer/organisaties') {
          expect((await other.post(page, { name: 'x', act: 'dismiss' })).status).toBe(403)
        }
      }
    }
    const elsewhere = await anOrganisation(db)
    const wrong = `/beheer/organisaties/${elsewhere.id}`
    for (const page of [`/locaties/${room.siteId}`, `/lokalen/${room.id}`, `/teams/${team.id}`]) {
      expect((await coordinator.get(wrong + page)).status).toBe(404)
      const fields = { name: 'Elders', town: 'Elders', holidayRegion: 'noord' }
      expect([page, (await coordinator.post(wrong + page, fields)).status]).toEqual([page, 404])
    }
    expect(await db.selectFrom('journal').select('action').execute()).toEqual([])
  })

  test('let a coordinator add a school with a site, rooms and a team that nobody leads yet', async ({
    db,
    portal,
  }) => {
    await theTestRegion(db)
    const coordinator = await portal.as((await aCoordinator(db)).personId)
    const school = {
      name: 'Nieuw College',
      town: 'Twello',
      kinds: 'secondary_school',
      website: 'nieuw.example',
    }
    const made = await coordinator.post('/beheer/organisaties/nieuw', school)
    expect(made.status).toBe(303)
    const page = made.headers.get('Location') ?? ''
    const again = await coordinator.post('/beheer/organisaties/nieuw', { ...school, name: 'NIEUW college' })
    expect(again.status).toBe(422)
    expect(await again.text()).toContain('staat er al')
    expect((await coordinator.post('/beheer/organisaties/nieuw', { name: 'Zonder' })).status).toBe(422)
    const script = { ...school, name: 'Elders', website: 'javascript:alert(1)' }
    expect((await coordinator.post('/beheer/organisaties/nieuw', script)).status).toBe(422)

    const site = { name: 'Hoofdgebouw', town: 'Twello', holidayRegion: 'midden', postcode: '7391ab' }
    expect((await coordinator.post(`${page}/locatie`, { ...site, postcode: '12' })).status).toBe(422)
    expect(
      (await coordinator.post(`${page}/locatie`, { ...site, newRooms: 'Lokaal 1\nLokaal 2\nLokaal 1' }))
        .status,
    ).toBe(303)
    expect((await coordinator.post(`${page}/locatie`, site)).status).toBe(422)
    const rooms = await db.selectFrom('room').select(['id', 'name']).orderBy('name').execute()
    expect(rooms.map(({ name }) => name)).toEqual(['Lokaal 1', 'Lokaal 2'])
    const rename = await coordinator.post(`${page}/lokalen/${rooms[0]?.id}`, { name: 'Lokaal 2' })
    expect(rename.status).toBe(422)
    expect(await rename.text()).toContain('al een lokaal met deze naam')

    expect((await coordinator.post(`${page}/team`, { name: 'PIE', approvesEnrolments: 'on' })).status).toBe(
      303,
    )
    const shown = await (await coordinator.get(page)).text()
    for (const text of ['7391AB', 'Midden', 'Lokaal 2', 'geen, vraagt de coördinator'])
      expect(shown).toContain(text)
    const found = await (
      await coordinator.get('/beheer/organisaties?soort=secondary_school&plaats=Twello')
    ).text()
    expect(found).toContain('1 organisatie')
  })

  test('answer a school that was not in the list: a new one, with the person in it', async ({
    db,
    portal,
  }) => {
    await theTestRegion(db)
    const coordinator = await portal.as((await aCoordinator(db)).personId)
    const person = await aPerson(db, { familyName: 'Zoeker' })
    const suggest = (name: string) =>
      db
        .insertInto('organisationSuggestion')
        .values({ personId: person.id, name, town: 'Olst', role: 'teacher' })
        .returning('id')
        .executeTakeFirstOrThrow()
    const [real, joke] = [await suggest('IJssel Colege'), await suggest('Zweinstein')]
    expect(await (await coordinator.get('/beheer/organisaties')).text()).toContain('2 scholen staan er')
    const page = `/beheer/organisaties/suggesties/${real.id}`
    expect((await coordinator.post(page, {})).status).toBe(422)
    const created = { place: 'nieuw', name: 'IJssel College', town: 'Olst', kind: 'secondary_school' }
    expect((await coordinator.post(page, created)).status).toBe(303)
    expect((await coordinator.post(page, created)).status).toBe(404)
    const membership = await db
      .selectFrom('membership')
      .innerJoin('organisation', 'organisation.id', 'membership.organisationId')
      .select(['organisation.name', 'membership.personId'])
      .execute()
    expect(membership).toEqual([{ name: 'IJssel College', personId: person.id }])
    const dismissed = await coordinator.post(`/beheer/organisaties/suggesties/${joke.id}`, { act: 'dismiss' })
    expect(dismissed.status).toBe(303)
    expect(await (await coordinator.get('/beheer/organisaties')).text()).not.toContain('Zweinstein')
    expect(await db.selectFrom('organisation').select('id').execute()).toHaveLength(1)
  })

  test('show who leads a team, and who is its deputy', async ({ db, portal }) => {
    await theTestRegion(db)
    const team = await aTeam(db)
    for (const [familyName, role] of [
      ['Leider', 'team_lead'],
      ['Vervanger', 'deputy_lead'],
    ] as const) {
      const person = await aPerson(db, { givenName: 'De', familyName })
      await aMembership(db, {
        personId: person.id,
        organisationId: team.organisationId,
        teamId: team.id,
        role,
      })
    }
    const coordinator = await portal.as((await aCoordinator(db)).personId)
    const page = await (await coordinator.get(`/beheer/organisaties/${team.organisationId}`)).text()
    for (const text of ['De Leider', 'De Vervanger']) expect(page).toContain(text)
    expect(page).not.toContain('vraagt de')
  })
})
