import { getSchema } from '@tiptap/core'
import type { AttributeSpec, Node, NodeType, Schema } from '@tiptap/pm/model'
import { Refusal } from '#app/platform/refusal.ts'
import type { ModuleDocument } from './document.ts'
import type { Validate } from './document-attributes.ts'
import { faultTexts, placeOf } from './document-texts.ts'
import { moduleExtensions } from './module-extensions.ts'

/** What the list of extensions comes down to: the nodes, marks and attributes there are. */
export const moduleSchema: Schema = getSchema(moduleExtensions)

/** More than anybody writes, and little enough to check in a blink. */
export const documentBounds = {
  depth: 16,
  nodes: 8_000,
  /** Of text and of what stands in attributes, together. */
  characters: 200_000,
  marks: 6,
  /** Each is drawn, or goes along in a copy. */
  ofOneSort: { figure: 150, formula: 300, workStep: 200 } as Record<string, number>,
}

type Path = readonly { index: number; type: string }[]

/** Why a tree is not kept, and where: 'Blok 3 (een werkstap): …'. */
export type DocumentFault = { place: string; what: string }

class Fault extends Error {
  readonly path: Path
  constructor(path: Path, what: string) {
    super(what)
    this.path = path
  }
}

/**
 * A tree that came from outside, as a module: only blocks, marks and attributes that we know, where they may stand, within
 * bounds. Throws a `Refusal` that names the place; nothing in the tree can break the process that reads it.
 */
export function readDocument(value: unknown, field = 'document'): ModuleDocument {
  const fault = findFault(value)
  if (fault) throw new Refusal(`${fault.place}: ${fault.what}`, field)
  return value as ModuleDocument
}

/** The first thing that is wrong with a tree, undefined when nothing is. */
export function findFault(value: unknown): DocumentFault | undefined {
  try {
    checkShape(value)
    // Only now can it be read by recursion: it is not deep, and every name in it is known.
    checkNode(
      judged(top, faultTexts.notATree, () => moduleSchema.nodeFromJSON(value)),
      top,
    )
    return undefined
  } catch (error) {
    if (error instanceof Fault) return { place: placeOf(error.path), what: error.message }
    throw error
  }
}

type Raw = Record<string, unknown>
/** The attributes of a node or a mark, as the schema knows them; a test sees to it that each has a validator. */
type Known = Record<string, AttributeSpec>

const isRaw = (value: unknown): value is Raw =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const nodeKeys = new Set(['type', 'attrs', 'content', 'marks', 'text'])
const markKeys = new Set(['type', 'attrs'])

/** Names, keys and sizes; without recursion, for what is nested ten thousand deep. */
function checkShape(value: unknown): void {
  const ahead: { value: unknown; path: Path }[] = [{ value, path: [] }]
  const seen = new Set<unknown>()
  const ofSort = new Map<string, number>()
  let nodes = 0
  let characters = 0
  for (let next = ahead.pop(); next; next = ahead.pop()) {
    const { value, path: above } = next
    if (!isRaw(value)) throw new Fault(above, faultTexts.notATree)
    const type = typeof value.type === 'string' ? value.type : ''
    const path =
      above.length === 0 ? [{ index: 0, type }] : [...above.slice(0, -1), { ...lastOf(above), type }]
    if (path.length > documentBounds.depth) throw new Fault(path, faultTexts.tooDeep)
    if (++nodes > documentBounds.nodes) throw new Fault(path, faultTexts.tooMany)
    const node = Object.hasOwn(moduleSchema.nodes, type) ? moduleSchema.nodes[type] : undefined
    if (!node || (above.length === 0) !== (type === 'doc')) throw new Fault(path, faultTexts.unknownBlock)
    if (Object.keys(value).some((key) => !nodeKeys.has(key)))
      throw new Fault(path, faultTexts.unknownAttribute)
    const amount = (ofSort.get(type) ?? 0) + 1
    ofSort.set(type, amount)
    if (amount > (documentBounds.ofOneSort[type] ?? documentBounds.nodes))
      throw new Fault(path, faultTexts.tooMany)
    characters += checkAttributes(value.attrs, node.spec.attrs, path)
    const id = isRaw(value.attrs) ? value.attrs.id : undefined
    if (typeof id === 'string' && seen.has(id)) throw new Fault(path, faultTexts.twice)
    seen.add(id)
    characters += checkMarks(value.marks, path)
    characters += checkText(value, node, path)
    if (characters > documentBounds.characters) throw new Fault(path, faultTexts.tooLong)
    const content = value.content ?? []
    if (!Array.isArray(content)) throw new Fault(path, faultTexts.notATree)
    if (nodes + content.length > documentBounds.nodes) throw new Fault(path, faultTexts.tooMany)
    for (let index = content.length - 1; index >= 0; index--) {
      ahead.push({ value: content[index], path: [...path, { index, type: '' }] })
    }
  }
}

const lastOf = (path: Path) => path.at(-1) ?? { index: 0, type: '' }

function checkText(value: Raw, node: NodeType, path: Path): number {
  if (!node.isText) {
    if (value.text !== undefined) throw new Fault(path, faultTexts.unknownAttribute)
    return 0
  }
  const { text } = value
  // Half a surrogate pair is no text, and PostgreSQL takes no character zero.
  const isText = typeof text === 'string' && text !== '' && text.isWellFormed() && !text.includes('\0')
  if (!isText || value.content !== undefined) throw new Fault(path, faultTexts.badText)
  return text.length
}

function checkMarks(marks: unknown, path: Path): number {
  if (marks === undefined) return 0
  let characters = 0
  if (!Array.isArray(marks) || marks.length > documentBounds.marks)
    throw new Fault(path, faultTexts.unknownMark)
  for (const mark of marks) {
    const type = isRaw(mark) && typeof mark.type === 'string' ? mark.type : ''
    const known = Object.hasOwn(moduleSchema.marks, type) ? moduleSchema.marks[type] : undefined
    if (!known || !isRaw(mark)) throw new Fault(path, faultTexts.unknownMark)
    if (Object.keys(mark).some((key) => !markKeys.has(key)))
      throw new Fault(path, faultTexts.unknownAttribute)
    characters += checkAttributes(mark.attrs, known.spec.attrs, path)
  }
  return characters
}

/** Gives how many characters stand in them. */
function checkAttributes(attrs: unknown, known: Known | null | undefined, path: Path): number {
  const given = attrs ?? {}
  if (!isRaw(given) || Object.keys(given).some((name) => !Object.hasOwn(known ?? {}, name))) {
    throw new Fault(path, faultTexts.unknownAttribute)
  }
  let characters = 0
  for (const [name, { validate, default: initial }] of Object.entries(known ?? {})) {
    const value = Object.hasOwn(given, name) ? given[name] : initial
    judged(path, faultTexts.notHere, () => (validate as Validate)(value))
    if (typeof value === 'string') characters += value.length
  }
  return characters
}

const top: Path = [{ index: 0, type: 'doc' }]

/** Whether everything stands where it may and holds what it may; the fault is of the innermost part that does not. */
function checkNode(node: Node, path: Path): void {
  judged(path, faultTexts.notHere, () => {
    try {
      node.check()
    } catch (error) {
      node.forEach((child, _offset, index) => {
        checkNode(child, [...path, { index, type: child.type.name }])
      })
      throw error
    }
  })
}

/** What ProseMirror and the validators say by a `RangeError`, as a fault with its place. */
function judged<Answer>(path: Path, what: string, check: () => Answer): Answer {
  try {
    return check()
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    throw new Fault(path, what)
  }
}
