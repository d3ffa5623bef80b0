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

/** What is written in an attribute and is read as text: found by search, counted in the reading time. */
const written = ['title', 'alt', 'explanation', 'feedback', 'amount', 'latex'] as const

/** The words of a tree, blocks on lines of their own. */
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

const wordsPerMinute = 200

/** How long reading takes, in whole minutes, at least one. */
export function readingMinutes(tree: ModuleNode): number {
  const words = textOf(tree).split(/\s+/).filter(Boolean).length
  return Math.max(1, Math.round(words / wordsPerMinute))
}

/** How long the work steps take together, in minutes; null when none says so. */
export function workMinutes(tree: ModuleNode): number | null {
  const minutes = blocksOf(tree, 'workStep').flatMap(({ attrs }) =>
    typeof attrs?.minutes === 'number' ? [attrs.minutes] : [],
  )
  return minutes.length > 0 ? minutes.reduce((sum, one) => sum + one, 0) : null
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
