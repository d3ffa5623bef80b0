/** A mail as its feature writes it: sentences, facts, one act. Rendered to text and HTML alike. */
export type MailBlock =
  | { kind: 'text'; text: string }
  | { kind: 'list'; items: string[] }
  | { kind: 'facts'; rows: [label: string, value: string][] }
  /** A link to a page. No link in a mail changes anything by being opened. */
  | { kind: 'act'; label: string; path: string }
  /** A plain link to somewhere else, such as a route planner. */
  | { kind: 'link'; label: string; url: string }

export type Mail = { title: string; blocks: MailBlock[] }

export const text = (value: string): MailBlock => ({ kind: 'text', text: value })
export const list = (items: string[]): MailBlock => ({ kind: 'list', items })
export const facts = (rows: [string, string][]): MailBlock => ({ kind: 'facts', rows })
export const act = (label: string, path: string): MailBlock => ({ kind: 'act', label, path })
export const link = (label: string, url: string): MailBlock => ({ kind: 'link', label, url })
