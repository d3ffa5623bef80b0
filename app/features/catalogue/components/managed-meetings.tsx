import { paths } from '#app/paths.ts'
import { AgendaItem, AgendaList } from '#app/ui/agenda-list.tsx'
import { LinkButton } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { capitalise, formatCount, formatList, formatTimeRange } from '#app/ui/format.ts'
import { StateBadge } from '#app/ui/state-badge.tsx'
import { placeOf } from '../place.ts'

type Meeting = {
  id: number
  startsAt: Date
  endsAt: Date
  breakMinutes: number
  status: 'planned' | 'cancelled'
  cancelledReason: string | null
  room: string | null
  site: string | null
  organisation: string | null
  placeNote: string | null
  trainers: string[]
}

type Props = { meetings: Meeting[]; changeable: boolean; now: Date }

const trainerAct = ({ trainers }: Meeting) => (trainers.length > 0 ? 'Trainer valt uit' : 'Kies een trainer')

/** The meetings of an edition for who plans them, each with the way to move or cancel it. */
export function ManagedMeetings({ meetings, changeable, now }: Props) {
  if (meetings.length === 0) {
    return <EmptyState title="Nog geen bijeenkomsten">Voeg er een toe om te kunnen openen.</EmptyState>
  }
  return (
    <AgendaList>
      {meetings.map((meeting, index) => (
        <AgendaItem
          key={meeting.id}
          day={meeting.startsAt}
          title={`Bijeenkomst ${index + 1}: ${formatTimeRange(meeting.startsAt, meeting.endsAt)}`}
          meta={[
            capitalise(placeOf(meeting)),
            meeting.breakMinutes > 0 && `pauze ${formatCount(meeting.breakMinutes, 'minuut', 'minuten')}`,
            meeting.trainers.length > 0 ? formatList(meeting.trainers) : 'nog geen trainer',
          ]
            .filter(Boolean)
            .join(' · ')}
          state={
            meeting.status === 'cancelled' && (
              <StateBadge tone="stop">vervalt: {meeting.cancelledReason ?? 'zonder reden'}</StateBadge>
            )
          }
          act={
            meeting.status === 'planned' && (
              <>
                {changeable && (
                  <LinkButton
                    kind="quiet"
                    small
                    href={paths.changeMeeting(meeting.id)}
                    aria-label={`Bijeenkomst ${index + 1} verplaatsen of laten vervallen`}
                  >
                    Wijzig
                  </LinkButton>
                )}
                {changeable && meeting.endsAt > now && (
                  <LinkButton
                    kind="quiet"
                    small
                    href={paths.trainerOut(meeting.id)}
                    aria-label={`Bijeenkomst ${index + 1}: ${trainerAct(meeting).toLowerCase()}`}
                  >
                    {trainerAct(meeting)}
                  </LinkButton>
                )}
                <LinkButton
                  kind="quiet"
                  small
                  href={paths.meetingContributions(meeting.id)}
                  aria-label={`Bijdragen van bedrijven aan bijeenkomst ${index + 1}`}
                >
                  Bijdragen
                </LinkButton>
              </>
            )
          }
        />
      ))}
    </AgendaList>
  )
}
