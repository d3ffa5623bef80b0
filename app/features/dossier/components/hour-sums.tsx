import { formatMinutes } from '#app/ui/format.ts'
import { Progress } from '#app/ui/progress.tsx'
import { Stats } from '#app/ui/stat.tsx'
import type { HourSums as Sums } from '../hour-card.ts'

type Props = { sums: Sums; entitled: number | null }

/** The hours of a year in a few numbers; each opens to its rows below. */
export function HourSums({ sums, entitled }: Props) {
  return (
    <>
      <Stats
        items={[
          {
            label: 'Recht',
            value: entitled === null ? 'niet bekend' : formatMinutes(entitled),
            href: '#recht',
          },
          { label: 'Gedaan', value: formatMinutes(sums.total), href: '#regels' },
          { label: 'Eigen keuze', value: formatMinutes(sums.ownChoice), href: '#regels' },
          { label: 'In opdracht', value: formatMinutes(sums.assigned), href: '#regels' },
          ...(sums.unknown > 0
            ? [{ label: 'Overgenomen', value: formatMinutes(sums.unknown), href: '#regels' }]
            : []),
        ]}
      />
      {entitled !== null && (
        <Progress label="Gedaan" value={sums.total} max={entitled}>
          {formatMinutes(sums.total)} van {formatMinutes(entitled)}
        </Progress>
      )}
    </>
  )
}
