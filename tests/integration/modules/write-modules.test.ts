import { describe, expect } from 'vitest'
import { beginModule } from '#app/features/modules/begin-module.server.ts'
import { figure, heading, learningGoal, moduleOf, paragraph } from '#app/features/modules/blocks.ts'
import { faultTexts } from '#app/features/modules/document-texts.ts'
import { saveDraft } from '#app/features/modules/save-draft.server.ts'
import type { Db } from '#db/client.server.ts'
import { anOrganisation, aTeacher, theTestRegion } from '#tests/support/builders.ts'
import { test } from '#tests/support/database.ts'
import { aPictureOf } from '#tests/support/modules.ts'
import { warmUp, withoutLocks } from '#tests/support/without-locks.ts'

async function twoCompanies(db: Db) {
  await theTestRegion(db)
  const author = async () => {
    const { id: organisationId } = await anOrganisation(db, { kinds: ['company'] })
    const actor = await aTeacher(db, { organisationId, role: 'company_author' })
    return { actor, company: { organisationId } }
  }
  return { ours: await author(), theirs: await author() }
}

const versionOf = (db: Db, moduleId: number) =>
  db.selectFrom('moduleVersion').selectAll().where('moduleId', '=', moduleId).executeTakeFirstOrThrow()

describe('beginning a module', () => {
  test('gives a company its first version, under an address of its own', async ({ db }) => {
    const { ours, theirs } = await twoCompanies(db)
    const first = await beginModule(db, ours.actor, ours.company, { title: 'Een  Warmtepomp: inregelen!' })
    const second = await beginModule(db, theirs.actor, theirs.company, { title: 'Een warmtepomp inregelen' })
    const slugs = await db.selectFrom('practicalModule').select(['id', 'slug']).orderBy('id').execute()
    expect(slugs).toEqual([
      { id: first.id, slug: 'een-warmtepomp-inregelen' },
      { id: second.id, slug: 'een-warmtepomp-inregelen-2' },
    ])
    expect(await versionOf(db, first.id)).toMatchObject({
      number: 1,
      status: 'draft',
      revision: 0,
      words: '',
    })
  })

  test('is for who writes for that company, and for nobody else', async ({ db }) => {
    const { ours, theirs } = await twoCompanies(db)
    for (const actor of [theirs.actor, await aTeacher(db)]) {
      const press = beginModule(db, actor, ours.company, { title: 'Van een ander' })
      await expect(press).rejects.toMatchObject({ status: 403 })
    }
    expect(await db.selectFrom('practicalModule').select('id').execute()).toEqual([])
  })
})

describe('what a module begins with', () => {
  test('is a title that can be read, and a text that shows nothing of another module', async ({ db }) => {
    const { ours, theirs } = await twoCompanies(db)
    const begin = (title: string, document = moduleOf(paragraph('tekst'))) =>
      beginModule(db, ours.actor, ours.company, { title, document })
    for (const title of ['', '  ', 'a'.repeat(151), 'a\0b', '\ud800']) {
      await expect(begin(title)).rejects.toMatchObject({ field: 'title' })
    }
    const other = await beginModule(db, theirs.actor, theirs.company, { title: 'Geheim' })
    const picture = await aPictureOf(db, other.id, theirs.actor.personId)
    await expect(begin('Meten', moduleOf(figure(picture, 'a')))).rejects.toThrow(faultTexts.notOurPicture)
    await begin('Meten', moduleOf(learningGoal('P/PIE/04', 'Je meet.')))
    expect(await db.selectFrom('moduleVersionExamModule').select('moduleCode').execute()).toEqual([
      { moduleCode: 'P/PIE/04' },
    ])
  })

  test('is an address of its own, also for those who begin at once with one title', async ({ db }) => {
    const { ours } = await twoCompanies(db)
    await warmUp(db)
    await Promise.all(
      Array.from({ length: 4 }, () => beginModule(db, ours.actor, ours.company, { title: 'Lassen' })),
    )
    const slugs = await db.selectFrom('practicalModule').select('slug').orderBy('slug').execute()
    expect(slugs.map(({ slug }) => slug)).toEqual(['lassen', 'lassen-2', 'lassen-3', 'lassen-4'])
  })
})

