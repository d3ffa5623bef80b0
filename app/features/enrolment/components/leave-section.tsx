import { Acts, Button } from '#app/ui/button.tsx'
import type { FieldSource } from '#app/ui/field.tsx'
import { Form } from '#app/ui/form.tsx'
import { Section } from '#app/ui/section.tsx'
import { TextField } from '#app/ui/text-field.tsx'
import { enrolmentTexts } from '../enrolment-texts.ts'

type Props = {
  late: boolean
  leaveUntil: Date | null
  waiting: number
  holdsPlace: boolean
  /** Whether a colleague could still take the place over. */
  mayHandOver: boolean
  field: FieldSource
}

/** Leaving: what it means is said before the press. */
export function LeaveSection({ late, leaveUntil, waiting, holdsPlace, mayHandOver, field }: Props) {
  return (
    <Section title={holdsPlace ? 'Afmelden' : 'Van de wachtlijst af'}>
      <p>
        {late
          ? `De uiterste dag is voorbij: je afmelding wordt genoteerd als laat.${mayHandOver ? ' Kan een collega gaan? Draag je plek dan liever over.' : ''}`
          : leaveUntil && holdsPlace && enrolmentTexts.leaveUntil(leaveUntil)}{' '}
        {holdsPlace && waiting > 0 && 'Je plek gaat meteen naar de eerste op de wachtlijst.'}
      </p>
      <Form bare>
        <input type="hidden" name="act" value="withdraw" />
        <TextField field={field} label="Reden" hint="Alleen als je die kwijt wilt." />
        <Acts>
          <Button kind="danger">{holdsPlace ? 'Meld me af' : 'Haal me van de wachtlijst'}</Button>
        </Acts>
      </Form>
    </Section>
  )
}
