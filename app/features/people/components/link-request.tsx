import type { SubmissionResult } from '@conform-to/react'
import { useForm } from '@conform-to/react'
import { Acts, Button } from '#app/ui/button.tsx'
import { Form } from '#app/ui/form.tsx'
import { TextField } from '#app/ui/text-field.tsx'

type Props = { result: SubmissionResult<string[]> | undefined; button: string }

/** Asks for an address to mail a link to. */
export function LinkRequest({ result, button }: Props) {
  const [form, fields] = useForm<{ address: string }>({ lastResult: result, id: 'link' })
  return (
    <Form form={form} bare>
      <TextField
        field={fields.address}
        label="E-mailadres"
        hint="Het adres dat bij je account hoort. Heb je er meer, dan mag elk ervan."
        type="email"
        autoComplete="username"
        required
      />
      <Acts>
        <Button>{button}</Button>
      </Acts>
    </Form>
  )
}
