import { Checkbox } from '#app/ui/choice-fields.tsx'
import type { FieldSource } from '#app/ui/field.tsx'
import { TextField } from '#app/ui/text-field.tsx'

type Name = 'title' | 'scopeLabel' | 'issuedBy' | 'registerNumberIsProof' | 'remindMonthsBefore'

/** What a sort of paper is called, and what is asked of it. */
export function TypeFields({ fields }: { fields: Record<Name, FieldSource> }) {
  return (
    <>
      <TextField field={fields.title} label="Naam" required />
      <TextField
        field={fields.scopeLabel}
        label="Waarvoor het geldt"
        hint="Als dat verschilt, hoe het heet: type machine. Leeg: niet vragen."
      />
      <TextField field={fields.issuedBy} label="Meestal afgegeven door" />
      <TextField
        field={fields.remindMonthsBefore}
        label="Waarschuwen, maanden van tevoren"
        hint="Bijvoorbeeld: 6, 3, 1. Leeg: niet."
        short
      />
      <Checkbox
        field={fields.registerNumberIsProof}
        label="Het nummer in een register is het bewijs"
        hint="Dan vragen we dat nummer, en geen scan."
      />
    </>
  )
}
