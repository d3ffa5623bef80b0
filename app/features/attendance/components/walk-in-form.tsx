import { type SubmissionResult, useForm } from '@conform-to/react'
import { Acts, Button } from '#app/ui/button.tsx'
import { FieldRow, Form } from '#app/ui/form.tsx'
import { Section } from '#app/ui/section.tsx'
import { TextField } from '#app/ui/text-field.tsx'

type Fields = { address: string; givenName: string; familyName: string }

/** Somebody who came without enrolling, onto the roster. */
export function WalkInForm({ lastResult }: { lastResult?: SubmissionResult<string[]> }) {
  const [form, fields] = useForm<Fields>({ id: 'zonder-inschrijving', lastResult })
  return (
    <Section
      title="Iemand zonder inschrijving"
      intro="Is er iemand die niet op de lijst staat? Wie al een account heeft, vinden we op het e-mailadres."
    >
      <Form form={form} bare>
        <TextField field={fields.address} label="E-mailadres" type="email" required />
        <FieldRow>
          <TextField field={fields.givenName} label="Voornaam" hint="Als we het adres nog niet kennen" />
          <TextField field={fields.familyName} label="Achternaam" hint="Als we het adres nog niet kennen" />
        </FieldRow>
        <Acts>
          <Button kind="secondary" name="act" value="walk-in">
            Zet op de lijst
          </Button>
        </Acts>
      </Form>
    </Section>
  )
}
