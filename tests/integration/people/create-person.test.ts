import { describe, expect } from 'vitest'
import { listOrganisationsForChoice } from '#app/features/organisations/organisation-queries.server.ts'
import { createPerson } from '#app/features/people/create-person.server.ts'
import { findPersonByAddress } from '#app/features/people/person-queries.server.ts'
import { Refusal } from '#app/platform/refusal.ts'
import { inTransaction } from '#db/client.server.ts'
import { anOrganisation, aPerson, aTeam } from '#tests/support/builders.ts'
import { test } from '#tests/support/database.ts'

const someone = { givenName: 'Sam', familyName: 'van der Voorbeeld', address: ' Sam@School.Example ' }

describe('somebody new', () => {
  test('gets one unconfirmed primary address, in lower case, and a membership', async ({ db }) => {
    const team = await aTeam(db)
    const input = {
      ...someone,
      organisationId: team.organisationId,
      teamId: team.id,
      role: 'instructor' as const,
    }
    const { personId, created } = await inTransaction(db, (trx) => createPerson(trx, null, input))
    expect(created).toBe(true)
    expect(await findPersonByAddress(db, 'SAM@school.example')).toMatchObject({
      id: personId,
      address: 'sam@school.example',
      confirmedAt: null,
    })
    const memberships = await db
      .selectFrom('membership')
      .selectAll()
      .where('personId', '=', personId)
      .execute()
    expect(memberships).toMatchObject([
      { organisationId: team.organisationId, teamId: team.id, role: 'instructor' },
    ])
  })

  test('of a school that is not in the list leaves its name and town', async ({ db }) => {
    const suggestion = { name: 'Het Nieuwe College', town: 'Olst' }
    const { personId } = await inTransaction(db, (trx) => createPerson(trx, null, { ...someone, suggestion }))
    const rows = await db.selectFrom('organisationSuggestion').selectAll().execute()
    expect(rows).toMatchObject([{ personId, ...suggestion, role: 'teacher', handledAt: null }])
  })

  test('is not made twice for one address, not even in the same instant', async ({ db }) => {
    const made = await Promise.all(
      Array.from({ length: 8 }, () => inTransaction(db, (trx) => createPerson(trx, null, someone))),
    )
    expect(new Set(made.map(({ personId }) => personId)).size).toBe(1)
    expect(made.filter(({ created }) => created)).toHaveLength(1)
    expect(await db.selectFrom('person').select('id').execute()).toHaveLength(1)
  })

  test('is not stopped by somebody who claimed the address without showing that it is theirs', async ({
    db,
  }) => {
    const claimer = await aPerson(db)
    const claim = { personId: claimer.id, address: 'sam@school.example', isPrimary: false }
    await db.insertInto('emailAddress').values(claim).execute()
    expect(await findPersonByAddress(db, 'sam@school.example')).toBeUndefined()
    const { personId } = await inTransaction(db, (trx) => createPerson(trx, null, someone))
    expect((await findPersonByAddress(db, 'sam@school.example'))?.id).toBe(personId)
  })

  test('cannot join a team of another school', async ({ db }) => {
    const team = await aTeam(db)
    const other = await anOrganisation(db)
    const input = { ...someone, organisationId: other.id, teamId: team.id }
    await expect(inTransaction(db, (trx) => createPerson(trx, null, input))).rejects.toThrow(Refusal)
    expect(await db.selectFrom('person').select('id').execute()).toHaveLength(0)
  })
})

test('schools can be found by a part of their name or town, with their teams, and companies are not among them', async ({
  db,
}) => {
  const college = await anOrganisation(db, { name: 'Étty College', town: 'Deventer' })
  await aTeam(db, { organisationId: college.id, name: 'PIE' })
  await anOrganisation(db, { name: '100% Lyceum', town: 'Twello' })
  await anOrganisation(db, { name: 'Etty Lassen BV', town: 'Deventer', kinds: ['company'] })
  const names = async (search?: string) =>
    (await listOrganisationsForChoice(db, { search })).map(({ name }) => name)
  expect(await names()).toEqual(['100% Lyceum', 'Étty College'])
  expect(await names('etty')).toEqual(['Étty College'])
  expect(await names('twel')).toEqual(['100% Lyceum'])
  expect(await names('0%')).toEqual(['100% Lyceum'])
  expect(await names('_')).toEqual([])
  expect((await listOrganisationsForChoice(db, { search: 'etty' }))[0]?.teams).toMatchObject([
    { name: 'PIE' },
  ])
})
