import { Timeline } from '#app/ui/timeline.tsx'
import { paperName, periodsWords } from '../dossier-texts.ts'
import type { Period } from '../validity.ts'

type Row = { id: number; title: string; scope: string | null; periods: Period[] }

type Props = { rows: Row[]; from: string; until: string; today: string }

/** When what somebody holds was valid, and until when it will be. */
export function HeldTimeline({ rows, ...span }: Props) {
  return (
    <Timeline
      caption="Wanneer je bewijzen geldig waren en zijn"
      labelName="Bewijs"
      wordsName="Geldig"
      rows={rows.map((row) => ({
        key: row.id,
        label: paperName(row),
        stretches: row.periods,
        words: periodsWords(row.periods),
      }))}
      {...span}
    />
  )
}
