import type { ModuleDocument, ModuleMark, ModuleNode } from './document.ts'
import type { Equipment } from './equipment.ts'

/** Makes blocks in code: for a module that begins from answers or photos, and for the modules of the demo. */

/** Text, or a piece of it with a mark. */
export type Inline = string | ModuleNode

const node = (type: string, attrs: Record<string, unknown>, content?: readonly ModuleNode[]): ModuleNode => ({
  type,
  ...(Object.keys(attrs).length > 0 && { attrs }),
  ...(content && content.length > 0 && { content }),
})

const inline = (pieces: readonly Inline[]): ModuleNode[] =>
  pieces.flatMap((piece) => {
    if (typeof piece !== 'string') return [piece]
    return piece ? [{ type: 'text', text: piece }] : []
  })

const marked =
  (mark: ModuleMark) =>
  (text: string): ModuleNode => ({ type: 'text', text, marks: [mark] })

export const bold = marked({ type: 'bold' })
export const italic = marked({ type: 'italic' })
export const code = marked({ type: 'code' })
export const subscript = marked({ type: 'subscript' })
export const superscript = marked({ type: 'superscript' })
export const link = (text: string, href: string): ModuleNode =>
  marked({ type: 'link', attrs: { href } })(text)
export const formula = (latex: string): ModuleNode => node('formula', { latex })

export const paragraph = (...pieces: readonly Inline[]): ModuleNode => node('paragraph', {}, inline(pieces))
export const heading = (text: string, level: 2 | 3 = 2): ModuleNode =>
  node('heading', { level }, inline([text]))
export const quote = (...pieces: readonly Inline[]): ModuleNode =>
  node('blockquote', {}, [paragraph(...pieces)])

const items = (
  type: string,
  of: string,
  rows: readonly (Inline | readonly Inline[])[],
  attrs = {},
): ModuleNode =>
  node(
    type,
    {},
    rows.map((row) => node(of, attrs, [paragraph(...(Array.isArray(row) ? row : [row as Inline]))])),
  )

export const bullets = (...rows: readonly (Inline | readonly Inline[])[]) =>
  items('bulletList', 'listItem', rows)
export const numbered = (...rows: readonly (Inline | readonly Inline[])[]) =>
  items('orderedList', 'listItem', rows)
export const tasks = (...rows: readonly (Inline | readonly Inline[])[]) =>
  items('taskList', 'taskItem', rows, { checked: false })

/** The first row holds the names of the columns. */
export function table(...rows: readonly (readonly Inline[])[]): ModuleNode {
  return node(
    'table',
    {},
    rows.map((cells, index) =>
      node(
        'tableRow',
        {},
        cells.map((cell) => node(index === 0 ? 'tableHeader' : 'tableCell', {}, [paragraph(cell)])),
      ),
    ),
  )
}

/** `alt` says what there is to see, for who does not see it; the caption is for everybody. */
export const figure = (picture: number, alt: string, ...caption: readonly Inline[]): ModuleNode =>
  node('figure', { picture, alt }, inline(caption))
export const video = (url: string, title: string): ModuleNode => node('video', { url, title })
export const download = (file: number): ModuleNode => node('download', { file })

/** `id` is of this module alone, eight characters or more: by it, what somebody did of the step is kept. */
export const workStep = (
  id: string,
  title: string,
  minutes: number | null,
  ...content: readonly ModuleNode[]
): ModuleNode => node('workStep', { id, title, minutes }, content)
export const attention = (...pieces: readonly Inline[]): ModuleNode =>
  node('attention', {}, [paragraph(...pieces)])
export const safety = (needed: readonly Equipment[], ...dangers: readonly ModuleNode[]): ModuleNode =>
  node('safety', { equipment: [...needed] }, dangers)

const material =
  (tool: boolean) =>
  (amount: string, name: string): ModuleNode =>
    node('material', { tool, amount }, inline([name]))
/** Used up, or built in. */
export const supply = material(false)
/** There again afterwards. */
export const tool = material(true)
export const materials = (...rows: readonly ModuleNode[]): ModuleNode => node('materials', {}, rows)

export const learningGoal = (examModule: string | null, ...pieces: readonly Inline[]): ModuleNode =>
  node('learningGoal', { code: examModule }, inline(pieces))
export const teacherNote = (...content: readonly ModuleNode[]): ModuleNode => node('teacherNote', {}, content)

type Option = { text: string; right?: boolean; feedback?: string }

/** Of `order` the options stand in the right order; of `open` there are none, and `explanation` is what a good answer holds. */
export function question(
  id: string,
  kind: 'choice' | 'order' | 'open',
  text: string,
  options: readonly Option[],
  explanation = '',
): ModuleNode {
  return node('question', { id, kind, explanation }, [
    node('questionText', {}, inline([text])),
    ...options.map(({ text, right = false, feedback = '' }) =>
      node('option', { right, feedback }, inline([text])),
    ),
  ])
}

export const moduleOf = (...content: readonly ModuleNode[]): ModuleDocument => ({ type: 'doc', content })
