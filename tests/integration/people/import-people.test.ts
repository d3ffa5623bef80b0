import { describe, expect } from 'vitest'
import type { Actor } from '#app/access/actor.ts'
import { carryOutImport } from '#app/features/people/carry-out-import.server.ts'
import { checkImport } from '#app/features/people/check-import.server.ts'
import { previewImport } from '#app/features/people/people-import-queries.server.ts'
import { runJob } from '#app/jobs.server.ts'
import { setClock } from '#app/platform/clock.ts'
import type { Db } from '#db/client.server.ts'
import {
  aCoordinator,
  aMembership,
  anEdition,
  anEnrolment,
  anOrganisation,
  aPerson,
  aTeacher,
  aTeam,
  theTestRegion,
} from '#tests/support/builders.ts'
import { test } from '#tests/support/database.ts'

const head = 'voornaam;achternaam;e-mailadres;school;team;rol;vanaf'
const bytes = (lines: string[], newline = '\r\n') => new TextEncoder().encode(lines.join(newline))

async function aSchool(db: Db) {
  await theTestRegion(db)
  const school = await anOrganisation(db, { name: 'Étty College', town: 'Deventer' })
  const pie = await aTeam(db, { organisationId: school.id, name: 'PIE' })
  const bwi = await aTeam(db, { organisationId: school.id, name: 'BWI' })
  return { school, pie, bwi, coordinator: await aCoordinator(db) }
}

/** Reads a file that has no faults and carries it out. */
async function importFile(db: Db, actor: Actor, file: Uint8Array, invite: 'now' | 'never' = 'never') {
  const checked = await checkImport(db, actor, file)
  expect(checked.faults).toBeUndefined()
  return carryOutImport(db, actor, { importId: checked.importId as number }, { invite })
}

const peopleIn = async (db: Db) =>
  (
    await db
      .selectFrom('person')
      .select('name')
      .where('familyName', 'not like', 'Persoon%')
      .orderBy('name')
      .execute()
  ).map(({ name }) => name)
const membershipsIn = (db: Db) =>
  db
    .selectFrom('membership')
    .leftJoin('team', 'team.id', 'membership.teamId')
    .select(['team.name as team', 'membership.role', 'startsOn', 'endsOn'])
    .orderBy('startsOn')
    .orderBy('team.name')
    .execute()

