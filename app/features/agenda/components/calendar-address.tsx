import { Acts, Button, LinkButton } from '#app/ui/button.tsx'
import { TextField } from '#app/ui/text-field.tsx'
import styles from './calendar.module.css'

/** An address to subscribe to: to open, to copy, and where it goes in the calendars people have. */
export function CalendarAddress({ address, hint }: { address: string; hint?: string }) {
  return (
    <>
      <TextField
        field={{ id: 'agenda-adres', name: 'agenda-adres', defaultValue: address }}
        label="Adres van de agenda"
        hint={hint}
        type="url"
        readOnly
      />
      <Acts>
        <LinkButton kind="secondary" href={address.replace(/^https?:/, 'webcal:')}>
          Open in je agenda
        </LinkButton>
        <Button type="button" kind="quiet" data-copy="agenda-adres" hidden>
          Kopieer het adres
        </Button>
      </Acts>
      <ul className={styles.ways}>
        <li>
          <strong>Outlook:</strong> kies in je agenda Agenda toevoegen, dan Abonneren via internet, en plak
          het adres.
        </li>
        <li>
          <strong>Google Agenda:</strong> kies op een computer het plusje naast Andere agenda’s, dan Via URL,
          en plak het adres.
        </li>
        <li>
          <strong>iPhone, iPad en Mac:</strong> druk op Open in je agenda, en kies Abonneer.
        </li>
      </ul>
    </>
  )
}
