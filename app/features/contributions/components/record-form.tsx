import { type SubmissionResult, useForm } from '@conform-to/react'
import { Acts, Button } from '#app/ui/button.tsx'
import { RadioGroup } from '#app/ui/choice-fields.tsx'
import { FileField } from '#app/ui/file-field.tsx'
import { Form } from '#app/ui/form.tsx'
import { SelectField } from '#app/ui/select-field.tsx'
import { TextArea, TextField } from '#app/ui/text-field.tsx'
import { kindChoices } from '../contribution-texts.ts'

type Fields = Record<'once' | 'organisationId' | 'kind' | 'amount' | 'what' | 'evidence' | 'file', string>
type Props = {
  organisations: { id: number; name: string; town: string }[]
  once: string
  lastResult?: SubmissionResult<string[]> | undefined
  /** The one main act of the page, when nothing is proposed. */
  main: boolean
}

/** Something else that was brought: by whom, how much, and what shows it. */
export function RecordForm({ organisations, once, lastResult, main }: Props) {
  const [form, fields] = useForm<Fields>({ id: 'bijdrage', lastResult })
  return (
    <Form form={form} encType="multipart/form-data" keep>
      <input type="hidden" name="once" value={once} />
      <SelectField
        field={fields.organisationId}
        label="Van wie"
        empty="Kies een organisatie"
        choices={organisations.map(({ id, name, town }) => ({ value: id, label: `${name}, ${town}` }))}
        required
      />
      <RadioGroup field={fields.kind} label="Soort" choices={kindChoices} inline required />
      <TextField
        field={fields.amount}
        label="Hoeveel"
        hint="Uren als 2,5 uur of 2:30. Al het andere als bedrag: € 150,00."
        short
        required
      />
      <TextField
        field={fields.what}
        label="Wat was het"
        hint="Bijvoorbeeld: lasapparaat met draad."
        required
      />
      <TextArea
        field={fields.evidence}
        label="Bewijs in woorden"
        hint="De presentielijst van de bijeenkomst telt vanzelf mee."
        rows={2}
      />
      <FileField
        field={fields.file}
        label="Bewijs als bestand"
        hint="Een PDF of een foto (JPG of PNG)."
        accept=".pdf,.jpg,.jpeg,.png"
      />
      <Acts>
        <Button kind={main ? 'act' : 'secondary'} name="act" value="record">
          Voeg toe
        </Button>
      </Acts>
    </Form>
  )
}
