import { paths } from '#app/paths.ts'
import { ActButton } from '#app/ui/act-button.tsx'
import { Button } from '#app/ui/button.tsx'
import { DefinitionList } from '#app/ui/definition-list.tsx'
import { Form } from '#app/ui/form.tsx'
import { Sheet, Sheets } from '#app/ui/sheet.tsx'
import { TextField } from '#app/ui/text-field.tsx'
import type { ContributionLine } from '../contribution-queries.server.ts'
import { lineFacts } from '../contribution-texts.ts'
import { ContributionState } from './contribution-state.tsx'

type Props = {
  lines: (ContributionLine & { mayWithdraw: boolean })[]
  /** The line whose withdrawal was refused, and why. */
  refused?: { id: number; error: string } | undefined
}

/** What was recorded for a meeting, each line with where it stands; as long as nobody answered it can be taken back. */
export function RecordedLines({ lines, refused }: Props) {
  return (
    <Sheets>
      {lines.map((line) => (
        <Sheet key={line.id} eyebrow={line.organisation}>
          <p>
            <ContributionState {...line} />
          </p>
          <DefinitionList
            items={lineFacts(line)
              .filter(([label]) => label !== 'Bij' && label !== 'Dag')
              .map(([term, value]) => ({ term, value }))}
          />
          {line.evidenceFileId && <a href={paths.contributionEvidence(line.id)}>Download het bewijs</a>}
          {line.refusedReason && <p>Het bedrijf schreef: {line.refusedReason}</p>}
          {line.state === 'waits_for_signature' && line.mayWithdraw && (
            <>
              {line.toCheck === 'moved' && (
                <ActButton
                  act="confirm"
                  about={{ id: line.id }}
                  kind="secondary"
                  name={`${line.what}: klopt nog`}
                >
                  Klopt nog
                </ActButton>
              )}
              <details open={refused?.id === line.id}>
                <summary>Trek deze regel in</summary>
                <Form bare>
                  <input type="hidden" name="id" value={line.id} />
                  <TextField
                    field={{
                      id: `intrekken-${line.id}`,
                      name: 'reason',
                      errors: refused?.id === line.id ? [refused.error] : undefined,
                    }}
                    label="Waarom?"
                    required
                  />
                  <p>
                    <Button
                      kind="danger"
                      small
                      name="act"
                      value="withdraw"
                      aria-label={`${line.what} intrekken`}
                    >
                      Trek in
                    </Button>
                  </p>
                </Form>
              </details>
            </>
          )}
        </Sheet>
      ))}
    </Sheets>
  )
}
