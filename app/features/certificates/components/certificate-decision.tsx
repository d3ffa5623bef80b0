import { type SubmissionResult, useForm } from '@conform-to/react'
import { changeSentence } from '#app/features/attendance/attendance-texts.ts'
import { Acts, Button } from '#app/ui/button.tsx'
import { Form } from '#app/ui/form.tsx'
import { formatMoment, formatWeekday } from '#app/ui/format.ts'
import { Notice } from '#app/ui/notice.tsx'
import { Section } from '#app/ui/section.tsx'
import { TextArea } from '#app/ui/text-field.tsx'
import type { ChangeAfterIssue } from '../certificate-queries.server.ts'
import type { Completion } from '../completion.ts'

type Props = {
  /** A change after issue that waits for a decision. */
  review: { noticedAt: Date; changes: ChangeAfterIssue[]; standing: Completion | null } | null
  lastResult?: SubmissionResult<string[]>
}

/** Keep or revoke, each with a reason. */
export function CertificateDecision({ review, lastResult }: Props) {
  const [form, fields] = useForm<{ reason: string }>({ id: 'besluit', lastResult })
  return (
    <Section title={review ? 'Hier is een besluit nodig' : 'Intrekken'}>
      {review && (
        <Notice
          kind="warn"
          title={`Op ${formatMoment(review.noticedAt)} veranderde de presentie of de uitslag waarop dit rust.`}
        >
          {review.standing && <p>{standingSentence(review.standing)}</p>}
          <ul>
            {review.changes.map((change) => (
              <li key={change.id}>
                {formatWeekday(change.meetingStartsAt)}: {changeSentence(change)}
              </li>
            ))}
          </ul>
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

function standingSentence({ met, percent, missing }: Completion): string {
  return met
    ? `Zoals het nu staat, is de regel nog steeds gehaald (${percent}% aanwezig).`
    : `Zoals het nu staat, is de regel niet meer gehaald. Aan de deelnemer zou er staan: ${missing.join(' ')}`
}
