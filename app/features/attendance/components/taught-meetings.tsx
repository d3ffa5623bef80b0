import { placeOf } from '#app/features/catalogue/place.ts'
import { paths } from '#app/paths.ts'
import { dayOf } from '#app/platform/clock.ts'
import { AgendaItem, AgendaList } from '#app/ui/agenda-list.tsx'
import { LinkButton } from '#app/ui/button.tsx'
import { formatCount, formatList, formatTimeRange } from '#app/ui/format.ts'
import { StateBadge } from '#app/ui/state-badge.tsx'
import { recordingOpensOn } from '../attendance.ts'
import type { TaughtMeeting } from '../teaching-queries.server.ts'

type Props = { meetings: TaughtMeeting[]; now: Date; withTitle?: boolean; mainAct?: boolean }

/** Meetings with how far their attendance is, and the way to the roster. */
export function TaughtMeetings({ meetings, now, withTitle, mainAct }: Props) {
  return (
    <AgendaList>
      {meetings.map((meeting) => {
        const which = `bijeenkomst ${meeting.number} van ${meeting.count}`
        const open = recordingOpensOn(meeting) <= dayOf(now)
        return (
          <AgendaItem
            key={meeting.id}
            day={meeting.startsAt}
            title={withTitle ? meeting.title : `Bijeenkomst ${meeting.number} van ${meeting.count}`}
            // Who stands in at one meeting has no page of the whole edition.
            href={
              withTitle && meeting.trainsEdition !== false
                ? paths.teachingEdition(meeting.editionId)
                : undefined
            }
            meta={[
              formatTimeRange(meeting.startsAt, meeting.endsAt),
              placeOf(meeting),
              withTitle && which,
              meeting.isMine === false && `trainer: ${formatList(meeting.trainers ?? []) || 'nog niemand'}`,
            ]
              .filter(Boolean)
              .join(' · ')}
            state={<MeetingState meeting={meeting} open={open} />}
            act={
              open ? (
                <>
                  {mainAct && meeting.endsAt > now && (
                    <LinkButton
                      href={paths.trainerCheckIn(meeting.id)}
                      aria-label={`Inchecken bij ${meeting.title}, ${which}`}
                    >
                      Inchecken
                    </LinkButton>
                  )}
                  <LinkButton
                    small={!mainAct}
                    kind={mainAct && meeting.endsAt <= now ? 'act' : 'secondary'}
                    href={paths.roster(meeting.id)}
                    aria-label={`Presentie van ${meeting.title}, ${which}`}
                  >
                    Presentie
                  </LinkButton>
                  <LinkButton
                    small
                    kind="quiet"
                    href={paths.meetingContributions(meeting.id)}
                    aria-label={`Bijdragen van bedrijven aan ${meeting.title}, ${which}`}
                  >
                    Bijdragen
                  </LinkButton>
                  {mayStillFallOut(meeting, now) && <FallOut meeting={meeting} which={which} />}
                </>
              ) : (
                <>
                  <LinkButton
                    small
                    kind="quiet"
                    href={paths.signInSheet(meeting.id)}
                    aria-label={`Tekenlijst (PDF) van ${meeting.title}, ${which}`}
                  >
                    Tekenlijst (PDF)
                  </LinkButton>
                  {mayStillFallOut(meeting, now) && <FallOut meeting={meeting} which={which} />}
                </>
              )
            }
          />
        )
      })}
    </AgendaList>
  )
}

/** Whoever stands before it, from the day before until it is over. */
function mayStillFallOut({ isMine, startsAt, endsAt }: TaughtMeeting, now: Date): boolean {
  return isMine === true && endsAt > now && startsAt.getTime() - now.getTime() < 48 * 3_600_000
}

function FallOut({ meeting, which }: { meeting: TaughtMeeting; which: string }) {
  return (
    <LinkButton
      small
      kind="quiet"
      href={paths.trainerOut(meeting.id)}
      aria-label={`Ik val uit bij ${meeting.title}, ${which}`}
    >
      Ik val uit
    </LinkButton>
  )
}

function MeetingState({ meeting, open }: { meeting: TaughtMeeting; open: boolean }) {
  const { participants, recorded, present } = meeting
  if (!open || participants === 0) return <>{formatCount(participants, 'deelnemer', 'deelnemers')}</>
  if (recorded === 0) return <StateBadge tone="warn">nog niet ingevuld</StateBadge>
  if (recorded < participants) return <StateBadge tone="warn">nog {participants - recorded} open</StateBadge>
  return (
    <StateBadge tone="ok">
      {present} van {participants} aanwezig
    </StateBadge>
  )
}
