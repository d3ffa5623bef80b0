import type { FieldMetadata } from '@conform-to/react'
import { FieldRow } from '#app/ui/form.tsx'
import { SelectField } from '#app/ui/select-field.tsx'
import { TextArea, TextField } from '#app/ui/text-field.tsx'
import { holidayRegions, holidayRegionWords } from '../organisation-texts.ts'

export type SiteValues = {
  name: string
  street: string
  postcode: string
  town: string
  holidayRegion: string
  directions: string
  newRooms: string
}

/** Where a site is, and which rooms it has. */
export function SiteFields({ fields }: { fields: { [Field in keyof SiteValues]: FieldMetadata<string> } }) {
  return (
    <>
      <TextField field={fields.name} label="Naam" hint="Bijvoorbeeld: Het Vlier, of werkplaats." required />
      <TextField field={fields.street} label="Straat en nummer" />
      <FieldRow>
        <TextField field={fields.postcode} label="Postcode" />
        <TextField field={fields.town} label="Plaats" required />
        <SelectField
          field={fields.holidayRegion}
          label="Vakantieregio"
          empty="Kies een regio"
          required
          choices={holidayRegions.map((region) => ({ value: region, label: holidayRegionWords[region] }))}
        />
      </FieldRow>
      <TextArea
        field={fields.directions}
        label="Hoe kom je er?"
        hint="Waar je parkeert, welke ingang je neemt. Dit staat bij elke bijeenkomst hier."
        rows={3}
      />
      <TextArea
        field={fields.newRooms}
        label="Lokalen erbij"
        hint="Eén lokaal per regel. De lokalen die er al zijn, blijven."
        rows={3}
      />
    </>
  )
}
