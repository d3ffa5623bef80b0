import { type SubmissionResult, useForm } from '@conform-to/react'
import { Acts, Button } from '#app/ui/button.tsx'
import { Form } from '#app/ui/form.tsx'
import { formatMoment } from '#app/ui/format.ts'
import { Notice } from '#app/ui/notice.tsx'
import { Section } from '#app/ui/section.tsx'
import { TextArea } from '#app/ui/text-field.tsx'

type Props = {
  /** A change after issue that waits for a decision. */
  review: { noticedAt: Date } | null
  lastResult?: SubmissionResult<string[]>
}

/** Keep or revoke, each with a reason. */
export function CertificateDecision({ review, lastResult }: Props) {
  const [form, fields] = useForm<{ reason: string }>({ id: 'besluit', lastResult })
  return (
    <Section title={review ? 'Hier is een besluit nodig' : 'Intrekken'}>
      {review && (
        <Notice kind="warn">
          {`Op ${formatMoment(review.noticedAt)} veranderde de presentie of de uitslag waarop dit rust. Blijft het geldig?`}
        </Notice>
      )}
      <Form form={form} bare>
        <TextArea
          field={fields.reason}
          label="Reden"
          required
          hint="Trek je het in, dan leest de houder deze reden. Intrekken kun je niet terugdraaien."
        />
        <Acts>
          {review && (
            <Button kind="secondary" name="act" value="keep">
              Het blijft geldig
            </Button>
          )}
          <Button kind="danger" name="act" value="revoke">
            Trek in
          </Button>
        </Acts>
      </Form>
    </Section>
  )
}
