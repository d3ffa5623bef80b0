import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formula, link, moduleOf, paragraph } from '#app/features/modules/blocks.ts'
import { type ModuleNode, nodesOf } from '#app/features/modules/document.ts'
import {
  documentBounds,
  findFault,
  moduleSchema,
  readDocument,
} from '#app/features/modules/document-check.server.ts'
import { blockNames, faultTexts } from '#app/features/modules/document-texts.ts'
import { Refusal } from '#app/platform/refusal.ts'
import { everyBlock } from '#tests/support/module-documents.ts'

const faultOf = (content: unknown) => findFault({ type: 'doc', content })
const text = (text: string) => ({ type: 'text', text })
const nested = (depth: number, type = 'blockquote'): ModuleNode => {
  let node: ModuleNode = { type: 'paragraph' }
  for (let level = 0; level < depth; level++) node = { type, content: [node] }
  return node
}

describe('the list of what a module may hold', () => {
  test('is used whole by the module with every block in it', () => {
    const used = new Set([...nodesOf(everyBlock())].map(({ type }) => type))
    const marks = new Set(
      [...nodesOf(everyBlock())].flatMap((node) => node.marks?.map(({ type }) => type) ?? []),
    )
    expect([...used].sort()).toEqual(Object.keys(moduleSchema.nodes).sort())
    expect([...marks].sort()).toEqual(Object.keys(moduleSchema.marks).sort())
  })

  test('says of every attribute what it may hold', () => {
    const types = [...Object.values(moduleSchema.nodes), ...Object.values(moduleSchema.marks)]
    const silent = types.flatMap(({ name, spec }) =>
      Object.entries(spec.attrs ?? {}).flatMap(([key, { validate }]) => (validate ? [] : [`${name}.${key}`])),
    )
    expect(silent).toEqual([])
  })

  test('has a name for each, in words', () => {
    expect(Object.keys(blockNames).sort()).toEqual(Object.keys(moduleSchema.nodes).sort())
  })
})

