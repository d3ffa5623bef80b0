import { describe, expect } from 'vitest'
import { addQualification } from '#app/features/qualifications/add-qualification.server.ts'
import { changeTerm } from '#app/features/qualifications/change-term.server.ts'
import { createType, retireType } from '#app/features/qualifications/manage-type.server.ts'
import { listQualificationTypes } from '#app/features/qualifications/qualification-queries.server.ts'
import { findManagedType } from '#app/features/qualifications/type-queries.server.ts'
import { setClock } from '#app/platform/clock.ts'
import type { Db } from '#db/client.server.ts'
import { aCoordinator, aPaper, aTeacher, theTestRegion } from '#tests/support/builders.ts'
import { test } from '#tests/support/database.ts'

const twoYears = {
  issuedFrom: '2026-06-01',
  validityMonths: 24,
  validityBasis: 'custom',
  validityNote: 'Voortaan om het jaar.',
  alsoEarlier: false,
  confirmed: false,
} as const

async function people(db: Db) {
  setClock(new Date('2026-11-27T09:00:00Z'))
  await theTestRegion(db)
  return { coordinator: await aCoordinator(db), teacher: await aTeacher(db) }
}

const paper = (db: Db, id: number) =>
  db
    .selectFrom('qualification')
    .innerJoin('qualificationTerm', 'qualificationTerm.id', 'termId')
    .select(['validUntil', 'validityMonths', 'lastDayByTerm'])
    .where('qualification.id', '=', id)
    .executeTakeFirstOrThrow()

describe('a term that changes', () => {
  test('counts for what is issued from its day on, and changes nothing that stands in a dossier', async ({
    db,
  }) => {
    const { coordinator, teacher } = await people(db)
    const before = await aPaper(db, { personId: teacher.personId, issuedOn: '2026-07-01' })
    expect(await changeTerm(db, coordinator, { code: 'BHV' }, twoYears)).toEqual({ papers: 0 })
    expect(await paper(db, before.id)).toMatchObject({ validUntil: '2027-07-01', validityMonths: 12 })
    const old = await addQualification(db, teacher, { typeCode: 'BHV', issuedOn: '2026-05-31' })
    const fresh = await addQualification(db, teacher, { typeCode: 'BHV', issuedOn: '2026-06-01' })
    expect(await paper(db, old.id)).toMatchObject({ validUntil: '2027-05-31', validityMonths: 12 })
    expect(await paper(db, fresh.id)).toMatchObject({ validUntil: '2028-06-01', validityMonths: 24 })
  })

  test('changes what was issued before when they say so: by the term, not what stands on the paper', async ({
    db,
  }) => {
    const { coordinator, teacher } = await people(db)
    const byTerm = await addQualification(db, teacher, { typeCode: 'BHV', issuedOn: '2026-02-28' })
    const onPaper = await addQualification(db, teacher, {
      typeCode: 'BHV',
      issuedOn: '2026-03-01',
      validUntil: '2026-12-31',
    })
    const done = await changeTerm(
      db,
      coordinator,
      { code: 'BHV' },
      { ...twoYears, alsoEarlier: true, confirmed: true, confirmedFor: '24' },
    )
    expect(done).toEqual({ papers: 2 })
    expect(await paper(db, byTerm.id)).toMatchObject({ validUntil: '2028-02-28', validityMonths: 24 })
    expect(await paper(db, onPaper.id)).toMatchObject({ validUntil: '2026-12-31', validityMonths: 24 })
    const never = { ...twoYears, validityMonths: undefined, alsoEarlier: true, confirmed: true }
    await changeTerm(db, coordinator, { code: 'BHV' }, never)
    expect((await paper(db, byTerm.id)).validUntil).toBeNull()
  })

  test('says first what comes of it for what stands in dossiers, and changes nothing until that is read', async ({
    db,
  }) => {
    const { coordinator, teacher } = await people(db)
    const held = await addQualification(db, teacher, { typeCode: 'BHV', issuedOn: '2026-02-28' })
    const sixMonths = { ...twoYears, validityMonths: 6, alsoEarlier: true }
    await expect(changeTerm(db, coordinator, { code: 'BHV' }, sixMonths)).rejects.toMatchObject({
      field: 'confirmed',
      message: expect.stringContaining('1 verloopt er meteen door'),
    })
    expect(await paper(db, held.id)).toMatchObject({ validUntil: '2027-02-28', validityMonths: 12 })
    await expect(
      changeTerm(
        db,
        coordinator,
        { code: 'BHV' },
        { ...sixMonths, issuedFrom: '2027-01-01', confirmed: true },
      ),
    ).rejects.toMatchObject({ field: 'alsoEarlier' })
    // What was shown was about another number of months.
    const other = { ...sixMonths, confirmed: true, confirmedFor: '9' }
    await expect(changeTerm(db, coordinator, { code: 'BHV' }, other)).rejects.toMatchObject({
      field: 'confirmed',
    })
    await changeTerm(db, coordinator, { code: 'BHV' }, { ...other, confirmedFor: '6' })
    expect(await paper(db, held.id)).toMatchObject({ validUntil: '2026-08-28' })
  })

  test('is not overwritten while papers count under it, unless they change with it', async ({ db }) => {
    const { coordinator, teacher } = await people(db)
    await changeTerm(db, coordinator, { code: 'BHV' }, twoYears)
    // A mistake is mended as long as nothing was issued under it.
    await changeTerm(db, coordinator, { code: 'BHV' }, { ...twoYears, validityMonths: 18 })
    await addQualification(db, teacher, { typeCode: 'BHV', issuedOn: '2026-08-01' })
    await expect(
      changeTerm(db, coordinator, { code: 'BHV' }, { ...twoYears, validityMonths: 36 }),
    ).rejects.toMatchObject({ field: 'issuedFrom' })
    const again = { ...twoYears, validityMonths: 36, alsoEarlier: true, confirmed: true, confirmedFor: '36' }
    expect(await changeTerm(db, coordinator, { code: 'BHV' }, again)).toEqual({ papers: 1 })
    const terms = (await findManagedType(db, 'BHV'))?.terms
    expect(
      terms?.map(({ issuedFrom, validityMonths, papers }) => [issuedFrom, validityMonths, papers]),
    ).toEqual([
      ['2026-06-01', 36, 1],
      ['1900-01-01', 12, 0],
    ])
  })

  test('is for coordinators alone', async ({ db }) => {
    const { teacher } = await people(db)
    const refused = async (act: () => Promise<unknown>) =>
      expect(
        (await Promise.resolve()
          .then(act)
          .catch((error: unknown) => error)) as Response,
      ).toMatchObject({
        status: 403,
      })
    await refused(() => changeTerm(db, teacher, { code: 'BHV' }, twoYears))
    await refused(() => retireType(db, teacher, { code: 'BHV' }, { retired: true }))
  })
})

