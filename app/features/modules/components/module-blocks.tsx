import { type ReactNode, useId } from 'react'
import temml from 'temml'
import { paths } from '#app/paths.ts'
import { formatBytes } from '#app/ui/format.ts'
import { Spoken } from '#app/ui/spoken.tsx'
import { StateBadge } from '#app/ui/state-badge.tsx'
import type { ModuleNode } from '../document.ts'
import { isFormula, isSafeLink } from '../document-attributes.ts'
import { equipment as allEquipment, type Equipment } from '../equipment.ts'
import { readerTexts as texts } from '../reader-texts.ts'
import styles from './module-text.module.css'
import { EquipmentList } from './pictogram.tsx'

/** The blocks of a module that are more than one element. Whatever stands in a tree, nothing here breaks on it. */

/** A picture as it is stored: a few widths, the smallest first. */
export type ShownPicture = { id: number; sizes: readonly { width: number; height: number }[] }
export type ShownFile = { id: number; name: string; byteSize: number }

export const attr = ({ attrs }: ModuleNode, name: string): unknown => attrs?.[name]
export const textAttr = (node: ModuleNode, name: string): string => {
  const value = attr(node, name)
  return typeof value === 'string' ? value : ''
}

type FigureProps = { picture: ShownPicture | undefined; alt: string; children: ReactNode }

export function Figure({ picture, alt, children }: FigureProps) {
  const largest = picture?.sizes.at(-1)
  if (!picture || !largest) return <p className={styles.unknown}>{texts.noPicture(alt)}</p>
  const address = ({ width }: { width: number }) => paths.modulePicture(picture.id, width)
  return (
    <figure className={styles.figure}>
      <a href={address(largest)}>
        <img
          src={address(picture.sizes[0] ?? largest)}
          srcSet={picture.sizes.map((size) => `${address(size)} ${size.width}w`).join(', ')}
          sizes="(width < 48rem) 92vw, 44rem"
          width={largest.width}
          height={largest.height}
          alt={alt}
          loading="lazy"
          decoding="async"
        />
      </a>
      {isFilled(children) && <figcaption>{children}</figcaption>}
    </figure>
  )
}

const isFilled = (children: ReactNode) => ([children].flat() as unknown[]).some(Boolean)

/** A link that says where it goes; nothing is asked of that place until somebody follows it. */
export function Video({ url, title }: { url: string; title: string }) {
  if (!isSafeLink(url, ['https:'])) return <p className={styles.unknown}>{texts.unknownBlock}</p>
  return (
    <p className={styles.media}>
      <span className={styles.label}>{texts.video}</span>
      <a href={url} rel="noopener nofollow">
        {title || url}
      </a>
      <span className={styles.where}>{texts.at(new URL(url).hostname.replace(/^www\./, ''))}</span>
    </p>
  )
}

export function Download({ file }: { file: ShownFile | undefined }) {
  if (!file) return <p className={styles.unknown}>{texts.noFile}</p>
  return (
    <p className={styles.media}>
      <span className={styles.label}>{texts.file}</span>
      <a href={paths.moduleFile(file.id)} download>
        {file.name}
      </a>
      <span className={styles.where}>{formatBytes(file.byteSize)}</span>
    </p>
  )
}

/** As MathML, which browsers draw and screen readers read; what is no formula stays as it was typed. */
export function Formula({ latex }: { latex: string }) {
  const html = isFormula(latex) ? mathOf(latex) : undefined
  if (html === undefined) return <code>{latex}</code>
  // biome-ignore lint/security/noDangerouslySetInnerHtml: written by the library, which trusts nothing in the formula
  return <span className={styles.formula} dangerouslySetInnerHTML={{ __html: html }} />
}

function mathOf(latex: string): string | undefined {
  try {
    const html = temml.renderToString(latex, {
      throwOnError: true,
      trust: false,
      maxExpand: 200,
      wrap: 'tex',
    })
    // Our pages take no styles but those of our own files.
    return html.replace(/ style="[^"]*"/g, '')
  } catch {
    return undefined
  }
}