describe('saving what was written', () => {
  test('keeps the text, its words, and what it shows and teaches', async ({ db }) => {
    const { ours } = await twoCompanies(db)
    const module = await beginModule(db, ours.actor, ours.company, { title: 'Meten' })
    const picture = await aPictureOf(db, module.id, ours.actor.personId)
    const document = moduleOf(
      heading('Spanning'),
      figure(picture, 'Een meter'),
      learningGoal('P/PIE/04', 'Je meet.'),
    )
    expect(await saveDraft(db, ours.actor, module, { revision: 0, document })).toEqual({
      saved: true,
      revision: 1,
    })
    const version = await versionOf(db, module.id)
    expect(version).toMatchObject({ document, revision: 1, words: 'Spanning\nEen meter\nJe meet.' })
    const shown = () => db.selectFrom('moduleVersionPicture').select('pictureId').execute()
    expect(await shown()).toEqual([{ pictureId: picture }])
    expect(await db.selectFrom('moduleVersionExamModule').select('moduleCode').execute()).toEqual([
      { moduleCode: 'P/PIE/04' },
    ])
    await saveDraft(db, ours.actor, module, { revision: 1, document: moduleOf(paragraph('Kort.')) })
    expect(await shown()).toEqual([])
  })

  test('refuses the pictures of another module, codes that are none, and what is no module', async ({
    db,
  }) => {
    const { ours, theirs } = await twoCompanies(db)
    const module = await beginModule(db, ours.actor, ours.company, { title: 'Meten' })
    const other = await beginModule(db, theirs.actor, theirs.company, { title: 'Geheim' })
    const picture = await aPictureOf(db, other.id, theirs.actor.personId)
    const save = (document: unknown) => saveDraft(db, ours.actor, module, { revision: 0, document })
    await expect(save(moduleOf(figure(picture, 'a')))).rejects.toThrow(faultTexts.notOurPicture)
    await expect(save(moduleOf(learningGoal('P/PIE/99', 'a')))).rejects.toThrow(faultTexts.noSuchExamModule)
    await expect(save({ type: 'doc', content: [{ type: 'script' }] })).rejects.toThrow('Blok 1')
    await expect(save(null)).rejects.toThrow(faultTexts.notATree)
    expect(await versionOf(db, module.id)).toMatchObject({ revision: 0, words: '' })
  })

  test('is for who writes for that company; what is being reviewed waits', async ({ db }) => {
    const { ours, theirs } = await twoCompanies(db)
    const module = await beginModule(db, ours.actor, ours.company, { title: 'Meten' })
    const document = moduleOf(paragraph('tekst'))
    const save = (actor: typeof ours.actor) => saveDraft(db, actor, module, { revision: 0, document })
    await expect(save(theirs.actor)).rejects.toMatchObject({ status: 403 })
    await expect(save(await aTeacher(db))).rejects.toMatchObject({ status: 403 })
    await db.updateTable('moduleVersion').set({ status: 'in_review' }).execute()
    await expect(save(ours.actor)).rejects.toThrow('nagekeken')
    await db.updateTable('moduleVersion').set({ status: 'draft' }).execute()
    await db.updateTable('practicalModule').set({ archivedAt: new Date() }).execute()
    await expect(save(ours.actor)).rejects.toThrow('nu niet schrijven')
    const unknown = saveDraft(db, ours.actor, { id: 999_999 }, { revision: 0, document })
    await expect(unknown).rejects.toMatchObject({ status: 404 })
  })

  const race = async (db: Db, on: Db) => {
    const { ours } = await twoCompanies(db)
    const module = await beginModule(db, ours.actor, ours.company, { title: 'Samen' })
    await warmUp(on)
    const save = (words: string) =>
      saveDraft(on, ours.actor, module, { revision: 0, document: moduleOf(paragraph(words)) })
    const all = await Promise.all(['een', 'twee', 'drie', 'vier', 'vijf', 'zes'].map(save))
    for (const { saved, revision } of all) if (!saved) expect(revision).toBeGreaterThan(0)
    return all.filter(({ saved }) => saved).length
  }

  test('of those who save at once from one text, one is kept and the others are told', async ({ db }) => {
    expect(await race(db, db)).toBe(1)
  })

  test('control: without the lock more of them are told that theirs is kept', async ({ db }) => {
    expect(await race(db, withoutLocks(db))).toBeGreaterThan(1)
  })
})
