import { describe, expect } from 'vitest'
import { can } from '#app/access/abilities.ts'
import { approveEnrolment } from '#app/features/enrolment/answer-approval.server.ts'
import { listPendingApprovals } from '#app/features/enrolment/pending-approval-queries.server.ts'
import { listTeamEditions, listTeamRequests } from '#app/features/enrolment/team-queries.server.ts'
import { changeSchool } from '#app/features/organisations/change-school.server.ts'
import { dismissSuggestion, linkOrganisation } from '#app/features/organisations/link-organisation.server.ts'
import { listOpenSuggestions } from '#app/features/organisations/managed-organisations-queries.server.ts'
import { findAccount } from '#app/features/people/account-queries.server.ts'
import { endMembership } from '#app/features/people/end-membership.server.ts'
import { startMembership } from '#app/features/people/start-membership.server.ts'
import { createLinkToken, findLinkToken } from '#app/platform/authentication/link-token.server.ts'
import { today } from '#app/platform/clock.ts'
import type { Db } from '#db/client.server.ts'
import {
  aCoordinator,
  actorOf,
  aMembership,
  anEdition,
  anEnrolment,
  anOrganisation,
  aTeacher,
  aTeam,
  dayFromNow,
  theTestRegion,
} from '#tests/support/builders.ts'
import { test } from '#tests/support/database.ts'
import { mails } from '#tests/support/mail.ts'

const membershipsOf = (db: Db, personId: number) =>
  db.selectFrom('membership').selectAll().where('personId', '=', personId).orderBy('id').execute()
const questions = (db: Db) => db.selectFrom('membershipQuestion').selectAll().orderBy('enrolmentId').execute()

async function inATeam(db: Db) {
  const team = await aTeam(db)
  const place = { organisationId: team.organisationId, teamId: team.id }
  const actor = await aTeacher(db, place)
  const [membership] = await membershipsOf(db, actor.personId)
  return { actor, place, ends: { membershipId: membership?.id ?? 0, endsOn: today() } }
}

