import { paths } from '#app/paths.ts'
import { Button } from '#app/ui/button.tsx'
import { Form } from '#app/ui/form.tsx'
import { formatDayYear, formatWeekday } from '#app/ui/format.ts'
import { SelectField } from '#app/ui/select-field.tsx'
import { StateBadge } from '#app/ui/state-badge.tsx'
import { TextField } from '#app/ui/text-field.tsx'
import type { Participant } from '../completion-queries.server.ts'
import styles from './standing.module.css'

type Props = {
  participants: Participant[]
  meetings: { id: number; startsAt: Date }[]
  /** Where a missed meeting can have been made up. */
  elsewhere: { id: number; startsAt: Date; code: string }[]
  /** A meeting is still to come: nobody has failed anything yet. */
  running: boolean
  /** Nothing can be changed here any more. */
  closed: boolean
  mayDispense: boolean
}

/** Everybody who takes part: met the rule or not, what is missing in words, and what can be done about it. */
export function StandingList({ participants, ...rest }: Props) {
  return (
    <ul className={styles.list}>
      {participants.map((participant) => (
        <li key={participant.enrolmentId} className={styles.person}>
          <div className={styles.head}>
            <p className={styles.name}>
              {participant.name}
              <small>
                {aboutOf(participant)}
                {participant.certificate && (
                  <>
                    {' · '}
                    <a href={paths.certificateCheck(participant.certificate.code)}>
                      {participant.certificate.number}
                    </a>
                  </>
                )}
              </small>
            </p>
            <Standing participant={participant} running={rest.running} />
          </div>
          {!rest.running && participant.completion.missing.length > 0 && (
            <ul className={styles.missing}>
              {participant.completion.missing.map((sentence) => (
                <li key={sentence}>{sentence}</li>
              ))}
            </ul>
          )}
          {participant.dispensation && (
            <p>
              Vrijstelling van {participant.dispensation.grantedBy}: {participant.dispensation.reason}
            </p>
          )}
          {!rest.closed && <WhatCanBeDone participant={participant} {...rest} />}
        </li>
      ))}
    </ul>
  )
}

function aboutOf({ schoolName, walkIn, completion }: Participant): string {
  const parts = [schoolName, walkIn && 'zonder inschrijving', `${completion.percent}% aanwezig`]
  return parts.filter(Boolean).join(' · ')
}

function Standing({ participant, running }: { participant: Participant; running: boolean }) {
  const { completion, certificate } = participant
  if (completion.by === 'dispensation') return <StateBadge tone="ok">gehaald, met vrijstelling</StateBadge>
  if (completion.met) return <StateBadge tone="ok">gehaald</StateBadge>
  if (running) return <StateBadge>loopt nog</StateBadge>
  if (certificate) return <StateBadge tone="warn">niet gehaald, heeft al een bewijs</StateBadge>
  return <StateBadge tone="stop">nog niet gehaald</StateBadge>
}

type WhatProps = Omit<Props, 'participants' | 'closed' | 'running'> & { participant: Participant }

function WhatCanBeDone({ participant, meetings, elsewhere, mayDispense }: WhatProps) {
  const { enrolmentId: id, completion, dispensation, madeUp, missed, name } = participant
  const toMakeUp = meetings.filter((meeting) => missed.includes(meeting.id) && !madeUp.includes(meeting.id))
  const mayLetPass = mayDispense && (dispensation !== null || !completion.met)
  if (toMakeUp.length === 0 && madeUp.length === 0 && !mayLetPass) return null
  const field = (what: string) => ({ id: `${what}-${id}`, name: what })
  return (
    <details className={styles.more}>
      <summary>{mayLetPass ? 'Inhalen of vrijstellen' : 'Inhalen'}</summary>
      {madeUp.map((meetingId) => {
        const day = meetings.find((meeting) => meeting.id === meetingId)?.startsAt
        return (
          <Form bare key={meetingId}>
            <input type="hidden" name="enrolmentId" value={id} />
            <input type="hidden" name="meetingId" value={meetingId} />
            <p>{day ? formatWeekday(day) : 'Een bijeenkomst'} is ingehaald.</p>
            <Button
              small
              kind="secondary"
              name="act"
              value="withdraw-make-up"
              aria-label={`Inhalen van ${name} terugnemen`}
            >
              Neem terug
            </Button>
          </Form>
        )
      })}
      {toMakeUp.length > 0 && (
        <Form bare aria-label={`Inhalen van ${name}`}>
          <input type="hidden" name="enrolmentId" value={id} />
          <SelectField
            field={field('meetingId')}
            label="Gemiste bijeenkomst"
            choices={toMakeUp.map((meeting) => ({
              value: meeting.id,
              label: formatWeekday(meeting.startsAt),
            }))}
          />
          {elsewhere.length > 0 && (
            <SelectField
              field={field('otherMeetingId')}
              label="Ingehaald bij een andere uitvoering"
              empty="niet"
              choices={elsewhere.map((meeting) => ({
                value: meeting.id,
                label: `${formatDayYear(meeting.startsAt)} (${meeting.code})`,
              }))}
            />
          )}
          <TextField
            field={field('assignment')}
            label="Of ingehaald met een opdracht"
            hint="Welke opdracht keurde je goed?"
          />
          <Button small kind="secondary" name="act" value="make-up">
            Teken af
          </Button>
        </Form>
      )}
      {mayLetPass && (
        <Form bare aria-label={`Vrijstelling voor ${name}`}>
          <input type="hidden" name="enrolmentId" value={id} />
          {dispensation ? (
            <Button small kind="secondary" name="act" value="withdraw-dispensation">
              Trek de vrijstelling in
            </Button>
          ) : (
            <>
              <TextField field={field('reason')} label="Reden van de vrijstelling" required />
              <Button small kind="secondary" name="act" value="dispense">
                Geef vrijstelling
              </Button>
            </>
          )}
        </Form>
      )}
    </details>
  )
}
