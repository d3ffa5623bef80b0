import { describe, expect } from 'vitest'
import type { Db } from '#db/client.server.ts'
import {
  aCoordinator,
  aMembership,
  anAdministrator,
  aPaper,
  aPerson,
  aTeacher,
  aTeam,
  theTestRegion,
} from '#tests/support/builders.ts'
import { test } from '#tests/support/portal.ts'

async function aSubject(db: Db) {
  await theTestRegion(db)
  const team = await aTeam(db)
  const person = await aPerson(db, { familyName: 'Onderwerp' })
  const membership = await aMembership(db, {
    personId: person.id,
    organisationId: team.organisationId,
    teamId: team.id,
  })
  const qualification = await aPaper(db, { personId: person.id, issuedOn: '2026-01-05' })
  return { person, team, membership, qualification }
}

type Subject = Awaited<ReturnType<typeof aSubject>>

/** Each page, whether an administrator who is no coordinator may see it, and whether a coordinator may. */
const pages: [path: (subject: Subject) => string, coordinator: number, administrator: number][] = [
  [() => '/beheer/mensen', 200, 200],
  [() => '/beheer/mensen/nieuw', 200, 200],
  [({ person }) => `/beheer/mensen/${person.id}`, 200, 200],
  [({ person }) => `/beheer/mensen/${person.id}/gegevens`, 200, 200],
  [({ person }) => `/beheer/mensen/${person.id}/adres`, 200, 200],
  [({ person }) => `/beheer/mensen/${person.id}/rollen`, 403, 200],
  [({ person }) => `/beheer/mensen/${person.id}/werk`, 200, 200],
  [({ person, membership }) => `/beheer/mensen/${person.id}/werk/${membership.id}`, 200, 200],
  [({ person, membership }) => `/beheer/mensen/${person.id}/werk/${membership.id}/stoppen`, 200, 200],
  [({ person }) => `/beheer/mensen/${person.id}/bewijs`, 200, 403],
  [({ person, qualification }) => `/beheer/mensen/${person.id}/bewijs/${qualification.id}`, 200, 403],
]

describe('the pages about people', () => {
  test('are each for who may, as a document, as data and as a post', async ({ db, portal }) => {
    const subject = await aSubject(db)
    const coordinator = await portal.as((await aCoordinator(db)).personId)
    const administrator = await portal.as((await anAdministrator(db)).personId)
    const teacher = await portal.as((await aTeacher(db)).personId)
    for (const [pathOf, forCoordinator, forAdministrator] of pages) {
      const path = pathOf(subject)
      for (const form of [path, `${path}.data`]) {
        const statuses = [await coordinator.get(form), await administrator.get(form), await teacher.get(form)]
        expect([form, ...statuses.map(({ status }) => status)]).toEqual([
          form,
          forCoordinator,
          forAdministrator,
          403,
        ])
        const visitor = await portal.get(form)
        expect(visitor.status === 302 || (await visitor.text()).includes('/inloggen')).toBe(true)
      }
      if (path === '/beheer/mensen') continue
      expect([path, (await teacher.post(path, { act: 'close' })).status]).toEqual([path, 403])
      if (forCoordinator === 403) expect((await coordinator.post(path)).status).toBe(403)
      if (forAdministrator === 403) expect((await administrator.post(path)).status).toBe(403)
    }
    expect(await db.selectFrom('journal').select('action').execute()).toEqual([])
  })

  test('show an administrator no dossier', async ({ db, portal }) => {
    const { person } = await aSubject(db)
    const path = `/beheer/mensen/${person.id}`
    const asCoordinator = await (await portal.as((await aCoordinator(db)).personId)).get(path)
    expect(await asCoordinator.text()).toContain('5 jan 2026')
    const administrator = await portal.as((await anAdministrator(db)).personId)
    expect(await (await administrator.get(path)).text()).not.toContain('5 jan 2026')
    expect(await (await administrator.get(`${path}.data`)).text()).not.toContain('2026-01-05')
  })

  test('let a coordinator add somebody, correct them, and end where they work', async ({ db, portal }) => {
    const { team, person, membership } = await aSubject(db)
    const coordinator = await portal.as((await aCoordinator(db)).personId)
    const place = `${team.organisationId}-${team.id}`
    const fields = {
      givenName: 'Noor',
      familyName: 'Nieuw',
      address: 'Noor@school.example',
      role: 'teacher',
      place,
    }
    const made = await coordinator.post('/beheer/mensen/nieuw', { ...fields, invite: 'on' })
    expect(made.status).toBe(303)
    const shown = await (await coordinator.get(made.headers.get('Location') ?? '')).text()
    expect(shown).toContain('noor@school.example')
    expect(shown).toContain('Nodig opnieuw uit')

    const twice = await coordinator.post('/beheer/mensen/nieuw', fields)
    expect(twice.status).toBe(422)
    const text = await twice.text()
    expect(text).toContain('hoort al bij iemand anders')
    expect(text).toContain('value="Noor@school.example"')

    const corrected = await coordinator.post(`/beheer/mensen/${person.id}/gegevens`, {
      givenName: 'Test',
      familyName: 'de Beter',
      telephone: '06 12345678',
    })
    expect(corrected.status).toBe(303)
    const wrong = await coordinator.post(`/beheer/mensen/${person.id}/gegevens`, {
      familyName: '',
      telephone: 'x',
    })
    expect(wrong.status).toBe(422)

    const ended = await coordinator.post(`/beheer/mensen/${person.id}/werk/${membership.id}/stoppen`, {
      endsOn: '31-7-2026',
    })
    expect(ended.status).toBe(303)
    expect(
      await db.selectFrom('membership').select('endsOn').where('id', '=', membership.id).execute(),
    ).toEqual([{ endsOn: '2026-07-31' }])
    const elsewhere = await coordinator.post(
      `/beheer/mensen/${person.id + 1}/werk/${membership.id}/stoppen`,
      { endsOn: '30-7-2026' },
    )
    expect(elsewhere.status).toBe(404)
  })
})
