import { paths } from '#app/paths.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { formatList, formatWeekday } from '#app/ui/format.ts'
import { Progress } from '#app/ui/progress.tsx'
import type { BestDates, Proposal } from '../best-dates-queries.server.ts'
import { partWords } from '../half-day.ts'
import styles from './my-interest.module.css'

type Props = { offeringId: number; best: BestDates; people: number }

/** The dates on which the most can come; each opens the form of a new edition, filled in. */
export function DateProposals({ offeringId, best, people }: Props) {
  return (
    <>
      <p>
        {best.room ? `We keken of ${best.room} vrij is` : 'Er is geen vast lokaal om naar te kijken'}
        {best.trainers.length > 0
          ? `, of ${formatList(best.trainers.map(({ name }) => name))} kan`
          : ', niet naar trainers: wie het geeft, is nog niet bekend'}
        , en naar vakanties en wat deelnemers al hebben.
        {best.meetings > 1 && ` Het zijn ${best.meetings} bijeenkomsten; dit gaat over de eerste.`}
      </p>
      <ul className={styles.list}>
        {best.proposals.map((proposal) => (
          <li key={`${proposal.day} ${proposal.parts.join()}`} className={styles.line}>
            <Progress
              label={`${formatWeekday(proposal.day)}, ${formatList(proposal.parts.map((part) => partWords[part]))}`}
              value={proposal.can}
              max={people}
            >
              {`${proposal.can} van de ${people} kunnen`}
            </Progress>
            <LinkButton
              kind="secondary"
              small
              href={planHref(offeringId, proposal, best)}
              aria-label={`Plan deze datum: ${formatWeekday(proposal.day)}`}
            >
              Plan deze datum
            </LinkButton>
          </li>
        ))}
      </ul>
    </>
  )
}

/** The form of a new edition with this date in it, and those interested asked along. */
export function planHref(offeringId: number, proposal: Proposal, best: BestDates): string {
  const query = new URLSearchParams({
    dag: proposal.day,
    van: proposal.startsAt,
    tot: proposal.endsAt,
    keer: String(best.meetings),
    uitnodigen: 'ja',
  })
  for (const { id } of best.trainers) query.append('trainer', String(id))
  return `${paths.newEdition(offeringId)}?${query}`
}
