import { describe, expect } from 'vitest'
import { remindLapsing } from '#app/features/dossier/remind-lapsing.server.ts'
import { remindLeads } from '#app/features/dossier/remind-leads.server.ts'
import { setClock } from '#app/platform/clock.ts'
import type { Db } from '#db/client.server.ts'
import {
  aCoordinator,
  anEdition,
  anEnrolment,
  anOffering,
  aPaper,
  aTeacher,
  aTeam,
  theTestRegion,
} from '#tests/support/builders.ts'
import { test } from '#tests/support/database.ts'

const at = (moment: string) => setClock(new Date(moment))

async function aHolder(db: Db) {
  at('2026-11-27T09:00:00Z')
  await theTestRegion(db)
  const team = await aTeam(db)
  const membership = { organisationId: team.organisationId, teamId: team.id }
  const lead = await aTeacher(db, { ...membership, role: 'team_lead' })
  const teacher = await aTeacher(db, membership)
  return { lead, teacher, team }
}

/** A BHV that reminds two months and one month before its last day, 20 January 2027. */
const bhvOf = (db: Db, personId: number) =>
  aPaper(db, { personId, issuedOn: '2026-01-20', verification: 'verified' })

async function aRenewal(db: Db, day: string) {
  const offering = await anOffering(db, { title: 'BHV-herhaling', awardsOnTest: 'BHV', test: 'organiser' })
  const edition = await anEdition(db, { offeringId: offering.id, startsAt: new Date(`${day}T09:00:00Z`) })
  return { offering, edition }
}

const mails = (db: Db) =>
  db.selectFrom('outbox').select(['personId', 'reason', 'title', 'bodyText', 'kind']).orderBy('id').execute()