describe('leaving a school', () => {
  test('asks about the open places one has there, and about nothing else', async ({ db }) => {
    const { actor, place, ends } = await inATeam(db)
    const { personId } = actor
    const enrolled = async (values: Partial<Parameters<typeof anEnrolment>[1]>, startsAt?: Date) =>
      anEnrolment(db, { editionId: (await anEdition(db, { startsAt })).id, personId, ...place, ...values })
    const confirmed = await enrolled({})
    const waiting = await enrolled({ status: 'waitlisted' })
    await enrolled({ status: 'withdrawn' })
    await enrolled({}, new Date(Date.now() - 30 * 86_400_000))
    await enrolled({ organisationId: (await anOrganisation(db)).id, teamId: undefined })
    await enrolled({ personId: (await aTeacher(db, place)).personId })
    expect(await endMembership(db, actor, ends, ends)).toBe(2)
    expect(await questions(db)).toMatchObject([{ enrolmentId: confirmed.id }, { enrolmentId: waiting.id }])
    expect((await findAccount(db, personId)).openQuestions).toBe(2)
    await endMembership(db, actor, ends, ends)
    expect(await questions(db)).toHaveLength(2)
  })

  test('asks nothing of who stays there in another role', async ({ db }) => {
    const { actor, place, ends } = await inATeam(db)
    await aMembership(db, { personId: actor.personId, ...place, role: 'instructor' })
    await anEnrolment(db, { editionId: (await anEdition(db)).id, personId: actor.personId, ...place })
    expect(await endMembership(db, actor, ends, ends)).toBe(0)
  })

  test('ends what the old lead could still decide by a mailed link', async ({ db }) => {
    const { actor, place, ends } = await inATeam(db)
    const { id } = await anEnrolment(db, {
      editionId: (await anEdition(db)).id,
      personId: actor.personId,
      status: 'requested',
      ...place,
    })
    const token = await createLinkToken(db, 'approve-enrolment', { subjectId: id, minutes: 60 })
    await endMembership(db, actor, ends, ends)
    expect(await findLinkToken(db, 'approve-enrolment', token)).toBeUndefined()
  })

  test('takes the decision about one from the old lead, who sees nothing more of it', async ({ db }) => {
    const { actor, place, ends } = await inATeam(db)
    await theTestRegion(db)
    const lead = await aTeacher(db, { ...place, role: 'team_lead' })
    const { id } = await anEnrolment(db, {
      editionId: (await anEdition(db)).id,
      personId: actor.personId,
      status: 'requested',
      ...place,
    })
    await db.updateTable('enrolment').set({ approval: 'pending' }).execute()
    expect(await listTeamRequests(db, lead)).toMatchObject([{ id }])
    expect(await listTeamEditions(db, [place.teamId])).toHaveLength(1)
    await endMembership(db, actor, ends, { endsOn: dayFromNow(-1) })
    expect(await listTeamRequests(db, lead)).toEqual([])
    expect(await listTeamEditions(db, [place.teamId])).toEqual([])
    expect(await listPendingApprovals(db)).toEqual([])
    await expect(approveEnrolment(db, lead, { id })).rejects.toMatchObject({ status: 403 })
    await approveEnrolment(db, await aCoordinator(db), { id })
  })

  test('cannot be before one came, and is for oneself or a coordinator, who has one told', async ({ db }) => {
    const { actor, place, ends } = await inATeam(db)
    await expect(endMembership(db, actor, ends, { endsOn: '2019-01-01' })).rejects.toThrow('vóór de eerste')
    await expect(endMembership(db, await aTeacher(db), ends, ends)).rejects.toMatchObject({ status: 403 })
    await expect(endMembership(db, actor, { membershipId: 999 }, ends)).rejects.toMatchObject({ status: 404 })
    await theTestRegion(db)
    await anEnrolment(db, { editionId: (await anEdition(db)).id, personId: actor.personId, ...place })
    await endMembership(db, await aCoordinator(db), ends, ends)
    expect(await membershipsOf(db, actor.personId)).toMatchObject([{ endsOn: today() }])
    expect(await mails(db)).toMatchObject([{ reason: 'membership.ended', personId: actor.personId }])
  })

  test('is not undone by oneself: who led a team does not come back to it', async ({ db }) => {
    const { place } = await inATeam(db)
    const lead = await aTeacher(db, { ...place, role: 'team_lead' })
    const [membership] = await membershipsOf(db, lead.personId)
    const ended = { membershipId: membership?.id ?? 0 }
    const leads = async () => (await actorOf(db, lead.personId)).leads.has(place.teamId)
    await endMembership(db, await aCoordinator(db), ended, { endsOn: dayFromNow(-1) })
    expect(await leads()).toBe(false)
    const later = { membershipId: ended.membershipId, endsOn: dayFromNow(400) }
    await expect(endMembership(db, lead, later, later)).rejects.toThrow('stopt al eerder')
    await expect(changeSchool(db, lead, lead, { ends: later })).rejects.toThrow('stopt al eerder')
    expect(await leads()).toBe(false)
    await endMembership(db, await aCoordinator(db), later, later)
    expect(await leads()).toBe(true)
  })

  test('takes from a lead, after the last day, everything about the team', async ({ db }) => {
    const { place } = await inATeam(db)
    const lead = await aTeacher(db, { ...place, role: 'team_lead' })
    const subject = { personId: 0, editionId: 0, teamId: place.teamId }
    const sees = async () => {
      const actor = await actorOf(db, lead.personId)
      return [
        can(actor, 'team.see', subject),
        can(actor, 'enrolment.see', subject),
        can(actor, 'enrolment.approve', subject),
      ]
    }
    const [membership] = await membershipsOf(db, lead.personId)
    const subjectMembership = { membershipId: membership?.id ?? 0 }
    await endMembership(db, lead, subjectMembership, { endsOn: today() })
    expect(await sees()).toEqual([true, true, true])
    await endMembership(db, lead, subjectMembership, { endsOn: dayFromNow(-1) })
    expect(await sees()).toEqual([false, false, false])
  })
})

