import { paths } from '#app/paths.ts'
import { formatWeekday } from '#app/ui/format.ts'
import { TextLink } from '#app/ui/text-link.tsx'

export type OtherDate = { code: string; slug: string; startsAt: Date | null; isFull: boolean }

/** What to do instead: the other dates there are, or the offer. */
export function OtherDates({ dates, slug }: { dates: OtherDate[]; slug: string }) {
  if (dates.length === 0) {
    return (
      <p>
        Er is nog geen andere datum. <TextLink href={paths.offering(slug)}>Bekijk dit aanbod</TextLink> of{' '}
        <TextLink href={paths.catalogue()}>zoek iets anders</TextLink>.
      </p>
    )
  }
  return (
    <ul>
      {dates.map((date) => (
        <li key={date.code}>
          <TextLink href={paths.enrol(date.slug, date.code)}>
            {date.startsAt ? formatWeekday(date.startsAt) : date.code}
          </TextLink>
          {date.isFull ? ' (vol, er is een wachtlijst)' : ''}
        </li>
      ))}
    </ul>
  )
}
