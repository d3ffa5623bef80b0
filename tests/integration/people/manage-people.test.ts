import { describe, expect } from 'vitest'
import { addPerson } from '#app/features/people/add-person.server.ts'
import { changeMembership } from '#app/features/people/change-membership.server.ts'
import { closeAccount, reopenAccount } from '#app/features/people/close-account.server.ts'
import {
  choosePrimaryAddress,
  giveAddress,
  takeAddress,
} from '#app/features/people/manage-addresses.server.ts'
import { listManagedPeople } from '#app/features/people/managed-people-queries.server.ts'
import { findPersonByAddress } from '#app/features/people/person-queries.server.ts'
import { setRegionRoles } from '#app/features/people/set-region-roles.server.ts'
import { Refusal } from '#app/platform/refusal.ts'
import type { Db } from '#db/client.server.ts'
import {
  aCoordinator,
  aMembership,
  anAdministrator,
  anOrganisation,
  aPerson,
  aTeacher,
  aTeam,
  theTestRegion,
} from '#tests/support/builders.ts'
import { test } from '#tests/support/database.ts'

const rolesOf = async (db: Db, personId: number) =>
  (await db.selectFrom('regionRole').select('role').where('personId', '=', personId).execute()).map(
    ({ role }) => role,
  )

describe('the roles in the region', () => {
  test('are given and taken by an administrator, and journaled', async ({ db }) => {
    const administrator = await anAdministrator(db)
    const person = await aPerson(db)
    const subject = { personId: person.id }
    await setRegionRoles(db, administrator, subject, { roles: ['coordinator', 'reviewer'] })
    await setRegionRoles(db, administrator, subject, { roles: ['reviewer'] })
    expect(await rolesOf(db, person.id)).toEqual(['reviewer'])
    const actions = await db.selectFrom('journal').select('action').orderBy('id').execute()
    expect(actions.map(({ action }) => action)).toEqual([
      'region-role.grant',
      'region-role.grant',
      'region-role.take',
    ])
  })

  test('are not for a coordinator to give', async ({ db }) => {
    const coordinator = await aCoordinator(db)
    const give = async () => setRegionRoles(db, coordinator, coordinator, { roles: ['administrator'] })
    await expect(give()).rejects.toMatchObject({ status: 403 })
  })

  test('always leave one administrator, also when two take each other off at once', async ({ db }) => {
    const [one, other] = [await anAdministrator(db), await anAdministrator(db)]
    const outcomes = await Promise.allSettled([
      setRegionRoles(db, one, other, { roles: [] }),
      setRegionRoles(db, other, one, { roles: [] }),
    ])
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(await db.selectFrom('regionRole').selectAll().execute()).toHaveLength(1)
    const left = (await rolesOf(db, one.personId)).length > 0 ? one : other
    await expect(setRegionRoles(db, left, left, { roles: ['reviewer'] })).rejects.toThrow('enige beheerder')
    await expect(closeAccount(db, left, left)).rejects.toThrow('enige beheerder')
  })
})

describe('an address from the desk', () => {
  test('counts when its owner confirmed it, and not before', async ({ db }) => {
    await theTestRegion(db)
    const coordinator = await aCoordinator(db)
    const person = await aPerson(db)
    const subject = { personId: person.id }
    await giveAddress(db, coordinator, subject, { address: 'nieuw@school.example' })
    expect(await findPersonByAddress(db, 'nieuw@school.example')).toBeUndefined()
    const { id } = await db
      .selectFrom('emailAddress')
      .select('id')
      .where('address', '=', 'nieuw@school.example')
      .executeTakeFirstOrThrow()
    const choose = () => choosePrimaryAddress(db, coordinator, subject, { addressId: id })
    await expect(choose()).rejects.toThrow('nog niet bevestigd')
    await db.updateTable('emailAddress').set({ confirmedAt: new Date() }).where('id', '=', id).execute()
    await choose()
    expect(await findPersonByAddress(db, 'nieuw@school.example')).toMatchObject({ id: person.id })
    await expect(takeAddress(db, coordinator, subject, { addressId: id })).rejects.toThrow('hoofdadres')
  })

  test('of somebody else is refused', async ({ db }) => {
    await theTestRegion(db)
    const coordinator = await aCoordinator(db)
    const [person, other] = [await aPerson(db), await aPerson(db)]
    const give = giveAddress(db, coordinator, { personId: person.id }, { address: other.address })
    await expect(give).rejects.toThrow(Refusal)
  })

  test('is no way for a coordinator to become administrator', async ({ db }) => {
    await theTestRegion(db)
    const [coordinator, administrator] = [await aCoordinator(db), await anAdministrator(db)]
    const give = giveAddress(db, coordinator, administrator, { address: 'van.mij@school.example' })
    await expect(give).rejects.toMatchObject({ status: 403 })
    await expect(closeAccount(db, coordinator, administrator)).rejects.toMatchObject({ status: 403 })
  })
})

