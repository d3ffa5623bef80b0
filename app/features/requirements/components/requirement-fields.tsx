import { CheckboxGroup, RadioGroup } from '#app/ui/choice-fields.tsx'
import type { FieldSource } from '#app/ui/field.tsx'
import { FieldSet } from '#app/ui/form.tsx'
import { NumberField } from '#app/ui/number-field.tsx'
import { SelectField } from '#app/ui/select-field.tsx'
import { TextArea, TextField } from '#app/ui/text-field.tsx'
import type { RequirementKind } from '../requirement.ts'

type Choice = { value: string; label: string }
type AskedName = 'typeCodes' | 'minimum' | 'title' | 'areas'
type Name = AskedName | 'forWhom' | 'kind'

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
        <PaperFields fields={fields} types={types} minimumHint="Alleen bij de tweede keuze." minimum />
      </FieldSet>
      <FieldSet legend="Bij onderdelen">
        <AreaFields fields={fields} />
      </FieldSet>
    </>
  )
}

/** What a rule of one kind asks, to be changed; for whom it is, stays. */
export function AskedFields({
  kind,
  fields,
  types,
}: {
  kind: RequirementKind
  fields: Record<AskedName, FieldSource>
  types: Choice[]
}) {
  return kind === 'cover' ? (
    <AreaFields fields={fields} />
  ) : (
    <PaperFields fields={fields} types={types} minimum={kind === 'at_least'} />
  )
}

type PaperProps = {
  fields: Record<'typeCodes' | 'minimum', FieldSource>
  types: Choice[]
  minimum: boolean
  minimumHint?: string
}

function PaperFields({ fields, types, minimum, minimumHint }: PaperProps) {
  return (
    <>
      <CheckboxGroup field={fields.typeCodes} label="Welke bewijzen" choices={types} />
      {minimum && (
        <NumberField
          field={fields.minimum}
          label="Minstens"
          unit="mensen"
          {...(minimumHint && { hint: minimumHint })}
        />
      )}
    </>
  )
}

function AreaFields({ fields }: { fields: Record<'title' | 'areas', FieldSource> }) {
  return (
    <>
      <TextField field={fields.title} label="Wat ze samen dekken" hint="Bijvoorbeeld: PIE." short />
      <TextArea
        field={fields.areas}
        label="De onderdelen"
        hint="Elk op een eigen regel. Bijvoorbeeld: metaal, installatie, elektro."
        rows={3}
      />
    </>
  )
}