describe('the check of a tree', () => {
  test('takes what the editor makes, and gives it back', () => {
    expect(readDocument(everyBlock())).toEqual(everyBlock())
    expect(findFault(moduleOf(paragraph()))).toBeUndefined()
  })

  test.for([
    ['no tree', null, 'De module', faultTexts.notATree],
    ['a text', 'hallo', 'De module', faultTexts.notATree],
    ['another root', { type: 'paragraph' }, 'De module', faultTexts.unknownBlock],
    [
      'a module in a module',
      { type: 'doc', content: [{ type: 'doc' }] },
      'Blok 1 (de module)',
      faultTexts.unknownBlock,
    ],
    ['nothing in it', { type: 'doc', content: [] }, 'De module', faultTexts.notHere],
    ['content that is no list', { type: 'doc', content: {} }, 'De module', faultTexts.notATree],
  ] as const)('refuses %s', ([, tree, place, what]) => {
    expect(findFault(tree)).toEqual({ place, what })
  })

  test.for([
    ['a block nobody knows', [paragraph('a'), { type: 'script' }], 'Blok 2', faultTexts.unknownBlock],
    ['a name from the prototype', [{ type: 'constructor' }], 'Blok 1', faultTexts.unknownBlock],
    [
      'an unknown key',
      [{ type: 'paragraph', style: 'x' }],
      'Blok 1 (een alinea)',
      faultTexts.unknownAttribute,
    ],
    [
      'an unknown attribute',
      [{ type: 'paragraph', attrs: { onclick: 'x' } }],
      'Blok 1 (een alinea)',
      faultTexts.unknownAttribute,
    ],
    [
      '__proto__ as an attribute',
      JSON.parse('[{"type":"heading","attrs":{"__proto__":{"level":2}}}]'),
      'Blok 1 (een kop)',
      faultTexts.unknownAttribute,
    ],
    [
      '__proto__ as a key',
      JSON.parse('[{"type":"paragraph","__proto__":{"text":"x"}}]'),
      'Blok 1 (een alinea)',
      faultTexts.unknownAttribute,
    ],
    [
      'attributes as a list',
      [{ type: 'paragraph', attrs: [] }],
      'Blok 1 (een alinea)',
      faultTexts.unknownAttribute,
    ],
    [
      'a heading of level 1',
      [{ type: 'heading', attrs: { level: 1 } }],
      'Blok 1 (een kop)',
      faultTexts.notHere,
    ],
    ['text at the top', [text('los')], 'De module', faultTexts.notHere],
    [
      'an empty text',
      [{ type: 'paragraph', content: [text('')] }],
      'Blok 1 (een alinea), daarin deel 1 (tekst)',
      faultTexts.badText,
    ],
    [
      'half a character',
      [{ type: 'paragraph', content: [text('\ud800')] }],
      'Blok 1 (een alinea), daarin deel 1 (tekst)',
      faultTexts.badText,
    ],
    [
      'character zero',
      [{ type: 'workStep', attrs: { title: 'a\0b' }, content: [{ type: 'paragraph' }] }],
      'Blok 1 (een werkstap)',
      faultTexts.notHere,
    ],
    [
      'a work step in a quote',
      [{ type: 'blockquote', content: [{ type: 'workStep', content: [{ type: 'paragraph' }] }] }],
      'Blok 1 (een citaat)',
      faultTexts.notHere,
    ],
    ['a figure without a picture', [{ type: 'figure' }], 'Blok 1 (een afbeelding)', faultTexts.notHere],
    [
      'equipment nobody has',
      [{ type: 'safety', attrs: { equipment: ['cape'] }, content: [{ type: 'paragraph' }] }],
      'Blok 1 (een blok veiligheid)',
      faultTexts.notHere,
    ],
    [
      'a text that is too long for its place',
      [{ type: 'figure', attrs: { picture: 1, alt: 'a'.repeat(301) } }],
      'Blok 1 (een afbeelding)',
      faultTexts.notHere,
    ],
    [
      'the same step twice',
      [1, 2].map(() => ({ type: 'workStep', attrs: { id: 'stap-0001' }, content: [{ type: 'paragraph' }] })),
      'Blok 2 (een werkstap)',
      faultTexts.twice,
    ],
    [
      'a fault deep inside, by the place where it is',
      [
        paragraph('goed'),
        {
          type: 'bulletList',
          content: [{ type: 'listItem', content: [{ type: 'heading', attrs: { level: 9 } }] }],
        },
      ],
      'Blok 2 (een lijst), daarin deel 1 (een kop)',
      faultTexts.notHere,
    ],
  ] as const)('refuses %s', ([, content, place, what]) => {
    expect(faultOf(content)).toEqual({ place, what })
  })

  test.for([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    ' javascript:alert(1)',
    'java\tscript:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    '//elders.example',
    '/beheer',
    'ftp://elders.example',
    `https://elders.example/${'a'.repeat(2000)}`,
    'https://elders.example/\ud800',
    7,
    null,
  ])('refuses a link to %s', (href) => {
    const marked = { ...text('klik'), marks: [{ type: 'link', attrs: { href } }] }
    expect(faultOf([{ type: 'paragraph', content: [marked] }])?.what).toBe(faultTexts.notHere)
  })

  test('takes a link to a page and to a mail address', () => {
    expect(findFault(moduleOf(paragraph(link('a', 'http://school.example/a?b=1#c'))))).toBeUndefined()
    expect(findFault(moduleOf(paragraph(link('b', 'mailto:les@school.example'))))).toBeUndefined()
  })

  test('refuses marks nobody knows, too many of them, and marks where none may be', () => {
    const paragraphWith = (marks: unknown) => [{ type: 'paragraph', content: [{ ...text('a'), marks }] }]
    for (const marks of [[{ type: 'style' }], ['bold'], 'bold', Array(7).fill({ type: 'bold' })]) {
      expect(faultOf(paragraphWith(marks))?.what).toBe(faultTexts.unknownMark)
    }
    const plain = { type: 'material', content: [{ ...text('draad'), marks: [{ type: 'bold' }] }] }
    expect(faultOf([{ type: 'materials', content: [plain] }])).toMatchObject({ what: faultTexts.notHere })
  })

  test.for([
    '\\def\\a#1{#1#1}\\a{x}',
    '\\gdef\\a{x}',
    '\\let\\a=b',
    '\\newcommand{\\a}{x}',
    '\\rule{9999em}{9999em}',
    '\\hspace{9999em}',
    '\\ref{a}',
    '\\color{red}x',
    'x'.repeat(501),
    '\ud800',
  ])('refuses as a formula %s', (latex) => {
    const fault = faultOf([{ type: 'paragraph', content: [{ type: 'formula', attrs: { latex } }] }])
    expect(fault?.what).toBe(faultTexts.notHere)
  })

  test('takes the formulas of the trade', () => {
    for (const latex of [
      'U = I \\cdot R',
      '\\frac{a}{b}',
      'q_v',
      '\\sqrt{2}',
      '\\ce{H2O}',
      'R_{\\text{totaal}}',
      '\\Delta T',
    ]) {
      expect(findFault(moduleOf(paragraph(formula(latex)))), latex).toBeUndefined()
    }
  })

  test('takes no more figures, formulas and steps than somebody would read, and counts what stands in attributes', () => {
    const figures = (amount: number) =>
      Array.from({ length: amount }, () => ({ type: 'figure', attrs: { picture: 1 } }))
    expect(faultOf(figures(150))).toBeUndefined()
    expect(faultOf(figures(151))).toEqual({ place: 'Blok 151 (een afbeelding)', what: faultTexts.tooMany })
    const links = Array.from({ length: 200 }, (_, nth) =>
      paragraph(link(String(nth), `https://elders.example/${'a'.repeat(1_900)}`)),
    )
    expect(faultOf(links)?.what).toBe(faultTexts.tooLong)
  })

  test('stays up whatever the depth and the size', () => {
    expect(faultOf([nested(6_000)])?.what).toBe(faultTexts.tooDeep)
    expect(faultOf([nested(documentBounds.depth)])?.what).toBe(faultTexts.tooDeep)
    expect(faultOf([nested(documentBounds.depth - 3)])).toBeUndefined()
    expect(faultOf(Array(documentBounds.nodes).fill(paragraph()))?.what).toBe(faultTexts.tooMany)
    expect(faultOf([paragraph('a'.repeat(5_000_000))])?.what).toBe(faultTexts.tooLong)
    const many = Array.from({ length: 10 }, () => paragraph('a'.repeat(documentBounds.characters / 10 + 1)))
    expect(faultOf(many)?.what).toBe(faultTexts.tooLong)
  })

  test('of any change to a module says where, or takes it; it never breaks', () => {
    const values = fc.oneof(
      fc.jsonValue(),
      fc.constantFrom('doc', 'text', 'figure', 'table', '__proto__', 'toString', [], {}, null, -1),
    )
    fc.assert(
      fc.property(
        fc.nat(),
        fc.constantFrom('type', 'attrs', 'content', 'marks', 'text'),
        values,
        (at, key, value) => {
          const tree = structuredClone(everyBlock())
          const nodes = [...nodesOf(tree)]
          Object.assign(nodes[at % nodes.length] as object, { [key]: value })
          try {
            expect(readDocument(tree)).toBe(tree)
            moduleSchema.nodeFromJSON(tree).check()
          } catch (error) {
            expect(error).toBeInstanceOf(Refusal)
          }
        },
      ),
      { numRuns: 2_000 },
    )
  })
})
