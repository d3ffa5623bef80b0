import { paths } from '#app/paths.ts'
import { Acts, Button, LinkButton } from '#app/ui/button.tsx'
import { Form } from '#app/ui/form.tsx'
import { formatCount } from '#app/ui/format.ts'
import { Section } from '#app/ui/section.tsx'

type Props = { editionId: number; placesHeld: number; minimum: number; told: number }

/** The decision of the decide-day: what either answer does is said before the press. */
export function GoAhead({ editionId, placesHeld, minimum, told }: Props) {
  const short = minimum - placesHeld
  return (
    <Section title="Gaat dit door?">
      <p>
        {short > 0
          ? `Er zijn nog ${formatCount(short, 'deelnemer', 'deelnemers')} te weinig voor het minimum van ${minimum}. `
          : 'Er zijn genoeg deelnemers. '}
        Laat je het doorgaan, dan {told === 1 ? 'krijgt' : 'krijgen'}{' '}
        {formatCount(told, 'deelnemer', 'deelnemers')} en de trainers bericht. Inschrijven blijft mogelijk.
      </p>
      <Form bare>
        <input type="hidden" name="act" value="go-ahead" />
        <Acts>
          <Button kind="secondary">Laat het doorgaan</Button>
          <LinkButton kind="danger" href={paths.cancelEdition(editionId)}>
            Laat niet doorgaan
          </LinkButton>
        </Acts>
      </Form>
    </Section>
  )
}
