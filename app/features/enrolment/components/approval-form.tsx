import { Acts, Button } from '#app/ui/button.tsx'
import type { FieldSource } from '#app/ui/field.tsx'
import { Form } from '#app/ui/form.tsx'
import type { FormSource } from '#app/ui/form-errors.tsx'
import { TextField } from '#app/ui/text-field.tsx'
import styles from './approval-form.module.css'

type Props = {
  form: FormSource
  fields: { reason: FieldSource }
  /** Whom it is about: several of these forms may stand on one page. */
  name: string
  enrolmentId?: number
}

/** Yes with one press; no folds open for the reason, which the colleague reads. */
export function ApprovalForm({ form, fields, name, enrolmentId }: Props) {
  return (
    <Form form={form} bare>
      {enrolmentId !== undefined && <input type="hidden" name="enrolmentId" value={enrolmentId} />}
      <Acts>
        <Button name="answer" value="approve">
          {`Goed, ${name} mag gaan`}
        </Button>
      </Acts>
      <details open={Boolean(fields.reason.errors?.length)} className={styles.no}>
        <summary>{`Nee, ${name} gaat niet`}</summary>
        <div className={styles.reason}>
          <TextField field={fields.reason} label="Waarom niet?" hint={`${name} leest dit.`} />
          <Acts>
            <Button kind="danger" name="answer" value="decline" aria-label={`Wijs af: ${name}`}>
              Wijs af
            </Button>
          </Acts>
        </div>
      </details>
    </Form>
  )
}
