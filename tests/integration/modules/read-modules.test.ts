import { sql } from 'kysely'
import sharp from 'sharp'
import { describe, expect } from 'vitest'
import { noModuleFilter } from '#app/features/modules/module-filter.ts'
import {
  findModuleChoices,
  findModulesTeaching,
  findPublishedModule,
  findShownFile,
  findShownPicture,
  listModules,
} from '#app/features/modules/module-queries.server.ts'
import { putPicture } from '#app/features/modules/put-picture.server.ts'
import { setClock } from '#app/platform/clock.ts'
import { inPageWidths } from '#app/platform/files/picture.server.ts'
import { storeScan } from '#app/platform/files/store-file.server.ts'
import { type Db, inTransaction } from '#db/client.server.ts'
import { seedDemo } from '#db/seeds/demo/seed-demo.ts'
import { test } from '#tests/support/database.ts'

const demo = async (db: Db) => {
  setClock(new Date('2026-11-29T08:30:00Z'))
  await seedDemo(db, { demoPassword: 'een-wachtwoord' })
}

const slugsOf = async (db: Db, filter: Partial<typeof noModuleFilter>) =>
  (await listModules(db, { ...noModuleFilter, ...filter })).rows.map(({ slug }) => slug)

describe('finding a module', () => {
  test('by words of its title and its text, inside longer words and by their stem', async ({ db }) => {
    await demo(db)
    expect(await slugsOf(db, { search: 'warmtepompen' })).toEqual(['warmtepomp-inregelen'])
    expect(await slugsOf(db, { search: 'pomp' })).toContain('warmtepomp-inregelen')
    expect(await slugsOf(db, { search: 'stooklijn kies' })).toEqual(['warmtepomp-inregelen'])
    expect(await slugsOf(db, { search: 'robotica' })).toContain('cobot-pick-and-place')
    expect(await slugsOf(db, { search: 'K/PIE/03' })).toEqual(['warmtepomp-inregelen'])
    expect(await slugsOf(db, { search: 'de' })).toHaveLength(6)
    expect(await slugsOf(db, { search: 'spanning xyzzy' })).toEqual([])
  })

  test('says where in the text the words stand, and nothing where the title says so', async ({ db }) => {
    await demo(db)
    const excerpts = async (search: string) => {
      const { rows } = await listModules(db, { ...noModuleFilter, search })
      return new Map(rows.map(({ slug, excerpt }) => [slug, excerpt]))
    }
    expect((await excerpts('isolatie')).get('warmtepomp-inregelen')).toMatch(/⟦[^⟧]*isolatie⟧/i)
    expect((await excerpts('warmtepomp')).get('warmtepomp-inregelen')).toBeNull()
  })

  test('by profile, exam module, company, level, duration and licence', async ({ db }) => {
    await demo(db)
    const choices = await findModuleChoices(db)
    const company = choices.companies.find(({ name }) => name.endsWith('Houtskeletbouw'))
    expect(choices.profiles.map(({ code }) => code)).toEqual(expect.arrayContaining(['PIE', 'BWI', 'M&T']))
    expect(await slugsOf(db, { company: company?.id ?? 0 })).toEqual(['houtskeletdetail'])
    expect(await slugsOf(db, { profile: 'BWI' })).toEqual(['houtskeletdetail'])
    expect(await slugsOf(db, { examModule: 'P/BWI/01' })).toEqual(['houtskeletdetail'])
    expect(await slugsOf(db, { lessons: 2 })).toEqual(['spanning-meten-nen-3140'])
    const all = (await listModules(db, noModuleFilter)).rows
    const ofLevel = all.filter(({ levels }) => levels.includes('bb')).map(({ slug }) => slug)
    expect(await slugsOf(db, { level: 'bb' })).toEqual(ofLevel)
    expect(await slugsOf(db, { licence: 'own' })).toEqual([])
  })

  test('finds nothing that is archived, nor what was never published', async ({ db }) => {
    await demo(db)
    await db
      .updateTable('practicalModule')
      .set({ archivedAt: new Date() })
      .where('slug', '=', 'houtskeletdetail')
      .execute()
    expect(await slugsOf(db, {})).toHaveLength(5)
    expect(await findPublishedModule(db, 'houtskeletdetail')).toBeUndefined()
    await db
      .updateTable('practicalModule')
      .set({ publishedVersionId: null })
      .where('slug', '=', 'bodemvochtsensor')
      .execute()
    expect(await slugsOf(db, { search: 'sensor' })).not.toContain('bodemvochtsensor')
    expect(await findPublishedModule(db, 'bodemvochtsensor')).toBeUndefined()
  })

  test('that teaches an exam module: the one that was published last, and none that is archived', async ({
    db,
  }) => {
    await demo(db)
    // The cobots were published after the multimeter.
    const teaching = async () => Object.fromEntries(await findModulesTeaching(db, ['P/PIE/03', 'P/PIE/01']))
    expect(await teaching()).toEqual({
      'P/PIE/03': { slug: 'cobot-pick-and-place', title: 'Laat een cobot pakken en plaatsen' },
    })
    await db
      .updateTable('practicalModule')
      .set({ archivedAt: new Date() })
      .where('slug', '=', 'cobot-pick-and-place')
      .execute()
    expect((await teaching())['P/PIE/03']?.slug).toBe('spanning-meten-nen-3140')
  })

  test('takes what people type for words, never for anything else', async ({ db }) => {
    await demo(db)
    for (const search of ["' or 1=1 --", '& | ! :*', '%', '\\', '<->', 'a'.repeat(100)]) {
      expect(await slugsOf(db, { search })).toBeInstanceOf(Array)
    }
  })
})

