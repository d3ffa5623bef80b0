import { paths } from '#app/paths.ts'

/** The same as a file, in two formats. */
export function FileLinks({ name, query, what }: { name: string; query: string; what: string }) {
  return (
    <span>
      <a href={`${paths.figuresFile(name, 'xlsx')}${query}`} aria-label={`${what} als Excel-bestand`}>
        Excel
      </a>
      {' · '}
      <a href={`${paths.figuresFile(name, 'csv')}${query}`} aria-label={`${what} als CSV-bestand`}>
        CSV
      </a>
    </span>
  )
}
