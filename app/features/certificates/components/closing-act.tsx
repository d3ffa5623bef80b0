import { paths } from '#app/paths.ts'
import { Button } from '#app/ui/button.tsx'
import { Form } from '#app/ui/form.tsx'
import { formatCount, formatList } from '#app/ui/format.ts'
import { Notice } from '#app/ui/notice.tsx'
import { Section } from '#app/ui/section.tsx'
import { TextField } from '#app/ui/text-field.tsx'
import type { Obstacle } from '../closing.ts'

type Props = {
  closed: boolean
  obstacles: Obstacle[]
  counts: {
    certificates: number
    proofs: number
    notCompleted: number
    onlyEvaluation: number
    evaluationOver: boolean
  }
  mayReopen: boolean
}

/** The one act of the page: what stands in its way, or what it will do, in numbers. */
export function ClosingAct({ closed, obstacles, counts, mayReopen }: Props) {
  if (closed) return mayReopen ? <Reopen /> : null
  if (obstacles.length > 0) {
    return (
      <Notice kind="warn" title="Afronden kan nog niet">
        <ul>
          {obstacles.map(({ sentence, meetingId }) => (
            <li key={sentence}>
              {sentence} {meetingId && <a href={paths.roster(meetingId)}>Naar de presentie</a>}
            </li>
          ))}
        </ul>
      </Notice>
    )
  }
  const { certificates, proofs, notCompleted, onlyEvaluation, evaluationOver } = counts
  const issued = formatList(
    [
      certificates > 0 && formatCount(certificates, 'certificaat', 'certificaten'),
      proofs > 0 && formatCount(proofs, 'bewijs van deelname', 'bewijzen van deelname'),
    ].filter((part) => part !== false),
  )
  return (
    <Form bare aria-label="Afronden">
      <p>
        {issued ? `Je geeft ${issued} uit. ` : 'Er is niets nieuws uit te geven. '}
        {notCompleted > 0 &&
          `${formatCount(notCompleted, 'deelnemer heeft', 'deelnemers hebben')} het nog niet gehaald en ${notCompleted === 1 ? 'leest' : 'lezen'} wat er ontbreekt. `}
        {formatCount(certificates + proofs + notCompleted, 'deelnemer krijgt', 'deelnemers krijgen')} bericht.
      </p>
      {onlyEvaluation > 0 && (
        <p>
          {formatCount(onlyEvaluation, 'deelnemer mist', 'deelnemers missen')} alleen nog de evaluatie.{' '}
          {evaluationOver
            ? 'De tijd om te antwoorden is om: een coördinator kan vrijstelling geven.'
            : 'Wie haar op tijd invult, krijgt het bewijs vanzelf. Je hoeft daarvoor niets te heropenen.'}
        </p>
      )}
      <p>
        <Button name="act" value="close">
          Rond af{issued && ' en geef uit'}
        </Button>
      </p>
    </Form>
  )
}

function Reopen() {
  return (
    <Section
      title="Heropenen"
      intro="Om iets te verbeteren of in te halen. Wie al een geldig bewijs heeft, houdt dat."
    >
      <Form bare aria-label="Heropenen">
        <TextField field={{ id: 'reopen-reason', name: 'reason' }} label="Reden" required />
        <p>
          <Button kind="secondary" name="act" value="reopen">
            Heropen deze uitvoering
          </Button>
        </p>
      </Form>
    </Section>
  )
}
