import { statusWords } from '#app/features/enrolment/enrolment-texts.ts'
import { paths } from '#app/paths.ts'
import { ActButton } from '#app/ui/act-button.tsx'
import { AgendaItem, AgendaList } from '#app/ui/agenda-list.tsx'
import { formatTimeRange, formatWeekday } from '#app/ui/format.ts'
import { StateBadge } from '#app/ui/state-badge.tsx'
import type { listMyMeetings } from '../mine-queries.server.ts'

type Meeting = Awaited<ReturnType<typeof listMyMeetings>>[number]

/** My meetings to come, with one tap for who cannot be there. */
export function MyAgenda({ meetings }: { meetings: Meeting[] }) {
  return (
    <AgendaList>
      {meetings.map((meeting) => (
        <AgendaItem
          key={`${meeting.meetingId}`}
          day={meeting.startsAt}
          title={meeting.title}
          href={paths.myEnrolment(meeting.enrolmentId)}
          meta={<Meta meeting={meeting} />}
          state={<State meeting={meeting} />}
          act={<Absence meeting={meeting} />}
        />
      ))}
    </AgendaList>
  )
}

function Meta({ meeting }: { meeting: Meeting }) {
  const { startsAt, endsAt, place, number, total, handouts } = meeting
  const words = [
    formatTimeRange(startsAt, endsAt),
    place,
    total > 1 ? `bijeenkomst ${number} van ${total}` : '',
  ].filter(Boolean)
  return (
    <>
      {words.join(' · ')}
      {handouts.map(({ id, title }) => (
        <span key={id}>
          {' · '}
          <a href={paths.myHandout(id)}>{title}</a>
        </span>
      ))}
    </>
  )
}

function State({ meeting }: { meeting: Meeting }) {
  if (meeting.absent) return <StateBadge tone="stop">je bent er niet bij</StateBadge>
  const { word, tone } = statusWords[meeting.status]
  return <StateBadge tone={tone}>{word}</StateBadge>
}

function Absence({ meeting }: { meeting: Meeting }) {
  if (meeting.status !== 'confirmed' && meeting.status !== 'requested') return null
  const about = { enrolmentId: meeting.enrolmentId, meetingId: meeting.meetingId }
  const what = `${meeting.title}, ${formatWeekday(meeting.startsAt)}`
  return meeting.absent ? (
    <ActButton act="withdraw-absence" about={about} name={`Ik kan er toch bij zijn: ${what}`}>
      Ik kan er toch bij zijn
    </ActButton>
  ) : (
    <ActButton act="report-absence" about={about} name={`Ik kan er niet bij zijn: ${what}`}>
      Ik kan er niet bij zijn
    </ActButton>
  )
}
