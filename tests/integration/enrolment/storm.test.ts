import { sql } from 'kysely'
import { expect } from 'vitest'
import type { Actor } from '#app/access/actor.ts'
import { acceptOffer } from '#app/features/enrolment/answer-offer.server.ts'
import { enrol } from '#app/features/enrolment/enrol.server.ts'
import { type Lock, readEdition } from '#app/features/enrolment/lock-edition.server.ts'
import { withdraw } from '#app/features/enrolment/withdraw.server.ts'
import { lockPerson } from '#app/features/people/person-queries.server.ts'
import { connect, type Db } from '#db/client.server.ts'
import { actorOf, anEdition, anEnrolment, aPerson, theTestRegion } from '#tests/support/builders.ts'
import { test } from '#tests/support/database.ts'

const people = 220
const capacity = 20
const connections = 24
// A busy machine takes its time.
const patience = 120_000

async function aCrowd(db: Db, size: number): Promise<Actor[]> {
  const rows = await db
    .insertInto('person')
    .values(Array.from({ length: size }, (_, i) => ({ givenName: 'Storm', familyName: `Loper ${i}` })))
    .returning(['id', 'name'])
    .execute()
  await db
    .insertInto('emailAddress')
    .values(rows.map(({ id }) => ({ personId: id, address: `storm${id}@test.example`, isPrimary: true })))
    .execute()
  const nobody = await actorOf(db, rows[0]?.id ?? 0)
  return rows.map(({ id, name }) => ({ ...nobody, personId: id, name }))
}

type Press = () => Promise<unknown>

/** Does everything at once that the connections allow: as each gets its answer, the next one presses. */
async function allAtOnce(presses: Press[]): Promise<PromiseSettledResult<unknown>[]> {
  const waiting = presses.values()
  const outcomes: PromiseSettledResult<unknown>[] = []
  const lane = async () => {
    for (const press of waiting) outcomes.push(...(await Promise.allSettled([press()])))
  }
  await Promise.all(Array.from({ length: connections }, lane))
  return outcomes
}

async function storm(connectionString: string, actors: Actor[], edition: { id: number }, lock?: Lock) {
  const { db } = connect(connectionString, { max: connections })
  try {
    return await allAtOnce(actors.map((actor) => () => enrol(db, actor, edition, {}, lock)))
  } finally {
    await db.destroy()
  }
}

const held = (db: Db, editionId: number) =>
  db
    .selectFrom('enrolment')
    .select(['personId', 'status', 'waitingSince', 'id'])
    .where('editionId', '=', editionId)
    .orderBy('id')
    .execute()

test('of 220 who press at once 20 get a place and the others a place in line, nobody twice', {
  timeout: patience,
}, async ({ db, connection }) => {
  await theTestRegion(db)
  const edition = await anEdition(db, { capacity })
  const crowd = await aCrowd(db, people)
  // Half of them press twice.
  const presses = [...crowd, ...crowd.slice(0, people / 2)]
  const outcomes = await storm(connection.connectionString, presses, edition)
  const rows = await held(db, edition.id)
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(people)
  expect(rows.filter(({ status }) => status === 'confirmed')).toHaveLength(capacity)
  expect(rows.filter(({ status }) => status === 'waitlisted')).toHaveLength(people - capacity)
  expect(new Set(rows.map(({ personId }) => personId)).size).toBe(people)
  // The line is in the order in which they came: who waits came after everyone with a place.
  const statuses = rows.map(({ status }) => status)
  expect(statuses.lastIndexOf('confirmed')).toBeLessThan(statuses.indexOf('waitlisted'))
  const line = rows
    .filter(({ status }) => status === 'waitlisted')
    .map(({ waitingSince }) => Number(waitingSince))
  expect(line).toEqual(line.toSorted((one, other) => one - other))
  const counted = await db
    .selectFrom('edition')
    .selectAll()
    .where('id', '=', edition.id)
    .executeTakeFirstOrThrow()
  expect([counted.placesHeld, counted.waiting]).toEqual([capacity, people - capacity])
})