describe('an account', () => {
  test('that is closed ends its logins and its links, and can be opened again', async ({ db }) => {
    const coordinator = await aCoordinator(db)
    const person = await aPerson(db)
    const subject = { personId: person.id }
    const expiresAt = new Date(Date.now() + 1e6)
    await db.insertInto('session').values({ idHash: 'x', personId: person.id, expiresAt }).execute()
    await closeAccount(db, coordinator, subject)
    expect(await db.selectFrom('session').selectAll().execute()).toEqual([])
    expect(await findPersonByAddress(db, person.address)).toBeUndefined()
    await reopenAccount(db, coordinator, subject)
    expect(await findPersonByAddress(db, person.address)).toMatchObject({ id: person.id })
  })

  test('is made by hand once for an address', async ({ db }) => {
    await theTestRegion(db)
    const coordinator = await aCoordinator(db)
    const person = { givenName: 'Sam', familyName: 'Nieuw', role: 'teacher' as const, invite: true }
    const { personId } = await addPerson(db, coordinator, { ...person, address: 'sam@school.example' })
    expect(await db.selectFrom('outbox').select('personId').execute()).toEqual([{ personId }])
    const again = addPerson(db, coordinator, { ...person, address: 'SAM@school.example' })
    await expect(again).rejects.toThrow('hoort al bij iemand anders')
    expect(await db.selectFrom('person').select('id').execute()).toHaveLength(2)
    const teacher = await aTeacher(db)
    await expect((async () => addPerson(db, teacher, { ...person, invite: false }))()).rejects.toMatchObject({
      status: 403,
    })
  })
})

test('work that changes from a day on keeps what was', async ({ db }) => {
  const coordinator = await aCoordinator(db)
  const team = await aTeam(db)
  const person = await aPerson(db)
  const old = await aMembership(db, { personId: person.id, organisationId: team.organisationId })
  const change = { role: 'teacher' as const, teamId: team.id, partTimeFactor: 0.8 }
  await changeMembership(db, coordinator, old, { ...change, from: '2026-08-01' })
  const rows = await db.selectFrom('membership').selectAll().orderBy('startsOn').execute()
  expect(rows).toMatchObject([
    { startsOn: '2020-08-01', endsOn: '2026-07-31', teamId: null, partTimeFactor: null },
    { startsOn: '2026-08-01', endsOn: null, teamId: team.id, partTimeFactor: 0.8 },
  ])
  const elsewhere = await aTeam(db)
  await expect(
    changeMembership(db, coordinator, old, { role: 'teacher', teamId: elsewhere.id }),
  ).rejects.toThrow('hoort niet bij deze school')
})

test('people are found by name, address, school and role, in order of name', async ({ db }) => {
  const school = await anOrganisation(db, { name: 'Étty College', town: 'Deventer' })
  const berg = await aPerson(db, {
    givenName: 'Anna',
    familyName: 'van den Berg',
    address: 'anna@etty.example',
  })
  const aalst = await aPerson(db, { givenName: 'Zoë', familyName: 'Aalst', address: 'zoe_a@elders.example' })
  await aMembership(db, { personId: berg.id, organisationId: school.id })
  await aMembership(db, {
    personId: aalst.id,
    organisationId: school.id,
    endsOn: '2021-01-01',
    role: 'trainer',
  })
  const names = async (filter: Omit<Parameters<typeof listManagedPeople>[1], 'page'>) =>
    (await listManagedPeople(db, { ...filter, page: 1 })).people.map(({ name }) => name)
  expect(await names({})).toEqual(['Zoë Aalst', 'Anna van den Berg'])
  expect(await names({ words: 'zoe' })).toEqual(['Zoë Aalst'])
  expect(await names({ words: 'etty coll' })).toEqual(['Anna van den Berg'])
  expect(await names({ words: 'ANNA@etty' })).toEqual(['Anna van den Berg'])
  expect(await names({ words: '_a@' })).toEqual(['Zoë Aalst'])
  expect(await names({ words: '%' })).toEqual([])
  expect(await names({ organisationId: school.id })).toEqual(['Anna van den Berg'])
  expect(await names({ role: 'trainer' })).toEqual([])
  expect(await names({ role: 'teacher', words: 'berg' })).toEqual(['Anna van den Berg'])
  expect(await names({ closed: true })).toEqual([])
})
