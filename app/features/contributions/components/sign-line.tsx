import { Acts, Button } from '#app/ui/button.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { Spoken } from '#app/ui/spoken.tsx'
import { TextField } from '#app/ui/text-field.tsx'
import { TitleBlock } from '#app/ui/title-block.tsx'
import type { ContributionKind } from '../contribution.ts'
import styles from './sign-line.module.css'

export type LineToSign = {
  id: number
  hash: string
  what: string
  kind: ContributionKind
  facts: [label: string, value: string][]
  /** The number as it would be typed. */
  amount: string
}

type Props = {
  line: LineToSign
  typed: Record<string, string>
  /** What was wrong with the answer about this line. */
  problem?: { field: 'amount' | 'reason'; sentence: string } | undefined
}

const isShort = ([label]: [string, string]) => ['Hoeveel', 'Waarde', 'Dag'].includes(label)

/** One line with its three answers. Correct and refuse open by themselves: they ask something first. */
export function SignLine({ line, typed, problem }: Props) {
  const { id, hash, what, kind, facts, amount } = line
  const errorsOf = (field: 'amount' | 'reason') => (problem?.field === field ? [problem.sentence] : undefined)
  return (
    <Sheet>
      <h2 className={styles.title} id={`regel-${id}`}>
        {what}
      </h2>
      <TitleBlock cells={facts.filter(isShort).map(([label, value]) => ({ label, value }))} />
      {facts
        .filter((fact) => !isShort(fact) && fact[0] !== 'Wat')
        .map(([label, value]) => (
          <p key={label} className={styles.fact}>
            <strong>{label}:</strong> {value}
          </p>
        ))}
      <input type="hidden" name={`hash-${id}`} value={hash} />
      <Acts>
        <Button kind="secondary" name="act" value={`agree-${id}`} aria-label={`Akkoord met ${what}`}>
          Akkoord
        </Button>
      </Acts>
      <div className={styles.others}>
        <details className={styles.other} open={problem?.field === 'amount'}>
          <summary>
            Verbeter<Spoken> {what}</Spoken>
          </summary>
          <div className={styles.fields}>
            <TextField
              field={{
                id: `aantal-${id}`,
                name: `amount-${id}`,
                defaultValue: typed[`amount-${id}`] ?? amount,
                errors: errorsOf('amount'),
              }}
              label={kind === 'hours' ? 'Hoeveel uur was het?' : 'Welk bedrag was het?'}
              hint={kind === 'hours' ? 'Bijvoorbeeld 2,5 uur of 2:30' : 'Bijvoorbeeld € 150,00'}
              short
            />
            <div>
              <Button
                kind="secondary"
                name="act"
                value={`correct-${id}`}
                aria-label={`Teken ${what} met dit aantal`}
              >
                Teken met dit aantal
              </Button>
            </div>
          </div>
        </details>
        <details className={styles.other} open={problem?.field === 'reason'}>
          <summary>
            Wijs af<Spoken> {what}</Spoken>
          </summary>
          <div className={styles.fields}>
            <TextField
              field={{
                id: `reden-${id}`,
                name: `reason-${id}`,
                defaultValue: typed[`reason-${id}`],
                errors: errorsOf('reason'),
              }}
              label="Wat klopt er niet?"
            />
            <div>
              <Button kind="danger" name="act" value={`refuse-${id}`} aria-label={`Wijs ${what} af`}>
                Wijs af
              </Button>
            </div>
          </div>
        </details>
      </div>
    </Sheet>
  )
}
