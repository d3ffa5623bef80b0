import { Acts, Button } from '#app/ui/button.tsx'
import { Form } from '#app/ui/form.tsx'
import { formatCount } from '#app/ui/format.ts'
import { Section } from '#app/ui/section.tsx'
import { TextField } from '#app/ui/text-field.tsx'

/** The other way out: it is called off, with one press. Says in numbers what will happen. */
export function CancelForTrainer({ others, concerned }: { others: number; concerned: number }) {
  const people = formatCount(concerned, 'deelnemer krijgt', 'deelnemers krijgen')
  return (
    <Section
      title="Of het gaat niet door"
      ruled
      intro={
        others > 0
          ? `Alleen deze bijeenkomst vervalt; ${formatCount(others, 'andere gaat', 'andere gaan')} door. ${people} bericht.`
          : `Dit is de enige bijeenkomst die nog komt, dus de hele uitvoering vervalt. ${people} bericht, met de andere data die er zijn. Dit kun je niet terugdraaien.`
      }
    >
      <Form bare>
        <input type="hidden" name="act" value="cancel" />
        <TextField
          field={{
            id: 'reason',
            name: 'reason',
            defaultValue: 'De trainer kan niet, en er is geen vervanger.',
          }}
          label="Reden"
          hint="De deelnemers lezen dit."
          required
        />
        <Acts>
          <Button kind="danger">
            {others > 0 ? 'Laat deze bijeenkomst vervallen' : 'Laat niet doorgaan'}
          </Button>
        </Acts>
      </Form>
    </Section>
  )
}
