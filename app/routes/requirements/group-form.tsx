import { type SubmissionResult, useForm } from '@conform-to/react'
import { Acts, Button } from '#app/ui/button.tsx'
import { CheckboxGroup } from '#app/ui/choice-fields.tsx'
import { Form } from '#app/ui/form.tsx'
import { TextField } from '#app/ui/text-field.tsx'

type Props = {
  people: { id: number; name: string }[]
  values: { name: string; members: string[] }
  lastResult: SubmissionResult<string[]> | undefined
  removable: boolean
}

/** The name of a group and who is in it. */
export function GroupForm({ people, values, lastResult, removable }: Props) {
  const [form, fields] = useForm<{ name: string; members: string[] }>({
    lastResult,
    defaultValue: values,
  })
  return (
    <Form form={form} keep>
      <TextField field={fields.name} label="Naam" hint="Bijvoorbeeld: lashal." required />
      <CheckboxGroup
        field={fields.members}
        label="Wie erbij horen"
        choices={people.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <Acts>
        <Button name="act" value="save">
          Bewaar de groep
        </Button>
        {removable && (
          <Button kind="danger" name="act" value="remove">
            Haal de groep weg
          </Button>
        )}
      </Acts>
    </Form>
  )
}
