import { type SubmissionResult, useForm } from '@conform-to/react'
import { Acts, Button } from '#app/ui/button.tsx'
import { FieldSet, Form } from '#app/ui/form.tsx'
import { SelectField } from '#app/ui/select-field.tsx'
import { TextArea, TextField } from '#app/ui/text-field.tsx'
import type { Workplace } from '../interest.ts'
import { ForWhomFields } from './for-whom-fields.tsx'
import { HalfDayField } from './half-day-field.tsx'

type Values = {
  membershipId: string
  people: string
  what: string
  why: string
  profileCode: string
  examModuleCode: string
  qualificationTypeCode: string
  halfDays: string[]
}
type Named = { code: string; title: string }

type Props = {
  workplaces: Workplace[]
  choices: { profiles: Named[]; types: Named[] }
  values: { what: string; qualificationTypeCode: string }
  lastResult: SubmissionResult<string[]> | undefined
}

const asChoices = (named: Named[]) => named.map(({ code, title }) => ({ value: code, label: title }))

/** Something that is not offered: what, and only what helps to find others who want the same. */
export function WishForm({ workplaces, choices, values, lastResult }: Props) {
  const [form, fields] = useForm<Values>({
    id: 'behoefte',
    lastResult,
    defaultValue: { people: '1', ...values },
  })
  return (
    <Form form={form} keep>
      <TextField
        field={fields.what}
        label="Wat mis je?"
        hint="In één zin, bijvoorbeeld: lassen van aluminium."
        required
      />
      <TextArea field={fields.why} label="Waar heb je het voor nodig?" hint="Mag leeg blijven." rows={3} />
      <ForWhomFields fields={fields} workplaces={workplaces} />
      <FieldSet legend="Waar gaat het over?" hint="Kies wat past. Zo vinden we anderen die hetzelfde missen.">
        <SelectField
          field={fields.profileCode}
          label="Profiel"
          empty="Geen, of weet ik niet"
          choices={asChoices(choices.profiles)}
        />
        <TextField
          field={fields.examModuleCode}
          label="Code van de profielmodule of het keuzevak"
          hint="Bijvoorbeeld P/PIE/01. Mag leeg blijven."
        />
        <SelectField
          field={fields.qualificationTypeCode}
          label="Bewijs dat je wilt halen of vernieuwen"
          empty="Geen, of weet ik niet"
          choices={asChoices(choices.types)}
        />
      </FieldSet>
      <HalfDayField field={fields.halfDays} label="Wanneer kun je?" hint="Mag leeg blijven." />
      <Acts>
        <Button>Meld behoefte</Button>
      </Acts>
    </Form>
  )
}
