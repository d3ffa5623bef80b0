import sharp from 'sharp'
import { describe, expect } from 'vitest'
import { addQualification } from '#app/features/qualifications/add-qualification.server.ts'
import { correctQualification } from '#app/features/qualifications/correct-qualification.server.ts'
import { enterQualification } from '#app/features/qualifications/enter-qualification.server.ts'
import { heldOf } from '#app/features/qualifications/holding.ts'
import { listPapers } from '#app/features/qualifications/qualification-queries.server.ts'
import {
  countToVerify,
  findNextToVerify,
  listChecks,
} from '#app/features/qualifications/verification-queries.server.ts'
import { verifyQualification } from '#app/features/qualifications/verify-qualification.server.ts'
import { withdrawQualification } from '#app/features/qualifications/withdraw-qualification.server.ts'
import { setClock, today } from '#app/platform/clock.ts'
import type { Db } from '#db/client.server.ts'
import {
  aCoordinator,
  actorOf,
  aMembership,
  aPaper,
  aTeacher,
  aTeam,
  aTeamWithLead,
  theTestRegion,
} from '#tests/support/builders.ts'
import { test } from '#tests/support/database.ts'

const day = '2026-11-27'

async function aRegionWithTeam(db: Db) {
  setClock(new Date(`${day}T09:00:00Z`))
  await theTestRegion(db)
  return aTeamWithLead(db)
}

const bhv = { typeCode: 'BHV', issuedOn: '2026-11-02' }
const stored = (db: Db) => db.selectFrom('storedFile').select(['id', 'mediaType', 'content']).execute()
const seen = (row: { changedAt: Date }) => row.changedAt.toISOString()
const row = (db: Db, id: number) =>
  db.selectFrom('qualification').selectAll().where('id', '=', id).executeTakeFirstOrThrow()

