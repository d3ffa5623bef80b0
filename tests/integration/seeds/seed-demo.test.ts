import { describe, expect } from 'vitest'
import { findActor } from '#app/access/actor-queries.server.ts'
import { closeEdition } from '#app/features/certificates/close-edition.server.ts'
import { findClosableEdition, listStandings } from '#app/features/certificates/completion-queries.server.ts'
import { holdingsOfType } from '#app/features/qualifications/holding.ts'
import { unmetRequirements } from '#app/features/qualifications/qualification.ts'
import { listPapers } from '#app/features/qualifications/qualification-queries.server.ts'
import { passwordFits } from '#app/platform/authentication/password.server.ts'
import { dayOf, setClock } from '#app/platform/clock.ts'
import { Refusal } from '#app/platform/refusal.ts'
import type { Connection } from '#db/client.server.ts'
import { planEditions } from '#db/seeds/demo/plan-editions.ts'
import { planEnrolments } from '#db/seeds/demo/plan-enrolments.ts'
import { planOutcomes } from '#db/seeds/demo/plan-results.ts'
import { seedDemo } from '#db/seeds/demo/seed-demo.ts'
import { dayFrom, instantOf } from '#db/seeds/teaching-weeks.ts'
import { test } from '#tests/support/database.ts'

const demoPassword = 'een-wachtwoord'
const moments = [
  '2026-11-24T08:30:00Z',
  '2026-08-01T22:30:00Z',
  '2027-05-06T12:00:00Z',
  '2027-07-20T06:00:00Z',
]

const seeded = async (connection: Connection, moment = moments[0]!) => {
  setClock(new Date(moment))
  await seedDemo(connection.db, { demoPassword })
  return async (query: string): Promise<Record<string, unknown>[]> =>
    (await connection.pool.query(query)).rows
}

