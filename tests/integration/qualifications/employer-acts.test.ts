import { describe, expect } from 'vitest'
import { askEmployer } from '#app/features/qualifications/ask-employer.server.ts'
import { confirmQualification } from '#app/features/qualifications/confirm-qualification.server.ts'
import { correctQualification } from '#app/features/qualifications/correct-qualification.server.ts'
import { designate } from '#app/features/qualifications/designate.server.ts'
import { heldOf } from '#app/features/qualifications/holding.ts'
import { listPapers } from '#app/features/qualifications/qualification-queries.server.ts'
import {
  withdrawConfirmation,
  withdrawDesignation,
} from '#app/features/qualifications/withdraw-employer-act.server.ts'
import { setClock, today } from '#app/platform/clock.ts'
import type { Db } from '#db/client.server.ts'
import { aCoordinator, aMembership, aPaper, aTeacher, aTeam, theTestRegion } from '#tests/support/builders.ts'
import { test } from '#tests/support/database.ts'

async function aWelder(db: Db) {
  setClock(new Date('2026-11-27T09:00:00Z'))
  await theTestRegion(db)
  const team = await aTeam(db)
  const at = { organisationId: team.organisationId, teamId: team.id }
  const lead = await aTeacher(db, { ...at, role: 'team_lead' })
  const holder = await aTeacher(db, { ...at, role: 'instructor' })
  const weld = await aPaper(db, {
    personId: holder.personId,
    typeCode: 'ISO9606-1',
    scope: '135, FM1, PB',
    issuedOn: '2026-03-01',
  })
  const nen = await aPaper(db, { personId: holder.personId, typeCode: 'NEN3140-VOP', issuedOn: '2026-02-01' })
  return { team, lead, holder, weld, nen }
}

/** A paper as the page of a lead shows it. */
const asSeen = ({ id, changedAt }: { id: number; changedAt: Date }) => ({
  id,
  seenAt: changedAt.toISOString(),
})

const standOf = async (db: Db, personId: number, typeCode: string) =>
  heldOf(await listPapers(db, [personId]), today()).find(({ newest }) => newest.typeCode === typeCode)?.stand

describe('an employer confirms', () => {
  test('a signature in time closes the gap, also when it is written down later', async ({ db }) => {
    const { lead, holder, weld } = await aWelder(db)
    expect(await standOf(db, holder.personId, 'ISO9606-1')).toMatchObject({
      standing: 'confirmation',
      until: '2026-09-01',
    })
    await expect(confirmQualification(db, lead, asSeen(weld), {})).rejects.toThrow('1 sep 2026')
    const done = await confirmQualification(db, lead, asSeen(weld), { confirmedOn: '2026-08-28' })
    expect(done.until).toBe('2027-02-28')
    expect(await standOf(db, holder.personId, 'ISO9606-1')).toMatchObject({
      standing: 'valid',
      since: '2026-03-01',
      until: '2027-02-28',
      endsBy: 'confirmation',
    })
  })

  test('what its holder changed since it was shown is looked at anew', async ({ db }) => {
    const { lead, holder, weld } = await aWelder(db)
    const seen = asSeen(weld)
    setClock(new Date('2026-11-27T09:05:00Z'))
    await db
      .updateTable('qualification')
      .set({ scope: '141, FM5, PF', changedAt: new Date('2026-11-27T09:05:00Z') })
      .where('id', '=', weld.id)
      .execute()
    await expect(confirmQualification(db, lead, seen, { confirmedOn: '2026-08-28' })).rejects.toThrow(
      'intussen gewijzigd',
    )
    expect(await standOf(db, holder.personId, 'ISO9606-1')).toMatchObject({ standing: 'confirmation' })
  })

  test('the same day twice is one signature, and one mail', async ({ db }) => {
    const { lead, weld } = await aWelder(db)
    await Promise.all([
      confirmQualification(db, lead, asSeen(weld), { confirmedOn: '2026-08-28' }),
      confirmQualification(db, lead, asSeen(weld), { confirmedOn: '2026-08-28' }),
    ])
    expect(await db.selectFrom('qualificationConfirmation').select('id').execute()).toHaveLength(1)
    expect(await db.selectFrom('outbox').select('id').execute()).toHaveLength(1)
  })

  test('is refused for a day to come, before the paper, after its end, and for a paper that needs none', async ({
    db,
  }) => {
    const { lead, weld, nen } = await aWelder(db)
    const confirm = (confirmedOn: string, paper = weld) =>
      expect(confirmQualification(db, lead, asSeen(paper), { confirmedOn })).rejects
    await confirm('2026-11-28').toMatchObject({ field: 'confirmedOn', message: /moet nog komen/ })
    await confirm('2026-02-28').toMatchObject({ message: /voor de afgifte/ })
    await confirm('2026-08-01', nen).toMatchObject({ message: /hoeft een werkgever niet/ })
  })

  test('taken back, it counts no more', async ({ db }) => {
    const { lead, holder, weld } = await aWelder(db)
    await confirmQualification(db, lead, asSeen(weld), { confirmedOn: '2026-08-28' })
    const { id } = await db.selectFrom('qualificationConfirmation').select('id').executeTakeFirstOrThrow()
    await expect(withdrawConfirmation(db, holder, { id }, { reason: 'x' })).rejects.toMatchObject({
      status: 403,
    })
    await withdrawConfirmation(db, lead, { id }, { reason: 'verkeerde persoon' })
    expect((await standOf(db, holder.personId, 'ISO9606-1'))?.standing).toBe('confirmation')
    await expect(withdrawConfirmation(db, lead, { id }, { reason: 'x' })).rejects.toThrow('al ingetrokken')
  })

  test('what was confirmed of another weld than the paper is for now, does not count for it', async ({
    db,
  }) => {
    const { lead, holder, weld } = await aWelder(db)
    await confirmQualification(db, lead, asSeen(weld), { confirmedOn: '2026-08-28' })
    const paper = { scope: '135, FM1, PB', issuedOn: '2026-03-01' }
    await correctQualification(db, holder, weld, { ...paper, issuer: 'Voorbeeld keuring' })
    expect((await standOf(db, holder.personId, 'ISO9606-1'))?.standing).toBe('valid')
    await correctQualification(db, holder, weld, { ...paper, scope: '141, FM5, BW' })
    expect((await standOf(db, holder.personId, 'ISO9606-1'))?.standing).toBe('confirmation')
    expect(await db.selectFrom('qualificationConfirmation').select('withdrawnReason').execute()).toEqual([
      { withdrawnReason: 'Het bewijs zelf is gewijzigd.' },
    ])
  })
})

