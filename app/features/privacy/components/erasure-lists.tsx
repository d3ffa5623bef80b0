import { Section } from '#app/ui/section.tsx'
import { erasureGoes, erasureStays } from '../erasure-texts.ts'

/** What goes and what stays, before anybody presses anything. */
export function ErasureLists() {
  return (
    <>
      <Section title="Wat er weg gaat" ruled>
        <ul>
          {erasureGoes.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </Section>
      <Section title="Wat er blijft" ruled>
        <ul>
          {erasureStays.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </Section>
    </>
  )
}
