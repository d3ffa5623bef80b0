import { consequences } from '#app/features/enrolment/components/decision-sheet.tsx'
import { paths } from '#app/paths.ts'
import { ActItem } from '#app/ui/act-list.tsx'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { filterField } from '#app/ui/filter-field.ts'
import { Form } from '#app/ui/form.tsx'
import { formatCount, formatDayRange, formatDayYear, formatTimeRange, formatWeekday } from '#app/ui/format.ts'
import { SelectField } from '#app/ui/select-field.tsx'
import { StateBadge } from '#app/ui/state-badge.tsx'
import type { MeetingWork } from '../desk-post-queries.server.ts'
import type { EditionWork } from '../desk-queries.server.ts'
import { DeskButton, type DeskReply, DeskText } from './desk-forms.tsx'

/** The decide-day: it goes ahead with one press, or it doesn't, with a reason; who hears of it is told before. */
export function DeskDecision({ row, reply }: { row: EditionWork; reply: DeskReply }) {
  const short = row.minimum - row.told
  const name = `${row.title}, ${row.code}`
  return (
    <ActItem
      title={name}
      href={paths.manageEdition(row.id)}
      state={
        <StateBadge tone={short > 0 ? 'warn' : 'ok'}>
          {row.told} van minstens {row.minimum}
          {short > 0 && `, nog ${short} nodig`}
        </StateBadge>
      }
      acts={
        <DeskButton act="go-ahead" id={row.id} name={`${name} gaat door`}>
          Gaat door
        </DeskButton>
      }
      more={
        <DeskText
          act="cancel"
          id={row.id}
          fold="Gaat niet door"
          field="reason"
          label="Waarom niet?"
          hint={`${formatCount(row.told + row.unanswered + row.waiting, 'mens leest', 'mensen lezen')} dit, met de andere data erbij.`}
          button="Gaat niet door"
          name={`${name} gaat niet door`}
          reply={reply}
        />
      }
    >
      <p>
        Begint {formatWeekday(row.startsAt)}
        {row.decideOn && ` · beslisdag ${formatDayYear(row.decideOn)}`}
        {row.waiting > 0 && ` · ${row.waiting} op de wachtlijst`}
        {row.requested > 0 && ` · ${row.requested} wachten op hun team`}
        {row.unanswered + row.reserved > 0 && ` · ${row.unanswered + row.reserved} moeten nog antwoorden`}
      </p>
      {row.late && (
        <p>
          <StateBadge tone="stop">te laat: de beslisdag is geweest</StateBadge>
        </p>
      )}
      <p>{consequences({ ...row, held: row.told })}</p>
    </ActItem>
  )
}

/** A meeting before which nobody stands: who is free then can be chosen here. */
export function DeskMeeting({ row, reply }: { row: MeetingWork; reply: DeskReply }) {
  const typed = reply?.initialValue
  const mine = typed?.act === 'assign-trainer' && typed?.id === String(row.id)
  const errors = mine ? (reply?.error?.personId ?? undefined) : undefined
  const choices = row.choices ?? []
  return (
    <ActItem
      title={row.title}
      href={paths.manageEdition(row.editionId)}
      state={<StateBadge tone="stop">{formatWeekday(row.startsAt)}</StateBadge>}
      acts={
        <LinkButton
          kind="quiet"
          small
          href={paths.trainerOut(row.id)}
          aria-label={`Regel het voor ${row.title}`}
        >
          Bekijk wie er kan, of laat vervallen
        </LinkButton>
      }
      more={
        choices.length === 0 ? (
          <p>Op die tijd is geen enkele trainer vrij. Verzet de bijeenkomst of vraag iemand anders.</p>
        ) : (
          <Form bare>
            <input type="hidden" name="act" value="assign-trainer" />
            <input type="hidden" name="id" value={row.id} />
            <SelectField
              field={{ ...filterField('personId', ''), id: `trainer-${row.id}`, errors }}
              label="Wie staat ervoor?"
              empty="Kies wie er dan vrij is"
              choices={choices.map(({ id, name }) => ({ value: id, label: name }))}
            />
            <p>
              <Button kind="secondary" small aria-label={`Kies deze trainer voor ${row.title}`}>
                Zet ervoor
              </Button>
            </p>
          </Form>
        )
      }
    >
      <p>
        {formatTimeRange(row.startsAt, row.endsAt)} · {formatCount(row.placesHeld, 'deelnemer', 'deelnemers')}
      </p>
    </ActItem>
  )
}

/** An edition that is over: whoever met the rule gets their proof once it is closed. */
export function DeskClosing({ row }: { row: EditionWork }) {
  const name = `${row.title}, ${row.code}`
  return (
    <ActItem
      title={name}
      href={paths.manageEdition(row.id)}
      acts={
        <LinkButton kind="secondary" small href={paths.closeEdition(row.id)} aria-label={`Rond af: ${name}`}>
          Rond af
        </LinkButton>
      }
    >
      <p>
        {formatDayRange(row.startsAt, row.endsAt)} · {formatCount(row.told, 'deelnemer', 'deelnemers')}
      </p>
    </ActItem>
  )
}
