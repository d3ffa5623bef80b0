import { describe, expect, test } from 'vitest'
import { figure, learningGoal, moduleOf, paragraph, workStep } from '#app/features/modules/blocks.ts'
import { nodesOf, referencesOf, textOf, withPart, wordsToFind } from '#app/features/modules/document.ts'
import { findFault } from '#app/features/modules/document-check.server.ts'
import {
  isModuleFiltered,
  moduleFilterQuery,
  noModuleFilter,
  readModuleFilter,
} from '#app/features/modules/module-filter.ts'
import { demoModules } from '#db/seeds/demo/insert-modules.ts'
import { everyBlock } from '#tests/support/module-documents.ts'

describe('a module as text', () => {
  test('has its blocks on lines of their own, with what is written in their attributes', () => {
    const step = workStep('stap-0001', 'Meet', 5, paragraph('Zet de ', 'tester erop.'))
    expect(textOf(moduleOf(step, figure(1, 'Een tester', 'Zo dus')))).toBe(
      'Meet\nZet de tester erop.\nEen tester\nZo dus',
    )
  })

  test('is found by what pupils read: no notes for teachers, no answers', () => {
    const words = wordsToFind(everyBlock())
    expect(words).toContain('Waarmee meet je?')
    expect(words).not.toMatch(/tweetallen|zegt niets over nul|tussen twee punten/)
  })

  test('shown in part, brings only what that part shows', () => {
    const whole = { document: everyBlock(), pictures: [{ id: 1 }, { id: 2 }], files: [{ id: 1 }, { id: 9 }] }
    expect(withPart(whole, moduleOf(figure(2, 'a')))).toMatchObject({ pictures: [{ id: 2 }], files: [] })
    expect(withPart(whole, everyBlock())).toMatchObject({ pictures: [{ id: 1 }], files: [{ id: 1 }] })
  })

  test('tells what it points to, each once', () => {
    const twice = moduleOf(
      figure(3, 'a'),
      figure(3, 'b'),
      figure(4, 'c'),
      learningGoal('P/PIE/04', 'x'),
      learningGoal('P/PIE/04', 'y'),
      learningGoal(null, 'z'),
    )
    expect(referencesOf(twice)).toEqual({ pictures: [3, 4], files: [], examModules: ['P/PIE/04'] })
  })

  test('is walked in the order of reading, however deep', () => {
    let node = { type: 'paragraph', content: [{ type: 'text', text: 'diep' }] } as object
    for (let depth = 0; depth < 50_000; depth++) node = { type: 'blockquote', content: [node] }
    expect([...nodesOf({ type: 'doc', content: [node as never] })]).toHaveLength(50_003)
  })
})

describe('the modules of the demo', () => {
  test.for(demoModules.map((module) => [module.slug, module] as const))('%s holds', ([, module]) => {
    const named = new Map(module.pictures.map((name, index) => [name, index + 1]))
    const document = module.write((name) => named.get(name) ?? 0)
    expect(findFault(document)).toBeUndefined()
    // Every drawing that was made is shown, and every figure tells what it shows.
    expect(referencesOf(document).pictures.sort()).toEqual([...named.values()])
    const figures = [...nodesOf(document)].filter(({ type }) => type === 'figure')
    for (const { attrs } of figures) expect(String(attrs?.alt).length).toBeGreaterThan(20)
    expect(textOf(document)).not.toMatch(/[—"']/)
  })

  test('use, together, nearly every block there is', () => {
    const used = new Set(
      demoModules.flatMap((module) => [...nodesOf(module.write(() => 1))].map(({ type }) => type)),
    )
    const all = new Set([...nodesOf(everyBlock())].map(({ type }) => type))
    expect([...all].filter((type) => !used.has(type)).sort()).toEqual(['download', 'hardBreak', 'video'])
  })
})

describe('the filter of the modules', () => {
  test('stands whole in the address and comes back from it', () => {
    const filter = {
      search: 'spanning & meten',
      profile: 'PIE',
      examModule: 'P/PIE/04',
      company: 12,
      level: 'kb',
      lessons: 2,
      licence: 'cc_by_sa',
      page: 3,
    } as const
    expect(readModuleFilter(new URLSearchParams(moduleFilterQuery(filter)))).toEqual(filter)
    expect(moduleFilterQuery(noModuleFilter)).toBe('')
    expect([isModuleFiltered(filter), isModuleFiltered({ ...noModuleFilter, page: 2 })]).toEqual([
      true,
      false,
    ])
  })

  test('leaves out what nobody offered', () => {
    const query = 'niveau=hbo&lesuren=999&gebruik=gratis&bedrijf=-1&pagina=0&zoek=%00%20&profiel='
    expect(readModuleFilter(new URLSearchParams(query))).toEqual(noModuleFilter)
  })
})
