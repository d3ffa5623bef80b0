import { describe, expect } from 'vitest'
import {
  findMatrix,
  listGroups,
  listRules,
  listTicks,
  viewOf,
} from '#app/features/requirements/requirement-queries.server.ts'
import { changeGroup, createGroup, removeGroup } from '#app/features/requirements/save-group.server.ts'
import {
  changeRequirement,
  endRequirement,
  setRequirement,
} from '#app/features/requirements/save-requirement.server.ts'
import { tickAreas } from '#app/features/requirements/tick-areas.server.ts'
import { setClock } from '#app/platform/clock.ts'
import type { Db } from '#db/client.server.ts'
import {
  aCoordinator,
  aMembership,
  aPaper,
  aPerson,
  aTeacher,
  aTeam,
  theTestRegion,
} from '#tests/support/builders.ts'
import { test } from '#tests/support/database.ts'

async function aTeamOfThree(db: Db) {
  setClock(new Date('2026-11-27T09:00:00Z'))
  await theTestRegion(db)
  const team = await aTeam(db)
  const at = { organisationId: team.organisationId, teamId: team.id }
  const lead = await aTeacher(db, { ...at, role: 'team_lead' })
  const one = await aTeacher(db, at)
  const two = await aTeacher(db, { ...at, role: 'instructor' })
  return { team, lead, one, two, keeper: at, coordinator: await aCoordinator(db) }
}

const everyone = (forWhom: string, ...typeCodes: string[]) => ({
  forWhom,
  kind: 'everyone' as const,
  typeCodes,
  areas: [],
})

describe('what a team has to hold', () => {
  test('is set by its lead, and shown for everybody it is about', async ({ db }) => {
    const { team, lead, one } = await aTeamOfThree(db)
    await setRequirement(db, lead, everyone(`team:${team.id}`, 'BHV'))
    await aPaper(db, { personId: one.personId, verification: 'verified' })
    const matrix = await findMatrix(db, viewOf(lead, undefined))
    expect(matrix.columns).toEqual([{ code: 'BHV', title: 'Bedrijfshulpverlening (BHV)' }])
    const cells = new Map(matrix.rows.map(({ person, cells }) => [person.id, cells[0]?.state]))
    expect(cells.get(one.personId)).toBe('valid')
    expect([...cells.values()].sort()).toEqual(['missing', 'missing', 'valid'])
  })

  test('is not for a member, nor for the lead of another team', async ({ db }) => {
    const { team, lead, one } = await aTeamOfThree(db)
    const elsewhere = await aTeacher(db, { teamId: (await aTeam(db)).id, role: 'team_lead' })
    for (const who of [one, elsewhere]) {
      await expect(setRequirement(db, who, everyone(`team:${team.id}`, 'BHV'))).rejects.toMatchObject({
        status: 403,
      })
    }
    const { id } = await setRequirement(db, lead, everyone(`team:${team.id}`, 'BHV'))
    await expect(endRequirement(db, elsewhere, { id })).rejects.toMatchObject({ status: 403 })
    await endRequirement(db, lead, { id })
    await expect(endRequirement(db, lead, { id })).rejects.toMatchObject({ status: 404 })
    expect(await listRules(db, viewOf(lead, undefined))).toEqual([])
  })

  test('is changed by its lead: what it asks, not for whom', async ({ db }) => {
    const { team, lead, one } = await aTeamOfThree(db)
    const { id } = await setRequirement(db, lead, {
      ...everyone(`team:${team.id}`, 'BHV'),
      kind: 'at_least',
      minimum: 2,
    })
    const change = (who: typeof lead, minimum: number, ...typeCodes: string[]) =>
      changeRequirement(db, who, { id }, { typeCodes, minimum, areas: [] })
    await expect(change(one, 1, 'BHV')).rejects.toMatchObject({ status: 403 })
    await expect(change(lead, 9, 'BHV')).rejects.toThrow('hooguit 3')
    await expect(change(lead, 1, 'BHV', 'EHBO')).rejects.toThrow('precies één')
    await change(lead, 1, 'EHBO')
    expect(await listRules(db, viewOf(lead, undefined))).toMatchObject([
      { id, kind: 'at_least', teamId: team.id, typeCodes: ['EHBO'], minimum: 1 },
    ])
    await endRequirement(db, lead, { id })
    await expect(change(lead, 1, 'BHV')).rejects.toMatchObject({ status: 404 })
  })

  test('who masters a part that goes is ticked no longer; the other ticks stay', async ({ db }) => {
    const { team, lead, one, two } = await aTeamOfThree(db)
    const cover = { typeCodes: [], minimum: undefined, title: 'PIE' }
    const { id } = await setRequirement(db, lead, {
      ...cover,
      forWhom: `team:${team.id}`,
      kind: 'cover',
      areas: ['metaal', 'elektro'],
    })
    await tickAreas(db, lead, { id }, [`${one.personId} metaal`, `${two.personId} elektro`])
    await changeRequirement(db, lead, { id }, { ...cover, areas: ['metaal', 'installatie'] })
    expect(await listTicks(db, [id])).toMatchObject([{ personId: one.personId, area: 'metaal' }])
  })

  test('a school and a role are the coordinator’s; a lead sees them for the own team', async ({ db }) => {
    const { team, lead, two, coordinator } = await aTeamOfThree(db)
    const school = `school:${team.organisationId}`
    await expect(setRequirement(db, lead, everyone(school, 'BHV'))).rejects.toMatchObject({ status: 403 })
    await setRequirement(db, coordinator, everyone(`role:${team.organisationId}:instructor`, 'VCA-B'))
    const outside = await aTeacher(db, { organisationId: team.organisationId, role: 'instructor' })
    const own = await findMatrix(db, viewOf(lead, undefined))
    expect(own.rows.map(({ person }) => person.id)).not.toContain(outside.personId)
    expect(own.rows.find(({ person }) => person.id === two.personId)?.cells[0]?.state).toBe('missing')
    const whole = await findMatrix(db, viewOf(coordinator, team.organisationId))
    expect(whole.rows.map(({ person }) => person.id)).toContain(outside.personId)
    // Of a lead `?school=` changes nothing.
    expect(viewOf(lead, team.organisationId)).toEqual({ teamIds: [team.id] })
  })

  test('is refused when it asks nothing that can be', async ({ db }) => {
    const { team, lead } = await aTeamOfThree(db)
    const to = `team:${team.id}`
    const refused = (input: Partial<Parameters<typeof setRequirement>[2]>) =>
      expect(setRequirement(db, lead, { ...everyone(to, 'BHV'), ...input })).rejects
    await refused({ forWhom: 'team:999999' }).toMatchObject({ field: 'forWhom' })
    await refused({ forWhom: 'role:1:director' }).toMatchObject({ field: 'forWhom' })
    await refused({ typeCodes: [] }).toMatchObject({ field: 'typeCodes' })
    await refused({ typeCodes: ['ONZIN'] }).toMatchObject({ field: 'typeCodes' })
    await refused({ kind: 'at_least', typeCodes: ['BHV', 'EHBO'] }).toMatchObject({ field: 'typeCodes' })
    await refused({ kind: 'at_least' }).toMatchObject({ field: 'minimum' })
    await refused({ kind: 'cover' }).toMatchObject({ field: 'title' })
    await refused({ kind: 'cover', title: 'PIE', areas: ['metaal', 'metaal'] }).toMatchObject({
      field: 'areas',
    })
  })
})

