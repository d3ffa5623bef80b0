import { paths } from '#app/paths.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { Drawing } from '#app/ui/drawing.tsx'
import { drawingFor } from '#app/ui/drawing-choice.ts'
import { Eyebrow } from '#app/ui/eyebrow.tsx'
import { capitalise, formatDay, formatDayYear, formatMinutes } from '#app/ui/format.ts'
import { BackLink } from '#app/ui/text-link.tsx'
import { type Cell, TitleBlock } from '#app/ui/title-block.tsx'
import { catalogueTexts, freeInWords, kindWords, levelWords, priceInWords } from '../catalogue-texts.ts'
import { joinFacts } from '../edition-texts.ts'
import { isOpenFor, placesOf } from '../offering.ts'
import type { OfferingEdition, OfferingPage, OwnPlace } from '../offering-queries.server.ts'
import styles from './offering-head.module.css'

type Props = { offering: OfferingPage; editions: OfferingEdition[]; own: OwnPlace[]; at: Date }

/** What it is, in one sheet: title, drawing, the main act, and the title block with its facts. */
export function OfferingHead({ offering, editions, own, at }: Props) {
  const open = editions.filter((edition) => isOpenFor(placesOf(edition, at)))
  return (
    <div>
      <BackLink href={paths.catalogue()}>Aanbod</BackLink>
      <div className={styles.sheet}>
        <div className={styles.words}>
          <Eyebrow>
            {joinFacts(
              kindWords[offering.kind],
              offering.profiles.map(({ code }) => code).join(', '),
              levelWords[offering.level],
            )}
          </Eyebrow>
          <h1>{offering.title}</h1>
          <p className={styles.summary}>{offering.summary}</p>
          <MainAct offering={offering} open={open} own={own} at={at} hasDates={editions.length > 0} />
        </div>
        <div className={styles.drawing}>
          <Drawing name={drawingFor({ ...offering, profiles: offering.profiles.map(({ code }) => code) })} />
        </div>
        <div className={styles.facts}>
          <TitleBlock cells={cellsOf(offering, open[0], at)} foot />
        </div>
      </div>
    </div>
  )
}

type MainActProps = Omit<Props, 'editions'> & { open: OfferingEdition[]; hasDates: boolean }

/** One act: enrol when there is one date, otherwise choose one; without any, wait for one. */
function MainAct({ offering, open, own, at, hasDates }: MainActProps) {
  const [only, ...others] = open
  if (!only && !hasDates) {
    return <LinkButton href={paths.interest(offering.slug)}>Laat weten dat je mee wilt doen</LinkButton>
  }
  if (!only || own.some((place) => place.editionId === only.id)) {
    return (
      <LinkButton kind="secondary" href="#data">
        Bekijk de data
      </LinkButton>
    )
  }
  if (others.length > 0) return <LinkButton href="#data">Kies een datum</LinkButton>
  return (
    <LinkButton href={paths.enrol(offering.slug, only.code)}>
      {catalogueTexts.enrol(placesOf(only, at).state === 'full')}
    </LinkButton>
  )
}

function cellsOf(offering: OfferingPage, next: OfferingEdition | undefined, at: Date): Cell[] {
  const { pricePartnersCents, priceOthersCents } = offering
  const held = next?.meetings.filter((meeting) => !meeting.cancelled) ?? []
  const start: Cell[] = next?.startsAt
    ? [
        { label: 'Start', value: formatDay(next.startsAt) },
        { label: 'Plaats', value: held[0]?.site ?? held[0]?.placeNote ?? offering.organiser },
        { label: 'Vrij', value: freeInWords(placesOf(next, at), next.capacity) },
      ]
    : [{ label: 'Start', value: 'nog geen datum' }]
  const until = next?.enrolUntil
  return [
    ...start.slice(0, 1),
    { label: 'Duur', value: formatMinutes(offering.studyMinutes) },
    ...start.slice(1),
    { label: 'Kosten', value: capitalise(priceInWords(pricePartnersCents, priceOthersCents)) },
    ...(until ? [{ label: 'Inschrijven tot', value: formatDayYear(until) }] : []),
  ]
}
