import { paths } from '#app/paths.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { formatDayYear, formatList } from '#app/ui/format.ts'
import { Table } from '#app/ui/table.tsx'
import type { RadarLine } from '../radar-queries.server.ts'

const schoolsShown = 4

/** By sort of paper: how many people, at which schools, and from when. */
export function RadarTable({ lines, until }: { lines: RadarLine[]; until: string }) {
  return (
    <Table
      caption="Per soort bewijs"
      rows={lines}
      rowKey={({ typeCode }) => typeCode}
      columns={[
        { key: 'title', label: 'Bewijs', heading: true, cell: ({ title }) => title },
        {
          key: 'people',
          label: 'Mensen',
          align: 'end',
          cell: ({ people, lapsed }) => (lapsed > 0 ? `${people}, al verlopen: ${lapsed}` : people),
        },
        {
          key: 'schools',
          label: 'Scholen',
          cell: ({ schools }) => {
            const named = schools.slice(0, schoolsShown).map(({ name, people }) => `${name} (${people})`)
            const others = schools.length - named.length
            return formatList(others > 0 ? [...named, `nog ${others}`] : named)
          },
        },
        {
          key: 'first',
          label: 'Eerste verloopt',
          nowrap: true,
          cell: ({ firstDay }) => formatDayYear(firstDay),
        },
        {
          key: 'plan',
          label: 'Plannen',
          unlabelled: true,
          cell: ({ typeCode, title }) => (
            <LinkButton
              kind="secondary"
              small
              href={paths.radarOf(typeCode, until)}
              aria-label={`Bekijk en plan: ${title}`}
            >
              Bekijk en plan
            </LinkButton>
          ),
        },
      ]}
    />
  )
}
