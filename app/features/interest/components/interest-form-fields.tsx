import { type SubmissionResult, useForm } from '@conform-to/react'
import { Acts, Button } from '#app/ui/button.tsx'
import { DateField } from '#app/ui/date-field.tsx'
import { FieldRow, Form } from '#app/ui/form.tsx'
import { TextField } from '#app/ui/text-field.tsx'
import type { Workplace } from '../interest.ts'
import { ForWhomFields } from './for-whom-fields.tsx'
import { HalfDayField } from './half-day-field.tsx'

export type InterestValues = {
  membershipId: string
  people: string
  halfDays: string[]
  fromDay: string
  untilDay: string
  remark: string
}

type Props = {
  workplaces: Workplace[]
  values: Partial<InterestValues>
  button: string
  lastResult: SubmissionResult<string[]> | undefined
}

/** On the list of an offering: when one can is all that is asked, the rest may be left as it is. */
export function InterestForm({ workplaces, values, button, lastResult }: Props) {
  const [form, fields] = useForm<InterestValues>({
    id: 'belangstelling',
    lastResult,
    defaultValue: { people: '1', ...values },
  })
  return (
    <Form form={form} keep>
      <ForWhomFields fields={fields} workplaces={workplaces} />
      <HalfDayField
        field={fields.halfDays}
        label="Wanneer kun je?"
        hint="Kruis alles aan wat kan. Hoe meer, hoe eerder er een datum is."
        required
      />
      <FieldRow>
        <DateField field={fields.fromDay} label="Niet vóór" hint="Mag leeg blijven." />
        <DateField field={fields.untilDay} label="Niet na" hint="Mag leeg blijven." />
      </FieldRow>
      <TextField field={fields.remark} label="Opmerking" hint="De coördinator leest dit. Mag leeg blijven." />
      <Acts>
        <Button>{button}</Button>
      </Acts>
    </Form>
  )
}
