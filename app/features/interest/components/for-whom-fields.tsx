import { RadioGroup } from '#app/ui/choice-fields.tsx'
import type { FieldSource } from '#app/ui/field.tsx'
import { NumberField } from '#app/ui/number-field.tsx'
import type { Workplace } from '../interest.ts'

type Props = { fields: { membershipId: FieldSource; people: FieldSource }; workplaces: Workplace[] }

/** For which school, where there is a choice; for how many, for who leads a team. */
export function ForWhomFields({ fields, workplaces }: Props) {
  return (
    <>
      {workplaces.length > 1 && (
        <RadioGroup
          field={fields.membershipId}
          label="Voor welke school of welk team?"
          required
          choices={workplaces.map(({ membershipId, name }) => ({ value: membershipId, label: name }))}
        />
      )}
      {workplaces.some(({ leads }) => leads) && (
        <NumberField
          field={fields.people}
          label="Voor hoeveel mensen?"
          hint="Als teamleider kun je dit voor meer collega’s tegelijk invullen. Wie er gaat, kies je als er een datum is."
          required
        />
      )}
    </>
  )
}
