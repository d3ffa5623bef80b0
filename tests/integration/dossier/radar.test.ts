import { describe, expect } from 'vitest'
import { planRenewals } from '#app/features/dossier/plan-renewals.server.ts'
import { listRadar, listRadarPeople } from '#app/features/dossier/radar-queries.server.ts'
import { listInterested } from '#app/features/interest/interest-queries.server.ts'
import { setClock } from '#app/platform/clock.ts'
import type { Db } from '#db/client.server.ts'
import {
  aCoordinator,
  anEdition,
  anEnrolment,
  anOffering,
  anOrganisation,
  aPaper,
  aTeacher,
  theTestRegion,
} from '#tests/support/builders.ts'
import { test } from '#tests/support/database.ts'

const until = '2027-06-01'

async function aRegion(db: Db) {
  setClock(new Date('2026-11-27T09:00:00Z'))
  await theTestRegion(db)
  const [one, two] = [
    await anOrganisation(db, { name: 'School A' }),
    await anOrganisation(db, { name: 'School B' }),
  ]
  const offering = await anOffering(db, { title: 'BHV-herhaling', awardsOnTest: 'BHV', test: 'organiser' })
  return { one, two, offering, coordinator: await aCoordinator(db) }
}
const bhv = (db: Db, personId: number, validUntil: string | null, values = {}) =>
  aPaper(db, { personId, issuedOn: '2025-01-01', validUntil, verification: 'verified', ...values })

describe('the radar', () => {
  test('counts who needs what before a day, by school, and leaves out who is renewed, booked or gone', async ({
    db,
  }) => {
    const { one, two, offering } = await aRegion(db)
    const at = async (organisationId: number) => (await aTeacher(db, { organisationId })).personId
    await bhv(db, await at(one.id), '2027-03-01')
    await bhv(db, await at(one.id), '2026-10-01')
    await bhv(db, await at(two.id), '2027-06-01')
    // None of these: later, long gone, renewed, without an end, refused, enrolled, nobody's teacher any more.
    await bhv(db, await at(two.id), '2027-06-02')
    await bhv(db, await at(two.id), '2025-11-26')
    const renewed = await at(two.id)
    await bhv(db, renewed, '2027-01-01')
    await bhv(db, renewed, '2028-01-01', { issuedOn: '2026-11-01' })
    await bhv(db, await at(two.id), null)
    await bhv(db, await at(two.id), '2027-01-01', { verification: 'refused' })
    const booked = await at(two.id)
    await bhv(db, booked, '2027-01-01')
    const edition = await anEdition(db, { offeringId: offering.id })
    await anEnrolment(db, { editionId: edition.id, personId: booked, status: 'confirmed' })
    const left = await at(two.id)
    await bhv(db, left, '2027-01-01')
    await db.updateTable('membership').set({ endsOn: '2026-11-01' }).where('personId', '=', left).execute()

    expect(await listRadar(db, until)).toEqual([
      {
        typeCode: 'BHV',
        title: 'Bedrijfshulpverlening (BHV)',
        people: 3,
        lapsed: 1,
        firstDay: '2026-10-01',
        schools: [
          { name: 'School A', people: 2 },
          { name: 'School B', people: 1 },
        ],
      },
    ])
    expect((await listRadarPeople(db, 'BHV', until)).map(({ lastDay }) => lastDay)).toEqual([
      '2026-10-01',
      '2027-03-01',
      '2027-06-01',
    ])
  })

  test('of two scopes of one sort counts each by itself, and a person once', async ({ db }) => {
    const { one } = await aRegion(db)
    const { personId } = await aTeacher(db, { organisationId: one.id })
    const truck = { typeCode: 'HEFTRUCK' }
    await bhv(db, personId, '2027-02-01', { ...truck, scope: 'reachtruck' })
    await bhv(db, personId, '2027-04-01', { ...truck, scope: 'heftruck' })
    await bhv(db, personId, '2031-04-01', { ...truck, scope: 'Heftruck' })
    expect(await listRadar(db, until)).toMatchObject([
      { typeCode: 'HEFTRUCK', people: 1, firstDay: '2027-02-01' },
    ])
  })
})

describe('planning from the radar', () => {
  test('puts everybody on the list in the order in which theirs lapses, and tells them, once', async ({
    db,
  }) => {
    const { one, offering, coordinator } = await aRegion(db)
    const [late, early] = [
      await aTeacher(db, { organisationId: one.id }),
      await aTeacher(db, { organisationId: one.id }),
    ]
    await bhv(db, late.personId, '2027-05-01')
    await bhv(db, early.personId, '2027-01-15')
    const about = { typeCode: 'BHV', until }
    const input = { offeringId: offering.id }
    const both = await Promise.all([
      planRenewals(db, coordinator, about, input),
      planRenewals(db, coordinator, about, input),
    ])
    expect(both.map(({ people }) => people).sort()).toEqual([0, 2])
    const interested = await listInterested(db, offering.id)
    expect(interested.map(({ personId }) => personId)).toEqual([early.personId, late.personId])
    const mails = await db.selectFrom('outbox').select(['personId', 'bodyText']).execute()
    expect(mails).toHaveLength(2)
    expect(mails[0]?.bodyText).toContain('als eerste een plek')
  })

  test('is for coordinators, and for an offering that leads to it', async ({ db }) => {
    const { offering, coordinator } = await aRegion(db)
    const teacher = await aTeacher(db)
    const plan = (who: typeof teacher, typeCode: string) =>
      Promise.resolve().then(() => planRenewals(db, who, { typeCode, until }, { offeringId: offering.id }))
    await expect(plan(teacher, 'BHV')).rejects.toMatchObject({ status: 403 })
    await expect(plan(coordinator, 'EHBO')).rejects.toMatchObject({ field: 'offeringId' })
  })
})
