import { type SubmissionResult, useForm } from '@conform-to/react'
import { paths } from '#app/paths.ts'
import { ActButton } from '#app/ui/act-button.tsx'
import { Acts, Button } from '#app/ui/button.tsx'
import { Form } from '#app/ui/form.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Section } from '#app/ui/section.tsx'
import { TextField } from '#app/ui/text-field.tsx'
import { isToSettle } from '../contribution.ts'
import type { ContributionLine } from '../contribution-queries.server.ts'
import { amountWords, contributionTexts, typedAmount } from '../contribution-texts.ts'

type Props = { line: ContributionLine; lastResult?: SubmissionResult<string[]> | undefined }

/** What a coordinator can do with a line, by where it stands. */
export function SettleActs({ line, lastResult }: Props) {
  if (line.state === 'waits_for_signature') return <Waiting line={line} lastResult={lastResult} />
  if (line.followed) {
    return <Notice kind="info">Na deze regel kwam een andere. Die staat hieronder.</Notice>
  }
  const open = isToSettle(line, line.followed)
  return (
    <>
      {open && line.state === 'signed' && (
        <Section title="Het bedrijf gaf een ander aantal" ruled>
          <p>
            {line.organisation} tekende voor {amountWords(line)}. Neem je dat over, dan telt het mee. Anders
            bel je, en stel je hieronder een ander aantal voor.
          </p>
          <ActButton act="settle" kind="act" small={false}>
            Neem over
          </ActButton>
        </Section>
      )}
      {open && line.state === 'refused' && (
        <Section title="Afgewezen" ruled>
          <p>
            {line.organisation} schreef: <q>{line.refusedReason}</q>
          </p>
          <SettleRefusal lastResult={lastResult} />
        </Section>
      )}
      {(line.state === 'signed' || line.state === 'refused') && (
        <Correct line={line} lastResult={lastResult} />
      )}
    </>
  )
}

function Waiting({ line, lastResult }: Props) {
  const [form, fields] = useForm<{ reason: string }>({ id: 'intrekken', lastResult })
  return (
    <Section title="Nog niet beantwoord" ruled>
      {line.toCheck && (
        <Notice
          kind="warn"
          title={`Deze regel gaat nog niet mee: ${contributionTexts.toCheck[line.toCheck]}.`}
          act={
            <ActButton act="confirm" kind="secondary">
              Klopt nog
            </ActButton>
          }
        >
          Klopt hij niet meer? Trek hem dan in.
        </Notice>
      )}
      <p>
        <a href={paths.contributionSigner(line.organisationId)}>Stuur {line.organisation} de link</a>
      </p>
      <details open={lastResult !== undefined}>
        <summary>Trek deze regel in</summary>
        <Form form={form} bare>
          <TextField field={fields.reason} label="Waarom?" required />
          <Acts>
            <Button kind="danger" name="act" value="withdraw">
              Trek in
            </Button>
          </Acts>
        </Form>
      </details>
    </Section>
  )
}

function SettleRefusal({ lastResult }: { lastResult?: SubmissionResult<string[]> | undefined }) {
  const [form, fields] = useForm<{ note: string }>({ id: 'wegleggen', lastResult })
  return (
    <Form form={form} bare>
      <TextField
        field={fields.note}
        label="Hoe is het opgelost?"
        hint="Bijvoorbeeld: gebeld, het was een andere dag."
      />
      <Acts>
        <Button name="act" value="settle">
          Leg weg
        </Button>
      </Acts>
    </Form>
  )
}

function Correct({ line, lastResult }: Props) {
  const [form, fields] = useForm<{ amount: string; reason: string }>({
    id: 'verbeteren',
    lastResult,
    defaultValue: {
      amount: typedAmount(
        line.kind === 'hours'
          ? { kind: 'hours', minutes: line.minutes ?? 0 }
          : { kind: line.kind, cents: line.cents },
      ),
    },
  })
  const wrong = Boolean(lastResult?.error && ('amount' in lastResult.error || 'reason' in lastResult.error))
  return (
    <details open={wrong}>
      <summary>Stel een ander aantal voor</summary>
      <Form form={form} bare>
        <p>Deze regel verandert niet. Er komt een nieuwe bij, die op een handtekening wacht.</p>
        <TextField field={fields.amount} label="Hoeveel" short required />
        <TextField field={fields.reason} label="Waarom?" required />
        <Acts>
          <Button kind="secondary" name="act" value="correct">
            Stel voor
          </Button>
        </Acts>
      </Form>
    </details>
  )
}
