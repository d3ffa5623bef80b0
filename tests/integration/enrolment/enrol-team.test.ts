import { sql } from 'kysely'
import { describe, expect } from 'vitest'
import type { Actor } from '#app/access/actor.ts'
import { enrol } from '#app/features/enrolment/enrol.server.ts'
import { enrolTeam } from '#app/features/enrolment/enrol-team.server.ts'
import { type Lock, readEdition } from '#app/features/enrolment/lock-edition.server.ts'
import { findTeamAbsence } from '#app/features/enrolment/team-absence-queries.server.ts'
import { instantAt } from '#app/platform/dates.ts'
import { connect, type Db } from '#db/client.server.ts'
import { aMeeting, anEdition, aTeacher, aTeam, theTestRegion } from '#tests/support/builders.ts'
import { test } from '#tests/support/database.ts'
import { mails } from '#tests/support/mail.ts'

async function aTeamOf(db: Db, size: number) {
  await theTestRegion(db)
  const team = await aTeam(db)
  const at = { organisationId: team.organisationId, teamId: team.id }
  const lead = await aTeacher(db, { ...at, role: 'team_lead' })
  const members: Actor[] = []
  for (let index = 0; index < size; index++) members.push(await aTeacher(db, at))
  return { team, lead, members }
}
const idsOf = (people: readonly Actor[]) => people.map(({ personId }) => personId)

const statuses = async (db: Db, editionId: number) =>
  db
    .selectFrom('enrolment')
    .select(['status', 'approval', 'origin'])
    .where('editionId', '=', editionId)
    .orderBy('id')
    .execute()

describe('a lead who enrols several at once', () => {
  test('gets each a place or a place in line, approved, and each is told', async ({ db }) => {
    const { team, lead, members } = await aTeamOf(db, 3)
    const edition = await anEdition(db, { capacity: 2 })
    const done = await enrolTeam(db, lead, edition, { teamId: team.id, personIds: idsOf(members) })
    expect(done.map(({ position }) => position)).toEqual([0, 0, 1])
    expect(await statuses(db, edition.id)).toEqual([
      { status: 'confirmed', approval: 'approved', origin: 'team_lead' },
      { status: 'confirmed', approval: 'approved', origin: 'team_lead' },
      { status: 'waitlisted', approval: 'approved', origin: 'team_lead' },
    ])
    const told = (await mails(db)).map(({ personId }) => personId)
    expect(told.sort()).toEqual(idsOf(members).sort())
  })

  test('enrols nobody when one does not fit, and reads why, by name', async ({ db }) => {
    const { team, lead, members } = await aTeamOf(db, 2)
    const edition = await anEdition(db)
    await enrol(db, members[0] as Actor, await anEdition(db), {})
    const press = enrolTeam(db, lead, edition, { teamId: team.id, personIds: idsOf(members) })
    await expect(press).rejects.toThrow(`${members[0]?.name} heeft dan al andere scholing`)
    expect(await statuses(db, edition.id)).toEqual([])
  })

  test('cannot enrol somebody of another team, nor lead another team', async ({ db }) => {
    const { team, lead, members } = await aTeamOf(db, 1)
    const stranger = await aTeacher(db)
    const edition = await anEdition(db)
    const withStranger = { teamId: team.id, personIds: [stranger.personId] }
    await expect(enrolTeam(db, lead, edition, withStranger)).rejects.toThrow('in je team')
    const byMember = enrolTeam(db, members[0] as Actor, edition, {
      teamId: team.id,
      personIds: idsOf(members),
    })
    await expect(byMember).rejects.toMatchObject({ status: 403 })
  })
})

/** Two leads press in the same instant, each for a team larger than what is left. */
async function race(db: Db, connectionString: string, lock?: Lock) {
  const [one, two] = [await aTeamOf(db, 4), await aTeamOf(db, 4)]
  const edition = await anEdition(db, { capacity: 4 })
  const { db: pool } = connect(connectionString, { max: 4 })
  try {
    await Promise.all([1, 2, 3, 4].map(() => sql`select pg_sleep(0.05)`.execute(pool)))
    const press = ({ team, lead, members }: typeof one) =>
      enrolTeam(pool, lead, edition, { teamId: team.id, personIds: idsOf(members) }, lock)
    await Promise.allSettled([press(one), press(two)])
  } finally {
    await pool.destroy()
  }
  const rows = await statuses(db, edition.id)
  return {
    placed: rows.filter(({ status }) => status === 'confirmed').length,
    waiting: rows.filter(({ status }) => status === 'waitlisted').length,
  }
}

test('two leads at once never get more places than there are', async ({ db, connection }) => {
  expect(await race(db, connection.connectionString)).toEqual({ placed: 4, waiting: 4 })
})

test('control: without the lock, and without the constraint behind it, they do', async ({
  db,
  connection,
}) => {
  await sql`alter table edition drop constraint edition_never_oversold`.execute(db)
  let arrived = 0
  const both = Promise.withResolvers<void>()
  const noLock: Lock = async (trx, id) => {
    if (++arrived === 2) both.resolve()
    await both.promise
    return readEdition(trx, id)
  }
  expect((await race(db, connection.connectionString, noLock)).placed).toBeGreaterThan(4)
})

describe('who of the team is away', () => {
  test('is told per half-day: a place elsewhere, a class of their own, and nobody in another half', async ({
    db,
  }) => {
    const { team, members } = await aTeamOf(db, 3)
    const [goes, trains, free] = members as [Actor, Actor, Actor]
    const at = (time: string) => instantAt('2027-03-09', time)
    const wanted = await anEdition(db, { startsAt: at('13:00') })
    await enrol(db, goes, await anEdition(db, { startsAt: at('14:00') }), {})
    const taught = await anEdition(db, { meeting: false })
    const meeting = await aMeeting(db, { editionId: taught.id, startsAt: at('16:30') })
    await db
      .insertInto('meetingTrainer')
      .values({ meetingId: meeting.id, personId: trains.personId, during: 'empty' })
      .execute()
    await enrol(db, free, await anEdition(db, { startsAt: at('08:00') }), {})
    const absence = await findTeamAbsence(db, team.id, wanted.id, null)
    expect(absence).toMatchObject({ teamSize: 4, halfDays: [{ away: [goes.name, trains.name] }] })
    expect((await findTeamAbsence(db, team.id, wanted.id, goes.personId))?.halfDays[0]?.away).toEqual([
      trains.name,
    ])
  })
})
