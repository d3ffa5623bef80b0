import { formatDayYear } from '#app/ui/format.ts'
import { StateBadge } from '#app/ui/state-badge.tsx'
import { type Column, Table } from '#app/ui/table.tsx'
import { standingOf } from '../qualification.ts'
import { basisWords, standingWords } from '../qualification-texts.ts'

type Qualification = {
  id: number
  title: string
  scope: string | null
  validUntil: string | null
  validityBasis: keyof typeof basisWords
}

const columns = (today: string): Column<Qualification>[] => [
  {
    key: 'title',
    label: 'Bewijs',
    heading: true,
    cell: ({ title, scope }) => (scope ? `${title} (${scope})` : title),
  },
  {
    key: 'until',
    label: 'Geldig tot',
    cell: ({ validUntil }) => (validUntil ? formatDayYear(validUntil) : 'verloopt niet'),
  },
  { key: 'basis', label: 'Rust op', cell: ({ validityBasis }) => basisWords[validityBasis] },
  {
    key: 'state',
    label: 'Stand',
    cell: ({ validUntil }) => {
      const { word, tone } = standingWords[standingOf(validUntil, today)]
      return <StateBadge tone={tone}>{word}</StateBadge>
    },
  },
]

type Props = { qualifications: Qualification[]; today: string }

/** What I hold, until when, and on what that term rests. */
export function MyQualifications({ qualifications, today }: Props) {
  return (
    <Table
      caption="Wat ik in huis heb"
      columns={columns(today)}
      rows={qualifications}
      rowKey={({ id }) => id}
    />
  )
}
