import { Checkbox } from '#app/ui/choice-fields.tsx'
import type { FieldSource } from '#app/ui/field.tsx'
import { FieldSet } from '#app/ui/form.tsx'
import { formatCount } from '#app/ui/format.ts'

/** Planning for those who wait for a date: what the tick does is said in numbers. */
export function InviteField({ field, people }: { field: FieldSource; people: number }) {
  const who = formatCount(people, 'mens staat', 'mensen staan')
  return (
    <FieldSet legend="Belangstelling">
      <Checkbox
        field={field}
        label="Bied hun als eerste een plek aan"
        hint={`${who} op de lijst. Zij krijgen in volgorde een plek aangeboden die vijf dagen vrij blijft; wie er niet bij past, staat vooraan op de wachtlijst. De inschrijving gaat meteen open, en iedereen krijgt nu bericht.`}
      />
    </FieldSet>
  )
}
