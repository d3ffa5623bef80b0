import { staffKindWords } from '#app/features/people/membership-texts.ts'
import { formatDayYear, formatMinutes, formatNumber } from '#app/ui/format.ts'
import { Table } from '#app/ui/table.tsx'
import type { EntitlementLine } from '../hour-card.ts'

/** What the hours one is entitled to are made of: by employer and stretch of the year. */
export function EntitledLines({ lines }: { lines: EntitlementLine[] }) {
  return (
    <Table
      caption="Waar het recht op rust"
      rows={lines}
      rowKey={({ organisationId, from }) => `${organisationId} ${from}`}
      columns={[
        { key: 'where', label: 'Werkgever', heading: true, cell: ({ organisation }) => organisation },
        {
          key: 'agreement',
          label: 'Cao',
          cell: ({ agreement, staff, hoursPerYear }) =>
            `${agreement}, ${staffKindWords[staff as keyof typeof staffKindWords] ?? staff}: ${formatNumber(hoursPerYear)} uur per jaar`,
        },
        { key: 'factor', label: 'Deeltijd', cell: ({ factor }) => formatNumber(factor) },
        {
          key: 'when',
          label: 'Wanneer',
          cell: ({ from, until }) => `${formatDayYear(from)} tot en met ${formatDayYear(until)}`,
        },
        {
          key: 'minutes',
          label: 'Uren',
          align: 'end',
          nowrap: true,
          cell: ({ minutes }) => formatMinutes(minutes),
        },
      ]}
    />
  )
}
