import { useCallback, useState } from 'react'
import { Choice } from '#app/features/attendance/components/roster.tsx'
import { SendingLine } from '#app/features/attendance/components/sending-line.tsx'
import { useRoster } from '#app/features/attendance/components/use-roster.ts'
import { shown as valueShown } from '#app/features/attendance/roster-state.ts'
import { paths } from '#app/paths.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { StateBadge } from '#app/ui/state-badge.tsx'
import { minutesLateAt } from '../check-in.ts'
import { readParticipantQr } from '../check-in-code.ts'
import type { CheckInNews, Standing } from '../check-in-standing.ts'
import { CodeBoard } from './code-board.tsx'
import { ParticipantScanner } from './participant-scanner.tsx'
import { type Line, PeopleList } from './people-list.tsx'
import styles from './trainer-check-in.module.css'
import { useCodes } from './use-codes.ts'
import { useServerClock } from './use-server-clock.ts'
import { useStanding } from './use-standing.ts'
import { WaitingCheckIns } from './waiting-check-ins.tsx'

type Props = {
  meeting: { id: number; startsAt: Date | string; endsAt: Date | string }
  personId: number
  first: Standing
  secret: string
  firstCode: string
  origin: string
}

/** The trainer's page at the door: the code, who is in, and what waits for a tap. It goes on without a network. */
export function TrainerCheckIn({ meeting, personId, first, secret, firstCode, origin }: Props) {
  const { id } = meeting
  const clock = useServerClock()
  const { codes, shown } = useCodes(secret, clock.now, firstCode)
  const roster = useRoster({ id, personId, url: paths.rosterMarks(id), live: true }, first.rows)
  const { state, live, choose, refresh } = roster
  const onStanding = useCallback(({ rows }: Standing) => refresh(rows), [refresh])
  const { standing, connected } = useStanding({
    url: paths.checkInStanding(id),
    first,
    onStanding,
    onClock: clock.measure,
  })
  const [said, setSaid] = useState('')
  const [answered, setAnswered] = useState<ReadonlySet<number>>(new Set())
  const times = { startsAt: new Date(meeting.startsAt), endsAt: new Date(meeting.endsAt) }

  const present = (enrolmentId: number, minutesLate: number) =>
    choose(enrolmentId, { state: 'present', minutesLate, minutesLeftEarly: 0, note: null })
  // Recording somebody answers their check-in; also without a network.
  const answer = ({ enrolmentId, minutesLate }: CheckInNews, wasThere: boolean) => {
    setAnswered(new Set([...answered, enrolmentId]))
    if (wasThere) present(enrolmentId, minutesLate)
    else choose(enrolmentId, { state: 'absent', minutesLate: 0, minutesLeftEarly: 0, note: null })
  }
  const here = (enrolmentId: number) => present(enrolmentId, minutesLateAt(times, clock.now()))
  const read = async (text: string) => {
    const found = readParticipantQr(text)
    const row = found && standing.rows.find((row) => row.id === found.enrolmentId)
    const ours = found && found.meetingId === id && (await codes?.isParticipant(found))
    if (!ours || !row) {
      setSaid(ours ? 'Deze deelnemer staat niet op de lijst.' : 'Dit is geen code voor deze bijeenkomst.')
    } else if (valueShown(state, row.id)?.state === 'present') setSaid(`${row.name} was al ingecheckt.`)
    else {
      here(row.id)
      setSaid(`${row.name} is er.`)
    }
  }

  const newsOf = new Map(standing.checkIns.map((news) => [news.enrolmentId, news]))
  const lines = standing.rows.map((row): Line => {
    const theirs = state.conflicts.get(row.id)
    const settle = (keep: 'mine' | 'theirs') => roster.settle(row.id, keep)
    return {
      row,
      value: valueShown(state, row.id),
      unsent: state.unsent.has(row.id),
      news: newsOf.get(row.id),
      trouble: theirs ? (
        <Choice name={row.name} theirs={theirs} mine={state.unsent.get(row.id)} onSettle={settle} />
      ) : (
        state.refused.has(row.id) && <p role="alert">{state.refused.get(row.id)}</p>
      ),
    }
  })
  const waiting = lines.flatMap(({ row, value, news }) =>
    news?.state === 'to_confirm' && !answered.has(row.id) && value?.state !== 'present'
      ? [{ row, news, recorded: value }]
      : [],
  )
  const count = lines.filter(({ value }) => value?.state === 'present').length
  return (
    <div className={styles.door}>
      <CodeBoard meetingId={id} origin={origin} shown={shown} live={live} />
      <div className={styles.side}>
        <p className={styles.count} role="status">
          <strong>
            {count} van {lines.length}
          </strong>{' '}
          binnen
        </p>
        {!connected && (
          <StateBadge tone="warn">geen verbinding; de code en je vinkjes werken door</StateBadge>
        )}
        <SendingLine
          sending={roster.sending}
          unsent={state.unsent.size}
          keeps={roster.keeps}
          backTo={paths.trainerCheckIn(id)}
        />
        <WaitingCheckIns waiting={waiting} {...(live && { onAnswer: answer })} />
        {live && <ParticipantScanner onRead={read} said={said} />}
        <PeopleList lines={lines} live={live} onHere={here} />
        <p>
          <LinkButton kind="quiet" href={paths.roster(id)}>
            Presentie, of iemand zonder inschrijving
          </LinkButton>
        </p>
      </div>
    </div>
  )
}
