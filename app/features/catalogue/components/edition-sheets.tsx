import { paths } from '#app/paths.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { formatDayRange, formatList, formatMoment, formatTimeRange, formatWeekday } from '#app/ui/format.ts'
import { TextLink } from '#app/ui/text-link.tsx'
import { catalogueTexts, ownPlaceWords } from '../catalogue-texts.ts'
import { isOpenFor, type Places, placesOf } from '../offering.ts'
import type { OfferingEdition, OfferingMeeting, OfferingPage, OwnPlace } from '../offering-queries.server.ts'
import styles from './edition-sheets.module.css'
import { PlacesBadge } from './places-badge.tsx'

type Props = {
  offering: Pick<OfferingPage, 'slug' | 'organiser'>
  editions: OfferingEdition[]
  own: OwnPlace[]
  at: Date
  /** Whether the reader leads a team, and may enrol it. */
  leads: boolean
}

/** Every date one can choose, with its meetings, its places, where it is and who gives it. */
export function EditionSheets({ offering, editions, own, at, leads }: Props) {
  if (editions.length === 0) {
    return (
      <EmptyState
        title="Er zijn nog geen data"
        act={<LinkButton href={paths.interest(offering.slug)}>Laat weten dat je mee wilt doen</LinkButton>}
      >
        Zeg wanneer je kunt. Komt er een datum, dan krijg jij als eerste een plek aangeboden.
      </EmptyState>
    )
  }
  return (
    <>
      <ul className={styles.list}>
        {editions.map((edition) => (
          <Edition
            key={edition.id}
            offering={offering}
            edition={edition}
            own={own.find((place) => place.editionId === edition.id)}
            places={placesOf(edition, at)}
            leads={leads}
          />
        ))}
      </ul>
      <p>
        Past er geen datum, of is het vol?{' '}
        <TextLink href={paths.interest(offering.slug)}>Laat weten wanneer je wel kunt</TextLink>.
      </p>
    </>
  )
}

type EditionProps = {
  offering: Props['offering']
  edition: OfferingEdition
  own: OwnPlace | undefined
  places: Places
  leads: boolean
}

function Edition({ offering, edition, own, places, leads }: EditionProps) {
  const title = titleOf(edition)
  return (
    <li className={styles.sheet}>
      <div className={styles.head}>
        <h3>{title}</h3>
        <PlacesBadge places={places} />
      </div>
      {edition.meetings.length > 0 && (
        <ol className={styles.meetings}>
          {edition.meetings.map((meeting) => (
            <Meeting key={meeting.id} meeting={meeting} />
          ))}
        </ol>
      )}
      <Locations meetings={edition.meetings} />
      <p>{catalogueTexts.givenBy(formatList(trainersOf(edition)), offering.organiser)}</p>
      {edition.hasMeal && <p>{catalogueTexts.withMeal}</p>}
      <div className={styles.act}>
        {own ? (
          <p>
            <strong>{ownPlaceWords[own.status]}</strong>{' '}
            <TextLink href={paths.myEnrolment(own.enrolmentId)}>Bekijk je inschrijving</TextLink>
          </p>
        ) : (
          isOpenFor(places) && (
            <LinkButton
              href={paths.enrol(offering.slug, edition.code)}
              kind={places.state === 'full' ? 'secondary' : 'act'}
              aria-label={`${catalogueTexts.enrol(places.state === 'full')}: ${title}`}
            >
              {catalogueTexts.enrol(places.state === 'full')}
            </LinkButton>
          )
        )}
        {!own && edition.startsAt && (
          <TextLink
            href={paths.editionCalendar(offering.slug, edition.code)}
            download
            aria-label={`${catalogueTexts.toCalendar}: ${title}`}
          >
            {catalogueTexts.toCalendar}
          </TextLink>
        )}
        {leads && isOpenFor(places) && (
          <TextLink href={paths.enrolTeam(edition.id)} aria-label={`Schrijf je team in: ${title}`}>
            Schrijf je team in
          </TextLink>
        )}
        {!own && isOpenFor(places) && edition.enrolUntil && (
          <p className={styles.soft}>Inschrijven kan tot {formatMoment(edition.enrolUntil)}.</p>
        )}
      </div>
    </li>
  )
}

function titleOf({ startsAt, endsAt }: OfferingEdition): string {
  return startsAt && endsAt ? formatDayRange(startsAt, endsAt) : 'Datum volgt'
}

function Meeting({ meeting }: { meeting: OfferingMeeting }) {
  const when = `${formatWeekday(meeting.startsAt)}, ${formatTimeRange(meeting.startsAt, meeting.endsAt)}`
  return <li>{meeting.cancelled ? <del>{when} (vervalt)</del> : when}</li>
}

/** Where it is: once when all meetings are in the same room. */
function Locations({ meetings }: { meetings: OfferingMeeting[] }) {
  const places = new Map<string, OfferingMeeting>()
  for (const meeting of meetings) {
    if (!meeting.cancelled) places.set(`${meeting.site} ${meeting.room} ${meeting.placeNote}`, meeting)
  }
  return [...places].map(([key, meeting]) => (
    <address key={key} className={styles.address}>
      {meeting.site ? (
        <>
          <strong>{[meeting.site, meeting.room].filter(Boolean).join(', ')}</strong>
          <br />
          {addressOf(meeting)}
        </>
      ) : (
        (meeting.placeNote ?? 'De plaats volgt nog.')
      )}
      {meeting.site && meeting.placeNote && <p>{meeting.placeNote}</p>}
      {meeting.directions && <p className={styles.soft}>{meeting.directions}</p>}
    </address>
  ))
}

function addressOf({ street, postcode, town }: OfferingMeeting): string {
  return [street, [postcode, town].filter(Boolean).join(' ')].filter(Boolean).join(', ')
}

function trainersOf(edition: OfferingEdition): Set<string> {
  return new Set([...edition.trainers, ...edition.meetings.flatMap((meeting) => meeting.trainers)])
}
