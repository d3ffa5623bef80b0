import { describe, expect } from 'vitest'
import { findActor } from '#app/access/actor-queries.server.ts'
import { closeEdition } from '#app/features/certificates/close-edition.server.ts'
import { readDesk } from '#app/features/figures/desk-work.server.ts'
import { seedBig } from '#db/seeds/big/seed-big.ts'
import { seedDemo } from '#db/seeds/demo/seed-demo.ts'
import { aCoordinator } from '#tests/support/builders.ts'
import { test } from '#tests/support/database.ts'

const size = { people: 600, editions: 150, attendance: 4000, deskWork: 3 }

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
    expect(
      await rows(
        `select state, count(*)::int from contribution where source_words like '%reeks%' group by state order by state`,
      ),
    ).toEqual([
      { state: 'signed', count: 32 },
      { state: 'waits_for_signature', count: 16 },
    ])
    expect(await rows(`select address from email_address where address not like '%@demo.test'`)).toEqual([])
    const desk = await readDesk(connection.db, await aCoordinator(connection.db), undefined)
    const totals = Object.fromEntries(desk.groups.map(({ kind, total }) => [kind, total]))
    expect(totals).toMatchObject({ approval: 14, offer: 4, trainer: 4, mail: 4, message: 12 })
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
