import { paths } from '#app/paths.ts'
import { Acts, Button, LinkButton } from '#app/ui/button.tsx'
import { DefinitionList } from '#app/ui/definition-list.tsx'
import type { FieldSource } from '#app/ui/field.tsx'
import { FieldSet, Form } from '#app/ui/form.tsx'
import { FormErrors, type FormSource } from '#app/ui/form-errors.tsx'
import { formatDayYear } from '#app/ui/format.ts'
import { Section } from '#app/ui/section.tsx'
import { SelectField } from '#app/ui/select-field.tsx'
import { TextArea } from '#app/ui/text-field.tsx'
import { halfDaysInWords } from '../interest-texts.ts'
import type { Wish } from '../wish-queries.server.ts'

/** What was reported, and by whom. */
export function WishFacts({ wish }: { wish: Wish }) {
  const from = [wish.name, wish.organisation].filter(Boolean).join(', ')
  return (
    <DefinitionList
      items={[
        { term: 'Van', value: from },
        { term: 'Gemeld', value: formatDayYear(wish.createdAt) },
        { term: 'Waarvoor', value: wish.why ?? 'niet ingevuld' },
        { term: 'Hoeveel mensen', value: wish.people },
        { term: 'Gaat over', value: wish.about ?? 'niet ingevuld' },
        { term: 'Kan op', value: halfDaysInWords(wish.halfDays) },
        ...(wish.answer ? [{ term: 'Laatste antwoord', value: wish.answer }] : []),
      ]}
    />
  )
}

type Props = {
  wish: Wish
  offerings: { id: number; title: string }[]
  form: FormSource
  fields: { answer: FieldSource; offeringId: FieldSource }
}

/** The four things one can do with it. Whichever one presses, the person hears of it. */
export function WishActs({ wish, offerings, form, fields }: Props) {
  return (
    <>
      <FormErrors form={form} />
      <Section title="Er is aanbod voor" ruled>
        <Form bare>
          <input type="hidden" name="act" value="link" />
          <SelectField
            field={fields.offeringId}
            label="Welk aanbod past?"
            empty="Kies uit het aanbod"
            choices={offerings.map(({ id, title }) => ({ value: id, label: title }))}
            hint={`${wish.name} komt op de lijst van dat aanbod en krijgt bericht.`}
          />
          <Acts>
            <Button>Koppel aan dit aanbod</Button>
            <LinkButton kind="secondary" href={`${paths.newOffering()}?behoefte=${wish.id}`}>
              Maak nieuw aanbod
            </LinkButton>
          </Acts>
        </Form>
      </Section>
      <Section title="Antwoorden of afsluiten" ruled>
        <Form bare>
          <FieldSet legend="Bericht" hint={`${wish.name} krijgt dit per mail.`}>
            <TextArea field={fields.answer} label="Wat schrijf je?" rows={4} required />
          </FieldSet>
          <Acts>
            <Button kind="secondary" name="act" value="answer">
              Antwoord, laat open
            </Button>
            <Button kind="danger" name="act" value="close">
              Sluit af met deze reden
            </Button>
          </Acts>
        </Form>
      </Section>
    </>
  )
}