describe('the demo region', () => {
  test('is planned on each day of a school year without breaking a rule', () => {
    for (let i = 0; i < 365; i++) {
      const today = dayFrom('2026-08-01', { days: i })
      const now = instantOf(today, '09:00')
      const editions = planEditions(now, today)
      const enrolments = planEnrolments(editions, now, today)
      planOutcomes(enrolments, now, today)
      const odd = enrolments.filter(
        ({ createdAt, statusChangedAt, edition, origin }) =>
          createdAt > now ||
          statusChangedAt > now ||
          createdAt < edition.createdAt ||
          (origin !== 'walk_in' && createdAt > edition.enrolUntil),
      )
      expect(odd).toEqual([])
    }
  })

  for (const moment of moments)
    test(`keeps the rules of the domain when it is made at ${moment}`, async ({ connection }) => {
      const rows = await seeded(connection, moment)
      // Nobody is in two meetings at once.
      expect(
        await rows(`select a.person_id, ma.starts_at from enrolment a
          join meeting ma on ma.edition_id = a.edition_id
          join enrolment b on b.person_id = a.person_id and b.edition_id > a.edition_id
          join meeting mb on mb.edition_id = b.edition_id
            and tstzrange(ma.starts_at, ma.ends_at) && tstzrange(mb.starts_at, mb.ends_at)
          where a.holds_place and b.holds_place`),
      ).toEqual([])
      // A closed edition is recorded wholly, and its people have come to an end.
      expect(
        await rows(`select meeting.id, enrolment.id from edition
          join meeting on meeting.edition_id = edition.id
          join enrolment on enrolment.edition_id = edition.id and enrolment.status in ('completed', 'not_completed')
          left join attendance on attendance.meeting_id = meeting.id and attendance.enrolment_id = enrolment.id
          where edition.status = 'closed' and attendance is null`),
      ).toEqual([])
      expect(
        await rows(`select enrolment.id from enrolment join edition on edition.id = edition_id
          where (edition.status = 'closed') <> (enrolment.status in ('completed', 'not_completed'))
            and enrolment.status in ('confirmed', 'requested', 'waitlisted', 'completed', 'not_completed')`),
      ).toEqual([])
      // Every completed enrolment has exactly one certificate; counter and numbers are in step.
      expect(
        await rows(`select enrolment.id from enrolment left join certificate on enrolment_id = enrolment.id
          group by enrolment.id, status having (status = 'completed')::int <> count(certificate.id)`),
      ).toEqual([])
      expect(
        await rows(`select year from certificate_counter
          where last <> (select count(*) from certificate where number like year || '-%')`),
      ).toEqual([])
      // The latest change is the state.
      expect(
        await rows(`select a.meeting_id from attendance a
          join lateral (select * from attendance_change c where c.meeting_id = a.meeting_id
            and c.enrolment_id = a.enrolment_id order by id desc limit 1) last on true
          where (last.to_state, last.to_minutes_late, last.to_minutes_left_early)
            <> (a.state, a.minutes_late, a.minutes_left_early)`),
      ).toEqual([])
      // Nothing lies in the future that cannot.
      const instant = `'${moment}'::timestamptz`
      expect(
        await rows(`select 'journal' from journal where at > ${instant}
          union all select 'enrolment' from enrolment where created_at > ${instant} or status_changed_at > ${instant}
          union all select 'certificate' from certificate where issued_at > ${instant} or revoked_at > ${instant}
          union all select 'attendance' from attendance where recorded_at > ${instant}
          union all select 'outbox' from outbox where created_at > ${instant}`),
      ).toEqual([])
    })

  test('gives every required qualification to who is enrolled', async ({ connection }) => {
    const rows = await seeded(connection)
    const enrolled = await rows(`select enrolment.person_id, (edition.starts_at::date)::text as first_day,
        type_code, lapsed_months_allowed
      from enrolment join edition on edition.id = edition_id
      join offering_requirement requirement on requirement.offering_id = edition.offering_id
      where enrolment.holds_place`)
    expect(enrolled.length).toBeGreaterThan(10)
    for (const one of enrolled) {
      const requirement = {
        typeCode: String(one.type_code),
        title: '',
        lapsedMonthsAllowed: Number(one.lapsed_months_allowed),
      }
      const papers = await listPapers(connection.db, [Number(one.person_id)])
      const held = (typeCode: string) => holdingsOfType(papers, typeCode)
      expect(unmetRequirements([requirement], held, String(one.first_day))).toEqual([])
    }
  })

  test('closes editions as the portal itself would decide', async ({ connection }) => {
    const rows = await seeded(connection)
    const closed = await rows(`select id from edition where status = 'closed'`)
    expect(closed).toHaveLength(5)
    for (const { id } of closed) {
      const edition = (await findClosableEdition(connection.db, Number(id)))!
      const { participants } = await listStandings(connection.db, edition)
      // One attendance was put right after closing: that is what the coordinator is asked about.
      const reviewed = await rows(
        'select enrolment_id from certificate_review join certificate on certificate.id = certificate_id',
      )
      for (const one of participants.filter(
        (it) => !reviewed.some((row) => row.enrolment_id === it.enrolmentId),
      ))
        expect([one.name, one.completion.met]).toEqual([one.name, one.status === 'completed'])
    }
  })

  test('lets the demo trainer close one edition at once, and says what another lacks', async ({
    connection,
  }) => {
    const rows = await seeded(connection)
    const [person] = await rows(`select person_id from email_address where address = 'trainer@demo.test'`)
    const trainer = (await findActor(connection.db, Number(person!.person_id)))!
    const idOf = async (slug: string) =>
      Number(
        (
          await rows(`select edition.id from edition join offering on offering.id = offering_id
          where slug = '${slug}' and code = '2026-27-1'`)
        )[0]!.id,
      )
    const closed = await closeEdition(connection.db, trainer, await idOf('circulair-bouwen'))
    expect(closed).toMatchObject({ completed: 5, notCompleted: 3, issued: 5 })
    await expect(closeEdition(connection.db, trainer, await idOf('bhv-herhaling'))).rejects.toThrow(Refusal)
    await expect(
      closeEdition(connection.db, trainer, await idOf('mig-mag-lassen-opfrissen')),
    ).rejects.toThrow(Refusal)
  })

  test('has the eight accounts, one password, and no address outside demo.test', async ({ connection }) => {
    const rows = await seeded(connection)
    const accounts =
      await rows(`select address, password_hash from email_address join person on person.id = person_id
      where password_hash is not null and is_primary and confirmed_at is not null order by address`)
    expect(accounts.map((account) => account.address)).toEqual(
      [
        'bedrijf',
        'beheerder',
        'coordinator',
        'docent',
        'instructeur',
        'redacteur',
        'teamleider',
        'trainer',
      ].map((name) => `${name}@demo.test`),
    )
    expect(await passwordFits(String(accounts[0]!.password_hash), demoPassword)).toBe(true)
    expect(
      await rows(`select address from email_address where address not like '%@demo.test'
        union all select email from contact_message where email not like '%@demo.test'
        union all select recipient from outbox where recipient not like '%@demo.test'`),
    ).toEqual([])
    // Sixty with a plan, and one who stands only in the list that was taken over.
    expect(await rows(`select count(*) from person`)).toEqual([{ count: 61 }])
  })

  test('has the situations that people come to see', async ({ connection }) => {
    const rows = await seeded(connection)
    const editions =
      await rows(`select slug || ' ' || code as name, edition.status, edition.capacity, places_held,
        edition.minimum, waiting from edition join offering on offering.id = offering_id`)
    const edition = (name: string) => editions.find((one) => one.name === name)
    expect(edition('warmtepomp-inregelen 2026-27-1')).toMatchObject({
      capacity: 12,
      places_held: 12,
      waiting: 3,
    })
    expect(edition('vmbo-mbo-examineren 2026-27-1')).toMatchObject({ minimum: 6, places_held: 4 })
    expect(
      await rows(`select address from enrolment join email_address using (person_id)
        where status = 'waitlisted' and is_primary order by waiting_since, enrolment.id`),
    ).toEqual([
      { address: 'instructeur@demo.test' },
      { address: 'docent@demo.test' },
      { address: 'kees.mulder@demo.test' },
    ])
    const statuses = await rows(`select status from enrolment join email_address using (person_id)
      where address = 'docent@demo.test' order by status`)
    expect(statuses.map((row) => row.status)).toEqual([
      'requested',
      'confirmed',
      'waitlisted',
      'completed',
      'completed',
    ])
    const today = await rows(`select places_held from meeting join edition on edition.id = edition_id
      where meeting.starts_at::date = '${dayOf(new Date(moments[0]!))}'`)
    expect(today).toMatchObject([{ places_held: 8 }])
    expect(await rows('select id from certificate where revoked_at is not null')).toHaveLength(1)
    expect(await rows('select id from certificate_review where decided_at is null')).toHaveLength(1)
    expect(
      await rows(`select id from attendance_change where way = 'correction' and reason is not null`),
    ).toHaveLength(2)
    expect(await rows('select id from contact_message where handled_at is null')).toHaveLength(3)
    expect(await rows('select id from outbox where refused_at is not null')).toHaveLength(1)
    expect(await rows('select id from organisation_suggestion where handled_at is null')).toHaveLength(1)
    expect(await rows(`select id from enrolment where approval = 'pending'`)).toHaveLength(4)
  })

  test('describes every offering in full', async ({ connection }) => {
    const rows = await seeded(connection)
    const offerings = await rows('select slug, description, learn, bring, audience_note from offering')
    expect(offerings).toHaveLength(21)
    for (const one of offerings) {
      expect(String(one.description).split('\n\n').length, String(one.slug)).toBeGreaterThanOrEqual(2)
      expect((one.learn as string[]).length, String(one.slug)).toBeGreaterThanOrEqual(3)
      expect((one.bring as string[]).length, String(one.slug)).toBeGreaterThanOrEqual(1)
      expect(String(one.audience_note).length, String(one.slug)).toBeGreaterThan(20)
    }
  })
})