export function WorkStep({
  node,
  number,
  children,
}: {
  node: ModuleNode
  number: number
  children: ReactNode
}) {
  const id = useId()
  const minutes = attr(node, 'minutes')
  return (
    <section className={styles.step} id={texts.stepAnchor(number)} aria-labelledby={id}>
      <p className={styles.number} aria-hidden="true">
        {number}
      </p>
      <div className={styles.doing}>
        <h2 id={id} className={styles.stepTitle}>
          <Spoken>{texts.step(number)} </Spoken>
          {textAttr(node, 'title') || texts.untitledStep}
        </h2>
        {typeof minutes === 'number' && <p className={styles.label}>{texts.minutes(minutes)}</p>}
        {children}
      </div>
    </section>
  )
}

export function Safety({ equipment, children }: { equipment: unknown; children: ReactNode }) {
  const id = useId()
  const known = (Array.isArray(equipment) ? equipment : []).filter((one): one is Equipment =>
    allEquipment.includes(one),
  )
  return (
    <section className={styles.safety} aria-labelledby={id}>
      {known.length > 0 && <EquipmentList equipment={known} />}
      <div className={styles.dangers}>
        <h2 id={id}>{texts.safety}</h2>
        {children}
      </div>
    </section>
  )
}

export function Materials({ node }: { node: ModuleNode }) {
  const rows = node.content ?? []
  const of = (tool: boolean) => rows.filter((row) => (attr(row, 'tool') === true) === tool)
  return (
    <div className={styles.materials}>
      {[false, true].map((tool) => {
        const listed = of(tool)
        return (
          listed.length > 0 && (
            <section key={String(tool)}>
              <h2>{tool ? texts.tools : texts.supplies}</h2>
              <ul>
                {listed.map((row, index) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: it is drawn once and never changes
                  <li key={index}>
                    {textAttr(row, 'amount') && <b>{textAttr(row, 'amount')}</b>}{' '}
                    {(row.content ?? []).map(({ text }) => text).join('')}
                  </li>
                ))}
              </ul>
            </section>
          )
        )
      })}
    </div>
  )
}

/** The question; its answer unfolds below it, so that it can be thought about first. */
export function Question({ node, children }: { node: ModuleNode; children: ReactNode }) {
  const id = useId()
  const kind = textAttr(node, 'kind')
  const [ask, ...drawn] = [children].flat() as ReactNode[]
  const options = (node.content ?? []).filter(({ type }) => type === 'option')
  // In the order that stands here an order would be told at once: by their words they are in none.
  const shown = options.map((option, index) => ({ option, words: drawn[index] ?? null, index }))
  if (kind === 'order') {
    shown.sort((one, other) => letters(one.option).localeCompare(letters(other.option), 'nl'))
    // Where that happens to be the right order, the first goes last.
    if (shown.every(({ index }, nth) => index === nth)) shown.push(...shown.splice(0, 1))
  }
  const explanation = textAttr(node, 'explanation')
  return (
    <section className={styles.question} aria-labelledby={id}>
      <p className={styles.label}>
        {Object.hasOwn(texts.kinds, kind) ? texts.kinds[kind as keyof typeof texts.kinds] : texts.question}
      </p>
      <div id={id}>{ask}</div>
      {shown.length > 0 && (
        <ul className={styles.options}>
          {shown.map(({ words, index }) => (
            <li key={index}>{words}</li>
          ))}
        </ul>
      )}
      <details>
        <summary>{texts.showAnswer}</summary>
        {kind === 'order' ? (
          <ol>
            {options.map((option, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: it is drawn once and never changes
              <li key={index}>{letters(option)}</li>
            ))}
          </ol>
        ) : (
          options.length > 0 && (
            <ul className={styles.answers}>
              {options.map((option, index) => {
                const right = attr(option, 'right') === true
                return (
                  // biome-ignore lint/suspicious/noArrayIndexKey: it is drawn once and never changes
                  <li key={index}>
                    <StateBadge tone={right ? 'ok' : 'neutral'} sign={right ? 'full' : 'empty'}>
                      {right ? texts.right : texts.wrong}
                    </StateBadge>{' '}
                    {letters(option)}
                    {textAttr(option, 'feedback') && `: ${textAttr(option, 'feedback')}`}
                  </li>
                )
              })}
            </ul>
          )
        )}
        {explanation && <p>{explanation}</p>}
      </details>
    </section>
  )
}

const letters = (node: ModuleNode) =>
  (node.content ?? [])
    .map(({ type, text, attrs }) => (type === 'formula' ? String(attrs?.latex ?? '') : (text ?? '')))
    .join('')
