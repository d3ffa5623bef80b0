import { type Extensions, Mark, Node } from '@tiptap/core'
import { Blockquote } from '@tiptap/extension-blockquote'
import { Bold } from '@tiptap/extension-bold'
import { Code } from '@tiptap/extension-code'
import { Document } from '@tiptap/extension-document'
import { HardBreak } from '@tiptap/extension-hard-break'
import { Heading } from '@tiptap/extension-heading'
import { Italic } from '@tiptap/extension-italic'
import { Link } from '@tiptap/extension-link'
import { BulletList, ListItem, OrderedList, TaskItem, TaskList } from '@tiptap/extension-list'
import { Paragraph } from '@tiptap/extension-paragraph'
import { Table, TableCell, TableHeader, TableRow } from '@tiptap/extension-table'
import { Text } from '@tiptap/extension-text'
import {
  areOf,
  attribute,
  isBoolean,
  isLatex,
  isLink,
  isOneOf,
  isOwnId,
  isSafeLink,
  isText,
  isWebLink,
  isWhole,
  matches,
  orNull,
} from './document-attributes.ts'
import { equipment } from './equipment.ts'

/**
 * The only list of what a practical module may hold: the editor works with it, the server checks with it, and the reader
 * draws what is in it. A block of the trade stands at the top level only; a text block also within others. Every
 * attribute says what it may hold.
 */

const headingLevels = [2, 3] as const

/** Of a work step or a question: what somebody did of it is kept by this, so it stays when the text changes. */
const identity = attribute('id', null as string | null, orNull(matches(/^[\da-z-]{8,36}$/)))

const at = (name: string, content: string) => ({
  parseHTML: () => [{ tag: `${content}[data-block="${name}"]` }],
  named: { 'data-block': name },
})

/** A block that is a `<section data-block="…">` in HTML, with its content inside. */
function section(name: string, config: Partial<Parameters<typeof Node.create>[0]> & object) {
  const { parseHTML, named } = at(name, 'section')
  return Node.create({
    name,
    defining: true,
    parseHTML,
    renderHTML: ({ HTMLAttributes }) => ['section', { ...named, ...HTMLAttributes }, 0],
    ...config,
  })
}

/** A part of such a block: `<div data-block="…">`. */
function part(name: string, config: Partial<Parameters<typeof Node.create>[0]> & object) {
  const { parseHTML, named } = at(name, 'div')
  return Node.create({
    name,
    defining: true,
    parseHTML,
    renderHTML: ({ HTMLAttributes }) => ['div', { ...named, ...HTMLAttributes }, 0],
    ...config,
  })
}

/** Something whole, without text of its own. */
function thing(name: string, config: Partial<Parameters<typeof Node.create>[0]> & object) {
  const { parseHTML, named } = at(name, 'div')
  return Node.create({
    name,
    group: 'block',
    atom: true,
    draggable: true,
    parseHTML,
    renderHTML: ({ HTMLAttributes }) => ['div', { ...named, ...HTMLAttributes }],
    ...config,
  })
}

const cellAttributes = {
  addAttributes() {
    const span = (name: 'colspan' | 'rowspan') => ({
      default: 1,
      validate: isWhole(1, 20),
      parseHTML: (element: HTMLElement) => Number(element.getAttribute(name)) || 1,
    })
    // Widths would be kept as styles; a table is as wide as what it holds.
    return {
      colspan: span('colspan'),
      rowspan: span('rowspan'),
      colwidth: { default: null, validate: isOneOf([null]), rendered: false, parseHTML: () => null },
    }
  },
}

const sub = (name: string, tag: string) =>
  Mark.create({
    name,
    parseHTML: () => [{ tag }],
    renderHTML: () => [tag, 0],
  })

