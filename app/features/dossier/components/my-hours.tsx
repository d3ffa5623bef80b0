import { formatMinutes } from '#app/ui/format.ts'
import { Progress } from '#app/ui/progress.tsx'
import { Section } from '#app/ui/section.tsx'

/** My hours of this school year, beside what the collective agreement gives where that is known. */
export function MyHours({ minutes, entitled }: { minutes: number; entitled: number | null }) {
  if (entitled === null) {
    return (
      <Section title="Uren dit schooljaar" level={2}>
        <p>
          <strong>{formatMinutes(minutes)}</strong> sinds 1 augustus. Dit zijn de uren op je bewijzen, en de
          bijeenkomsten waar je was.
        </p>
      </Section>
    )
  }
  return (
    <Section title="Uren dit schooljaar">
      <Progress label="Sinds 1 augustus" value={minutes} max={entitled}>
        {formatMinutes(minutes)} van {formatMinutes(entitled)}. Dat laatste is het gebruikelijke aantal uit je
        cao; kijk de actuele cao na.
      </Progress>
    </Section>
  )
}