describe('an employer designates', () => {
  const tasks = 'Spanningsloos werken in het praktijklokaal'
  const input = { typeCode: 'NEN3140-VOP', tasks, endsOn: '2027-07-31' }

  test('training alone is not valid; with the designation it is, until the first of both ends', async ({
    db,
  }) => {
    const { lead, holder } = await aWelder(db)
    expect((await standOf(db, holder.personId, 'NEN3140-VOP'))?.standing).toBe('designation')
    await designate(db, lead, holder, input)
    await designate(db, lead, holder, input)
    expect(await db.selectFrom('designation').select('id').execute()).toHaveLength(1)
    expect(await standOf(db, holder.personId, 'NEN3140-VOP')).toMatchObject({
      standing: 'valid',
      since: '2026-11-27',
      until: '2027-07-31',
      endsBy: 'designation',
    })
  })

  test('is for the lead of the team and a coordinator, not for the holder or another lead', async ({
    db,
  }) => {
    const { lead, holder } = await aWelder(db)
    const elsewhere = await aTeacher(db, { teamId: (await aTeam(db)).id, role: 'team_lead' })
    for (const who of [holder, elsewhere]) {
      await expect(designate(db, who, holder, input)).rejects.toMatchObject({ status: 403 })
    }
    await expect(designate(db, lead, { personId: lead.personId }, input)).rejects.toMatchObject({
      status: 403,
    })
    await designate(db, await aCoordinator(db), holder, input)
  })

  test('needs a valid paper, a term that can be right, and an employer of the holder', async ({ db }) => {
    const { lead, holder } = await aWelder(db)
    const refused = (values: Partial<typeof input> & { startsOn?: string; organisationId?: number }) =>
      expect(designate(db, lead, holder, { ...input, ...values })).rejects
    await refused({ typeCode: 'NEN9140-VOP' }).toThrow('geen geldig bewijs')
    await refused({ typeCode: 'ISO9606-1' }).toThrow('geen aanwijzing nodig')
    await refused({ endsOn: '2026-11-26' }).toMatchObject({ field: 'endsOn' })
    await refused({ startsOn: '2026-01-01', endsOn: '2026-11-26' }).toMatchObject({ field: 'endsOn' })
    await refused({ endsOn: '2046-01-01' }).toMatchObject({ field: 'endsOn' })
    await refused({ startsOn: '2026-01-31' }).toMatchObject({ field: 'startsOn' })
    await refused({ organisationId: 999_999 }).toMatchObject({ field: 'organisationId' })
  })

  test('ends with the work there, and does not go along to another employer', async ({ db }) => {
    const { lead, holder, team } = await aWelder(db)
    await designate(db, lead, holder, input)
    await db
      .updateTable('membership')
      .set({ endsOn: '2026-12-31' })
      .where('personId', '=', holder.personId)
      .where('teamId', '=', team.id)
      .execute()
    await aMembership(db, { personId: holder.personId })
    expect(await standOf(db, holder.personId, 'NEN3140-VOP')).toMatchObject({ until: '2026-12-31' })
    setClock(new Date('2027-01-02T09:00:00Z'))
    expect((await standOf(db, holder.personId, 'NEN3140-VOP'))?.standing).toBe('designation')
  })

  test('asks which employer where there are two, and takes the designation back with a mail', async ({
    db,
  }) => {
    const { holder, team } = await aWelder(db)
    await aMembership(db, { personId: holder.personId })
    const coordinator = await aCoordinator(db)
    await expect(designate(db, coordinator, holder, input)).rejects.toThrow('Kies voor welke')
    await designate(db, coordinator, holder, { ...input, organisationId: team.organisationId })
    const { id } = await db.selectFrom('designation').select('id').executeTakeFirstOrThrow()
    await withdrawDesignation(db, coordinator, { id }, { reason: 'ander werk' })
    expect((await standOf(db, holder.personId, 'NEN3140-VOP'))?.standing).toBe('designation')
    const reasons = await db.selectFrom('outbox').select('reason').orderBy('id').execute()
    expect(reasons.map(({ reason }) => reason)).toEqual(['qualification.designated', 'designation.withdrawn'])
  })
})

