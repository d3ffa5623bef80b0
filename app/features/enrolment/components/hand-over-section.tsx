import { ActButton } from '#app/ui/act-button.tsx'
import { Acts, Button } from '#app/ui/button.tsx'
import type { FieldSource } from '#app/ui/field.tsx'
import { Form } from '#app/ui/form.tsx'
import { formatDayYear } from '#app/ui/format.ts'
import { Section } from '#app/ui/section.tsx'
import { SelectField } from '#app/ui/select-field.tsx'
import { TextField } from '#app/ui/text-field.tsx'
import type { Colleague } from '../colleague-queries.server.ts'

type Props = {
  colleagues: Colleague[]
  asked: { name: string; askedAt: Date } | null
  fields: { colleagueId: FieldSource; address: FieldSource }
}

/** Giving a place to a colleague: choose one, or type their address. */
export function HandOverSection({ colleagues, asked, fields }: Props) {
  if (asked) {
    return (
      <Section title="Overdragen aan een collega">
        <p>
          Je vroeg het op {formatDayYear(asked.askedAt)} aan <strong>{asked.name}</strong>. Tot het antwoord
          er is, blijft de plek van jou.
        </p>
        <ActButton act="revoke-substitution" kind="secondary" small={false}>
          Trek de vraag in
        </ActButton>
      </Section>
    )
  }
  return (
    <Section
      title="Overdragen aan een collega"
      intro="Kun je niet? Een collega van je school kan in jouw plaats gaan. Die zegt ja met een link in de mail."
    >
      <Form bare>
        <input type="hidden" name="act" value="hand-over" />
        {colleagues.length > 0 && (
          <SelectField
            field={fields.colleagueId}
            label="Collega"
            empty="Kies een collega"
            choices={colleagues.map(({ personId, name, teamName }) => ({
              value: personId,
              label: teamName ? `${name} (${teamName})` : name,
            }))}
          />
        )}
        <TextField
          field={fields.address}
          label={colleagues.length > 0 ? 'Of: het e-mailadres van je collega' : 'E-mailadres van je collega'}
          type="email"
          autoComplete="off"
        />
        <Acts>
          <Button kind="secondary">Vraag deze collega</Button>
        </Acts>
      </Form>
    </Section>
  )
}