test('the same storm without the lock and without the database’s own guard oversells', {
  timeout: patience,
}, async ({ db, connection }) => {
  await theTestRegion(db)
  await sql`alter table edition drop constraint edition_never_oversold`.execute(db)
  const edition = await anEdition(db, { capacity })
  await storm(connection.connectionString, await aCrowd(db, people), edition, readEdition)
  const rows = await held(db, edition.id)
  expect(rows.filter(({ status }) => status === 'confirmed').length).toBeGreaterThan(capacity)
})

test('without the lock the database’s own guard still refuses a place too many', {
  timeout: patience,
}, async ({ db, connection }) => {
  await theTestRegion(db)
  const edition = await anEdition(db, { capacity })
  await storm(connection.connectionString, await aCrowd(db, people), edition, readEdition)
  const rows = await held(db, edition.id)
  expect(rows.filter(({ status }) => status === 'confirmed').length).toBeLessThanOrEqual(capacity)
})

test('while ten leave and sixty come, no place is lost and none is given twice', {
  timeout: patience,
}, async ({ db, connection }) => {
  await theTestRegion(db)
  const edition = await anEdition(db, { capacity })
  const [inside, outside] = [await aCrowd(db, capacity), await aCrowd(db, 60)]
  const places: { id: number }[] = []
  for (const actor of inside)
    places.push(await anEnrolment(db, { editionId: edition.id, personId: actor.personId }))
  const busy = connect(connection.connectionString, { max: connections })
  const arrivals: Press[] = outside.map((actor) => () => enrol(busy.db, actor, edition, {}))
  const departures: Press[] = inside
    .slice(0, 10)
    .map((actor, i) => () => withdraw(busy.db, actor, { id: places[i]?.id ?? 0 }, {}))
  const mixed = arrivals.flatMap((arrive, i) => [arrive, ...departures.slice(i, i + 1)])
  const outcomes = await allAtOnce(mixed)
  expect(outcomes.filter(({ status }) => status === 'rejected')).toEqual([])
  await busy.db.destroy()
  const rows = await held(db, edition.id)
  const count = (status: string) => rows.filter((row) => row.status === status).length
  expect([count('confirmed'), count('withdrawn'), count('waitlisted')]).toEqual([capacity, 10, 50])
})

test('an offer that is accepted twice at once gives one place', { timeout: patience }, async ({
  db,
  connection,
}) => {
  await theTestRegion(db)
  const edition = await anEdition(db, { capacity: 1 })
  const person = await aPerson(db)
  const { id } = await anEnrolment(db, { editionId: edition.id, personId: person.id, status: 'offered' })
  const actor = await actorOf(db, person.id)
  const busy = connect(connection.connectionString, { max: 4 })
  const outcomes = await Promise.allSettled([1, 2, 3].map(() => acceptOffer(busy.db, actor, { id })))
  await busy.db.destroy()
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  const told = await db.selectFrom('outbox').select('id').where('personId', '=', person.id).execute()
  expect(told).toHaveLength(1)
})

test('who is enrolling elsewhere at the moment a place comes free is asked, not placed', {
  timeout: patience,
}, async ({ db, connection }) => {
  await theTestRegion(db)
  const edition = await anEdition(db, { capacity: 1 })
  const [leaver, waiter] = [await aPerson(db), await aPerson(db)]
  const place = await anEnrolment(db, { editionId: edition.id, personId: leaver.id })
  const inLine = { editionId: edition.id, personId: waiter.id, status: 'waitlisted' as const }
  await anEnrolment(db, { ...inLine, waitingSince: new Date() })
  const busy = connect(connection.connectionString, { max: 2 })
  const leaving = await actorOf(db, leaver.id)
  await busy.db.transaction().execute(async (trx) => {
    await lockPerson(trx, waiter.id)
    await withdraw(db, leaving, place, {})
  })
  await busy.db.destroy()
  const statuses = (await held(db, edition.id)).map(({ status }) => status)
  expect(statuses).toEqual(['withdrawn', 'offered'])
})
