import { Section } from '#app/ui/section.tsx'
import { audienceInWords } from '../catalogue-texts.ts'
import type { OfferingPage } from '../offering-queries.server.ts'
import styles from './offering-texts.module.css'

/** What one learns, what happens, and for whom it is meant. */
export function OfferingTexts({ offering }: { offering: OfferingPage }) {
  const { learn, description, audience, audienceNote } = offering
  const paragraphs = description.split(/\n\s*\n/).filter((paragraph) => paragraph.trim() !== '')
  return (
    <>
      {learn.length > 0 && (
        <Section title="Wat je leert" intro="Na afloop kun je:">
          <ul className={styles.list}>
            {learn.map((item) => (
              <li key={item}>{item}</li>
            ))}
          </ul>
        </Section>
      )}
      {paragraphs.length > 0 && (
        <Section title="Wat je gaat doen">
          {paragraphs.map((paragraph) => (
            <p key={paragraph}>{paragraph}</p>
          ))}
        </Section>
      )}
      {(audienceNote || audience.length > 0) && (
        <Section title="Voor wie">
          <p>{audienceNote || `Voor ${audienceInWords(audience)}.`}</p>
        </Section>
      )}
    </>
  )
}