describe('what somebody puts in their dossier', () => {
  test('counts at once, as not checked, with the last day that its term gives', async ({ db }) => {
    const { teacher } = await aRegionWithTeam(db)
    const { id, title } = await addQualification(db, teacher, bhv)
    expect(title).toBe('Bedrijfshulpverlening (BHV)')
    expect(await row(db, id)).toMatchObject({
      validUntil: '2027-11-02',
      lastDayByTerm: true,
      verification: 'unverified',
      enteredBy: teacher.personId,
    })
    const [held] = heldOf(await listPapers(db, [teacher.personId]), today())
    expect(held).toMatchObject({ stand: { standing: 'valid' }, verification: 'unverified' })
  })

  test('keeps the day that stands on the paper itself', async ({ db }) => {
    const { teacher } = await aRegionWithTeam(db)
    const { id } = await addQualification(db, teacher, { ...bhv, validUntil: '2028-01-31' })
    expect(await row(db, id)).toMatchObject({ validUntil: '2028-01-31', lastDayByTerm: false })
  })

  test('is refused with the field and a sentence when it cannot be right', async ({ db }) => {
    const { teacher } = await aRegionWithTeam(db)
    const add = (input: Partial<Parameters<typeof addQualification>[2]>) =>
      expect(addQualification(db, teacher, { ...bhv, ...input })).rejects
    await add({ issuedOn: '2026-11-28' }).toMatchObject({ field: 'issuedOn', message: /moet nog komen/ })
    await add({ issuedOn: '1926-11-28' }).toMatchObject({ field: 'issuedOn' })
    await add({ validUntil: '2026-11-01' }).toMatchObject({ field: 'validUntil' })
    await add({ validUntil: '2126-11-01' }).toMatchObject({ field: 'validUntil' })
    await add({ typeCode: 'ONZIN' }).toMatchObject({ field: 'typeCode' })
    await add({ typeCode: 'VCA-B' }).toMatchObject({ field: 'number', message: /register/ })
    await add({ typeCode: 'HEFTRUCK' }).toMatchObject({ field: 'scope', message: /type machine/ })
    expect(await listPapers(db, [teacher.personId])).toEqual([])
  })

  test('pressed twice at once is there once', async ({ db }) => {
    const { teacher } = await aRegionWithTeam(db)
    const both = await Promise.allSettled([
      addQualification(db, teacher, bhv),
      addQualification(db, teacher, bhv),
    ])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(await listPapers(db, [teacher.personId])).toHaveLength(1)
  })

  test('a renewal overwrites nothing: the history stays, and tells since when without a gap', async ({
    db,
  }) => {
    const { teacher } = await aRegionWithTeam(db)
    await addQualification(db, teacher, { ...bhv, issuedOn: '2024-11-20' })
    await addQualification(db, teacher, { ...bhv, issuedOn: '2025-11-20' })
    await addQualification(db, teacher, { ...bhv, issuedOn: '2026-11-15' })
    const held = heldOf(await listPapers(db, [teacher.personId]), today())
    expect(held).toHaveLength(1)
    expect(held[0]?.papers).toHaveLength(3)
    expect(held[0]?.stand).toMatchObject({ since: '2024-11-20', until: '2027-11-15' })
  })

  test('a renewal is not checked because what it renews was', async ({ db }) => {
    const { teacher } = await aRegionWithTeam(db)
    await aPaper(db, { personId: teacher.personId, issuedOn: '2026-01-10', verification: 'verified' })
    const checked = async () => heldOf(await listPapers(db, [teacher.personId]), today())[0]?.verification
    expect(await checked()).toBe('verified')
    await addQualification(db, teacher, bhv)
    expect(await checked()).toBe('unverified')
  })

  test('a photo is drawn anew: upright, and without the place where it was taken', async ({ db }) => {
    const { teacher } = await aRegionWithTeam(db)
    const photo = await sharp({ create: { width: 60, height: 40, channels: 3, background: '#1f5aa6' } })
      .withExif({
        IFD0: { Copyright: 'geheim' },
        IFD3: { GPSLatitude: '52/1 15/1 0/1', GPSLatitudeRef: 'N' },
      })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer()
    expect((await sharp(photo).metadata()).exif).toBeDefined()
    // Something hung behind the picture, as a polyglot has it.
    const upload = new File([new Uint8Array(photo), '<script>alert(1)</script>PK\x03\x04'], 'Foto 1.JPG')
    await addQualification(db, teacher, bhv, upload)
    const [file] = await stored(db)
    const kept = await sharp(file?.content).metadata()
    expect(kept).toMatchObject({ format: 'jpeg', width: 40, height: 60 })
    expect([kept.exif, kept.orientation, kept.xmp, kept.iptc]).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ])
    expect(file?.content.includes('script')).toBe(false)
  })

  test.for([
    ['a picture with script', 'foto.svg', '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'],
    ['a zip that is called a PDF', 'scan.pdf', 'PK\x03\x04\x14\x00'],
    ['a page that is called a picture', 'foto.jpg', '<!doctype html><script>alert(1)</script>'],
    ['the beginning of a picture and no more', 'foto.jpg', '\xff\xd8\xff\xe0'],
    ['nothing at all', 'leeg.pdf', ''],
  ])('%s is refused, and nothing is kept by halves', async ([, name, content], { db }) => {
    const { teacher } = await aRegionWithTeam(db)
    const upload = new File([Buffer.from(content ?? '', 'latin1')], name ?? '')
    await expect(addQualification(db, teacher, bhv, upload)).rejects.toMatchObject({
      name: 'Refusal',
      field: 'scan',
    })
    expect(await stored(db)).toEqual([])
    expect(await listPapers(db, [teacher.personId])).toEqual([])
  })

  test('a scan of more than 15 MB is not even read', async ({ db }) => {
    const { teacher } = await aRegionWithTeam(db)
    const large = {
      name: 'groot.pdf',
      size: 15 * 1024 * 1024 + 1,
      arrayBuffer: () => Promise.reject(new Error('read')),
    }
    await expect(addQualification(db, teacher, bhv, large)).rejects.toThrow('15 MB')
  })

  test('taking it out leaves it as withdrawn, wipes the scan, and is not for others', async ({ db }) => {
    const { teacher, lead } = await aRegionWithTeam(db)
    const { id } = await addQualification(db, teacher, bhv, new File(['%PDF-1.7\nscan'], 'scan.pdf'))
    await expect(withdrawQualification(db, lead, { id }, { reason: 'x' })).rejects.toMatchObject({
      status: 403,
    })
    await withdrawQualification(db, teacher, { id }, { reason: 'verkeerde soort' })
    expect(await stored(db)).toEqual([])
    expect(await row(db, id)).toMatchObject({ withdrawnReason: 'verkeerde soort', fileId: null })
    const awarded = await aPaper(db, { personId: teacher.personId, enteredBy: null, issuedOn: '2026-10-01' })
    await expect(withdrawQualification(db, teacher, awarded, { reason: 'x' })).rejects.toThrow(
      'gehaalde toets',
    )
  })
})

