import { paths } from '#app/paths.ts'
import { ActItem } from '#app/ui/act-list.tsx'
import { formatDayYear, formatMoment } from '#app/ui/format.ts'
import { StateBadge } from '#app/ui/state-badge.tsx'
import type { EnrolmentWork } from '../desk-queries.server.ts'
import { DeskButton, type DeskReply, DeskText } from './desk-forms.tsx'

type Props = { row: EnrolmentWork; reply: DeskReply }

/** A request that the team leaves lying: yes with one press, no with a reason. */
export function DeskApproval({ row, reply }: Props) {
  const from = [row.school, row.team].filter(Boolean).join(', team ')
  return (
    <ActItem
      title={`${row.name}: ${row.title}`}
      href={paths.manageEnrolment(row.id)}
      state={<StateBadge tone="warn">gevraagd op {formatDayYear(row.since)}</StateBadge>}
      acts={
        <DeskButton act="approve" id={row.id} name={`Goed, ${row.name} mag gaan`}>
          Mag gaan
        </DeskButton>
      }
      more={
        <DeskText
          act="decline"
          id={row.id}
          fold={`Nee, ${row.givenName} gaat niet`}
          field="reason"
          label="Waarom niet?"
          hint={`${row.givenName} leest dit.`}
          button="Wijs af"
          name={`Wijs af: ${row.name}`}
          reply={reply}
        />
      }
    >
      <p>
        {from || 'Zonder school'} · begint {formatDayYear(row.startsAt)}
        {row.waiting && ' · staat op de wachtlijst'}
      </p>
      {row.note && (
        <p>
          <q>{row.note}</q>
        </p>
      )}
    </ActItem>
  )
}

/** A place that waits for its answer: remind once, or give it to the next. */
export function DeskOffer({ row, reply }: Props) {
  return (
    <ActItem
      title={`${row.name}: ${row.title}`}
      href={paths.manageEnrolment(row.id)}
      state={<StateBadge tone="warn">nog tot {row.due && formatMoment(row.due)}</StateBadge>}
      acts={
        row.remindedAt ? undefined : (
          <DeskButton act="remind-offer" id={row.id} name={`Herinner ${row.name} aan de plek`}>
            Herinner
          </DeskButton>
        )
      }
      more={
        <DeskText
          act="withdraw-offer"
          id={row.id}
          fold="Trek de plek in"
          field="reason"
          label="Waarom?"
          hint={`${row.givenName} leest dit. De plek gaat naar de volgende.`}
          button="Trek in"
          name={`Trek de plek in van ${row.name}`}
          reply={reply}
        />
      }
    >
      <p>
        Aangeboden {formatMoment(row.since)} · begint {formatDayYear(row.startsAt)}
        {row.remindedAt && ` · herinnerd ${formatMoment(row.remindedAt)}`}
      </p>
    </ActItem>
  )
}
