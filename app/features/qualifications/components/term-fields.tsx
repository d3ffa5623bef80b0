import { RadioGroup } from '#app/ui/choice-fields.tsx'
import type { FieldSource } from '#app/ui/field.tsx'
import { FieldRow } from '#app/ui/form.tsx'
import { capitalise } from '#app/ui/format.ts'
import { NumberField } from '#app/ui/number-field.tsx'
import { TextArea, TextField } from '#app/ui/text-field.tsx'
import { basisWords } from '../qualification-texts.ts'

type Name = 'validityMonths' | 'validityBasis' | 'validityNote' | 'confirmEveryMonths' | 'designationNote'

/** How long a sort of paper holds, on what that rests, and what the employer has to do. */
export function TermFields({ fields }: { fields: Record<Name, FieldSource> }) {
  return (
    <>
      <NumberField
        field={fields.validityMonths}
        label="Geldig"
        unit="maanden"
        hint="Leeg: het verloopt niet. Drie jaar is 36."
      />
      <RadioGroup
        field={fields.validityBasis}
        label="Waar de termijn op rust"
        required
        choices={Object.entries(basisWords).map(([value, word]) => ({ value, label: capitalise(word) }))}
      />
      <TextField
        field={fields.validityNote}
        label="Toelichting"
        hint="Staat bij elk bewijs van deze soort. Bijvoorbeeld: drie jaar is gebruikelijk; de werkgever beslist."
        required
      />
      <FieldRow>
        <NumberField
          field={fields.confirmEveryMonths}
          label="Werkgever bevestigt elke"
          unit="maanden"
          hint="Leeg: dat hoeft niet."
        />
      </FieldRow>
      <TextArea
        field={fields.designationNote}
        label="Aanwijzing door de werkgever"
        hint="Leeg: niet nodig. Anders: wat de werkgever moet doen, zoals de teamleider het leest."
        rows={2}
      />
    </>
  )
}
