import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { sql } from 'kysely'
import { describe, expect } from 'vitest'
import { mergePeople } from '#app/features/dossier/merge-people.server.ts'
import { moveMeeting } from '#app/features/enrolment/move-meeting.server.ts'
import { remindParticipants } from '#app/features/enrolment/remind-participants.server.ts'
import { reportAbsence } from '#app/features/enrolment/report-absence.server.ts'
import { makeAddressPrimary } from '#app/features/people/make-address-primary.server.ts'
import { setClock } from '#app/platform/clock.ts'
import { connect, type Db } from '#db/client.server.ts'
import {
  aCoordinator,
  aMeeting,
  anEdition,
  anEnrolment,
  aPerson,
  aRoom,
  aTeacher,
  dayFromNow,
  theTestRegion,
} from '#tests/support/builders.ts'
import { test } from '#tests/support/database.ts'
import { mails } from '#tests/support/mail.ts'

const meetingDay = new Date('2027-03-10T13:00:00Z')
const daysBefore = (days: number) => new Date(meetingDay.getTime() - days * 86_400_000)

/** An edition with its only meeting on 10 March, planned long before. */
async function anEditionInMarch(db: Db, people = 1) {
  await theTestRegion(db)
  setClock(daysBefore(40))
  const edition = await anEdition(db, { startsAt: meetingDay, capacity: 30 })
  const meetings = db.selectFrom('meeting').select('id').where('editionId', '=', edition.id)
  const { id: meetingId } = await meetings.executeTakeFirstOrThrow()
  const enrolments = []
  for (let n = 0; n < people; n++) enrolments.push(await enrolled(db, edition.id, 40))
  return { edition, meetingId, enrolments }
}

async function enrolled(db: Db, editionId: number, daysAhead: number, personId?: number) {
  const enrolment = await anEnrolment(db, { editionId, personId })
  const values = { statusChangedAt: daysBefore(daysAhead) }
  await db.updateTable('enrolment').set(values).where('id', '=', enrolment.id).execute()
  return enrolment
}

async function runOn(db: Db, daysAhead: number): Promise<string[]> {
  setClock(daysBefore(daysAhead))
  const before = (await mails(db)).length
  await remindParticipants(db)
  return (await mails(db)).slice(before).map(({ title }) => title.replace(/:.*/, ''))
}

