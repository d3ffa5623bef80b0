import { describe, expect } from 'vitest'
import { noFilter } from '#app/features/catalogue/catalogue-filter.ts'
import { findCatalogueChoices, listOfferings } from '#app/features/catalogue/catalogue-queries.server.ts'
import type { Db } from '#db/client.server.ts'
import { anOffering, anOrganisation, theTestRegion } from '#tests/support/builders.ts'
import { test } from '#tests/support/database.ts'

/** What somebody finds who types this, by slug. */
async function found(db: Db, search: string) {
  const { rows, approximate } = await listOfferings(db, { ...noFilter, search })
  return { slugs: rows.map((row) => row.slug), approximate }
}

async function aCatalogue(db: Db) {
  await theTestRegion(db)
  const twello = await anOrganisation(db, { name: 'Zone.college', town: 'Twello' })
  const welding = await anOffering(db, { slug: 'lassen', title: 'MIG/MAG-lassen: opfrissen' })
  await anOffering(db, { slug: 'warmtepomp', title: 'Warmtepompen installeren en inregelen' })
  const cobots = await anOffering(db, { slug: 'cobots', title: 'Cobots in de les' })
  await anOffering(db, { slug: 'kas', title: 'Sensoren in de kas', organiserId: twello.id })
  await anOffering(db, { slug: 'concept', title: 'Lassen voor gevorderden', status: 'draft' })
  await db
    .updateTable('offering')
    .set({ description: 'De eerste las leg je op 3D-geprinte mallen, in één middag.' })
    .where('id', '=', welding.id)
    .execute()
  await db.insertInto('offeringProfile').values({ offeringId: cobots.id, profileCode: 'D&P' }).execute()
  await db
    .insertInto('offeringExamModule')
    .values({ offeringId: cobots.id, moduleCode: 'P/PIE/03' })
    .execute()
}

describe('searching the catalogue', () => {
  test('knows Dutch stems, both ways', async ({ db }) => {
    await aCatalogue(db)
    for (const search of ['lassen', 'las', 'Lassen!'])
      expect((await found(db, search)).slugs).toEqual(['lassen'])
    expect((await found(db, 'cobot')).slugs).toEqual(['cobots'])
    expect((await found(db, 'sensor')).slugs).toEqual(['kas'])
  })

  test('finds a word inside a longer one', async ({ db }) => {
    await aCatalogue(db)
    expect(await found(db, 'pomp')).toEqual({ slugs: ['warmtepomp'], approximate: false })
    expect((await found(db, 'pompen')).slugs).toEqual(['warmtepomp'])
  })

  test('does not mind accents, capitals and words that say nothing', async ({ db }) => {
    await aCatalogue(db)
    expect((await found(db, 'CÓBOTS voor de lés')).slugs).toEqual(['cobots'])
    expect((await found(db, 'een middag')).slugs).toEqual(['lassen'])
    expect((await found(db, 'de')).slugs).toHaveLength(4)
  })

  test('forgives typing errors, and says that it did', async ({ db }) => {
    await aCatalogue(db)
    expect(await found(db, 'warmtepmop')).toEqual({ slugs: ['warmtepomp'], approximate: true })
    expect(await found(db, 'instaleren')).toEqual({ slugs: ['warmtepomp'], approximate: true })
    expect(await found(db, 'xyzzy')).toEqual({ slugs: [], approximate: false })
  })

  test('finds by exam module, profile, organiser and town', async ({ db }) => {
    await aCatalogue(db)
    for (const search of ['P/PIE/03', 'p/pie/03', 'besturen', 'D&P', 'dienstverlening']) {
      expect((await found(db, search)).slugs).toEqual(['cobots'])
    }
    for (const search of ['zone.college', 'Twello']) expect((await found(db, search)).slugs).toEqual(['kas'])
  })

  test('wants every word, wherever it stands', async ({ db }) => {
    await aCatalogue(db)
    expect((await found(db, 'sensoren twello')).slugs).toEqual(['kas'])
    expect((await found(db, 'sensoren lassen')).slugs).toEqual([])
  })

  test('takes any signs for what they are', async ({ db }) => {
    await aCatalogue(db)
    for (const search of [
      "'",
      '%',
      '_',
      '\\',
      "o'%_\\ &|!:*()<->",
      '""',
      'a:*b',
      "'; drop table offering; --",
    ]) {
      await expect(found(db, search)).resolves.toBeDefined()
    }
  })
})

test('the choices are what the published offer has', async ({ db }) => {
  await aCatalogue(db)
  const choices = await findCatalogueChoices(db)
  expect(choices.profiles.map(({ code }) => code)).toEqual(['D&P'])
  expect(choices.modules).toEqual([{ code: 'P/PIE/03', title: 'Besturen en automatiseren' }])
  expect(choices.projects.map(({ number }) => number)).toEqual([6])
  expect(choices.places).toContain('Twello')
})
