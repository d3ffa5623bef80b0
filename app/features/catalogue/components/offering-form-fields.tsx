import type { SubmissionResult } from '@conform-to/react'
import { useForm } from '@conform-to/react'
import { Acts, Button } from '#app/ui/button.tsx'
import { Checkbox, CheckboxGroup, RadioGroup } from '#app/ui/choice-fields.tsx'
import { FieldRow, FieldSet, Form } from '#app/ui/form.tsx'
import { NumberField } from '#app/ui/number-field.tsx'
import { SelectField } from '#app/ui/select-field.tsx'
import { TextArea, TextField } from '#app/ui/text-field.tsx'
import { audienceWords, kindWords, levelWords, testWords } from '../catalogue-texts.ts'
import type { OfferingInput } from '../offering-form.ts'

/** What is in the fields when the page opens: texts, as they would be typed. */
export type OfferingFieldValues = { [Field in keyof OfferingInput]?: string | string[] }

export type OfferingChoices = {
  projects: { number: number; title: string }[]
  organisers: { id: number; name: string }[]
  rooms: { id: number; name: string; site: string; organisation: string }[]
  profiles: { code: string; title: string }[]
  qualificationTypes: { code: string; title: string }[]
}

type Props = {
  choices: OfferingChoices
  values: OfferingFieldValues
  lastResult: SubmissionResult<string[]> | undefined
  button: string
}

const options = (words: Record<string, string>) =>
  Object.entries(words).map(([value, label]) => ({ value, label }))

/** The one form for a new offering and for changing one. */
export function OfferingForm({ choices, values, lastResult, button }: Props) {
  const [form, fields] = useForm<Record<keyof OfferingInput, string | string[]>>({
    lastResult,
    defaultValue: values,
  })
  const rooms = choices.rooms.map((room) => ({
    value: room.id,
    label: `${room.organisation}, ${room.site}: ${room.name}`,
  }))
  const types = choices.qualificationTypes.map((type) => ({ value: type.code, label: type.title }))
  return (
    <Form form={form} keep>
      <FieldSet legend="Wat het is">
        <SelectField field={fields.kind} label="Soort" choices={options(kindWords)} required />
        <TextField field={fields.title} label="Titel" required />
        <TextField field={fields.summary} label="Samenvatting" hint="Eén zin, voor in de lijst." required />
        <TextArea
          field={fields.description}
          label="Beschrijving"
          hint="Met een lege regel begint een nieuwe alinea."
          rows={8}
        />
        <TextArea field={fields.learn} label="Wat leer je er?" hint="Elk punt op een eigen regel." rows={5} />
        <FieldRow>
          <SelectField
            field={fields.projectNumber}
            label="Project"
            empty="Kies een project"
            required
            choices={choices.projects.map(({ number, title }) => ({
              value: number,
              label: `${number}. ${title}`,
            }))}
          />
          <SelectField field={fields.level} label="Niveau" choices={options(levelWords)} required />
        </FieldRow>
      </FieldSet>
      <FieldSet legend="Voor wie">
        <CheckboxGroup field={fields.audience} label="Voor" choices={options(audienceWords)} inline />
        <TextArea field={fields.audienceNote} label="Toelichting" hint="Wat moet je al kunnen?" rows={2} />
        <CheckboxGroup
          field={fields.profiles}
          label="Profielen"
          choices={choices.profiles.map(({ code, title }) => ({ value: code, label: `${code}: ${title}` }))}
        />
        <TextArea
          field={fields.examModules}
          label="Examenmodules"
          hint="Elke code op een eigen regel, zoals P/PIE/01."
          rows={3}
        />
        <CheckboxGroup field={fields.requires} label="Dit bewijs moet je al hebben" choices={types} />
        <NumberField
          field={fields.lapsedMonthsAllowed}
          label="Hoelang mag dat verlopen zijn?"
          unit="maanden"
          required
        />
      </FieldSet>
      <FieldSet legend="Hoe het gaat">
        <SelectField
          field={fields.organiserId}
          label="Wie geeft het?"
          empty="Kies een organisatie"
          required
          choices={choices.organisers.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <SelectField field={fields.roomId} label="Vast lokaal" empty="Geen vast lokaal" choices={rooms} />
        <FieldRow>
          <NumberField field={fields.studyMinutes} label="Studielast" unit="uur" required />
          <NumberField field={fields.lessonsToCover} label="Lessen die iemand mist" unit="lessen" required />
        </FieldRow>
        <FieldRow>
          <NumberField field={fields.capacity} label="Plekken" required />
          <NumberField field={fields.minimum} label="Minimum" required />
        </FieldRow>
        <FieldRow>
          <NumberField field={fields.pricePartnersCents} label="Prijs voor partners" unit="euro" />
          <NumberField field={fields.priceOthersCents} label="Prijs voor anderen" unit="euro" />
        </FieldRow>
        <TextArea field={fields.bring} label="Meenemen" hint="Elk ding op een eigen regel." rows={3} />
      </FieldSet>
      <FieldSet legend="Wanneer het af is">
        <NumberField
          field={fields.minimumAttendancePercent}
          label="Zoveel van de tijd moet je er zijn"
          unit="procent"
          required
        />
        <RadioGroup field={fields.test} label="Toets" choices={options(testWords)} required />
        <Checkbox
          field={fields.evaluationRequired}
          label="De evaluatie hoort bij het afronden"
          hint="Wie haar niet invult, krijgt geen bewijs. Dit geldt voor data die je hierna plant."
        />
        <SelectField
          field={fields.awardsOnTest}
          label="Wie slaagt voor onze toets krijgt dit bewijs"
          empty="Geen bewijs"
          choices={types}
        />
        <SelectField
          field={fields.preparesFor}
          label="Bereidt voor op dit bewijs, elders te halen"
          empty="Geen"
          choices={types}
        />
      </FieldSet>
      <Checkbox
        field={fields.published}
        label="In het aanbod zetten"
        hint="Zonder vinkje is het een concept dat alleen coördinatoren zien."
      />
      <Acts>
        <Button>{button}</Button>
      </Acts>
    </Form>
  )
}
