import { describe, expect } from 'vitest'
import { findEnrolment } from '#app/features/enrolment/my-enrolment-queries.server.ts'
import { listTeamEditions } from '#app/features/enrolment/team-queries.server.ts'
import { now } from '#app/platform/clock.ts'
import type { Db } from '#db/client.server.ts'
import { anEdition, anEnrolment, aTeacher, aTeam } from '#tests/support/builders.ts'
import { test } from '#tests/support/database.ts'

type About = {
  origin?: 'self' | 'team_lead' | 'substitute'
  ownChoice?: boolean | null
  approval?: 'not_needed' | 'pending' | 'approved'
  approvalAskedAt?: Date
  status?: 'confirmed' | 'requested' | 'offered'
  shares?: boolean
}

/** Whether the lead finds an enrolment like this on the team's agenda, and may open it. */
async function seenByLead(db: Db, { shares = false, status = 'confirmed', ...about }: About) {
  const team = await aTeam(db)
  const place = { organisationId: team.organisationId, teamId: team.id }
  const { personId } = await aTeacher(db, place)
  await db.updateTable('person').set({ shareOwnChoice: shares }).where('id', '=', personId).execute()
  const edition = await anEdition(db)
  const { id } = await anEnrolment(db, { editionId: edition.id, personId, status, ...place })
  await db.updateTable('enrolment').set(about).where('id', '=', id).execute()
  const listed = (await listTeamEditions(db, [team.id])).length > 0
  const opened = (await findEnrolment(db, id))?.seenByTeamId === team.id
  expect(opened, 'the agenda and the page agree').toBe(listed)
  return listed
}

describe('what a team lead sees of where the team goes', () => {
  test('is not what somebody chose', async ({ db }) => {
    expect(await seenByLead(db, { origin: 'self' })).toBe(false)
    expect(await seenByLead(db, { origin: 'substitute' })).toBe(false)
    expect(await seenByLead(db, { origin: 'team_lead', ownChoice: true })).toBe(false)
  })

  test('is what was assigned, as its holder says or by who enrolled them', async ({ db }) => {
    expect(await seenByLead(db, { origin: 'team_lead' })).toBe(true)
    expect(await seenByLead(db, { origin: 'self', ownChoice: false })).toBe(true)
  })

  test('is what the team was asked about, but not an offer that nobody accepted', async ({ db }) => {
    expect(await seenByLead(db, { origin: 'self', approval: 'approved' })).toBe(true)
    expect(await seenByLead(db, { origin: 'self', approval: 'pending', status: 'requested' })).toBe(true)
    const offer: About = { origin: 'self', approval: 'pending', status: 'offered' }
    expect(await seenByLead(db, offer)).toBe(false)
    expect(await seenByLead(db, { ...offer, approvalAskedAt: now() })).toBe(true)
  })

  test('is everything of who wants that', async ({ db }) => {
    expect(await seenByLead(db, { origin: 'self', shares: true })).toBe(true)
  })
})
