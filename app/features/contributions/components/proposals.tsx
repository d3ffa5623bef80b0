import { Acts, Button } from '#app/ui/button.tsx'
import { Form } from '#app/ui/form.tsx'
import { formatMinutes } from '#app/ui/format.ts'
import { TextField } from '#app/ui/text-field.tsx'
import { typedAmount } from '../contribution-texts.ts'
import type { Proposal } from '../meeting-contribution-queries.server.ts'

type Props = {
  proposals: Proposal[]
  /** What was typed and what is wrong with it, by the key of a proposal. */
  typed?: Record<string, { value: string; error?: string | undefined }> | undefined
}

/** What the facts already say, to be confirmed in one press; a field that is left empty is not recorded. */
export function Proposals({ proposals, typed = {} }: Props) {
  return (
    <Form bare aria-label="Dit zien we al">
      {proposals.map((proposal) => {
        const { entryKey, organisation, what, kind, minutes, cents } = proposal
        const hours = kind === 'hours'
        const proposed = hours
          ? typedAmount({ kind: 'hours', minutes: minutes ?? 0 })
          : cents && typedAmount({ kind: 'facility', cents })
        return (
          <TextField
            key={entryKey}
            field={{
              id: `voorstel-${entryKey.replace(':', '-')}`,
              name: `amount-${entryKey.replace(':', '-')}`,
              defaultValue: typed[entryKey]?.value ?? (proposed || ''),
              errors: typed[entryKey]?.error ? [typed[entryKey].error] : undefined,
            }}
            label={`${what} (${organisation})`}
            hint={
              hours
                ? `Uren. De bijeenkomst duurde ${formatMinutes(minutes ?? 0)} zonder pauzes. Leeg: niet ingebracht.`
                : 'Wat het waard is, bijvoorbeeld € 150,00. Leeg: niet ingebracht.'
            }
            short
          />
        )
      })}
      <Acts>
        <Button name="act" value="confirm-proposals">
          Klopt, leg vast
        </Button>
      </Acts>
    </Form>
  )
}