describe('a published module', () => {
  test('comes with everything it shows', async ({ db }) => {
    await demo(db)
    const module = await findPublishedModule(db, 'spanning-meten-nen-3140')
    expect(module).toMatchObject({ company: 'Voorbeeldbedrijf Elektrotechniek', number: 1, lessons: 2 })
    expect(module?.pictures.length).toBeGreaterThanOrEqual(3)
    for (const { id, sizes } of module?.pictures ?? []) {
      expect(sizes.map(({ width }) => width)).toEqual([480, 960, 1200])
      for (const { width } of sizes) expect(await findShownPicture(db, id, width)).toBeGreaterThan(0)
      expect(await findShownPicture(db, id, 481)).toBeUndefined()
    }
    expect(module?.examModules.every(({ title }) => title.length > 0)).toBe(true)
  })

  test('does not change any more, nor go away', async ({ db }) => {
    await demo(db)
    const change = db.updateTable('moduleVersion').set({ title: 'Anders' }).execute()
    await expect(change).rejects.toThrow('does not change')
    await expect(db.deleteFrom('moduleVersion').execute()).rejects.toThrow('does not change')
  })

  test('has at most one version beside it that is being written', async ({ db }) => {
    await demo(db)
    const { id } = await db.selectFrom('practicalModule').select('id').executeTakeFirstOrThrow()
    const next = (number: number) =>
      db
        .insertInto('moduleVersion')
        .values({ moduleId: id, number, title: 'Volgende', document: JSON.stringify({ type: 'doc' }) })
        .execute()
    await next(2)
    await expect(next(3)).rejects.toThrow('module_version_open')
  })

  test('shows its pictures and files to everybody, those of a draft to nobody', async ({ db }) => {
    await demo(db)
    const { id: moduleId, publishedVersionId } = await db
      .selectFrom('practicalModule')
      .select(['id', 'publishedVersionId'])
      .executeTakeFirstOrThrow()
    const { id: personId } = await db.selectFrom('person').select('id').executeTakeFirstOrThrow()
    const photo = await sharp({ create: { width: 700, height: 500, channels: 3, background: '#fff' } })
      .jpeg()
      .toBuffer()
    const sizes = await inPageWidths(photo, 'picture')
    expect(sizes.map(({ width, height }) => [width, height])).toEqual([
      [480, 343],
      [700, 500],
    ])
    const pictureId = await inTransaction(db, (trx) =>
      putPicture(trx, { personId }, { id: moduleId }, { name: 'nieuw.webp', sizes }),
    )
    expect(await findShownPicture(db, pictureId, 480)).toBeUndefined()
    const file = { name: 'blad.pdf', content: Buffer.from('%PDF-1.7'), mediaType: 'application/pdf' as const }
    const fileId = await storeScan(db, { personId }, file)
    const { id } = await db
      .insertInto('moduleFile')
      .values({ moduleId, fileId })
      .returning('id')
      .executeTakeFirstOrThrow()
    expect(await findShownFile(db, id)).toBeUndefined()
    await sql`insert into module_version_file values (${publishedVersionId}, ${id})`.execute(db)
    expect(await findShownFile(db, id)).toBe(fileId)
  })
})

describe('a picture for a page', () => {
  test('is upright, and keeps nothing of where it was taken', async () => {
    const photo = await sharp({ create: { width: 600, height: 400, channels: 3, background: '#c8440a' } })
      .jpeg()
      .withExif({ IFD0: { Copyright: 'geheim' }, IFD3: { GPSLatitudeRef: 'N' } })
      .withMetadata({ orientation: 6 })
      .toBuffer()
    for (const { content, width, height } of await inPageWidths(photo, 'picture')) {
      const { exif, format, ...facts } = await sharp(content).metadata()
      expect([exif, format, facts.width, facts.height]).toEqual([undefined, 'webp', width, height])
      expect(height).toBeGreaterThan(width)
    }
  })

  test('is refused when it is none, in a sentence', async () => {
    await expect(inPageWidths(Buffer.from('geen foto'), 'picture')).rejects.toMatchObject({
      field: 'picture',
    })
  })
})
