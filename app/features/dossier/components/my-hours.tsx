import { paths } from '#app/paths.ts'
import { formatMinutes } from '#app/ui/format.ts'
import { Progress } from '#app/ui/progress.tsx'
import { Section } from '#app/ui/section.tsx'

type Props = {
  minutes: number
  /** How many of those came from a list, from before the portal. */
  takenOver: number
  entitled: number | null
}

/** My hours of this school year, beside what the collective agreement gives where that is known. */
export function MyHours({ minutes, takenOver, entitled }: Props) {
  const before =
    takenOver > 0 && ` Daarvan ${formatMinutes(takenOver)} overgenomen uit eerdere administratie.`
  if (entitled === null) {
    return (
      <Section title="Uren dit schooljaar" act={<a href={paths.myHours()}>Urenkaart</a>}>
        <p>
          <strong>{formatMinutes(minutes)}</strong> sinds 1 augustus. Dit zijn de uren op je bewijzen, en de
          bijeenkomsten waar je was.{before}
        </p>
      </Section>
    )
  }
  return (
    <Section title="Uren dit schooljaar" act={<a href={paths.myHours()}>Urenkaart</a>}>
      <Progress label="Sinds 1 augustus" value={minutes} max={entitled}>
        {formatMinutes(minutes)} van {formatMinutes(entitled)}. Dat laatste is het gebruikelijke aantal uit je
        cao; kijk de actuele cao na.{before}
      </Progress>
    </Section>
  )
}
