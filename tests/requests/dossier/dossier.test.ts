import { describe, expect } from 'vitest'
import { verifyQualification } from '#app/features/qualifications/verify-qualification.server.ts'
import { setRequirement } from '#app/features/requirements/save-requirement.server.ts'
import { dayOf } from '#app/platform/clock.ts'
import {
  anEdition,
  anEnrolment,
  anOffering,
  aPaper,
  aTeamWithLead,
  theTestRegion,
} from '#tests/support/builders.ts'
import { test } from '#tests/support/portal.ts'

describe('a paper that was refused', () => {
  test('stands on top for its holder, with who and why, also when an older one counts', async ({
    db,
    portal,
  }) => {
    await theTestRegion(db)
    const { lead, teacher } = await aTeamWithLead(db)
    await aPaper(db, { personId: teacher.personId, issuedOn: '2026-01-05' })
    const renewal = await aPaper(db, { personId: teacher.personId, issuedOn: '2026-06-05' })
    const { changedAt } = await db
      .selectFrom('qualification')
      .select('changedAt')
      .where('id', '=', renewal.id)
      .executeTakeFirstOrThrow()
    await verifyQualification(
      db,
      lead,
      { id: renewal.id, seenAt: changedAt.toISOString() },
      { answer: 'refuse', reason: 'De foto is niet te lezen.' },
    )
    const holder = await portal.as(teacher.personId)
    const dossier = await (await holder.get('/mijn/dossier')).text()
    expect(dossier).toContain(`${lead.name} keurde het af: De foto is niet te lezen.`)
    expect(dossier).toContain(`href="/mijn/dossier/${renewal.id}/wijzigen"`)
    const page = await (await holder.get(`/mijn/dossier/${renewal.id}`)).text()
    expect(page).toContain('Het telt niet mee.')
    expect(page).not.toContain('Zonder onderbreking geldig sinds')
  })
})

describe('a renewal that is booked', () => {
  const inDays = (days: number) => new Date(Date.now() + days * 86_400_000)

  test('in time is quiet; after the last day it warns of the gap', async ({ db, portal }) => {
    await theTestRegion(db)
    const { teacher } = await aTeamWithLead(db)
    const offering = await anOffering(db, { title: 'BHV-herhaling', awardsOnTest: 'BHV', test: 'organiser' })
    const paper = await aPaper(db, { personId: teacher.personId, validUntil: dayOf(inDays(30)) })
    const edition = await anEdition(db, { offeringId: offering.id, startsAt: inDays(20) })
    await anEnrolment(db, { editionId: edition.id, personId: teacher.personId })
    const holder = await portal.as(teacher.personId)
    const quiet = await (await holder.get('/mijn/dossier')).text()
    expect(quiet).toContain('BHV-herhaling')
    expect(quiet).not.toContain('Vraagt je aandacht')
    await db
      .updateTable('qualification')
      .set({ validUntil: dayOf(inDays(10)) })
      .where('id', '=', paper.id)
      .execute()
    const loud = await (await holder.get('/mijn/dossier')).text()
    expect(loud).toContain('Vraagt je aandacht')
    expect(loud).toContain('daarvoor is het al verlopen')
    expect(loud).not.toContain('Schrijf je in')
  })
})

describe('what a lead gets', () => {
  test('of somebody in the matrix is no more than a name', async ({ db, portal }) => {
    await theTestRegion(db)
    const { team, lead, teacher } = await aTeamWithLead(db)
    await setRequirement(db, lead, {
      forWhom: `team:${team.id}`,
      kind: 'everyone',
      typeCodes: ['BHV'],
      minimum: undefined,
      title: undefined,
      areas: [],
    })
    const data = await (await (await portal.as(lead.personId)).get('/team.data')).text()
    expect(data).toContain(teacher.name)
    expect(data).not.toContain('groupIds')
  })
})
