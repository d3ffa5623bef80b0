import { type ChangeEvent, memo, type ReactNode, useEffect, useState } from 'react'
import { classes } from '#app/ui/classes.ts'
import type { Attendance } from '../attendance.ts'
import type { RosterRow } from '../roster-queries.server.ts'
import styles from './roster.module.css'
import { RowHistory } from './row-history.tsx'

type Props = {
  row: RosterRow
  /** What is chosen or recorded; null with nothing. */
  value: Attendance | null
  waiting: boolean
  /** Undefined where the form is sent as it is: no script, or a correction with its reason. */
  onChoose: ((enrolmentId: number, attendance: Attendance) => void) | undefined
  /** Minutes since the start, for who comes in now. */
  lateNow: () => number
  /** Once scripts run, 'Meer' opens here; before that it is a link to the page with everything open. */
  live: boolean
  startOpen: boolean
  /** The page with all changes of this person here. */
  historyUrl: string
  /** A conflict to choose about, or why this could not be saved. */
  children?: ReactNode
}

/** One person: here, late or not, within a thumb's reach; the rest under 'Meer'. */
export const RosterLine = memo(function RosterLine(props: Props) {
  const { row, value, waiting, onChoose, historyUrl, children } = props
  const { id } = row
  const [open, setOpen] = useState(props.startOpen)
  const about = `Meer over ${row.name}`
  const late = value?.state === 'present' && value.minutesLate > 0
  const early = value?.state === 'present' ? value.minutesLeftEarly : 0
  // Who said beforehand that they would not come is excused as soon as they are marked absent.
  const excused = value ? value.state === 'excused' : row.absenceNotice !== null
  const base: Attendance = value ?? { state: 'present', minutesLate: 0, minutesLeftEarly: 0, note: null }
  const choose = onChoose && ((change: Partial<Attendance>) => onChoose(id, { ...base, ...change }))
  const radio = (choice: string, checked: boolean, change: () => Partial<Attendance>) => ({
    name: `s${id}`,
    value: choice,
    ...(choose ? { checked, onChange: () => choose(change()) } : { defaultChecked: checked }),
  })
  const minutes = (name: string, amount: number, change: (typed: number) => Partial<Attendance>) => ({
    name: `${name}${id}`,
    inputMode: 'numeric' as const,
    maxLength: 4,
    autoComplete: 'off',
    ...(choose
      ? {
          value: amount || '',
          onChange: (event: ChangeEvent<HTMLInputElement>) =>
            choose(change(wholeMinutes(event.target.value))),
        }
      : { defaultValue: amount || '' }),
  })
  return (
    <li className={classes(styles.row, waiting && styles.waiting)}>
      <fieldset className={styles.line}>
        <legend className={styles.who}>
          {row.name}
          <small>{aboutOf(row)}</small>
        </legend>
        <div className={styles.choices}>
          <label className={styles.here}>
            <input
              type="radio"
              {...radio('present', value?.state === 'present' && !late, () => ({
                state: 'present',
                minutesLate: 0,
              }))}
            />
            Er{early > 0 && ` −${early}′`}
          </label>
          <label className={styles.late}>
            <input
              type="radio"
              {...radio('late', late, () => {
                setOpen(true)
                return { state: 'present', minutesLate: props.lateNow() }
              })}
            />
            Laat{late && ` ${value.minutesLate}′`}
          </label>
          <label className={styles.not}>
            <input
              type="radio"
              {...radio('absent', value !== null && value.state !== 'present', () => ({
                state: excused ? 'excused' : 'absent',
              }))}
            />
            {value?.state === 'excused' ? 'Afgemeld' : 'Niet'}
          </label>
        </div>
        {children}
        <p className={styles.more}>
          {props.live ? (
            <button type="button" aria-expanded={open} aria-label={about} onClick={() => setOpen(!open)}>
              {open ? 'Minder' : 'Meer'}
            </button>
          ) : (
            !open && (
              <a href="?alles" aria-label={about}>
                Meer
              </a>
            )
          )}
          {value?.note && <q>{value.note}</q>}
        </p>
        {open && (
          <div className={styles.details}>
            <label>
              Minuten te laat
              <input
                {...minutes('l', value?.minutesLate ?? 0, (typed) => ({
                  state: 'present',
                  minutesLate: typed,
                }))}
              />
            </label>
            <label>
              Minuten eerder weg
              <input {...minutes('e', early, (typed) => ({ state: 'present', minutesLeftEarly: typed }))} />
            </label>
            <label className={styles.tick}>
              <input
                type="checkbox"
                name={`x${id}`}
                {...(choose
                  ? {
                      checked: excused && value?.state !== 'present',
                      onChange: (event) =>
                        choose({ state: event.currentTarget.checked ? 'excused' : 'absent' }),
                    }
                  : { defaultChecked: excused })}
              />
              Niet, en had zich afgemeld
            </label>
            <NoteField
              name={`n${id}`}
              note={value?.note ?? ''}
              onNote={choose && ((note) => choose({ note }))}
            />
            <RowHistory url={historyUrl} live={choose !== undefined} />
          </div>
        )}
      </fieldset>
    </li>
  )
})

/** Keeps what is being typed as it is typed; only the tidy text is a note. */
function NoteField({ name, note, onNote }: { name: string; note: string; onNote?: (note: string) => void }) {
  const [typed, setTyped] = useState(note)
  useEffect(() => setTyped((now) => (now.trim() === note ? now : note)), [note])
  return (
    <label className={styles.note}>
      Notitie
      <input
        name={name}
        maxLength={500}
        autoComplete="off"
        {...(onNote
          ? {
              value: typed,
              onChange: (event: ChangeEvent<HTMLInputElement>) => {
                setTyped(event.target.value)
                onNote(event.target.value)
              },
            }
          : { defaultValue: note })}
      />
    </label>
  )
}

function aboutOf(row: RosterRow): string {
  const parts = [
    row.school,
    row.kind === 'walk_in' && 'zonder inschrijving',
    row.kind === 'requested' && 'aanvraag nog niet goedgekeurd',
    row.absenceNotice !== null && `kan niet komen${row.absenceNotice && `: “${row.absenceNotice}”`}`,
  ]
  return parts.filter(Boolean).join(' · ')
}

const wholeMinutes = (typed: string): number =>
  Math.min(1440, Number(typed.replace(/\D/g, '').slice(0, 4)) || 0)