describe('a file of people', () => {
  test('makes nobody twice: carried out again it changes nothing', async ({ db }) => {
    const { coordinator } = await aSchool(db)
    const file = bytes([
      head,
      'Sam;de Vries;sam@school.example;Etty College;PIE;docent;1-8-2026',
      'Noor;Bakker;NOOR@school.example;etty college;BWI;teamleider;1-8-2026',
      'Sam;de Vries;sam@school.example;Etty College;BWI;instructeur;1-8-2026',
    ])
    const first = await importFile(db, coordinator, file)
    expect(first).toEqual({ people: 2, memberships: 3, changes: 0, invited: 0 })
    const given = await db
      .selectFrom('journal')
      .select(['actorId', 'details'])
      .where('action', '=', 'membership.start')
      .execute()
    expect(given.map(({ actorId }) => actorId)).toEqual(Array(3).fill(coordinator.personId))
    expect(JSON.stringify(given)).toContain('team_lead')
    const before = await membershipsIn(db)
    expect(await importFile(db, coordinator, file)).toMatchObject({ people: 0, memberships: 0, changes: 0 })
    expect(await membershipsIn(db)).toEqual(before)
    expect(await peopleIn(db)).toEqual(['Noor Bakker', 'Sam de Vries'])
  })

  test('reads commas and Windows-1252 as well as semicolons and UTF-8', async ({ db }) => {
    const { coordinator } = await aSchool(db)
    const commas = ['Voornaam,Achternaam,Mail,School', 'Zoë,"Prins, van der",zoe@school.example,Étty College']
    await importFile(db, coordinator, bytes(commas, '\n'))
    const windows = Buffer.from(
      [head, 'René;Müller;rene@school.example;Étty College;PIE;;'].join('\r\n'),
      'latin1',
    )
    await importFile(db, coordinator, windows)
    expect(await peopleIn(db)).toEqual(['René Müller', 'Zoë Prins, van der'])
  })

  test('with one fault changes nothing at all, and says every line', async ({ db }) => {
    const { coordinator } = await aSchool(db)
    const closed = await aPerson(db, { address: 'weg@school.example' })
    await db.updateTable('person').set({ deactivatedAt: new Date() }).where('id', '=', closed.id).execute()
    const checked = await checkImport(
      db,
      coordinator,
      bytes([
        head,
        'Sam;de Vries;sam@school.example;Etty College;PIE;docent;1-8-2026',
        'Noor;;geen adres;Onbekend;PIE;tovenaar;gisteren',
        'Weg;Gegaan;weg@school.example;Etty College;;;',
      ]),
    )
    expect(checked.importId).toBeUndefined()
    expect(checked.faults?.map(({ line }) => line)).toEqual([3, 3, 3, 3, 3, 4])
    expect(await db.selectFrom('peopleImport').select('id').execute()).toEqual([])
    expect(await peopleIn(db)).toEqual([])
  })

  test('lets somebody change teams and keeps what was; their places are asked about', async ({ db }) => {
    const { school, pie, coordinator } = await aSchool(db)
    const person = await aPerson(db, { address: 'sam@school.example' })
    const place = { personId: person.id, organisationId: school.id, teamId: pie.id }
    await aMembership(db, { ...place, startsOn: '2024-08-01' })
    const edition = await anEdition(db)
    await anEnrolment(db, { editionId: edition.id, ...place })
    const file = bytes([head, 'Sam;Ander;sam@school.example;Etty College;BWI;docent;1-8-2026'])
    const { importId } = await checkImport(db, coordinator, file)
    const preview = await previewImport(db, coordinator.personId, importId as number)
    expect(preview).toMatchObject({
      counts: { newPeople: 0, knownPeople: 1, starts: 0, changes: 1 },
      rows: [{ outcome: 'change', knownAs: person.name }],
    })
    await carryOutImport(db, coordinator, { importId: importId as number }, { invite: 'now' })
    expect(await membershipsIn(db)).toEqual([
      { team: 'PIE', role: 'teacher', startsOn: '2024-08-01', endsOn: '2026-07-31' },
      { team: 'BWI', role: 'teacher', startsOn: '2026-08-01', endsOn: null },
    ])
    expect(await db.selectFrom('membershipQuestion').select('id').execute()).toHaveLength(1)
    expect(await db.selectFrom('outbox').select('id').execute()).toEqual([])
    expect(
      (await db.selectFrom('person').select('name').where('id', '=', person.id).execute())[0]?.name,
    ).toBe(person.name)
  })

  test('leaves alone who is in two teams, when both are in the file', async ({ db }) => {
    const { coordinator } = await aSchool(db)
    const line = (team: string) => `Sam;de Vries;sam@school.example;Etty College;${team};docent;1-8-2026`
    await importFile(db, coordinator, bytes([head, line('PIE')]))
    const both = await importFile(db, coordinator, bytes([head, line('PIE'), line('BWI')]))
    expect(both).toMatchObject({ memberships: 1, changes: 0 })
    expect(await membershipsIn(db)).toHaveLength(2)
  })

  test('invites who is new, and only those, now or on a day', async ({ db }) => {
    const { coordinator } = await aSchool(db)
    setClock(new Date('2026-11-24T10:00:00Z'))
    await aPerson(db, { address: 'oud@school.example' })
    const file = bytes([
      head,
      'Sam;de Vries;sam@school.example;Etty College;PIE;docent;',
      'Oud;Bekende;oud@school.example;Etty College;PIE;docent;',
    ])
    const { importId } = await checkImport(db, coordinator, file)
    const input = { invite: 'later' as const, inviteOn: '2026-12-01' }
    expect(await carryOutImport(db, coordinator, { importId: importId as number }, input)).toMatchObject({
      invited: 1,
    })
    const mails = await db.selectFrom('outbox').select(['recipient', 'sendAfter']).execute()
    expect(mails).toEqual([{ recipient: 'sam@school.example', sendAfter: new Date('2026-12-01T07:00:00Z') }])
    const link = await db.selectFrom('linkToken').select('expiresAt').executeTakeFirstOrThrow()
    expect(link.expiresAt).toEqual(new Date('2026-12-15T07:00:00Z'))
  })

  test('is carried out once, by who read it, within a day', async ({ db }) => {
    const { coordinator } = await aSchool(db)
    const other = await aCoordinator(db)
    const file = bytes([head, 'Sam;de Vries;sam@school.example;Etty College;PIE;docent;'])
    const importId = (await checkImport(db, coordinator, file)).importId as number
    const carryOut = (actor: Actor) => carryOutImport(db, actor, { importId }, { invite: 'never' })
    await expect(carryOut(other)).rejects.toMatchObject({ status: 404 })
    const both = await Promise.allSettled([carryOut(coordinator), carryOut(coordinator)])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    const kept = await db.selectFrom('peopleImport').select('rows').executeTakeFirstOrThrow()
    expect(kept.rows).toEqual([])

    const late = (await checkImport(db, coordinator, file)).importId as number
    setClock(new Date(Date.now() + 25 * 3_600_000))
    const tooLate = carryOutImport(db, coordinator, { importId: late }, { invite: 'never' })
    await expect(tooLate).rejects.toMatchObject({ status: 404 })
    await runJob(db, 'delete-expired-imports')
    expect(await db.selectFrom('peopleImport').select('id').execute()).toEqual([])
  })

  test('that two people read at once makes nobody twice', async ({ db }) => {
    const { coordinator } = await aSchool(db)
    const file = bytes([head, 'Sam;de Vries;sam@school.example;Etty College;PIE;docent;'])
    const [one, other] = [await checkImport(db, coordinator, file), await checkImport(db, coordinator, file)]
    await Promise.all(
      [one, other].map(({ importId }) =>
        carryOutImport(db, coordinator, { importId: importId as number }, { invite: 'never' }),
      ),
    )
    expect(await peopleIn(db)).toEqual(['Sam de Vries'])
  })

  test('is not for a teacher', async ({ db }) => {
    await theTestRegion(db)
    const teacher = await aTeacher(db)
    await expect(checkImport(db, teacher, bytes([head]))).rejects.toMatchObject({ status: 403 })
  })

  test('of 5,000 rows takes seconds, invitations and all', async ({ db }) => {
    const { coordinator } = await aSchool(db)
    const lines = Array.from(
      { length: 5000 },
      (_, n) => `Test;Nummer ${n};nummer${n}@school.example;Etty College;PIE;docent;1-8-2026`,
    )
    const started = performance.now()
    expect(await importFile(db, coordinator, bytes([head, ...lines]), 'now')).toMatchObject({
      people: 5000,
      invited: 5000,
    })
    expect(performance.now() - started).toBeLessThan(10_000)
  })
})
