import sharp from 'sharp'
import { describe, expect } from 'vitest'
import { download, figure, moduleOf } from '#app/features/modules/blocks.ts'
import { noModuleFilter } from '#app/features/modules/module-filter.ts'
import {
  findModuleChoices,
  findModulesTeaching,
  findPublishedModule,
  findShownFile,
  findShownPicture,
  listModules,
} from '#app/features/modules/module-queries.server.ts'
import { setClock } from '#app/platform/clock.ts'
import { inPageWidths } from '#app/platform/files/picture.server.ts'
import type { Db } from '#db/client.server.ts'
import { seedDemo } from '#db/seeds/demo/seed-demo.ts'
import { aPerson } from '#tests/support/builders.ts'
import { test } from '#tests/support/database.ts'
import { aFileOf, aModule, aPictureOf, publish, write } from '#tests/support/modules.ts'

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
    const both = (await excerpts('warmtepomp isolatie')).get('warmtepomp-inregelen')
    expect(both).toMatch(/⟦[^⟧]*isolatie⟧/i)
    // Nor do notes for teachers and answers stand in what a search tells.
    expect(await slugsOf(db, { search: 'glycol' })).toEqual([])
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
    for (const search of [
      'a＼（',
      '％＿',
      '∖',
      "' or 1=1 --",
      '& | ! :*',
      '%',
      '\\',
      '<->',
      'a'.repeat(100),
    ]) {
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

  test('shows its pictures and files to everybody, those of a draft and of what is archived to nobody', async ({
    db,
  }) => {
    const { id: personId } = await aPerson(db)
    const module = await aModule(db)
    const picture = await aPictureOf(db, module.id, personId)
    const file = await aFileOf(db, module.id, personId)
    const document = moduleOf(figure(picture, 'a'), download(file.id))
    await write(db, module.id, module.versionId, document)
    const shown = async () => [await findShownPicture(db, picture, 480), await findShownFile(db, file.id)]
    expect(await shown()).toEqual([undefined, undefined])
    // However it came to be so: what is no published version is read by nobody.
    const reads = (publishedVersionId: number | null) =>
      db.updateTable('practicalModule').set({ publishedVersionId, reviewBy: '2030-01-01' }).execute()
    await reads(module.versionId)
    expect(await shown()).toEqual([undefined, undefined])
    expect(await findPublishedModule(db, module.slug)).toBeUndefined()
    await publish(db, module)
    expect(await shown()).toEqual([expect.any(Number), file.fileId])
    await db.updateTable('practicalModule').set({ archivedAt: new Date() }).execute()
    expect(await shown()).toEqual([undefined, undefined])
  })

  test('goes on showing what it showed: nothing hangs on it or goes away any more', async ({ db }) => {
    const { id: personId } = await aPerson(db)
    const module = await aModule(db)
    const picture = await aPictureOf(db, module.id, personId)
    await write(db, module.id, module.versionId, moduleOf(figure(picture, 'a')))
    await publish(db, module)
    const other = await aPictureOf(db, module.id, personId)
    const hang = db
      .insertInto('moduleVersionPicture')
      .values({ versionId: module.versionId, pictureId: other })
      .execute()
    await expect(hang).rejects.toThrow('does not change')
    await expect(db.deleteFrom('moduleVersionPicture').execute()).rejects.toThrow('does not change')
  })
})

describe('a picture for a page', () => {
  test('is kept in widths that it has itself', async () => {
    const photo = await sharp({ create: { width: 700, height: 500, channels: 3, background: '#fff' } })
      .jpeg()
      .toBuffer()
    const sizes = await inPageWidths(photo, 'picture')
    expect(sizes.map(({ width, height }) => [width, height])).toEqual([
      [480, 343],
      [700, 500],
    ])
  })

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
