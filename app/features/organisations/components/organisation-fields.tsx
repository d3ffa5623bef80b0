import type { FieldMetadata } from '@conform-to/react'
import { Checkbox, CheckboxGroup } from '#app/ui/choice-fields.tsx'
import { FieldRow } from '#app/ui/form.tsx'
import { capitalise } from '#app/ui/format.ts'
import { TextField } from '#app/ui/text-field.tsx'
import { organisationKinds, organisationKindWords } from '../organisation-texts.ts'

export type OrganisationValues = {
  name: string
  town: string
  kinds: string[]
  isPartner: string
  sector: string
  chamberOfCommerceNumber: string
  website: string
}

type Props = {
  fields: Record<Exclude<keyof OrganisationValues, 'kinds'>, FieldMetadata<string>> & {
    kinds: FieldMetadata<string[]>
  }
}

/** What is known of an organisation. */
export function OrganisationFields({ fields }: Props) {
  return (
    <>
      <FieldRow>
        <TextField field={fields.name} label="Naam" required />
        <TextField field={fields.town} label="Plaats" required />
      </FieldRow>
      <CheckboxGroup
        field={fields.kinds}
        label="Wat voor organisatie is dit?"
        hint="Een organisatie kan er twee zijn, zoals een opleidingscentrum van een brancheplatform."
        required
        inline
        choices={organisationKinds.map((kind) => ({
          value: kind,
          label: capitalise(organisationKindWords[kind]),
        }))}
      />
      <Checkbox
        field={fields.isPartner}
        label="Partner van het programma"
        hint="Betaalt de prijs voor partners, en staat bij Programma."
      />
      <TextField field={fields.sector} label="Branche" hint="Bij een bedrijf: metaal, bouw, installatie." />
      <FieldRow>
        <TextField field={fields.website} label="Website" inputMode="url" />
        <TextField field={fields.chamberOfCommerceNumber} label="KvK-nummer" inputMode="numeric" />
      </FieldRow>
    </>
  )
}