describe('what one employer did', () => {
  test('another employer does not take back', async ({ db }) => {
    const { lead, holder, weld } = await aWelder(db)
    await confirmQualification(db, lead, asSeen(weld), { confirmedOn: '2026-08-28' })
    await designate(db, lead, holder, {
      typeCode: 'NEN3140-VOP',
      tasks: 'Spanningsloos werken',
      endsOn: '2027-07-31',
    })
    const elsewhere = await aTeam(db)
    const at = { organisationId: elsewhere.organisationId, teamId: elsewhere.id }
    const otherLead = await aTeacher(db, { ...at, role: 'team_lead' })
    await aMembership(db, { personId: holder.personId, ...at })
    const designation = await db.selectFrom('designation').select('id').executeTakeFirstOrThrow()
    const confirmation = await db
      .selectFrom('qualificationConfirmation')
      .select('id')
      .executeTakeFirstOrThrow()
    const reason = { reason: 'Niet van ons.' }
    await expect(withdrawDesignation(db, otherLead, designation, reason)).rejects.toMatchObject({
      status: 403,
    })
    await expect(withdrawConfirmation(db, otherLead, confirmation, reason)).rejects.toMatchObject({
      status: 403,
    })
    await withdrawDesignation(db, lead, designation, reason)
    await withdrawConfirmation(db, await aCoordinator(db), confirmation, reason)
  })
})

describe('a holder asks for the signature', () => {
  test('each lead of the team gets a link of their own, once a day', async ({ db }) => {
    const { lead, holder, weld, nen } = await aWelder(db)
    const { names } = await askEmployer(db, holder, weld)
    expect(names).toEqual([lead.name])
    await expect(askEmployer(db, holder, weld)).rejects.toThrow('vandaag al gevraagd')
    await askEmployer(db, holder, nen)
    const mails = await db.selectFrom('outbox').select(['personId', 'bodyText']).execute()
    expect(mails.map(({ personId }) => personId)).toEqual([lead.personId, lead.personId])
    expect(mails[0]?.bodyText).toMatch(/\/verklaren\/[\w-]{43}/)
    await expect(askEmployer(db, lead, weld)).rejects.toMatchObject({ status: 403 })
  })

  test('without a lead the coordinator is asked; for what needs no signature nobody', async ({ db }) => {
    const { holder } = await aWelder(db)
    const alone = await aTeacher(db)
    const coordinator = await aCoordinator(db)
    const paper = await aPaper(db, { personId: alone.personId, typeCode: 'NEN3140-VOP' })
    expect((await askEmployer(db, alone, paper)).names).toEqual([coordinator.name])
    const bhv = await aPaper(db, { personId: holder.personId })
    await expect(askEmployer(db, holder, bhv)).rejects.toThrow('hoeft hiervoor nu niets')
  })
})
