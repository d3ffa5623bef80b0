import { describe, expect } from 'vitest'
import { chooseModulesOfType, chooseTaughtModules } from '#app/features/coverage/choose-modules.server.ts'
import { fillGaps } from '#app/features/coverage/coverage.ts'
import {
  findFillers,
  listModulesOfType,
  readCoverage,
} from '#app/features/coverage/coverage-queries.server.ts'
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

const welding = 'K/PIE/02'

async function aSchool(db: Db) {
  setClock(new Date('2026-11-27T09:00:00Z'))
  await theTestRegion(db)
  const team = await aTeam(db)
  const at = { organisationId: team.organisationId, teamId: team.id }
  const lead = await aTeacher(db, { ...at, role: 'team_lead' })
  const teacher = await aTeacher(db, at)
  await chooseTaughtModules(db, lead, at, { modules: [welding] })
  const covered = async () => {
    const school = (await readCoverage(db, [at.organisationId])).get(at.organisationId)
    const [module] = school?.modules ?? []
    if (!school || !module) throw new Error('the school teaches nothing')
    return { ...module, personIds: school.staff.map(({ id }) => id) }
  }
  return { at, lead, teacher, covered }
}

const aboutWelding = async (db: Db) => {
  const offering = await anOffering(db)
  await db.insertInto('offeringExamModule').values({ offeringId: offering.id, moduleCode: welding }).execute()
  return offering
}

describe('who covers what a school teaches', () => {
  test('by licence, by paper, and by what was completed in the last three years', async ({ db }) => {
    const { teacher, covered } = await aSchool(db)
    expect(await covered()).toMatchObject({ gaps: ['qualified', 'trained', 'certified'] })
    const { personId } = teacher
    await aPaper(db, { personId, typeCode: 'BEVOEGDHEID', scope: 'PIE, tweede graad', validUntil: null })
    const { id: offeringId } = await aboutWelding(db)
    const long = await anEdition(db, { offeringId, startsAt: new Date('2023-11-20T09:00:00Z') })
    await anEnrolment(db, { editionId: long.id, personId, status: 'completed' })
    expect(await covered()).toMatchObject({ gaps: ['trained', 'certified'] })
    const lately = await anEdition(db, { offeringId, startsAt: new Date('2023-12-04T09:00:00Z') })
    await anEnrolment(db, { editionId: lately.id, personId, status: 'completed' })
    expect(await covered()).toMatchObject({ gaps: ['certified'], trained: [{ personId, checked: true }] })
  })

  test('a paper that lapsed, was refused or waits for its employer does not count', async ({ db }) => {
    const { teacher, covered } = await aSchool(db)
    const { personId } = teacher
    const weld = (values: object) => aPaper(db, { personId, typeCode: 'ISO9606-1', scope: '135', ...values })
    await weld({ issuedOn: '2020-01-01', validUntil: '2023-01-01' })
    await weld({ issuedOn: '2026-11-01', validUntil: '2029-11-01', verification: 'refused' })
    expect((await covered()).certified).toEqual([])
    await weld({ issuedOn: '2026-11-01', validUntil: '2029-11-01', verification: 'unverified' })
    expect((await covered()).certified).toEqual([{ personId, checked: false }])
  })

  test('only by who works there today', async ({ db }) => {
    const { at, covered } = await aSchool(db)
    const left = await aTeacher(db, at)
    await db
      .updateTable('membership')
      .set({ startsOn: '2024-08-01', endsOn: '2026-11-26' })
      .where('personId', '=', left.personId)
      .execute()
    const elsewhere = await aTeacher(db)
    for (const { personId } of [left, elsewhere])
      await aPaper(db, { personId, typeCode: 'BEVOEGDHEID', scope: 'PIE', validUntil: null })
    expect((await covered()).qualified).toEqual([])
  })

  test('what fills a gap is the first edition with a place, and who goes already is told', async ({ db }) => {
    const { teacher, covered } = await aSchool(db)
    const offering = await aboutWelding(db)
    const at = (startsAt: string, capacity = 12) =>
      anEdition(db, { offeringId: offering.id, startsAt: new Date(startsAt), capacity })
    const full = await at('2026-12-10T09:00:00Z', 1)
    await anEnrolment(db, { editionId: full.id, personId: teacher.personId })
    await at('2027-03-01T09:00:00Z')
    const next = await at('2027-02-01T09:00:00Z')
    const module = await covered()
    const [, trained, certified] = fillGaps(module, await findFillers(db, [module], module.personIds))
    expect(trained).toMatchObject({
      aspect: 'trained',
      filler: {
        slug: offering.slug,
        edition: { code: next.code },
        booked: {
          people: 1,
          title: offering.title,
          startsAt: new Date('2026-12-10T09:00:00Z'),
          begun: false,
        },
      },
    })
    expect(certified).toEqual({ aspect: 'certified', filler: null, material: null })
  })
})

describe('what a school teaches', () => {
  test('is chosen by whoever leads a team there; what is left out is taught no more', async ({ db }) => {
    const { at, lead } = await aSchool(db)
    await chooseTaughtModules(db, lead, at, { modules: ['P/PIE/01', 'P/PIE/01'] })
    const school = (await readCoverage(db, [at.organisationId])).get(at.organisationId)
    expect(school?.modules.map(({ module }) => module.code)).toEqual(['P/PIE/01'])
    await chooseTaughtModules(db, await aCoordinator(db), at, { modules: [] })
    expect((await readCoverage(db, [at.organisationId])).get(at.organisationId)?.modules).toEqual([])
  })

  test('not by a teacher, not by the lead of another school, and no made-up code', async ({ db }) => {
    const { at, lead, teacher } = await aSchool(db)
    const elsewhere = await aTeacher(db, { teamId: (await aTeam(db)).id, role: 'team_lead' })
    for (const who of [teacher, elsewhere]) {
      expect(() => chooseTaughtModules(db, who, at, { modules: [] })).toThrow()
    }
    await expect(chooseTaughtModules(db, lead, at, { modules: ['P/XYZ/99'] })).rejects.toMatchObject({
      field: 'modules',
    })
    const school = (await readCoverage(db, [at.organisationId])).get(at.organisationId)
    expect(school?.modules.map(({ module }) => module.code)).toEqual([welding])
  })

  test('which paper a module asks for is a coordinator’s choice', async ({ db }) => {
    const { covered, lead } = await aSchool(db)
    expect((await covered()).certified).toEqual([])
    const coordinator = await aCoordinator(db)
    await chooseModulesOfType(db, coordinator, { code: 'ISO9606-1' }, { modules: ['K/PIE/08'] })
    expect((await covered()).certified).toBeNull()
    expect(await listModulesOfType(db, 'ISO9606-1')).toEqual(['K/PIE/08'])
    expect(() => chooseModulesOfType(db, lead, { code: 'ISO9606-1' }, { modules: [] })).toThrow()
  })
})