describe('who has a place', () => {
  test('is reminded a week and a day before, each once', async ({ db }) => {
    await anEditionInMarch(db)
    const said: string[] = []
    for (const day of [9, 8, 7, 7, 6, 5, 4, 3, 2, 1, 1]) said.push(...(await runOn(db, day)))
    expect(said).toEqual(['Over een week', 'Morgen'])
  })

  test('reads when, where, by which route and what to bring, and the edition it stands with is known', async ({
    db,
  }) => {
    const { edition, meetingId } = await anEditionInMarch(db)
    const room = await aRoom(db)
    const site = {
      street: 'Voorbeeldstraat 1',
      postcode: '7411 AA',
      directions: 'Achterom, langs de fietsen.',
    }
    await db.updateTable('site').set(site).where('id', '=', room.siteId).execute()
    await db.updateTable('meeting').set({ roomId: room.id }).where('id', '=', meetingId).execute()
    const bring = ['veiligheidsschoenen']
    await db.updateTable('offering').set({ bring }).where('id', '=', edition.offeringId).execute()
    await runOn(db, 1)
    const mail = await db.selectFrom('outbox').selectAll().executeTakeFirstOrThrow()
    for (const part of [
      'woensdag 10 maart, 14.00–18.00 uur',
      'Voorbeeldstraat 1, Deventer',
      'Achterom, langs de fietsen.',
      'https://www.google.com/maps/dir/?api=1&destination=Voorbeeldstraat%201%2C%207411%20AA%20Deventer',
      'veiligheidsschoenen',
    ])
      expect(mail.bodyText).toContain(part)
    expect(mail).toMatchObject({ editionId: edition.id, kind: 'reminders' })
  })

  test('since three days before gets the one of the day before only', async ({ db }) => {
    const { edition } = await anEditionInMarch(db, 0)
    await enrolled(db, edition.id, 3)
    const said: string[] = []
    for (const day of [3, 2, 1]) said.push(...(await runOn(db, day)))
    expect(said).toEqual(['Morgen'])
  })

  test('still hears it when nothing ran on the day itself, as long as it helps', async ({ db }) => {
    await anEditionInMarch(db)
    expect(await runOn(db, 5)).toEqual(['Over 5 dagen'])
    expect(await runOn(db, 0.2)).toEqual(['Vandaag'])
    await anEditionInMarch(db)
    expect(await runOn(db, 2)).toEqual([])
    expect(await runOn(db, 0.05)).toEqual([])
  })

  test('is reminded of the new day when the meeting moves to another, and not again when only the hour does', async ({
    db,
  }) => {
    const { meetingId } = await anEditionInMarch(db)
    expect(await runOn(db, 1)).toEqual(['Morgen'])
    const coordinator = await aCoordinator(db)
    const move = (startsAt: Date) => {
      const endsAt = new Date(startsAt.getTime() + 3_600_000)
      const input = { startsAt, endsAt, breakMinutes: 0, roomId: null, placeNote: 'Testplek' }
      return moveMeeting(db, coordinator, { id: meetingId }, input)
    }
    await move(new Date(meetingDay.getTime() + 3_600_000))
    expect(await runOn(db, 1)).toEqual([])
    await move(new Date(meetingDay.getTime() + 86_400_000))
    expect(await runOn(db, 0)).toEqual(['Morgen'])
  })

  test('gets no second one under another address, nor under the account it is merged into', async ({
    db,
  }) => {
    const { edition, enrolments } = await anEditionInMarch(db)
    const one = await aTeacher(db)
    const other = await aTeacher(db)
    await enrolled(db, edition.id, 40, one.personId)
    await db
      .updateTable('enrolment')
      .set({ status: 'withdrawn' })
      .where('id', '=', enrolments[0]!.id)
      .execute()
    expect(await runOn(db, 1)).toEqual(['Morgen'])
    const second = { personId: one.personId, address: 'tweede@school.example', confirmedAt: daysBefore(40) }
    const address = await db
      .insertInto('emailAddress')
      .values(second)
      .returning('id')
      .executeTakeFirstOrThrow()
    await makeAddressPrimary(db, one, one, { addressId: address.id })
    expect(await runOn(db, 1)).toEqual([])
    await mergePeople(db, await aCoordinator(db), { keptId: other.personId, mergedId: one.personId })
    expect(await runOn(db, 1)).toEqual([])
  })

  test('with two accounts that were both told keeps both tellings, and hears it no third time', async ({
    db,
  }) => {
    const { edition } = await anEditionInMarch(db, 0)
    const [one, other] = [await aTeacher(db), await aTeacher(db)]
    for (const { personId } of [one, other]) await enrolled(db, edition.id, 40, personId)
    expect(await runOn(db, 1)).toEqual(['Morgen', 'Morgen'])
    await mergePeople(db, await aCoordinator(db), { keptId: other.personId, mergedId: one.personId })
    expect(await runOn(db, 1)).toEqual([])
    expect((await mails(db)).filter(({ personId }) => personId === other.personId)).toHaveLength(2)
  })
})

test('who said not to come, only waits, or wants no reminders gets none', async ({ db }) => {
  const { edition, meetingId } = await anEditionInMarch(db, 0)
  const [absent, waiting, left] = [await aTeacher(db), await aPerson(db), await aPerson(db)]
  const enrolment = await enrolled(db, edition.id, 40, absent.personId)
  await reportAbsence(db, absent, { enrolmentId: enrolment.id, meetingId }, {})
  await anEnrolment(db, { editionId: edition.id, personId: waiting.id, status: 'waitlisted' })
  await enrolled(db, edition.id, 40, left.id)
  await db.insertInto('mailOptout').values({ personId: left.id, kind: 'reminders' }).execute()
  expect(await runOn(db, 1)).toEqual([])
})

