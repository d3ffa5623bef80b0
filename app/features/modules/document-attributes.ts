import type { Attribute } from '@tiptap/core'

/**
 * Attributes of what a module is made of. Each says what it may hold; the check on the server asks the same, so that
 * nothing is kept that the editor could not have made. A validator throws a `RangeError`; its sentence is for the log.
 */
export type Validate = (value: unknown) => void

const must = (holds: boolean, what: string) => {
  if (!holds) throw new RangeError(what)
}

export const isText =
  (most: number): Validate =>
  (value) =>
    must(
      // PostgreSQL keeps no character zero, and half a surrogate pair is no text.
      typeof value === 'string' && value.length <= most && value.isWellFormed() && !value.includes('\0'),
      `a text of at most ${most} characters`,
    )

export const isWhole =
  (least: number, most: number): Validate =>
  (value) =>
    must(
      Number.isInteger(value) && Number(value) >= least && Number(value) <= most,
      `a whole number from ${least} to ${most}`,
    )

export const isOneOf =
  (values: readonly unknown[]): Validate =>
  (value) =>
    must(values.includes(value), `one of ${values.join(', ')}`)

export const isBoolean = isOneOf([true, false])

export const matches =
  (pattern: RegExp): Validate =>
  (value) =>
    must(typeof value === 'string' && pattern.test(value), `a text like ${pattern}`)

/** Each at most once, so that a list is never longer than what there is to choose. */
export const areOf =
  (values: readonly string[]): Validate =>
  (value) =>
    must(
      Array.isArray(value) &&
        new Set(value).size === value.length &&
        value.every((one) => values.includes(one as string)),
      `some of ${values.join(', ')}`,
    )

export const orNull =
  (validate: Validate): Validate =>
  (value) => {
    if (value !== null) validate(value)
  }

/** An id of one of our own pictures or files. */
export const isOwnId = isWhole(1, Number.MAX_SAFE_INTEGER)

const mostOfLink = 2000

/** Where a link may lead: a web page or a mail address, never something that runs. */
export function isSafeLink(value: unknown, protocols = ['http:', 'https:', 'mailto:']): value is string {
  // Spaces and control characters are what a browser skips and a reader does not see.
  if (typeof value !== 'string' || value.length > mostOfLink || /[\p{Cc}\s]/u.test(value)) return false
  if (!value.isWellFormed()) return false
  const at = value.indexOf(':')
  if (!protocols.includes(value.slice(0, at + 1).toLowerCase())) return false
  return URL.canParse(value)
}

const mostOfFormula = 500
/**
 * What makes a formula more than a formula: macros, which unfold into megabytes; lengths, which draw a black box over the
 * page; colours, links and labels, which are not for a formula to choose.
 */
const noFormula =
  /\\(?:[gex]?def|let|futurelet|global|long|(?:re|provide)?newcommand|(?:eq)?ref|label|tag|rule|raisebox|[hmv]?skip|m?kern|[hm]space|(?:text|f?box)?color|f?colorbox|href|url|includegraphics|class|id|style|data|char)(?![a-z])/i

/** LaTeX that says a formula and does nothing else. */
export const isFormula = (value: unknown): value is string =>
  typeof value === 'string' &&
  value.length <= mostOfFormula &&
  value.isWellFormed() &&
  !value.includes('\0') &&
  !noFormula.test(value)

export const isLatex: Validate = (value) => must(isFormula(value), 'a formula in LaTeX')

export const isLink: Validate = (value) => must(isSafeLink(value), 'a link to a web page or a mail address')
export const isWebLink: Validate = (value) =>
  must(isSafeLink(value, ['https:']), 'a link that begins with https')

/**
 * An attribute that stands in HTML as `data-<name>`, in JSON: what is pasted from elsewhere and does not hold, becomes
 * the value it has by default.
 */
export function attribute<Value>(
  name: string,
  initial: Value,
  validate: Validate,
): Record<string, Attribute> {
  const inHtml = `data-${name}`
  return {
    [name]: {
      default: initial,
      validate,
      parseHTML: (element: HTMLElement) => {
        try {
          const value: unknown = JSON.parse(element.getAttribute(inHtml) ?? 'null')
          validate(value)
          return value
        } catch {
          return initial
        }
      },
      renderHTML: (attributes: Record<string, unknown>) => ({ [inHtml]: JSON.stringify(attributes[name]) }),
    },
  }
}
