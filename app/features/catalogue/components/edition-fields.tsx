import type { FieldMetadata } from '@conform-to/react'
import { Checkbox, CheckboxGroup } from '#app/ui/choice-fields.tsx'
import { DateField } from '#app/ui/date-field.tsx'
import { FieldRow } from '#app/ui/form.tsx'
import { NumberField } from '#app/ui/number-field.tsx'
import { TextArea } from '#app/ui/text-field.tsx'

export type EditionFieldValues = {
  capacity: string
  minimum: string
  enrolUntil: string
  leaveUntil: string
  decideOn: string
  hasMeal: string
  participantsNote: string
  trainers: string[]
}

type Props = {
  fields: Record<Exclude<keyof EditionFieldValues, 'trainers' | 'capacity'>, FieldMetadata<string>> & {
    trainers: FieldMetadata<string[]>
    capacity?: FieldMetadata<string>
  }
  trainers: { id: number; name: string }[]
}

/** What is agreed about an edition as a whole. How many places only where `capacity` is given. */
export function EditionFields({ fields, trainers }: Props) {
  return (
    <>
      <FieldRow>
        {fields.capacity && <NumberField field={fields.capacity} label="Plekken" required />}
        <NumberField field={fields.minimum} label="Minimum" required />
      </FieldRow>
      <FieldRow>
        <DateField
          field={fields.enrolUntil}
          label="Inschrijven tot en met"
          hint="Leeg: tot de eerste bijeenkomst begint."
        />
        <DateField
          field={fields.leaveUntil}
          label="Afmelden tot en met"
          hint="Leeg: twee weken ervoor. Daarna telt het als laat."
        />
        <DateField field={fields.decideOn} label="Beslisdag" hint="Leeg: twee weken ervoor." />
      </FieldRow>
      {trainers.length > 0 && (
        <CheckboxGroup
          field={fields.trainers}
          label="Trainers"
          inline
          choices={trainers.map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
      <Checkbox
        field={fields.hasMeal}
        label="Er is een maaltijd"
        hint="Wie zich inschrijft, kan dieetwensen opgeven."
      />
      <TextArea
        field={fields.participantsNote}
        label="Voor de deelnemers"
        hint="Dit staat in de bevestiging: wat ze moeten meenemen of weten."
        rows={3}
      />
    </>
  )
}
