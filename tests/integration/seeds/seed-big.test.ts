import { describe, expect } from 'vitest'
import { findActor } from '#app/access/actor-queries.server.ts'
import { closeEdition } from '#app/features/certificates/close-edition.server.ts'
import { seedBig } from '#db/seeds/big/seed-big.ts'
import { seedDemo } from '#db/seeds/demo/seed-demo.ts'
import { test } from '#tests/support/database.ts'

const size = { people: 600, editions: 150, attendance: 4000, times: 4 }

/** What the seeds copy from the demo, as it stands after `from`. */
const copied = [
  `contribution where state = 'signed'`,
  `contribution where state = 'refused'`,
  `contribution where state = 'corrected'`,
  `contribution where state = 'waits_for_signature'`,
  'contribution where replaces_id is not null',
  'contribution_value where counts',
  'contribution_contact',
  'evaluation',
  'interest',
  'wish',
  'past_attendance',
  'history_import',
  'outbox',
  'outbox where refused_at is not null',
  'contact_message where handled_at is null',
  'organisation_suggestion',
  'certificate_review',
  `enrolment where status = 'requested'`,
  `enrolment where status = 'offered'`,
  'meeting where starts_at > now() and id not in (select meeting_id from meeting_trainer)',
  `membership where role = 'trainer'`,
]

describe('the large region', () => {
  test('has the sizes that were asked for, and breaks no rule', async ({ connection }) => {
    await seedDemo(connection.db, { demoPassword: 'een-wachtwoord' })
    await seedBig(connection.db, size)
    const rows = async (query: string): Promise<Record<string, unknown>[]> =>
      (await connection.pool.query(query)).rows
    const count = async (table: string) => Number((await rows(`select count(*) from ${table}`))[0]!.count)

    expect([await count('person'), await count('edition')]).toEqual([size.people, size.editions])
    // Whole editions are filled, so a few more or less.
    expect(Math.abs((await count('attendance')) - size.attendance)).toBeLessThan(20)
    expect(
      await rows(`select a.person_id from enrolment a join meeting ma using (edition_id)
        join enrolment b on b.person_id = a.person_id and b.edition_id > a.edition_id
        join meeting mb on mb.edition_id = b.edition_id
          and tstzrange(ma.starts_at, ma.ends_at) && tstzrange(mb.starts_at, mb.ends_at)
        where a.holds_place and b.holds_place`),
    ).toEqual([])
    expect(
      await rows(`select enrolment.id from enrolment left join certificate on enrolment_id = enrolment.id
        group by enrolment.id, status having (status = 'completed')::int <> count(certificate.id)`),
    ).toEqual([])
    expect(
      await rows(`select year from certificate_counter
        where last <> (select count(*) from certificate where number like year || '-%')`),
    ).toEqual([])
    expect(await rows(`select address from email_address where address not like '%@demo.test'`)).toEqual([])
  })

  test('has so many times what is only a few rows in the demo', async ({ connection }) => {
    await seedDemo(connection.db, { demoPassword: 'een-wachtwoord' })
    const counts = async () => {
      const found: Record<string, number> = {}
      for (const what of copied) {
        found[what] = Number((await connection.pool.query(`select count(*) from ${what}`)).rows[0].count)
      }
      return found
    }
    const demo = await counts()
    await seedBig(connection.db, size)
    const large = Object.fromEntries(Object.entries(demo).map(([what, count]) => [what, count * size.times]))
    expect(await counts()).toEqual(large)
  })

  test('has large editions that the demo trainer can record and close', async ({ connection }) => {
    await seedDemo(connection.db, { demoPassword: 'een-wachtwoord' })
    await seedBig(connection.db, size)
    const { rows } = await connection.pool.query(`select edition.id, places_held, trainer.person_id,
        count(distinct meeting.id)::int as meetings, count(attendance)::int as recorded
      from edition join offering on offering.id = offering_id join meeting on meeting.edition_id = edition.id
      join edition_trainer trainer on trainer.edition_id = edition.id
      join email_address on email_address.person_id = trainer.person_id and address = 'trainer@demo.test'
      left join attendance on attendance.meeting_id = meeting.id
      where slug = 'grote-bijeenkomst' group by edition.id, trainer.person_id order by edition.id`)
    expect(rows).toHaveLength(5)
    const halfRecorded = rows.filter((row) => row.meetings === 2)
    expect(halfRecorded).toMatchObject([{ places_held: 150, recorded: 150 }])
    const ready = rows.find((row) => row.meetings === 1)
    const trainer = (await findActor(connection.db, ready.person_id))!
    const closed = await closeEdition(connection.db, trainer, ready.id)
    expect(closed.completed + closed.notCompleted).toBe(150)
    expect(closed.issued).toBe(closed.completed)
  })
})
