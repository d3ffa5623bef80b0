import { useCallback, useEffect, useRef } from 'react'
import { paths } from '#app/paths.ts'
import { Button } from '#app/ui/button.tsx'
import { formatCount, formatTime } from '#app/ui/format.ts'
import type { Attendance } from '../attendance.ts'
import { describeAttendance } from '../attendance-texts.ts'
import type { RosterRow } from '../roster-queries.server.ts'
import { shown } from '../roster-state.ts'
import styles from './roster.module.css'
import { RosterLine } from './roster-row.tsx'
import { SendingLine } from './sending-line.tsx'
import { useRoster } from './use-roster.ts'

type Props = {
  meeting: { id: number; title: string; number: number; startsAt: Date; lengthMinutes: number }
  personId: number
  rows: RosterRow[]
  /** The edition was closed: nothing goes out by itself, and a change needs a reason. */
  closed: boolean
  /** Shows the minutes and notes of everybody: for who has no script. */
  full: boolean
  /** What could not be saved of a form without script, by person. */
  problems: { enrolmentId: number; sentence: string; yours?: Attendance }[]
}

/** The roster of a meeting: a form that works as it is, and comes alive on a phone. */
export function Roster({ meeting, personId, rows, closed, full, problems }: Props) {
  const { id, startsAt, lengthMinutes } = meeting
  const url = paths.rosterMarks(id)
  const { state, sending, live, keeps, choose, settle } = useRoster(
    { id, personId, url, live: !closed },
    rows,
  )
  const start = new Date(startsAt).getTime()
  const lateNow = useCallback(() => minutesLate(start, lengthMinutes), [start, lengthMinutes])
  const form = useRef<HTMLFormElement>(null)
  // What was tapped before scripts ran shows as chosen, and no further tap on it would tell: take it over.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, before React sets the radio buttons to what it knows
  useEffect(() => {
    if (closed || !form.current) return
    for (const radio of form.current.querySelectorAll<HTMLInputElement>('input[type="radio"]:checked')) {
      const enrolmentId = Number(radio.name.slice(1))
      const value = shown(state, enrolmentId)
      if (radio.value !== choiceOf(value)) choose(enrolmentId, attendanceOf(radio.value, value, lateNow))
    }
  }, [])
  const values = rows.map((row) => shown(state, row.id))
  const present = values.filter((value) => value?.state === 'present').length
  const open = values.filter((value) => value === null).length

  const everyone = () => {
    for (const row of rows) {
      if (shown(state, row.id)) continue
      const expected = row.absenceNotice === null ? 'present' : 'excused'
      choose(row.id, { state: expected, minutesLate: 0, minutesLeftEarly: 0, note: null })
    }
  }
  return (
    <form
      ref={form}
      method="post"
      // A browser that fills in again what was chosen before a reload would have it recorded.
      autoComplete="off"
      className={styles.roster}
      aria-label="Presentielijst"
    >
      <input
        type="hidden"
        name="basis"
        value={rows.map((row) => `${row.id}:${row.recorded?.version ?? 0}`).join(' ')}
      />
      <header className={styles.head}>
        <h2>
          {meeting.title}, bijeenkomst {meeting.number}
        </h2>
        <p role="status">
          {formatCount(rows.length, 'deelnemer', 'deelnemers')} · {present} aanwezig
          {open > 0 && ` · ${open} nog open`}
        </p>
        {!closed && (
          <Button
            wide
            kind={open > 0 ? 'act' : 'secondary'}
            name="act"
            value="everyone"
            {...(live && { type: 'button', onClick: everyone })}
          >
            Iedereen aanwezig
          </Button>
        )}
      </header>
      {!full && (
        <noscript>
          <p className={styles.head}>
            <a href="?alles">Toon bij iedereen de minuten en de notitie</a>
          </p>
        </noscript>
      )}
      <ul className={styles.rows}>
        {rows.map((row, index) => {
          const theirs = state.conflicts.get(row.id)
          const returned = problems.find(({ enrolmentId }) => enrolmentId === row.id)
          const problem = state.refused.get(row.id) ?? returned?.sentence
          return (
            <RosterLine
              key={row.id}
              row={row}
              value={
                state.unsent.has(row.id)
                  ? (values[index] ?? null)
                  : (returned?.yours ?? values[index] ?? null)
              }
              waiting={state.unsent.has(row.id)}
              onChoose={closed ? undefined : choose}
              lateNow={lateNow}
              live={live}
              startOpen={full || returned !== undefined}
              historyUrl={paths.attendanceHistory(id, row.id)}
            >
              {theirs && (
                <Choice
                  name={row.name}
                  theirs={theirs}
                  mine={state.unsent.get(row.id)}
                  onSettle={(keep) => settle(row.id, keep)}
                />
              )}
              {problem && (
                <p className={styles.problem} role="alert">
                  {problem}
                </p>
              )}
            </RosterLine>
          )
        })}
      </ul>
      <footer className={styles.foot}>
        {closed && (
          <label className={styles.reason}>
            Reden van de wijziging
            <input name="reason" required maxLength={500} autoComplete="off" />
          </label>
        )}
        {live ? (
          <SendingLine sending={sending} unsent={state.unsent.size} keeps={keeps} backTo={paths.roster(id)} />
        ) : (
          <Button wide kind={closed ? 'act' : 'secondary'} name="act" value="save">
            Bewaar
          </Button>
        )}
      </footer>
    </form>
  )
}

type Theirs = Attendance & { recordedByName: string | null; recordedAt: string | null }
type ChoiceProps = {
  name: string
  theirs: Theirs
  mine: Attendance | undefined
  onSettle: (keep: 'mine' | 'theirs') => void
}

/** Two people recorded the same person: both states, and whoever came later chooses. */
export function Choice({ name, theirs, mine, onSettle }: ChoiceProps) {
  return (
    <div className={styles.conflict} role="alert">
      <p>
        {theirs.recordedByName ?? 'Iemand anders'} vulde dit ondertussen in
        {theirs.recordedAt && ` om ${formatTime(new Date(theirs.recordedAt))} uur`}:{' '}
        {describeAttendance(theirs)}.{mine && ` Jij koos: ${describeAttendance(mine)}.`}
      </p>
      <Button
        small
        kind="secondary"
        type="button"
        onClick={() => onSettle('theirs')}
        aria-label={`Laat het zo voor ${name}`}
      >
        Laat het zo
      </Button>
      <Button
        small
        kind="secondary"
        type="button"
        onClick={() => onSettle('mine')}
        aria-label={`Neem mijn keuze voor ${name}`}
      >
        Neem mijn keuze
      </Button>
    </div>
  )
}

const choiceOf = (value: Attendance | null): string | undefined =>
  value === null
    ? undefined
    : value.state !== 'present'
      ? 'absent'
      : value.minutesLate > 0
        ? 'late'
        : 'present'

function attendanceOf(choice: string, value: Attendance | null, lateNow: () => number): Attendance {
  const base = value ?? { state: 'present', minutesLate: 0, minutesLeftEarly: 0, note: null }
  if (choice === 'absent') return { ...base, state: 'absent' }
  return { ...base, state: 'present', minutesLate: choice === 'late' ? lateNow() : 0 }
}

/** How late somebody is who comes in now, by steps of five; ten where the meeting is not under way. */
function minutesLate(start: number, lengthMinutes: number): number {
  const passed = Math.round((Date.now() - start) / 300_000) * 5
  return passed > 0 && passed < lengthMinutes ? passed : 10
}
