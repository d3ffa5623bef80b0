import { paths } from '#app/paths.ts'
import { capitalise } from '#app/ui/format.ts'
import { Section } from '#app/ui/section.tsx'
import { filterQuery } from '../catalogue-filter.ts'
import { lessonsInWords, priceInWords } from '../catalogue-texts.ts'
import { completionInWords, earningsInWords, requirementInWords } from '../completion-texts.ts'
import { netMinutesOf } from '../offering.ts'
import type { OfferingEdition, OfferingPage } from '../offering-queries.server.ts'
import styles from './offering-facts.module.css'

/** What it asks and what it earns: costs, lessons, requirements, what to bring, the rule that completes it. */
export function OfferingFacts({
  offering,
  editions,
}: {
  offering: OfferingPage
  editions: OfferingEdition[]
}) {
  const { bring, modules, requirements } = offering
  return (
    <div className={styles.sheet}>
      <Section title="Wat het oplevert">
        <Sentences sentences={earningsInWords(offering.test, offering.awards, offering.preparesFor)} />
      </Section>
      <Section title="Wanneer heb je het afgerond?">
        <Sentences sentences={completionOf(offering, editions[0])} />
      </Section>
      {requirements.length > 0 && (
        <Section title="Wat je nodig hebt">
          <ul className={styles.list}>
            {requirements.map((requirement) => (
              <li key={requirement.title}>
                {requirementInWords(requirement.title, requirement.lapsedMonthsAllowed)}
              </li>
            ))}
          </ul>
        </Section>
      )}
      {bring.length > 0 && (
        <Section title="Neem mee">
          <ul className={styles.list}>
            {bring.map((item) => (
              <li key={item}>{item}</li>
            ))}
          </ul>
        </Section>
      )}
      <Section title="Wat het kost">
        <p>{capitalise(priceInWords(offering.pricePartnersCents, offering.priceOthersCents))}.</p>
        <p>{lessonsInWords(offering.lessonsToCover)}</p>
      </Section>
      {modules.length > 0 && (
        <Section title="Examenmodules">
          <ul className={styles.list}>
            {modules.map(({ code, title }) => (
              <li key={code}>
                <a href={paths.catalogue() + filterQuery({ module: code })}>{code}</a> {title}
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Section title="Project">
        <p>
          <a href={paths.project(offering.projectNumber)}>
            {offering.projectNumber}. {offering.projectTitle}
          </a>
        </p>
      </Section>
    </div>
  )
}

/** By the rule of the next edition, because that is the one that will hold. */
function completionOf(offering: OfferingPage, next: OfferingEdition | undefined): string[] {
  const meetings = next?.meetings.filter((meeting) => !meeting.cancelled) ?? []
  return completionInWords(next ?? offering, {
    meetings: meetings.length,
    netMinutes: netMinutesOf(meetings),
  })
}

function Sentences({ sentences }: { sentences: string[] }) {
  return (
    <>
      {sentences.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </>
  )
}
