import { paths } from '#app/paths.ts'
import { formatDayYear } from '#app/ui/format.ts'
import { StateBadge } from '#app/ui/state-badge.tsx'
import { type Column, Table } from '#app/ui/table.tsx'
import { paperName, untilWords } from '../dossier-texts.ts'
import type { HeldLine } from '../holding.ts'
import { standingWords, verificationWords } from '../qualification-texts.ts'
import styles from './held-table.module.css'

export function StandBadge({ stand, verification }: Pick<HeldLine, 'stand' | 'verification'>) {
  if (verification === 'refused') return <StateBadge tone="stop">afgewezen</StateBadge>
  const { word, tone } = standingWords[stand.standing]
  return <StateBadge tone={tone}>{word}</StateBadge>
}

export function CheckBadge({ verification }: Pick<HeldLine, 'verification'>) {
  const { word, tone, sign } = verificationWords[verification]
  return (
    <StateBadge tone={tone} sign={sign}>
      {word}
    </StateBadge>
  )
}

type Line = HeldLine & {
  /** What renews it, when that is booked. */
  booked?: { title: string; startsAt: Date } | null
}

const columns = (linked: boolean): Column<Line>[] => [
  {
    key: 'title',
    label: 'Bewijs',
    heading: true,
    cell: (held) => (
      <>
        {linked ? <a href={paths.myPaper(held.id)}>{paperName(held)}</a> : paperName(held)}
        {held.booked && (
          <p className={styles.soft}>
            Ingeschreven: {held.booked.title}, {formatDayYear(held.booked.startsAt)}
          </p>
        )}
      </>
    ),
  },
  { key: 'until', label: 'Geldig', cell: ({ stand }) => untilWords(stand) },
  {
    key: 'since',
    label: 'Zonder onderbreking sinds',
    cell: ({ stand }) => (stand.since ? formatDayYear(stand.since) : '–'),
    nowrap: true,
  },
  { key: 'state', label: 'Stand', cell: (held) => <StandBadge {...held} /> },
  { key: 'check', label: 'Controle', cell: (held) => <CheckBadge {...held} /> },
]

/** What somebody holds. `linked`: to the pages of one's own papers. */
export function HeldTable({
  caption,
  held,
  linked = false,
}: {
  caption: string
  held: Line[]
  linked?: boolean
}) {
  return <Table caption={caption} columns={columns(linked)} rows={held} rowKey={({ id }) => id} />
}