describe('who holds something that lapses', () => {
  test('hears at the months its sort says, once each, with the edition that renews it', async ({ db }) => {
    const { teacher } = await aHolder(db)
    await bhvOf(db, teacher.personId)
    const { offering, edition } = await aRenewal(db, '2027-01-12')
    at('2026-11-19T09:00:00Z')
    expect(await remindLapsing(db)).toBe(0)
    at('2026-11-20T09:00:00Z')
    expect(await remindLapsing(db)).toBe(1)
    expect(await remindLapsing(db)).toBe(0)
    at('2026-12-21T09:00:00Z')
    expect(await remindLapsing(db)).toBe(1)
    at('2027-01-21T09:00:00Z')
    expect(await remindLapsing(db)).toBe(0)
    const [first, second, ...more] = await mails(db)
    expect(more).toEqual([])
    expect(first).toMatchObject({
      personId: teacher.personId,
      reason: 'qualification.lapses',
      kind: 'lapsing',
    })
    expect(first?.title).toContain('verloopt op 20 jan 2027')
    expect(first?.bodyText).toContain(`/aanbod/${offering.slug}/${edition.code}/inschrijven`)
    expect(second?.bodyText).toContain('12 plekken')
  })

  test('hears where to say that it is needed, when nothing is planned or all is full', async ({ db }) => {
    const { teacher } = await aHolder(db)
    await bhvOf(db, teacher.personId)
    const { edition } = await aRenewal(db, '2027-01-12')
    await db.updateTable('edition').set({ capacity: 1 }).where('id', '=', edition.id).execute()
    await anEnrolment(db, {
      editionId: edition.id,
      personId: (await aTeacher(db)).personId,
      status: 'confirmed',
    })
    await remindLapsing(db)
    const [mail] = await mails(db)
    expect(mail?.bodyText).toContain('/behoefte?bewijs=BHV')
    expect(mail?.bodyText).not.toContain('/inschrijven')
  })

  test('hears nothing while a renewal is booked, and does after leaving it', async ({ db }) => {
    const { teacher } = await aHolder(db)
    await bhvOf(db, teacher.personId)
    const { edition } = await aRenewal(db, '2027-01-12')
    const booked = await anEnrolment(db, {
      editionId: edition.id,
      personId: teacher.personId,
      status: 'waitlisted',
    })
    expect(await remindLapsing(db)).toBe(0)
    await db.updateTable('enrolment').set({ status: 'withdrawn' }).where('id', '=', booked.id).execute()
    expect(await remindLapsing(db)).toBe(1)
  })

  test('hears nothing of what was renewed, refused, withdrawn, or left this sort of mail', async ({ db }) => {
    const { teacher } = await aHolder(db)
    await bhvOf(db, teacher.personId)
    await aPaper(db, { personId: teacher.personId, issuedOn: '2026-11-20' })
    await aPaper(db, {
      personId: (await aTeacher(db)).personId,
      issuedOn: '2026-01-20',
      verification: 'refused',
    })
    const left = await aTeacher(db)
    await bhvOf(db, left.personId)
    await db.insertInto('mailOptout').values({ personId: left.personId, kind: 'lapsing' }).execute()
    expect(await remindLapsing(db)).toBe(0)
  })

  test('hears of a signature that the employer owes a month before, whatever is booked', async ({ db }) => {
    const { teacher } = await aHolder(db)
    const weld = { typeCode: 'ISO9606-1', scope: '135', issuedOn: '2026-06-20' }
    await aPaper(db, { personId: teacher.personId, ...weld })
    expect(await remindLapsing(db)).toBe(1)
    expect((await mails(db))[0]?.title).toContain('je werkgever moet opnieuw tekenen')
  })

  test('hears before the summer what would fall in it', async ({ db }) => {
    const { teacher } = await aHolder(db)
    await aPaper(db, { personId: teacher.personId, issuedOn: '2025-09-28' })
    // Two months before 28 September is in the holiday; so it is said ten days before that begins.
    at('2026-06-30T09:00:00Z')
    expect(await remindLapsing(db)).toBe(0)
    at('2026-07-01T09:00:00Z')
    expect(await remindLapsing(db)).toBe(1)
    at('2026-08-20T09:00:00Z')
    expect(await remindLapsing(db)).toBe(0)
  })

  test('is told once by two workers at the same moment', async ({ db }) => {
    const { teacher } = await aHolder(db)
    const others = await Promise.all(Array.from({ length: 8 }, () => aTeacher(db)))
    for (const { personId } of [teacher, ...others]) await bhvOf(db, personId)
    const told = await Promise.all([remindLapsing(db), remindLapsing(db), remindLapsing(db)])
    expect(told.reduce((sum, one) => sum + one, 0)).toBe(9)
    expect(await mails(db)).toHaveLength(9)
  })

  test('broken off halfway leaves nothing half done, and the next run tells the rest', async ({ db }) => {
    const { teacher } = await aHolder(db)
    await bhvOf(db, teacher.personId)
    const stopped = db.transaction().execute(async (trx) => {
      await remindLapsing(trx)
      throw new Error('killed')
    })
    await expect(stopped).rejects.toThrow('killed')
    expect(await mails(db)).toEqual([])
    expect(await remindLapsing(db)).toBe(1)
  })
})

describe('a team lead', () => {
  test('gets one mail a month of what lapses and waits, and none when all is well', async ({ db }) => {
    const { lead, teacher } = await aHolder(db)
    expect(await remindLeads(db)).toBe(0)
    await aPaper(db, { personId: teacher.personId, issuedOn: '2025-10-01', verification: 'verified' })
    await aPaper(db, { personId: teacher.personId, typeCode: 'EHBO' })
    at('2026-12-01T09:00:00Z')
    expect((await Promise.all([remindLeads(db), remindLeads(db)])).sort()).toEqual([0, 1])
    at('2026-12-03T09:00:00Z')
    expect(await remindLeads(db)).toBe(0)
    const [mail] = await mails(db)
    expect(mail).toMatchObject({ personId: lead.personId, kind: 'team-lapsing' })
    expect(mail?.bodyText).toMatch(/verlopen \(was geldig tot en met 1 okt 2026\)/)
    expect(mail?.bodyText).toContain('1 bewijs wacht op controle')
    at('2027-01-02T09:00:00Z')
    expect(await remindLeads(db)).toBe(1)
  })

  test('hears of nobody who is not in the team, a coordinator who leads one neither', async ({ db }) => {
    const { lead } = await aHolder(db)
    await db.insertInto('regionRole').values({ personId: lead.personId, role: 'coordinator' }).execute()
    await bhvOf(db, (await aTeacher(db)).personId)
    await aPaper(db, { personId: (await aCoordinator(db)).personId })
    expect(await remindLeads(db)).toBe(0)
  })
})
