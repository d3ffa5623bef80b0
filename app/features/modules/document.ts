/** What a practical module says: a tree of blocks, kept as data. Plain values in, plain answers out. */

export type ModuleMark = { type: string; attrs?: Record<string, unknown> }

/** One block, part of a block, or piece of text; what each may hold stands in `module-extensions.ts`. */
export type ModuleNode = {
  type: string
  attrs?: Record<string, unknown>
  content?: readonly ModuleNode[]
  marks?: readonly ModuleMark[]
  text?: string
}

export type ModuleDocument = ModuleNode & { type: 'doc'; content: readonly ModuleNode[] }

/** Every node of a tree in the order of reading, the tree itself first. Not by recursion: any depth will do. */
export function* nodesOf(tree: ModuleNode): Generator<ModuleNode> {
  const ahead: ModuleNode[] = [tree]
  for (let node = ahead.pop(); node; node = ahead.pop()) {
    yield node
    for (let index = (node.content?.length ?? 0) - 1; index >= 0; index--) {
      ahead.push((node.content as readonly ModuleNode[])[index] as ModuleNode)
    }
  }
}

/** What is written in an attribute and is read as text. Not the answers to questions: whoever searches would read them. */
const written = ['title', 'alt', 'amount'] as const

/** The words by which a module is found, blocks on lines of their own: those that pupils read. */
export const wordsToFind = (document: ModuleDocument): string => textOf(forPupils(document))

/** The words of a tree, blocks on lines of their own, without the answers to its questions. */
export function textOf(tree: ModuleNode): string {
  const lines: string[] = []
  let line = ''
  for (const { type, text, attrs } of nodesOf(tree)) {
    if (type === 'text') line += text ?? ''
    else if (type === 'hardBreak') line += ' '
    else if (type === 'formula') line += ` ${String(attrs?.latex ?? '')} `
    else {
      if (line.trim()) lines.push(line.trim())
      line = ''
      for (const name of written) {
        const value = attrs?.[name]
        if (typeof value === 'string' && value.trim()) lines.push(value.trim())
      }
    }
  }
  if (line.trim()) lines.push(line.trim())
  return lines.join('\n')
}

export const blocksOf = (tree: ModuleNode, type: string): ModuleNode[] =>
  [...nodesOf(tree)].filter((node) => node.type === type)

/** What a tree points to outside of itself, each once. */
export function referencesOf(tree: ModuleNode) {
  const pictures = new Set<number>()
  const files = new Set<number>()
  const examModules = new Set<string>()
  for (const { type, attrs } of nodesOf(tree)) {
    if (type === 'figure') pictures.add(Number(attrs?.picture))
    if (type === 'download') files.add(Number(attrs?.file))
    if (type === 'learningGoal' && typeof attrs?.code === 'string') examModules.add(attrs.code)
  }
  return { pictures: [...pictures], files: [...files], examModules: [...examModules] }
}

/** The tree as pupils see it: without what is for their teacher. */
export function forPupils(document: ModuleDocument): ModuleDocument {
  return { ...document, content: document.content.filter(({ type }) => type !== 'teacherNote') }
}

type Shown = {
  document: ModuleDocument
  pictures: readonly { id: number }[]
  files: readonly { id: number }[]
}

/** A module with only a part of its text, and with it only the pictures and files that this part shows. */
export function withPart<Module extends Shown>(module: Module, document: ModuleDocument): Module {
  const { pictures, files } = referencesOf(document)
  return {
    ...module,
    document,
    pictures: module.pictures.filter(({ id }) => pictures.includes(id)),
    files: module.files.filter(({ id }) => files.includes(id)),
  }
}
