import { describe, expect } from 'vitest'
import { addQualification } from '#app/features/qualifications/add-qualification.server.ts'
import { carryOutPaperList } from '#app/features/qualifications/carry-out-paper-list.server.ts'
import { checkPaperFile } from '#app/features/qualifications/check-paper-list.server.ts'
import {
  deleteExpiredPaperImports,
  previewPaperImport,
} from '#app/features/qualifications/paper-import-queries.server.ts'
import { setClock } from '#app/platform/clock.ts'
import { spreadsheetResponse } from '#app/platform/spreadsheet/spreadsheet-response.server.ts'
import type { Db } from '#db/client.server.ts'
import {
  aCoordinator,
  actorOf,
  aMembership,
  anOrganisation,
  aPaper,
  aPerson,
  aTeacher,
  theTestRegion,
} from '#tests/support/builders.ts'
import { test } from '#tests/support/database.ts'
import { warmUp, withoutLocks } from '#tests/support/without-locks.ts'

async function aSchool(db: Db) {
  setClock(new Date('2026-11-27T09:00:00Z'))
  await theTestRegion(db)
  const school = await anOrganisation(db, { name: 'Voorbeeldschool De Kern' })
  const sam = await aPerson(db, { givenName: 'Sam', familyName: 'de Vries', address: 'sam@school.example' })
  const noor = await aPerson(db, { givenName: 'Noor', familyName: 'Bakker' })
  for (const { id } of [sam, noor]) await aMembership(db, { personId: id, organisationId: school.id })
  return { school, sam, noor, coordinator: await aCoordinator(db) }
}

const csv = (...lines: string[]) => ({
  bytes: new TextEncoder().encode(lines.join('\n')),
  name: 'bewijzen.csv',
})
const list = csv(
  'naam;e-mailadres;school;soort;waarvoor;afgegeven;geldig tot;team',
  ';sam@school.example;;BHV;;12-3-2026;;PIE',
  'Bakker, Noor;;Voorbeeldschool De Kern;Heftruckcertificaat;reachtruck;3-9-2024;1-1-2028;PIE',
)
const papers = (db: Db) =>
  db
    .selectFrom('qualification')
    .select(['personId', 'typeCode', 'issuedOn', 'validUntil', 'lastDayByTerm', 'verification'])
    .orderBy('id')
    .execute()

async function checked(db: Db, coordinator: Awaited<ReturnType<typeof aCoordinator>>, file = list) {
  const found = await checkPaperFile(db, coordinator, file)
  if (found.outcome !== 'checked') throw new Error(found.outcome)
  return found
}

