import { formatDayYear, formatNumber } from '#app/ui/format.ts'
import { Table } from '#app/ui/table.tsx'
import { monthsWords, termWords } from '../dossier-texts.ts'
import type { Term } from '../type-queries.server.ts'

/** Every term a sort of paper ever had, with what it rests on and how many papers count under it. */
export function TermsTable({ terms }: { terms: Term[] }) {
  return (
    <Table
      caption="Termijnen"
      rows={terms}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'from',
          label: 'Afgegeven vanaf',
          heading: true,
          cell: ({ issuedFrom }) => (issuedFrom < '1950-01-01' ? 'altijd' : formatDayYear(issuedFrom)),
        },
        { key: 'term', label: 'Termijn', cell: termWords },
        {
          key: 'note',
          label: 'Toelichting',
          cell: ({ validityNote, confirmEveryMonths, designationNote }) =>
            [
              validityNote,
              confirmEveryMonths && `Werkgever bevestigt elke ${monthsWords(confirmEveryMonths)}.`,
              designationNote,
            ]
              .filter(Boolean)
              .join(' '),
        },
        { key: 'by', label: 'Door', cell: ({ enteredBy }) => enteredBy ?? 'het portaal' },
        {
          key: 'papers',
          label: 'In dossiers',
          align: 'end',
          cell: ({ papers }) => formatNumber(papers),
        },
      ]}
    />
  )
}