export const moduleExtensions: Extensions = [
  Document.extend({ content: '(block | trade)+' }),
  Text,
  Paragraph,
  HardBreak,
  Heading.extend({
    addAttributes: () => ({ level: { default: 2, rendered: false, validate: isOneOf(headingLevels) } }),
  }).configure({ levels: [...headingLevels] }),
  Blockquote,
  BulletList,
  OrderedList.extend({
    addAttributes: () => ({
      start: {
        default: 1,
        validate: isWhole(0, 9999),
        parseHTML: (element: HTMLElement) => Number.parseInt(element.getAttribute('start') ?? '1', 10) || 1,
      },
    }),
  }),
  ListItem,
  TaskList,
  TaskItem.extend({
    addAttributes: () => ({
      checked: {
        default: false,
        validate: isBoolean,
        keepOnSplit: false,
        parseHTML: (element: HTMLElement) => element.getAttribute('data-checked') === 'true',
        renderHTML: ({ checked }: Record<string, unknown>) => ({ 'data-checked': checked }),
      },
    }),
  }).configure({ nested: true }),
  Table.configure({ resizable: false }),
  TableRow,
  TableHeader.extend(cellAttributes),
  TableCell.extend(cellAttributes),

  Bold,
  Italic,
  Code,
  sub('subscript', 'sub'),
  sub('superscript', 'sup'),
  Link.extend({
    addAttributes: () => ({ href: { default: null, validate: isLink } }),
  }).configure({
    openOnClick: false,
    defaultProtocol: 'https',
    HTMLAttributes: { target: null, rel: null, class: null },
    isAllowedUri: (url) => isSafeLink(url),
  }),

  part('figure', {
    group: 'block',
    content: 'inline*',
    draggable: true,
    isolating: true,
    addAttributes: () => ({
      ...attribute('picture', 0, isOwnId),
      /** What a picture shows, for who does not see it. Empty while one writes; nothing is published without. */
      ...attribute('alt', '', isText(300)),
    }),
  }),
  thing('video', {
    addAttributes: () => ({ ...attribute('url', '', isWebLink), ...attribute('title', '', isText(150)) }),
  }),
  thing('download', { addAttributes: () => attribute('file', 0, isOwnId) }),
  thing('formula', {
    group: 'inline',
    inline: true,
    draggable: false,
    /** As LaTeX writes it. */
    addAttributes: () => attribute('latex', '', isLatex),
    parseHTML: () => [{ tag: 'span[data-block="formula"]' }],
    renderHTML: ({ HTMLAttributes }) => ['span', { 'data-block': 'formula', ...HTMLAttributes }],
  }),

  section('workStep', {
    group: 'trade',
    content: '(block | attention)+',
    isolating: true,
    draggable: true,
    addAttributes: () => ({
      ...identity,
      ...attribute('title', '', isText(120)),
      ...attribute('minutes', null as number | null, orNull(isWhole(1, 600))),
    }),
  }),
  /** What goes wrong, or what to look at, within a work step. */
  part('attention', { content: 'paragraph+' }),
  section('safety', {
    group: 'trade',
    /** The dangers, and what one does about them. */
    content: 'block+',
    isolating: true,
    draggable: true,
    addAttributes: () => attribute('equipment', [] as string[], areOf(equipment)),
  }),
  section('materials', { group: 'trade', content: 'material+', isolating: true, draggable: true }),
  part('material', {
    content: 'text*',
    marks: '',
    addAttributes: () => ({
      /** Something to work with, which is there again afterwards. */
      ...attribute('tool', false, isBoolean),
      ...attribute('amount', '', isText(40)),
    }),
  }),
  part('learningGoal', {
    group: 'trade',
    content: 'inline*',
    draggable: true,
    /** The exam module it belongs to, by its official code. */
    addAttributes: () =>
      attribute('code', null as string | null, orNull(matches(/^[PK]\/[A-Z&]{2,5}\/\d{2}$/))),
  }),
  section('question', {
    group: 'trade',
    content: 'questionText option*',
    isolating: true,
    draggable: true,
    addAttributes: () => ({
      ...identity,
      /** Choose what is right, put in the order that stands here, or answer in words. */
      ...attribute('kind', 'choice', isOneOf(['choice', 'order', 'open'])),
      /** Why, told after the answer; of an open question, what a good answer holds. */
      ...attribute('explanation', '', isText(600)),
    }),
  }),
  part('questionText', { content: 'inline*' }),
  part('option', {
    content: 'inline*',
    addAttributes: () => ({
      ...attribute('right', false, isBoolean),
      ...attribute('feedback', '', isText(300)),
    }),
  }),
  section('teacherNote', { group: 'trade', content: 'block+', isolating: true, draggable: true }),
]