/** Many people, at once: two editions of two meetings each, that begin tomorrow; two reminders a person. */
async function aCrowd(db: Db, people: number) {
  await theTestRegion(db)
  // In the morning and the afternoon of one day, whatever the hour at which this is tried.
  const tomorrow = new Date(`${dayFromNow(1)}T09:00:00Z`)
  await sql`
    insert into person (given_name, family_name) select 'Test', 'Persoon ' || n from generate_series(1, ${people}::int) n
  `.execute(db)
  await sql`
    insert into email_address (person_id, address, is_primary) select id, 'crowd' || id || '@test.example', true from person
  `.execute(db)
  for (const half of [0, 1]) {
    const edition = await anEdition(db, { startsAt: tomorrow, capacity: 1_000 })
    await db.updateTable('edition').set({ capacity: 1_000 }).where('id', '=', edition.id).execute()
    await aMeeting(db, { editionId: edition.id, startsAt: new Date(tomorrow.getTime() + 5 * 3_600_000) })
    await sql`
      insert into enrolment (edition_id, person_id, status, status_changed_at)
      select ${edition.id}, id, 'confirmed', now() - interval '20 days' from person where id % 2 = ${half}
        and family_name like 'Persoon %'`.execute(db)
  }
}

async function reminders(db: Db) {
  const { rows } = await sql<{ count: number; different: number }>`
    select count(*) as count, count(distinct (person_id, split_part(subject_key, ':', 2))) as different
    from outbox where reason = 'meeting.reminder'`.execute(db)
  return rows[0] as { count: number; different: number }
}

describe('one outbox row a person and reminder', () => {
  test('when the run is killed halfway, started twice at once, and run again', async ({ db, connection }) => {
    await aCrowd(db, 1_500)
    const start = () =>
      spawn(
        process.execPath,
        ['tests/support/run-job.ts', 'remind-participants', connection.connectionString],
        {
          stdio: 'inherit',
        },
      )
    const killed = start()
    await expect
      .poll(async () => (await reminders(db)).count, { timeout: 20_000, interval: 5 })
      .toBeGreaterThan(0)
    killed.kill('SIGKILL')
    await once(killed, 'exit')
    const halfway = await reminders(db)
    expect(halfway.count).toBe(halfway.different)
    expect(halfway.count, 'it was killed halfway').toBeLessThan(3_000)
    const both = [start(), start()]
    const codes = await Promise.all(both.map((child) => once(child, 'exit')))
    expect(codes.map(([code]) => code)).toEqual([0, 0])
    expect(await reminders(db)).toEqual({ count: 3_000, different: 3_000 })
    expect(await remindParticipants(db)).toBe(0)
  })

  /** Both runs read before either has committed; the second finds out from the outbox itself. */
  async function twoRunsAtOnce(db: Db, connectionString: string, first: 'commits' | 'rolls back') {
    const other = connect(connectionString)
    const changed = new Error('rolled back')
    let second: Promise<number> | undefined
    await db
      .transaction()
      .execute(async (trx) => {
        await remindParticipants(trx)
        second = remindParticipants(other.db)
        // Until the second run waits for the first, or has gone past it.
        const waiting = sql<{ count: number }>`select count(*) as count from pg_locks where not granted`
        await expect
          .poll(async () => {
            const left = (await waiting.execute(db)).rows[0]?.count ?? 0
            const ended = await Promise.race([second, new Promise((done) => setTimeout(done, 20, 'busy'))])
            return left > 0 || ended !== 'busy'
          })
          .toBe(true)
        if (first === 'rolls back') throw changed
      })
      .catch((error) => expect(error).toBe(changed))
    await second
    await other.db.destroy()
    return reminders(db)
  }

  test.for(['commits', 'rolls back'] as const)(
    'when one run meets another that %s',
    async (first, { db, connection }) => {
      await aCrowd(db, 20)
      expect(await twoRunsAtOnce(db, connection.connectionString, first)).toEqual({
        count: 40,
        different: 40,
      })
    },
  )

  test('and without that guard the same two runs tell everybody twice', async ({ db, connection }) => {
    await aCrowd(db, 20)
    await sql`alter table outbox drop constraint outbox_once`.execute(db)
    await sql`drop index outbox_once_a_person`.execute(db)
    expect(await twoRunsAtOnce(db, connection.connectionString, 'commits')).toEqual({
      count: 80,
      different: 40,
    })
  })
})
