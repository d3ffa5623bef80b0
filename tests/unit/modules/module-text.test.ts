import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { formula, moduleOf, paragraph, question, workStep } from '#app/features/modules/blocks.ts'
import { ModuleText, marks, nodesWith } from '#app/features/modules/components/module-text.tsx'
import { forPupils, type ModuleDocument, type ModuleNode } from '#app/features/modules/document.ts'
import { moduleSchema } from '#app/features/modules/document-check.server.ts'
import { readerTexts } from '#app/features/modules/reader-texts.ts'
import { everyBlock } from '#tests/support/module-documents.ts'

const around = {
  pictures: [
    {
      id: 1,
      sizes: [
        { width: 480, height: 320 },
        { width: 960, height: 640 },
      ],
    },
  ],
  files: [{ id: 1, name: 'meetblad.pdf', byteSize: 12_345 }],
  examModules: [{ code: 'P/PIE/04', title: 'Installeren en monteren' }],
}

const html = (document: ModuleDocument, more = {}) =>
  renderToStaticMarkup(createElement(ModuleText, { document, ...around, ...more }))
const withNode = (node: unknown) => html(moduleOf(paragraph('ervoor'), node as ModuleNode, paragraph('erna')))

describe('the reader', () => {
  test('draws everything that the list of extensions holds, and nothing else', () => {
    const none = new Map()
    const nodes = nodesWith({ pictures: none, files: none, examModules: none, numbers: none })
    expect(Object.keys(nodes).sort()).toEqual(Object.keys(moduleSchema.nodes).sort())
    expect(Object.keys(marks).sort()).toEqual(Object.keys(moduleSchema.marks).sort())
  })

  test('shows every word of a module', () => {
    const page = html(everyBlock())
    for (const words of [
      '<strong>vette</strong>',
      '<sup>2</sup>',
      'href="https://www.nen.nl/"',
      '<math',
      'Een multimeter die 230 volt aanwijst',
      'width="960" height="640"',
      '/praktijkmodules/beeld/1/480.webp 480w',
      'Zo meet je spanning',
      'youtube.com',
      'meetblad.pdf',
      'P/PIE/04 Installeren en monteren',
      '<b>2 m</b> installatiedraad',
      'isolerende handschoenen',
      'Schakel uit',
      'Hang het slot erop.',
      'Waarmee meet je?',
      'Die zegt niets over nul.',
      'Laat ze in tweetallen werken.',
    ]) {
      expect(page).toContain(words)
    }
  })

  test('asks nothing of another place: no frame, no picture or script from outside', () => {
    expect(html(everyBlock())).not.toMatch(/<iframe|<script|<object|src="(?!\/praktijkmodules\/)/)
  })

  test('keeps from pupils what is for their teacher', () => {
    const page = html(forPupils(everyBlock()))
    expect(page).not.toContain('Laat ze in tweetallen werken.')
    expect(page).toContain('Hang het slot erop.')
  })

  test('an order stands in another order than the right one, which the answer tells', () => {
    const page = html(everyBlock())
    const question = page.slice(page.indexOf('In welke volgorde?'), page.indexOf('Waarom twee keer?'))
    const [shown, answer] = question.split('<details>')
    expect(shown).toMatch(/meten.*uitschakelen/s)
    expect(answer).toMatch(/uitschakelen.*meten/s)
  })

  test('an order that is the right one by chance is turned', () => {
    const options = [{ text: 'aansluiten' }, { text: 'meten' }, { text: 'noteren' }]
    const page = html(moduleOf(question('vraag-001', 'order', 'In welke volgorde?', options)))
    expect(page.split('<details>')[0]).toMatch(/meten.*noteren.*aansluiten/s)
  })

  test('counts its steps, also where only one is shown', () => {
    const step = (id: string, title: string) => workStep(id, title, null, paragraph('doe het'))
    expect(html(moduleOf(step('stap-0001', 'een'), step('stap-0002', 'twee')))).toContain('id="stap-2"')
    expect(html(moduleOf(step('stap-0002', 'twee')), { firstStep: 2 })).toContain('id="stap-2"')
  })

  test.for([
    ['a block that we do not know', { type: 'hologram', content: [{ type: 'text', text: 'x' }] }],
    ['a name that every object has', { type: 'constructor' }],
    ['__proto__', { type: '__proto__' }],
  ] as const)('stays readable with %s in it', ([, node]) => {
    const page = withNode(node)
    expect(page).toContain(readerTexts.unknownBlock)
    expect(page).toMatch(/ervoor.*erna/s)
  })

  test.for([
    ['no attributes', { type: 'workStep' }],
    ['equipment that is no list', { type: 'safety', attrs: { equipment: 'glasses' } }],
    ['equipment that is not there', { type: 'safety', attrs: { equipment: ['toString', 7] } }],
    ['a picture that is gone', { type: 'figure', attrs: { picture: 99, alt: 'weg' } }],
    ['a file that is gone', { type: 'download', attrs: { file: 'x' } }],
    ['a video nowhere', { type: 'video', attrs: { url: 'javascript:alert(1)' } }],
    ['a question of no kind', { type: 'question', attrs: { kind: 'toString' }, content: [] }],
    [
      'a mark that we do not know',
      { type: 'paragraph', content: [{ type: 'text', text: 'x', marks: [{ type: 'valueOf' }] }] },
    ],
  ] as const)('does not break on %s', ([, node]) => {
    const page = withNode(node)
    expect(page).toMatch(/ervoor.*erna/s)
    expect(page).not.toMatch(/javascript:|toString|function/)
  })

  test('makes no link of what runs, whatever is stored', () => {
    const marked = {
      type: 'text',
      text: 'klik',
      marks: [{ type: 'link', attrs: { href: 'javascript:alert(1)' } }],
    }
    expect(withNode({ type: 'paragraph', content: [marked] })).toContain('<p>klik</p>')
  })

  test('shows a formula that is none as it was typed, and runs nothing in it', () => {
    expect(html(moduleOf(paragraph(formula('\\frac{1}{'))))).toContain('<code>\\frac{1}{</code>')
    expect(html(moduleOf(paragraph(formula('\\def\\a{\\a\\a}\\a'))))).toContain('<code>')
    expect(html(moduleOf(paragraph(formula('\\begin{matrix}1&2\\end{matrix}'))))).not.toContain('style=')
    const hostile = html(
      moduleOf(paragraph(formula('\\href{javascript:alert(1)}{x}\\text{<img src=x onerror=alert(1)>}'))),
    )
    expect(hostile).not.toMatch(/href="javascript|<img/)
  })
})
