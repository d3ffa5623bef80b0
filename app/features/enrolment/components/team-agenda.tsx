import { paths } from '#app/paths.ts'
import { AgendaItem, AgendaList } from '#app/ui/agenda-list.tsx'
import { formatCount, formatDayRange } from '#app/ui/format.ts'
import { TextLink } from '#app/ui/text-link.tsx'
import { statusWords } from '../enrolment-texts.ts'
import type { TeamEdition } from '../team-queries.server.ts'

/** What the team goes to from now on: which days, and who. */
export function TeamAgenda({ editions }: { editions: TeamEdition[] }) {
  return (
    <AgendaList>
      {editions.map((edition) => (
        <AgendaItem
          key={edition.id}
          day={edition.startsAt}
          title={edition.title}
          meta={
            <>
              {edition.meetings > 1 &&
                `${formatCount(edition.meetings, 'bijeenkomst', 'bijeenkomsten')}, ${formatDayRange(edition.startsAt, edition.endsAt)} · `}
              {edition.people.map((person, index) => (
                <Person key={person.enrolmentId} person={person} first={index === 0} title={edition.title} />
              ))}
            </>
          }
        />
      ))}
    </AgendaList>
  )
}

type PersonProps = { person: TeamEdition['people'][number]; first: boolean; title: string }

function Person({ person, first, title }: PersonProps) {
  const { enrolmentId, name, status } = person
  return (
    <>
      {!first && ', '}
      <TextLink href={paths.myEnrolment(enrolmentId)} aria-label={`${name}: ${title}`}>
        {name}
      </TextLink>
      {status !== 'confirmed' && ` (${statusWords[status].word})`}
    </>
  )
}
