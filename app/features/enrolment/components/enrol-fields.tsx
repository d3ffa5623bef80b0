import type { FieldSource } from '#app/ui/field.tsx'
import { TextArea, TextField } from '#app/ui/text-field.tsx'

type Props = {
  fields: { note: FieldSource; dietaryWishes: FieldSource; telephone: FieldSource }
  hasMeal: boolean
}

/** What is asked of everybody about the day itself. */
export function DayFields({ fields, hasMeal }: Props) {
  return (
    <>
      <TextField
        field={fields.telephone}
        label="Telefoon"
        hint="Voor als er op de dag zelf iets verandert. Alleen de trainer en de coördinator zien het."
        type="tel"
        autoComplete="tel"
        short
      />
      {hasMeal && (
        <TextField
          field={fields.dietaryWishes}
          label="Dieetwensen"
          hint="Er is een maaltijd bij. Laat dit leeg als je alles eet."
        />
      )}
      <TextArea
        field={fields.note}
        label="Toelichting"
        hint="Alleen als je iets kwijt wilt. Je teamleider en de trainer lezen dit."
        rows={3}
      />
    </>
  )
}