describe('a sort of paper', () => {
  const input = {
    code: 'LASROBOT',
    title: 'Lasrobot bedienen',
    registerNumberIsProof: false,
    remindMonthsBefore: [6, 1],
    validityMonths: 36,
    validityBasis: 'employer',
    validityNote: 'Afspraak van de school.',
  } as const

  test('that a coordinator makes can be held; the same code twice cannot be', async ({ db }) => {
    const { coordinator, teacher } = await people(db)
    await createType(db, coordinator, { ...input, remindMonthsBefore: [...input.remindMonthsBefore] })
    const { id } = await addQualification(db, teacher, { typeCode: 'LASROBOT', issuedOn: '2026-01-15' })
    expect((await paper(db, id)).validUntil).toBe('2029-01-15')
    await expect(
      createType(db, coordinator, { ...input, remindMonthsBefore: [], title: 'Anders' }),
    ).rejects.toMatchObject({ field: 'code' })
  })

  test('that is retired is chosen by nobody, and comes back', async ({ db }) => {
    const { coordinator, teacher } = await people(db)
    await retireType(db, coordinator, { code: 'EHBO' }, { retired: true })
    expect((await listQualificationTypes(db)).map(({ code }) => code)).not.toContain('EHBO')
    await expect(
      addQualification(db, teacher, { typeCode: 'EHBO', issuedOn: '2026-01-15' }),
    ).rejects.toMatchObject({ field: 'typeCode' })
    await retireType(db, coordinator, { code: 'EHBO' }, { retired: false })
    await addQualification(db, teacher, { typeCode: 'EHBO', issuedOn: '2026-01-15' })
  })
})
