import { formatCount, formatDayYear } from '#app/ui/format.ts'
import { Table } from '#app/ui/table.tsx'
import { TitleBlock } from '#app/ui/title-block.tsx'
import { paperName } from '../dossier-texts.ts'

type Row = {
  line: number
  personName: string
  title: string
  scope: string | null
  issuedOn: string
  validUntil: string | null
}
type Props = { counts: { papers: number; people: number; known: number }; rows: Row[] }

/** What carrying out a list of papers will change: in numbers, and the first rows. */
export function PaperImportPreview({ counts, rows }: Props) {
  return (
    <>
      <TitleBlock
        cells={[
          { label: 'Bewijzen erbij', value: counts.papers },
          { label: 'Van hoeveel mensen', value: counts.people },
          { label: 'Staat er al', value: counts.known },
        ]}
      />
      <Table
        caption="Wat er in dossiers komt"
        rows={rows}
        rowKey={({ line }) => line}
        columns={[
          { key: 'who', label: 'Naam', heading: true, cell: ({ personName }) => personName },
          { key: 'what', label: 'Bewijs', cell: paperName },
          {
            key: 'issued',
            label: 'Afgegeven',
            cell: ({ issuedOn }) => formatDayYear(issuedOn),
            nowrap: true,
          },
          {
            key: 'until',
            label: 'Geldig tot en met',
            cell: ({ validUntil }) => (validUntil ? formatDayYear(validUntil) : 'de gewone termijn'),
          },
          { key: 'line', label: 'Regel', align: 'end', cell: ({ line }) => line },
        ]}
      />
      {counts.papers > rows.length && (
        <p>En nog {formatCount(counts.papers - rows.length, 'bewijs', 'bewijzen')}.</p>
      )}
    </>
  )
}
