/** What a cell may hold. A day is `YYYY-MM-DD` in a column of kind `day`; an instant is a `Date`. */
export type Cell = string | number | boolean | Date | null | undefined

export type Column = { key: string; title: string; kind: 'text' | 'number' | 'day' | 'instant' | 'boolean' }

/**
 * One table, the same for CSV and XLSX. `name` becomes the name of the file and of the sheet. A file of a demo says
 * VOORBEELD in its name, its properties and its last row.
 */
export type Spreadsheet = { name: string; columns: Column[]; rows: Record<string, Cell>[]; demo?: boolean }
