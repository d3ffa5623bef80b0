import { paths } from '#app/paths.ts'
import { ActButton } from '#app/ui/act-button.tsx'
import { AgendaItem, AgendaList } from '#app/ui/agenda-list.tsx'
import { formatTimeRange, formatWeekday } from '#app/ui/format.ts'
import { StateBadge, type Tone } from '#app/ui/state-badge.tsx'
import type { listEnrolmentMeetings } from '../my-enrolment-queries.server.ts'

type Meeting = Awaited<ReturnType<typeof listEnrolmentMeetings>>[number]

const attendanceWords = {
  present: ['aanwezig', 'ok'],
  excused: ['afgemeld', 'warn'],
  absent: ['afwezig', 'stop'],
} as const satisfies Record<string, [string, Tone]>

type Props = {
  meetings: (Meeting & { over: boolean })[]
  title: string
  /** Whether the one who looks may tell that they cannot come. */
  mayReport: boolean
}

/** The meetings of one enrolment: when, where, what was recorded, and one tap for who cannot be there. */
export function EnrolmentMeetings({ meetings, title, mayReport }: Props) {
  return (
    <AgendaList>
      {meetings.map((meeting, index) => (
        <AgendaItem
          key={meeting.id}
          day={meeting.startsAt}
          title={meetings.length > 1 ? `Bijeenkomst ${index + 1}` : title}
          meta={
            <>
              {formatTimeRange(meeting.startsAt, meeting.endsAt)}
              {meeting.place && ` · ${meeting.place}`}
              {meeting.handouts.map((handout) => (
                <span key={handout.id}>
                  {' · '}
                  <a href={paths.myHandout(handout.id)}>{handout.title}</a>
                </span>
              ))}
            </>
          }
          state={<State meeting={meeting} />}
          act={mayReport && meeting.status === 'planned' && !meeting.over && <Absence meeting={meeting} />}
        />
      ))}
    </AgendaList>
  )
}

function State({ meeting }: { meeting: Meeting & { over: boolean } }) {
  if (meeting.status === 'cancelled') return <StateBadge tone="stop">gaat niet door</StateBadge>
  if (meeting.attendance) {
    const [word, tone] = attendanceWords[meeting.attendance]
    return <StateBadge tone={tone}>{word}</StateBadge>
  }
  return meeting.absent ? <StateBadge tone="stop">je bent er niet bij</StateBadge> : null
}

function Absence({ meeting }: { meeting: Meeting }) {
  const about = { meetingId: meeting.id }
  const day = formatWeekday(meeting.startsAt)
  return meeting.absent ? (
    <ActButton act="withdraw-absence" about={about} name={`Ik kan er toch bij zijn: ${day}`}>
      Ik kan er toch bij zijn
    </ActButton>
  ) : (
    <ActButton act="report-absence" about={about} name={`Ik kan er niet bij zijn: ${day}`}>
      Ik kan er niet bij zijn
    </ActButton>
  )
}
