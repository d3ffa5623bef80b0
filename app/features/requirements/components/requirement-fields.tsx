import { CheckboxGroup, RadioGroup } from '#app/ui/choice-fields.tsx'
import type { FieldSource } from '#app/ui/field.tsx'
import { FieldSet } from '#app/ui/form.tsx'
import { NumberField } from '#app/ui/number-field.tsx'
import { SelectField } from '#app/ui/select-field.tsx'
import { TextArea, TextField } from '#app/ui/text-field.tsx'

type Choice = { value: string; label: string }
type Name = 'forWhom' | 'kind' | 'typeCodes' | 'minimum' | 'title' | 'areas'

/** For whom a rule is, and what it asks. */
export function RequirementFields({
  fields,
  forWhom,
  types,
}: {
  fields: Record<Name, FieldSource>
  forWhom: Choice[]
  types: Choice[]
}) {
  return (
    <>
      <SelectField field={fields.forWhom} label="Voor wie" empty="Kies voor wie" choices={forWhom} required />
      <RadioGroup
        field={fields.kind}
        label="Wat je vraagt"
        required
        choices={[
          { value: 'everyone', label: 'Iedereen heeft deze bewijzen' },
          { value: 'at_least', label: 'Minstens zoveel mensen hebben één bewijs' },
          {
            value: 'cover',
            label: 'Samen beheersen ze alle onderdelen van iets',
            hint: 'De teamleider vinkt aan wie wat kan. Dat is bekwaam, niet bevoegd.',
          },
        ]}
      />
      <FieldSet legend="Bij bewijzen">
        <CheckboxGroup field={fields.typeCodes} label="Welke bewijzen" choices={types} />
        <NumberField
          field={fields.minimum}
          label="Minstens"
          unit="mensen"
          hint="Alleen bij de tweede keuze."
        />
      </FieldSet>
      <FieldSet legend="Bij onderdelen">
        <TextField field={fields.title} label="Wat ze samen dekken" hint="Bijvoorbeeld: PIE." short />
        <TextArea
          field={fields.areas}
          label="De onderdelen"
          hint="Elk op een eigen regel. Bijvoorbeeld: metaal, installatie, elektro."
          rows={3}
        />
      </FieldSet>
    </>
  )
}
