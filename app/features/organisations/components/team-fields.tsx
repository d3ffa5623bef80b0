import type { FieldMetadata } from '@conform-to/react'
import { Checkbox } from '#app/ui/choice-fields.tsx'
import { SelectField } from '#app/ui/select-field.tsx'
import { TextField } from '#app/ui/text-field.tsx'

export type TeamValues = { name: string; siteId: string; approvesEnrolments: string }

type Props = {
  fields: { [Field in keyof TeamValues]: FieldMetadata<string> }
  sites: { id: number; name: string }[]
}

/** What is known of a team. Who leads it follows from where people work. */
export function TeamFields({ fields, sites }: Props) {
  return (
    <>
      <TextField field={fields.name} label="Naam" hint="Bijvoorbeeld: PIE, of bovenbouw techniek." required />
      {sites.length > 0 && (
        <SelectField
          field={fields.siteId}
          label="Locatie"
          empty="Geen vaste locatie"
          choices={sites.map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
      <Checkbox
        field={fields.approvesEnrolments}
        label="De teamleider keurt inschrijvingen goed"
        hint="Tot die tijd houden we de plek vrij."
      />
    </>
  )
}