describe('a named group', () => {
  test('is of the lead’s own people, and counts by itself', async ({ db }) => {
    const { lead, one, two, keeper } = await aTeamOfThree(db)
    const stranger = await aPerson(db)
    const input = { name: 'Lashal', members: [String(one.personId), String(two.personId)] }
    await expect(
      createGroup(db, lead, keeper, { ...input, members: [String(stranger.id)] }),
    ).rejects.toMatchObject({ field: 'members' })
    const { id } = await createGroup(db, lead, keeper, input)
    await expect(createGroup(db, lead, keeper, input)).rejects.toMatchObject({ field: 'name' })
    const rule = { ...everyone(`group:${id}`, 'BHV'), kind: 'at_least' as const, minimum: 2 }
    await expect(setRequirement(db, lead, { ...rule, minimum: 3 })).rejects.toMatchObject({
      field: 'minimum',
    })
    const { id: ruleId } = await setRequirement(db, lead, rule)
    await aPaper(db, { personId: one.personId })
    await aPaper(db, { personId: lead.personId })
    expect((await findMatrix(db, viewOf(lead, undefined))).atLeast).toMatchObject([
      { have: 1, rule: { minimum: 2 } },
    ])
    await expect(removeGroup(db, lead, { id })).rejects.toThrow('nog eisen')
    await changeGroup(db, lead, { id }, { name: 'Lashal', members: [String(one.personId)] })
    expect((await listGroups(db, viewOf(lead, undefined)))[0]?.members).toEqual([one.personId])
    await endRequirement(db, lead, { id: ruleId })
    await removeGroup(db, lead, { id })
    expect(await listGroups(db, viewOf(lead, undefined))).toEqual([])
  })

  test('who left the school is no longer counted in it', async ({ db }) => {
    const { lead, one, keeper } = await aTeamOfThree(db)
    const { id } = await createGroup(db, lead, keeper, { name: 'Lashal', members: [String(one.personId)] })
    await setRequirement(db, lead, { ...everyone(`group:${id}`, 'BHV'), kind: 'at_least', minimum: 1 })
    await aPaper(db, { personId: one.personId })
    await db
      .updateTable('membership')
      .set({ endsOn: '2026-11-26' })
      .where('personId', '=', one.personId)
      .execute()
    expect((await findMatrix(db, viewOf(lead, undefined))).atLeast).toEqual([])
  })
})

describe('what people cover together', () => {
  test('is ticked by the lead, part by part; ticks that stay keep who set them', async ({ db }) => {
    const { team, lead, one, two } = await aTeamOfThree(db)
    const { id } = await setRequirement(db, lead, {
      forWhom: `team:${team.id}`,
      kind: 'cover',
      typeCodes: [],
      title: 'PIE',
      areas: ['metaal', 'elektro'],
    })
    await tickAreas(db, lead, { id }, [`${one.personId} metaal`, `${two.personId} metaal`])
    const [first] = await db
      .selectFrom('requirementTick')
      .selectAll()
      .where('personId', '=', one.personId)
      .execute()
    setClock(new Date('2026-11-28T09:00:00Z'))
    await tickAreas(db, lead, { id }, [`${one.personId} metaal`, `${one.personId} metaal`])
    expect(await db.selectFrom('requirementTick').selectAll().execute()).toEqual([first])
    const { covers } = await findMatrix(db, viewOf(lead, undefined))
    expect(covers[0]?.parts.map(({ area, names }) => [area, names.length])).toEqual([
      ['metaal', 1],
      ['elektro', 0],
    ])
    const outside = await aPerson(db)
    await aMembership(db, { personId: outside.id, organisationId: team.organisationId })
    await expect(tickAreas(db, lead, { id }, [`${outside.id} metaal`])).rejects.toMatchObject({
      name: 'Refusal',
    })
    await expect(tickAreas(db, lead, { id }, [`${one.personId} lassen`])).rejects.toMatchObject({
      name: 'Refusal',
    })
    await expect(tickAreas(db, one, { id }, [])).rejects.toMatchObject({ status: 403 })
  })
})
