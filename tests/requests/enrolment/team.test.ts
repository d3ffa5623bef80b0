import { expect } from 'vitest'
import { enrol } from '#app/features/enrolment/enrol.server.ts'
import type { Db } from '#db/client.server.ts'
import {
  aCoordinator,
  anEdition,
  aTeacher,
  aTeam,
  dayFromNow,
  theTestRegion,
} from '#tests/support/builders.ts'
import { test } from '#tests/support/portal.ts'

async function aTeamOfThree(db: Db) {
  await theTestRegion(db)
  const team = await aTeam(db)
  const place = { teamId: team.id, organisationId: team.organisationId }
  const lead = await aTeacher(db, { ...place, role: 'team_lead' })
  return { lead, one: await aTeacher(db, place), two: await aTeacher(db, place) }
}

const statusOf = async (db: Db, id: number) =>
  (await db.selectFrom('enrolment').select('status').where('id', '=', id).executeTakeFirstOrThrow()).status

test('a lead sees who asks, who else is away then, and decides with one press', async ({ db, portal }) => {
  const { lead, one, two } = await aTeamOfThree(db)
  const edition = await anEdition(db)
  const [first, second] = [await enrol(db, one, edition, {}), await enrol(db, two, edition, {})]
  const visitor = await portal.as(lead.personId)
  const text = (await (await visitor.get('/team')).text()).replaceAll('<!-- -->', '')
  expect(text).toContain('Te beslissen (2)')
  expect(text).toContain(`${two.name} is al weg`)
  expect((await visitor.post('/team', { enrolmentId: String(first.id), answer: 'approve' })).status).toBe(303)
  const refused = await visitor.post('/team', { enrolmentId: String(second.id), answer: 'decline' })
  expect(refused.status).toBe(422)
  expect(await refused.text()).toContain('Schrijf kort waarom niet')
  await visitor.post('/team', { enrolmentId: String(second.id), answer: 'decline', reason: 'Toetsweek' })
  expect([await statusOf(db, first.id), await statusOf(db, second.id)]).toEqual(['confirmed', 'declined'])
  expect((await visitor.post('/team', { enrolmentId: String(first.id), answer: 'approve' })).status).toBe(422)
})

test('a team is its lead’s only, in every form of asking', async ({ db, portal }) => {
  const { one } = await aTeamOfThree(db)
  const { id } = await enrol(db, one, await anEdition(db), {})
  const other = (await aTeamOfThree(db)).lead
  const otherLead = await portal.as(other.personId)
  const teacher = await portal.as(one.personId)
  for (const form of ['/team', '/team.data', '/team.data?_routes=routes%2Fenrolment%2Fteam']) {
    expect(await (await otherLead.get(form)).text()).not.toContain(one.name)
    expect((await teacher.get(form)).status).toBe(403)
    expect(await (await portal.get(form)).text()).not.toContain(one.name)
  }
  const answer = { enrolmentId: String(id), answer: 'approve' }
  expect((await otherLead.post('/team', answer)).status).toBe(403)
  expect((await teacher.post('/team', answer)).status).toBe(403)
  expect((await portal.post('/team', answer)).status).toBe(302)
  expect(await statusOf(db, id)).toBe('requested')
})

test('the old lead sees nothing after someone’s last day', async ({ db, portal }) => {
  const { lead, one } = await aTeamOfThree(db)
  const { id } = await enrol(db, one, await anEdition(db), {})
  const page = `/mijn/inschrijvingen/${id}`
  expect((await (await portal.as(lead.personId)).get(page)).status).toBe(200)
  await db
    .updateTable('membership')
    .set({ endsOn: dayFromNow(-1) })
    .where('personId', '=', one.personId)
    .execute()
  expect(await (await (await portal.as(lead.personId)).get('/team')).text()).not.toContain(one.name)
  expect((await (await portal.as(lead.personId)).get(page)).status).toBe(403)
})

test('a coordinator sees what was put to the coordinator', async ({ db, portal }) => {
  const { one } = await aTeamOfThree(db)
  const { id } = await enrol(db, one, await anEdition(db), {})
  const coordinator = await portal.as((await aCoordinator(db)).personId)
  expect(await (await coordinator.get('/team')).text()).not.toContain(one.name)
  await db
    .updateTable('enrolment')
    .set({ approvalToCoordinatorAt: new Date() })
    .where('id', '=', id)
    .execute()
  expect(await (await coordinator.get('/team')).text()).toContain(one.name)
})
