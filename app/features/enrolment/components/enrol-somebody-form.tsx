import { type SubmissionResult, useForm } from '@conform-to/react'
import { Acts, Button } from '#app/ui/button.tsx'
import { Form } from '#app/ui/form.tsx'
import { SelectField } from '#app/ui/select-field.tsx'
import { TextArea, TextField } from '#app/ui/text-field.tsx'
import type { School } from '../school-queries.server.ts'

type Props = {
  person: { id: number; telephone: string | null }
  schools: School[]
  hasMeal: boolean
  lastResult: SubmissionResult<string[]> | undefined
}
type Values = {
  personId: string
  membershipId: string
  telephone: string
  dietaryWishes: string
  note: string
  reason: string
}

/** What a coordinator asks of somebody on the telephone. */
export function EnrolSomebodyForm({ person, schools, hasMeal, lastResult }: Props) {
  const [form, fields] = useForm<Values>({
    lastResult,
    defaultValue: { personId: String(person.id), telephone: person.telephone ?? '' },
  })
  return (
    <Form form={form} keep>
      <input type="hidden" name={fields.personId.name} value={person.id} />
      {schools.length > 1 && (
        <SelectField
          field={fields.membershipId}
          label="Namens welke school?"
          empty="Kies een school of team"
          required
          choices={schools.map((school) => ({
            value: school.membershipId,
            label: [school.organisationName, school.teamName].filter(Boolean).join(', '),
          }))}
        />
      )}
      <TextField
        field={fields.telephone}
        label="Telefoon"
        hint="De trainer belt als er op de dag zelf iets verandert."
        type="tel"
        short
      />
      {hasMeal && <TextField field={fields.dietaryWishes} label="Dieetwensen" />}
      <TextArea field={fields.note} label="Opmerking" rows={2} />
      <TextField
        field={fields.reason}
        label="Waarom doe jij dit?"
        hint="Voor het journaal: gebeld, bijvoorbeeld."
      />
      <Acts>
        <Button>Schrijf in</Button>
      </Acts>
    </Form>
  )
}
