import { renderJSONContentToReactElement } from '@tiptap/static-renderer/json/react'
import type { ReactElement, ReactNode } from 'react'
import { StateBadge } from '#app/ui/state-badge.tsx'
import { blocksOf, type ModuleDocument, type ModuleMark, type ModuleNode } from '../document.ts'
import { isSafeLink } from '../document-attributes.ts'
import { readerTexts as texts } from '../reader-texts.ts'
import {
  attr,
  Download,
  Figure,
  Formula,
  Materials,
  Question,
  Safety,
  type ShownFile,
  type ShownPicture,
  textAttr,
  Video,
  WorkStep,
} from './module-blocks.tsx'
import styles from './module-text.module.css'

type Around = {
  pictures: ReadonlyMap<number, ShownPicture>
  files: ReadonlyMap<number, ShownFile>
  /** Titles of exam modules, by code. */
  examModules: ReadonlyMap<string, string>
  /** Of each work step, and of each table, how manieth it is. */
  numbers: ReadonlyMap<ModuleNode, number>
}

type Props = { node: ModuleNode; parent?: ModuleNode; children?: ReactNode }

/**
 * A module to read: its tree as HTML, made on the server, without running anything from it. A block that is not known
 * (any more) becomes a line that says so; the rest stays readable.
 */
export function ModuleText({
  document,
  pictures,
  files,
  examModules,
  firstStep = 1,
}: {
  document: ModuleDocument
  pictures: readonly ShownPicture[]
  files: readonly ShownFile[]
  examModules: readonly { code: string; title: string }[]
  /** The number of the first work step in it, where only a part of a module is shown. */
  firstStep?: number
}): ReactElement {
  const around: Around = {
    pictures: new Map(pictures.map((one) => [one.id, one])),
    files: new Map(files.map((one) => [one.id, one])),
    examModules: new Map(examModules.map(({ code, title }) => [code, title])),
    numbers: new Map([
      ...blocksOf(document, 'workStep').map((step, index) => [step, index + firstStep] as const),
      ...blocksOf(document, 'table').map((table, index) => [table, index + 1] as const),
    ]),
  }
  const render = renderJSONContentToReactElement({
    nodeMapping: bare(nodesWith(around)),
    markMapping: bare(marks),
    unhandledNode: () => <p className={styles.unknown}>{texts.unknownBlock}</p>,
    unhandledMark: ({ children }: { children?: ReactNode }) => <>{children}</>,
    // The renderer's own types take a tree that may be changed; it changes nothing.
  } as RendererOptions)
  return <div className={styles.text}>{render({ content: document as Content })}</div>
}

type RendererOptions = Parameters<typeof renderJSONContentToReactElement>[0]
type Content = Parameters<ReturnType<typeof renderJSONContentToReactElement>>[0]['content']

/** Without what every object has: a node that calls itself `constructor` is one that we do not know. */
const bare = <Value,>(table: Record<string, Value>): Record<string, Value> =>
  Object.assign(Object.create(null), table)

/** What draws each block. Every block of `module-extensions.ts` is in it; a test compares them. */
export function nodesWith(around: Around): Record<string, (props: Props) => ReactElement> {
  return {
    doc: ({ children }) => <>{children}</>,
    text: ({ node }) => <>{node.text}</>,
    paragraph: ({ children }) => <p>{children}</p>,
    hardBreak: () => <br />,
    heading: ({ node, children }) => (attr(node, 'level') === 3 ? <h3>{children}</h3> : <h2>{children}</h2>),
    blockquote: ({ children }) => <blockquote>{children}</blockquote>,
    bulletList: ({ children }) => <ul>{children}</ul>,
    orderedList: ({ node, children }) => <ol start={Number(attr(node, 'start') ?? 1)}>{children}</ol>,
    listItem: ({ children }) => <li>{children}</li>,
    taskList: ({ children }) => <ul className={styles.tasks}>{children}</ul>,
    taskItem: ({ children }) => <li>{children}</li>,
    table: ({ node, children }) => (
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
      <section className={styles.wide} aria-label={texts.table(around.numbers.get(node) ?? 1)} tabIndex={0}>
        <table>
          <tbody>{children}</tbody>
        </table>
      </section>
    ),
    tableRow: ({ children }) => <tr>{children}</tr>,
    tableHeader: ({ node, children }) => <th {...spans(node)}>{children}</th>,
    tableCell: ({ node, children }) => <td {...spans(node)}>{children}</td>,
    figure: ({ node, children }) => (
      <Figure picture={around.pictures.get(Number(attr(node, 'picture')))} alt={textAttr(node, 'alt')}>
        {children}
      </Figure>
    ),
    video: ({ node }) => <Video url={textAttr(node, 'url')} title={textAttr(node, 'title')} />,
    download: ({ node }) => <Download file={around.files.get(Number(attr(node, 'file')))} />,
    formula: ({ node }) => <Formula latex={textAttr(node, 'latex')} />,
    workStep: ({ node, children }) => (
      <WorkStep node={node} number={around.numbers.get(node) ?? 1}>
        {children}
      </WorkStep>
    ),
    attention: ({ children }) => (
      <div className={styles.attention}>
        <StateBadge tone="warn" sign="half">
          {texts.attention}
        </StateBadge>
        {children}
      </div>
    ),
    safety: ({ node, children }) => <Safety equipment={attr(node, 'equipment')}>{children}</Safety>,
    materials: ({ node }) => <Materials node={node} />,
    material: ({ children }) => <>{children}</>,
    learningGoal: ({ node, children }) => {
      const code = textAttr(node, 'code')
      const title = around.examModules.get(code)
      return (
        <div className={styles.goal}>
          <p className={styles.label}>
            {texts.learningGoal}
            {code && ` · ${code}${title ? ` ${title}` : ''}`}
          </p>
          <p>{children}</p>
        </div>
      )
    },
    question: ({ node, children }) => <Question node={node}>{children}</Question>,
    questionText: ({ children }) => <p className={styles.ask}>{children}</p>,
    option: ({ children }) => <>{children}</>,
    teacherNote: ({ children }) => (
      <aside className={styles.note}>
        <p className={styles.label}>{texts.teacherNote}</p>
        {children}
      </aside>
    ),
  }
}

type MarkProps = { mark: ModuleMark; children?: ReactNode }

/** What draws each mark; a test compares them with the list too. */
export const marks: Record<string, (props: MarkProps) => ReactNode> = {
  bold: ({ children }) => <strong>{children}</strong>,
  italic: ({ children }) => <em>{children}</em>,
  code: ({ children }) => <code>{children}</code>,
  subscript: ({ children }) => <sub>{children}</sub>,
  superscript: ({ children }) => <sup>{children}</sup>,
  link: ({ mark, children }) => {
    const href = mark.attrs?.href
    return isSafeLink(href) ? (
      <a href={href} rel="noopener nofollow">
        {children}
      </a>
    ) : (
      children
    )
  },
}

const spans = (node: ModuleNode) => {
  const [columns, rows] = [Number(attr(node, 'colspan') ?? 1), Number(attr(node, 'rowspan') ?? 1)]
  return { ...(columns > 1 && { colSpan: columns }), ...(rows > 1 && { rowSpan: rows }) }
}