describe('a school’s list of papers', () => {
  test('is shown first and changes nobody; carried out, it stands in the dossiers', async ({ db }) => {
    const { coordinator, sam, noor } = await aSchool(db)
    const { importId, ignored } = await checked(db, coordinator)
    expect(ignored).toEqual(['team'])
    expect(await previewPaperImport(db, coordinator.personId, importId)).toMatchObject({
      counts: { papers: 2, people: 2, known: 0 },
      rows: [
        { personName: 'Sam de Vries', title: 'Bedrijfshulpverlening (BHV)' },
        { personName: 'Noor Bakker', scope: 'reachtruck' },
      ],
    })
    expect(await papers(db)).toEqual([])
    expect(await carryOutPaperList(db, coordinator, { importId }, {})).toEqual({ papers: 2, people: 2 })
    expect(await papers(db)).toEqual([
      {
        personId: sam.id,
        typeCode: 'BHV',
        issuedOn: '2026-03-12',
        validUntil: '2027-03-12',
        lastDayByTerm: true,
        verification: 'unverified',
      },
      {
        personId: noor.id,
        typeCode: 'HEFTRUCK',
        issuedOn: '2024-09-03',
        validUntil: '2028-01-01',
        lastDayByTerm: false,
        verification: 'unverified',
      },
    ])
  })

  test('of papers that the school checked says who and how', async ({ db }) => {
    const { coordinator } = await aSchool(db)
    const { importId } = await checked(db, coordinator)
    await carryOutPaperList(db, coordinator, { importId }, { how: 'original' })
    const checks = await db.selectFrom('qualificationCheck').select(['how', 'checkedBy']).execute()
    expect(checks).toEqual([
      { how: 'original', checkedBy: coordinator.personId },
      { how: 'original', checkedBy: coordinator.personId },
    ])
  })

  test('with one fault keeps nothing, and names the line', async ({ db }) => {
    const { coordinator } = await aSchool(db)
    const file = csv(
      'e-mailadres;soort;afgegeven',
      'sam@school.example;BHV;12-3-2026',
      'onbekend@school.example;BHV;12-3-2026',
      'sam@school.example;Onzin;12-3-2026',
    )
    const found = await checkPaperFile(db, coordinator, file)
    expect(found).toMatchObject({ outcome: 'faults', faults: [{ line: 3 }, { line: 4 }] })
    expect(await db.selectFrom('qualificationImport').select('id').execute()).toEqual([])
  })

  test('twice adds nothing the second time, and a list in Excel is read as well', async ({ db }) => {
    const { coordinator, sam } = await aSchool(db)
    const { importId } = await checked(db, coordinator)
    const again = await checked(db, coordinator)
    await carryOutPaperList(db, coordinator, { importId }, {})
    expect(await carryOutPaperList(db, coordinator, again, {})).toEqual({ papers: 0, people: 0 })
    await expect(carryOutPaperList(db, coordinator, { importId }, {})).rejects.toThrow('al ingelezen')
    expect(await checkPaperFile(db, coordinator, list)).toEqual({ outcome: 'nothing new', rows: 2 })
    const columns = ['e-mailadres', 'soort', 'afgegeven'].map((title) => ({
      key: title,
      title,
      kind: 'text' as const,
    }))
    const rows = [{ 'e-mailadres': 'sam@school.example', soort: 'EHBO', afgegeven: '2026-01-05' }]
    const sheet = await spreadsheetResponse({ name: 'x', columns, rows }, 'xlsx')
    const bytes = new Uint8Array(await sheet.arrayBuffer())
    await carryOutPaperList(db, coordinator, await checked(db, coordinator, { bytes, name: 'x.xlsx' }), {})
    expect((await papers(db)).filter(({ personId }) => personId === sam.id)).toHaveLength(2)
  })

  test('that no longer fits is refused whole', async ({ db }) => {
    const { coordinator, school } = await aSchool(db)
    const { importId } = await checked(db, coordinator)
    const namesake = await aPerson(db, { givenName: 'Noor', familyName: 'Bakker' })
    await aMembership(db, { personId: namesake.id, organisationId: school.id })
    await expect(carryOutPaperList(db, coordinator, { importId }, {})).rejects.toThrow('niets ingelezen')
    expect(await papers(db)).toEqual([])
  })

  test('is for coordinators, each their own, for a day', async ({ db }) => {
    const { coordinator } = await aSchool(db)
    const other = await aCoordinator(db)
    const { importId } = await checked(db, coordinator)
    await expect(checkPaperFile(db, await aTeacher(db), list)).rejects.toMatchObject({ status: 403 })
    await expect(carryOutPaperList(db, other, { importId }, {})).rejects.toMatchObject({ status: 404 })
    expect(await previewPaperImport(db, other.personId, importId)).toBeUndefined()
    setClock(new Date('2026-11-28T09:00:01Z'))
    expect(await previewPaperImport(db, coordinator.personId, importId)).toBeUndefined()
    await deleteExpiredPaperImports(db)
    expect(await db.selectFrom('qualificationImport').select('id').execute()).toEqual([])
  })

  test('checks nobody’s own papers', async ({ db }) => {
    const { coordinator } = await aSchool(db)
    await db
      .updateTable('emailAddress')
      .set({ address: 'ik@school.example' })
      .where('personId', '=', coordinator.personId)
      .execute()
    await aPaper(db, { personId: coordinator.personId, typeCode: 'EHBO' })
    const own = csv('e-mailadres;soort;afgegeven', 'ik@school.example;BHV;12-3-2026')
    await carryOutPaperList(db, coordinator, await checked(db, coordinator, own), { how: 'original' })
    expect((await papers(db)).map(({ verification }) => verification)).toEqual(['unverified', 'unverified'])
  })
})

describe('a list and its holder at once', () => {
  /** The holder adds the paper that the list is about to add; how many of it there are then. */
  async function storm(db: Db, through: Db) {
    const { coordinator, sam } = await aSchool(db)
    const file = csv('e-mailadres;soort;afgegeven', 'sam@school.example;BHV;12-3-2026')
    const holder = await actorOf(db, sam.id)
    let most = 0
    for (let round = 0; round < 10 && most < 2; round++) {
      const { importId } = await checked(db, coordinator, file)
      await warmUp(db)
      await Promise.allSettled([
        carryOutPaperList(through, coordinator, { importId }, {}),
        addQualification(through, holder, { typeCode: 'BHV', issuedOn: '2026-03-12' }),
      ])
      most = Math.max(most, (await papers(db)).length)
      await db.deleteFrom('qualification').execute()
    }
    return most
  }

  test('have it once', async ({ db }) => {
    expect(await storm(db, db)).toBe(1)
  })

  test('control: without the lock it is there twice', async ({ db }) => {
    expect(await storm(db, withoutLocks(db))).toBe(2)
  })
})
