import { formatMoment } from '#app/ui/format.ts'
import { Table } from '#app/ui/table.tsx'
import { viewedWords } from '../dossier-texts.ts'
import type { Viewed } from '../view-queries.server.ts'

type View = { id: number; name: string; what: Viewed; title: string | null; viewedAt: Date }

/** Who looked at my dossier, at what, and when for the first time that day. */
export function ViewsList({ views }: { views: View[] }) {
  return (
    <Table
      caption="Wie in je dossier keek"
      rows={views}
      rowKey={({ id }) => id}
      columns={[
        { key: 'who', label: 'Wie', heading: true, cell: ({ name }) => name },
        { key: 'what', label: 'Wat', cell: ({ what, title }) => viewedWords(what, title) },
        { key: 'when', label: 'Wanneer', cell: ({ viewedAt }) => formatMoment(viewedAt), nowrap: true },
      ]}
    />
  )
}
