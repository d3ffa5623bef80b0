import { topicWords } from '#app/features/messages/contact-message-texts.ts'
import { paths } from '#app/paths.ts'
import { ActItem } from '#app/ui/act-list.tsx'
import { LinkButton } from '#app/ui/button.tsx'
import { formatDayYear, formatMoment } from '#app/ui/format.ts'
import type { MailWork, MessageWork, RecordWork } from '../desk-post-queries.server.ts'
import { DeskButton, type DeskReply, DeskText } from './desk-forms.tsx'

/** A mail that its receiver's server refused: another address, or seen to. */
export function DeskMail({
  row,
  maySecure,
  reply,
}: {
  row: MailWork
  /** Whether this person may change with what the receiver logs in. */
  maySecure: boolean
  reply: DeskReply
}) {
  const who = row.name ?? row.recipient
  return (
    <ActItem
      title={who}
      href={row.personId ? paths.managePerson(row.personId) : undefined}
      acts={
        <DeskButton act="mail-seen" id={row.id} name={`Gezien: mail aan ${who}`}>
          Gezien
        </DeskButton>
      }
      more={
        row.personId &&
        maySecure && (
          <DeskText
            act="give-address"
            id={row.id}
            about={{ personId: row.personId }}
            fold="Geef het goede adres"
            field="address"
            type="email"
            label={`Het e-mailadres van ${who}`}
            hint="De eigenaar krijgt een mail om te bevestigen dat het klopt."
            button="Voeg toe"
            name={`Voeg het adres toe bij ${who}`}
            kind="secondary"
            reply={reply}
          />
        )
      }
    >
      <p>
        ‘{row.title}’ naar {row.recipient} · geweigerd {formatMoment(row.refusedAt)}
      </p>
    </ActItem>
  )
}

/** What a visitor wrote: read it here, answer by mail, and it is done. */
export function DeskMessage({ row, reply }: { row: MessageWork; reply: DeskReply }) {
  const answer = `mailto:${encodeURIComponent(row.email)}?subject=${encodeURIComponent('Je bericht aan ons')}`
  return (
    <ActItem
      title={row.organisation ? `${row.name}, ${row.organisation}` : row.name}
      acts={
        <>
          <LinkButton kind="quiet" small href={answer} aria-label={`Antwoord ${row.name} per mail`}>
            Antwoord
          </LinkButton>
          <DeskButton act="message-handled" id={row.id} name={`Afgehandeld: bericht van ${row.name}`}>
            Afgehandeld
          </DeskButton>
        </>
      }
      more={
        <DeskText
          act="message-handled"
          id={row.id}
          fold="Afgehandeld, met een aantekening"
          field="note"
          label="Wat is ermee gedaan?"
          button="Afgehandeld"
          name={`Afgehandeld met aantekening: bericht van ${row.name}`}
          kind="secondary"
          reply={reply}
        />
      }
    >
      <p>
        {topicWords[row.topic]} · {formatMoment(row.createdAt)}
      </p>
      <p>
        <q>{row.message}</q>
      </p>
    </ActItem>
  )
}

/** Attendance that changed after a certificate was issued: it stays valid, with a reason, or one looks closer. */
export function DeskReview({ row, reply }: { row: RecordWork; reply: DeskReply }) {
  return (
    <ActItem
      title={row.name}
      href={paths.manageCertificate(row.id)}
      acts={
        <LinkButton
          kind="secondary"
          small
          href={paths.manageCertificate(row.id)}
          aria-label={`Bekijk en beslis over ${row.title} van ${row.name}`}
        >
          Bekijk en beslis
        </LinkButton>
      }
      more={
        <DeskText
          act="keep-certificate"
          id={row.id}
          fold="Het blijft geldig"
          field="reason"
          label="Waarom blijft het geldig?"
          button="Laat het staan"
          name={`${row.title} van ${row.name} blijft geldig`}
          kind="secondary"
          reply={reply}
        />
      }
    >
      <p>
        {row.title} · veranderd {formatDayYear(row.since)}
      </p>
    </ActItem>
  )
}

/** A school that somebody did not find in the list. */
export function DeskSuggestion({ row }: { row: RecordWork }) {
  return (
    <ActItem
      title={row.title}
      href={paths.linkSuggestion(row.id)}
      acts={
        <>
          <DeskButton
            act="dismiss-suggestion"
            id={row.id}
            name={`${row.title} hoort er niet bij`}
            kind="quiet"
          >
            Hoort er niet bij
          </DeskButton>
          <LinkButton
            kind="secondary"
            small
            href={paths.linkSuggestion(row.id)}
            aria-label={`Koppel ${row.title}`}
          >
            Koppel
          </LinkButton>
        </>
      }
    >
      <p>
        van {row.name}, {formatDayYear(row.since)}
      </p>
    </ActItem>
  )
}

/** Somebody who asked to be erased. */
export function DeskErasure({ row }: { row: RecordWork }) {
  return (
    <ActItem
      title={row.title}
      href={paths.managePerson(row.id)}
      acts={
        <LinkButton
          kind="secondary"
          small
          href={paths.erasePerson(row.id)}
          aria-label={`Bekijk het verzoek van ${row.title}`}
        >
          Bekijk het verzoek
        </LinkButton>
      }
    >
      <p>gevraagd op {formatDayYear(row.since)}</p>
    </ActItem>
  )
}
