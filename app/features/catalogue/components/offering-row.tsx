import { paths } from '#app/paths.ts'
import { Drawing } from '#app/ui/drawing.tsx'
import { drawingFor } from '#app/ui/drawing-choice.ts'
import { Eyebrow } from '#app/ui/eyebrow.tsx'
import { formatDay, formatMinutes } from '#app/ui/format.ts'
import type { CatalogueRow } from '../catalogue-queries.server.ts'
import { catalogueTexts, kindWords, levelWords } from '../catalogue-texts.ts'
import { hoursInWords, joinFacts, profilesInWords } from '../edition-texts.ts'
import { placesOf } from '../offering.ts'
import styles from './offering-row.module.css'
import { PlacesBadge } from './places-badge.tsx'

/** Offerings below each other: a drawing, what it is, and its first dates with their places. */
export function OfferingList({ rows, at, level = 2 }: { rows: CatalogueRow[]; at: Date; level?: 2 | 3 }) {
  return (
    <ul className={styles.list}>
      {rows.map((row) => (
        <OfferingRow key={row.id} offering={row} at={at} level={level} />
      ))}
    </ul>
  )
}

function OfferingRow({ offering, at, level }: { offering: CatalogueRow; at: Date; level: 2 | 3 }) {
  const Heading = level === 2 ? 'h2' : 'h3'
  const more = offering.dates - offering.editions.length
  return (
    <li className={styles.row}>
      <div className={styles.drawing}>
        <Drawing name={drawingFor(offering)} small />
      </div>
      <div className={styles.what}>
        <Eyebrow>
          {joinFacts(
            kindWords[offering.kind],
            profilesInWords(offering.profiles),
            levelWords[offering.level],
          )}
        </Eyebrow>
        <Heading className={styles.title}>
          <a href={paths.offering(offering.slug)}>{offering.title}</a>
        </Heading>
        <p>{offering.summary}</p>
        <p className={styles.facts}>{joinFacts(formatMinutes(offering.studyMinutes), offering.organiser)}</p>
      </div>
      <ul className={styles.dates}>
        {offering.editions.map((edition) => (
          <li key={edition.id}>
            <strong>{formatDay(edition.startsAt)}</strong>
            <span className={styles.hours}>{hoursInWords(edition)}</span>
            <PlacesBadge places={placesOf(edition, at)} />
          </li>
        ))}
        {more > 0 && <li className={styles.more}>{catalogueTexts.moreDates(more)}</li>}
        {offering.dates === 0 && <li className={styles.more}>{catalogueTexts.noDates}</li>}
      </ul>
    </li>
  )
}