describe('starting at a school', () => {
  test('is not a way to look into every school, nor to fill the desk with names', async ({ db }) => {
    const { actor } = await inATeam(db)
    const start = async (by: typeof actor) =>
      startMembership(db, by, actor, { organisationId: (await anOrganisation(db)).id, role: 'teacher' })
    for (let at = 0; at < 5; at++) await start(actor)
    await expect(start(actor)).rejects.toThrow('veel scholen')
    await start(await aCoordinator(db))
    const suggest = (name: string) =>
      changeSchool(db, actor, actor, {
        ends: undefined,
        suggestion: { name, town: 'Raalte', role: 'teacher' },
      })
    for (const name of ['een', 'twee', 'drie']) await suggest(name)
    await expect(suggest('vier')).rejects.toThrow('paar scholen genoemd')
  })

  test('is done oneself, but not in a role that sees or decides about others', async ({ db }) => {
    const { actor } = await inATeam(db)
    const { id: organisationId } = await anOrganisation(db)
    await startMembership(db, actor, actor, { organisationId, role: 'instructor' })
    await startMembership(db, actor, actor, { organisationId, role: 'instructor' })
    expect(await membershipsOf(db, actor.personId)).toHaveLength(2)
    for (const role of ['team_lead', 'director', 'trainer', 'company_admin'] as const) {
      await expect(async () => startMembership(db, actor, actor, { organisationId, role })).rejects.toThrow(
        'coördinator',
      )
    }
    await startMembership(db, await aCoordinator(db), actor, { organisationId, role: 'team_lead' })
  })

  test('goes together with leaving another, or not at all', async ({ db }) => {
    const { actor, ends } = await inATeam(db)
    const team = await aTeam(db)
    const wrong = { organisationId: (await anOrganisation(db)).id, teamId: team.id, role: 'teacher' as const }
    await expect(
      changeSchool(db, actor, actor, { ends, starts: { ...wrong, startsOn: undefined } }),
    ).rejects.toThrow('hoort niet bij')
    expect(await membershipsOf(db, actor.personId)).toMatchObject([{ endsOn: null }])
    const starts = {
      organisationId: team.organisationId,
      teamId: team.id,
      role: 'teacher' as const,
      startsOn: undefined,
    }
    await changeSchool(db, actor, actor, { ends, starts })
    expect(await membershipsOf(db, actor.personId)).toMatchObject([{ endsOn: today() }, { teamId: team.id }])
  })
})

describe('a school that is not in the list', () => {
  const suggestion = { name: 'Het Nieuwe College', town: 'Olst', role: 'teacher' as const }

  test('is linked by a coordinator: the person works there, and places without a school get it', async ({
    db,
  }) => {
    const { actor } = await inATeam(db)
    await changeSchool(db, actor, actor, { suggestion, ends: undefined })
    await changeSchool(db, actor, actor, { suggestion, ends: undefined })
    const place = await anEnrolment(db, { editionId: (await anEdition(db)).id, personId: actor.personId })
    const [open, ...others] = await listOpenSuggestions(db)
    expect(others).toEqual([])
    const coordinator = await aCoordinator(db)
    const organisation = await anOrganisation(db)
    const subject = { suggestionId: open?.id ?? 0 }
    const input = { organisationId: organisation.id }
    await expect(async () => linkOrganisation(db, actor, subject, input)).rejects.toMatchObject({
      status: 403,
    })
    await linkOrganisation(db, coordinator, subject, input)
    expect(await listOpenSuggestions(db)).toEqual([])
    expect((await membershipsOf(db, actor.personId)).at(-1)).toMatchObject({
      organisationId: organisation.id,
    })
    const row = await db
      .selectFrom('enrolment')
      .selectAll()
      .where('id', '=', place.id)
      .executeTakeFirstOrThrow()
    expect(row.organisationId).toBe(organisation.id)
    await expect(linkOrganisation(db, coordinator, subject, input)).rejects.toMatchObject({ status: 404 })
  })

  test('can be put aside', async ({ db }) => {
    const { actor } = await inATeam(db)
    await changeSchool(db, actor, actor, { suggestion, ends: undefined })
    const [open] = await listOpenSuggestions(db)
    await dismissSuggestion(db, await aCoordinator(db), { suggestionId: open?.id ?? 0 })
    expect(await listOpenSuggestions(db)).toEqual([])
  })
})
