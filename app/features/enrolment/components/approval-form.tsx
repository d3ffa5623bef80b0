import { Acts, Button } from '#app/ui/button.tsx'
import type { FieldSource } from '#app/ui/field.tsx'
import { Form } from '#app/ui/form.tsx'
import type { FormSource } from '#app/ui/form-errors.tsx'
import { TextField } from '#app/ui/text-field.tsx'

type Props = {
  form: FormSource
  fields: { reason: FieldSource }
  /** Whom it is about: several of these forms may stand on one page. */
  name: string
  enrolmentId?: number
}

/** Yes with one press; no with a reason, which the colleague reads. */
export function ApprovalForm({ form, fields, name, enrolmentId }: Props) {
  return (
    <Form form={form} bare>
      {enrolmentId !== undefined && <input type="hidden" name="enrolmentId" value={enrolmentId} />}
      <Button name="answer" value="approve" aria-label={`Goed, ${name} mag gaan`}>
        Goed, {name} mag gaan
      </Button>
      <TextField
        field={fields.reason}
        label="Of: waarom niet?"
        hint={`Alleen als je het niet goed vindt. ${name} leest dit.`}
      />
      <Acts>
        <Button kind="danger" name="answer" value="decline" aria-label={`Niet goed, ${name} gaat niet`}>
          Niet goed
        </Button>
      </Acts>
    </Form>
  )
}