describe('checking', () => {
  test('is for the lead of the team and the coordinator, one after the other, never one’s own', async ({
    db,
  }) => {
    const { teacher, lead, team } = await aRegionWithTeam(db)
    const elsewhere = await aTeacher(db, { teamId: (await aTeam(db)).id, role: 'team_lead' })
    const coordinator = await aCoordinator(db)
    const first = await aPaper(db, { personId: teacher.personId })
    const second = await aPaper(db, { personId: teacher.personId, typeCode: 'EHBO' })
    const own = await aPaper(db, { personId: lead.personId })
    expect(await countToVerify(db, lead)).toBe(2)
    expect(await countToVerify(db, elsewhere)).toBe(0)
    expect(await countToVerify(db, teacher)).toBe(0)
    expect(await countToVerify(db, coordinator)).toBe(3)
    expect((await findNextToVerify(db, lead, 0))?.id).toBe(first.id)
    expect((await findNextToVerify(db, lead, first.id))?.id).toBe(second.id)
    // From the start again, after the last.
    expect((await findNextToVerify(db, lead, second.id))?.id).toBe(first.id)
    const verify = { answer: 'verify', how: 'original' } as const
    for (const who of [elsewhere, teacher]) {
      await expect(
        verifyQualification(db, who, { id: first.id, seenAt: seen(first) }, verify),
      ).rejects.toMatchObject({ status: 403 })
    }
    await expect(
      verifyQualification(db, lead, { id: own.id, seenAt: seen(own) }, verify),
    ).rejects.toMatchObject({ status: 403 })
    await verifyQualification(db, lead, { id: first.id, seenAt: seen(first) }, verify)
    expect(await listChecks(db, [first.id])).toMatchObject([
      { outcome: 'verified', how: 'original', checkedBy: lead.name },
    ])
    await expect(
      verifyQualification(db, coordinator, { id: first.id, seenAt: seen(first) }, verify),
    ).rejects.toThrow('al nagekeken')
    // Who left the team is not this lead's any more.
    await db
      .updateTable('membership')
      .set({ endsOn: '2026-11-26' })
      .where('personId', '=', teacher.personId)
      .where('teamId', '=', team.id)
      .execute()
    expect(await countToVerify(db, await actorOf(db, lead.personId))).toBe(0)
    await expect(
      verifyQualification(db, lead, { id: second.id, seenAt: seen(second) }, verify),
    ).rejects.toMatchObject({ status: 403 })
  })

  test('a refusal tells its holder why, once, and it does not count', async ({ db }) => {
    const { teacher, lead } = await aRegionWithTeam(db)
    const paper = await aPaper(db, { personId: teacher.personId })
    const answer = { answer: 'refuse', reason: 'De naam is niet te lezen.' } as const
    await verifyQualification(db, lead, { id: paper.id, seenAt: seen(paper) }, answer)
    const [held] = heldOf(await listPapers(db, [teacher.personId]), today())
    expect(held).toMatchObject({ verification: 'refused', stand: { standing: 'lapsed' } })
    const mails = await db.selectFrom('outbox').select(['reason', 'personId', 'bodyText']).execute()
    expect(mails).toMatchObject([{ reason: 'qualification.refused', personId: teacher.personId }])
    expect(mails[0]?.bodyText).toContain('De naam is niet te lezen.')
  })

  test('what was changed after a check needs a new one, and one that was read before the change is refused', async ({
    db,
  }) => {
    const { teacher, lead } = await aRegionWithTeam(db)
    const paper = await aPaper(db, { personId: teacher.personId, issuedOn: '2026-10-01' })
    const inRegister = { answer: 'verify', how: 'register' } as const
    await expect(
      verifyQualification(db, lead, { id: paper.id, seenAt: seen(paper) }, inRegister),
    ).rejects.toMatchObject({ field: 'how' })
    const verify = { answer: 'verify', how: 'issuer' } as const
    await verifyQualification(db, lead, { id: paper.id, seenAt: seen(paper) }, verify)
    const same = { issuedOn: '2026-10-01', validUntil: '2027-10-01' }
    expect(await correctQualification(db, teacher, paper, same)).toEqual({ again: false })
    expect((await row(db, paper.id)).verification).toBe('verified')
    setClock(new Date(`${day}T10:00:00Z`))
    expect(await correctQualification(db, teacher, paper, { ...same, number: '12' })).toEqual({ again: true })
    expect((await row(db, paper.id)).verification).toBe('unverified')
    await expect(
      verifyQualification(db, lead, { id: paper.id, seenAt: seen(paper) }, verify),
    ).rejects.toThrow('intussen gewijzigd')
    await verifyQualification(db, lead, { id: paper.id, seenAt: seen(await row(db, paper.id)) }, verify)
    expect(await listChecks(db, [paper.id])).toHaveLength(2)
    const read = await db.selectFrom('qualificationCheck').select('read').orderBy('id', 'desc').execute()
    expect(read[0]?.read).toMatchObject({ number: '12', issuedOn: '2026-10-01' })
  })

  test('another scan takes the place of the former, which goes', async ({ db }) => {
    const { teacher } = await aRegionWithTeam(db)
    const scan = (words: string) => new File([`%PDF-1.7\n${words}`], 'scan.pdf')
    const { id } = await addQualification(db, teacher, bhv, scan('een'))
    await correctQualification(db, teacher, { id }, { issuedOn: bhv.issuedOn }, scan('twee'))
    const files = await stored(db)
    expect(files.map(({ content }) => content.toString())).toEqual(['%PDF-1.7\ntwee'])
  })

  test('a dossier goes along to another school: the new lead sees it, the old one does not', async ({
    db,
  }) => {
    const { teacher, lead, team } = await aRegionWithTeam(db)
    await aPaper(db, { personId: teacher.personId })
    const next = await aTeam(db)
    const newLead = await aTeacher(db, {
      teamId: next.id,
      organisationId: next.organisationId,
      role: 'team_lead',
    })
    await db
      .updateTable('membership')
      .set({ endsOn: '2026-11-20' })
      .where('personId', '=', teacher.personId)
      .where('teamId', '=', team.id)
      .execute()
    await aMembership(db, {
      personId: teacher.personId,
      teamId: next.id,
      organisationId: next.organisationId,
    })
    expect([await countToVerify(db, lead), await countToVerify(db, newLead)]).toEqual([0, 1])
  })
})

describe('what a coordinator writes down', () => {
  const input = { ...bhv, how: 'original' as const }

  test('of somebody else counts as checked by them; of themselves it waits for a check', async ({ db }) => {
    const { teacher } = await aRegionWithTeam(db)
    const coordinator = await aCoordinator(db)
    const other = await enterQualification(db, coordinator, { id: teacher.personId }, input)
    expect((await row(db, other.id)).verification).toBe('verified')
    const own = await enterQualification(db, coordinator, { id: coordinator.personId }, input)
    expect((await row(db, own.id)).verification).toBe('unverified')
    expect(await db.selectFrom('qualificationCheck').select('qualificationId').execute()).toEqual([
      { qualificationId: other.id },
    ])
  })
})
