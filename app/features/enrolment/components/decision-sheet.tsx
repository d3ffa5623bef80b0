import { paths } from '#app/paths.ts'
import { Acts, Button, LinkButton } from '#app/ui/button.tsx'
import { Form } from '#app/ui/form.tsx'
import { formatCount, formatDayYear, formatList } from '#app/ui/format.ts'
import { Sheet } from '#app/ui/sheet.tsx'
import { StateBadge } from '#app/ui/state-badge.tsx'
import type { Decision } from '../decide-queries.server.ts'
import { concerned } from '../enrolment-texts.ts'

type Props = { decision: Decision; today: string }

/** One decision: how it stands, what either answer does in numbers, and both answers beside each other. */
export function DecisionSheet({ decision, today }: Props) {
  const { id, title, code, held, minimum, unanswered, reserved, waiting, requested } = decision
  const short = minimum - held
  const name = `${title}, ${code}`
  return (
    <Sheet
      tinted={decision.decideOn !== null && decision.decideOn < today}
      cells={[
        { label: 'Geplaatst', value: `${held} van ${decision.capacity}` },
        { label: 'Minimum', value: minimum },
        { label: 'Wacht op team', value: requested },
        { label: 'Nog te antwoorden', value: unanswered + reserved },
        { label: 'Wachtlijst', value: waiting },
        { label: 'Beslisdag', value: <DecideDay decideOn={decision.decideOn} today={today} /> },
      ]}
    >
      <h2>Gaat dit door?</h2>
      <p>
        {short > 0 ? (
          <StateBadge tone="warn">
            {formatCount(short, 'deelnemer', 'deelnemers')} onder het minimum
          </StateBadge>
        ) : (
          <StateBadge tone="ok">genoeg deelnemers</StateBadge>
        )}
      </p>
      <p>{consequences(decision)}</p>
      <Form bare>
        <input type="hidden" name="act" value="go-ahead" />
        <Acts>
          <Button kind="secondary" aria-label={`Gaat door: ${name}`}>
            Gaat door
          </Button>
          <LinkButton kind="danger" href={paths.cancelEdition(id)} aria-label={`Gaat niet door: ${name}`}>
            Gaat niet door
          </LinkButton>
        </Acts>
      </Form>
    </Sheet>
  )
}

/** What each of the answers does, before it is given. */
export function consequences({
  held,
  unanswered,
  reserved,
  waiting,
  alternatives,
}: Pick<Decision, 'held' | 'unanswered' | 'reserved' | 'waiting' | 'alternatives'>): string {
  const all = held + unanswered + waiting
  return [
    `Gaat het door, dan krijgen ${formatList(concerned(held + unanswered, waiting))} bericht.`,
    `Gaat het niet door, dan ${all === 1 ? 'krijgt 1 mens' : `krijgen ${all} mensen`} bericht,`,
    alternatives > 0
      ? `met ${formatCount(alternatives, 'andere datum', 'andere data')} waar nog plek is.`
      : 'en er is geen andere datum met plek.',
    reserved > 0
      ? `${formatCount(reserved, 'plek wacht', 'plekken wachten')} nog op namen van een team.`
      : '',
  ]
    .join(' ')
    .trim()
}

function DecideDay({ decideOn, today }: { decideOn: string | null; today: string }) {
  if (!decideOn) return 'geen'
  if (decideOn < today) return <StateBadge tone="stop">te laat: {formatDayYear(decideOn)}</StateBadge>
  if (decideOn === today) return <StateBadge tone="warn">vandaag</StateBadge>
  return formatDayYear(decideOn)
}
