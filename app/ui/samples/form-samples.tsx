import { Acts, Button } from '../button.tsx'
import { Checkbox, CheckboxGroup, RadioGroup } from '../choice-fields.tsx'
import { DateField, TimeField } from '../date-field.tsx'
import type { FieldSource } from '../field.tsx'
import { FileField } from '../file-field.tsx'
import { FilterBar } from '../filter-bar.tsx'
import { filterField } from '../filter-field.ts'
import { FieldRow, FieldSet, Form } from '../form.tsx'
import { NumberField } from '../number-field.tsx'
import { ScaleField } from '../scale-field.tsx'
import { Section } from '../section.tsx'
import { SelectField } from '../select-field.tsx'
import { TextArea, TextField } from '../text-field.tsx'

const field = (name: string, more: Partial<FieldSource> = {}): FieldSource => ({
  id: `voorbeeld-${name}`,
  name,
  ...more,
})

const mailError = 'Er ontbreekt een @ in je e-mailadres. Schrijf het als naam@school.nl.'
const roleError = 'Kies wat je bij ons doet.'

const profiles = [
  { value: 'PIE', label: 'PIE' },
  { value: 'BWI', label: 'BWI' },
  { value: 'M&T', label: 'M&T' },
]

export function FormSamples() {
  return (
    <Section title="Een formulier" id="formulier" ruled>
      <FilterBar label="het aanbod" clearHref="?">
        <TextField field={filterField('zoek', 'lassen')} label="Zoek" type="search" />
        <SelectField
          field={filterField('profiel', 'BWI')}
          label="Profiel"
          empty="Alle profielen"
          choices={profiles}
        />
        <Checkbox field={filterField('plek', 'on')} label="Nog plek" />
      </FilterBar>
      <Form keep form={{ id: 'voorbeeld', allErrors: { email: [mailError], role: [roleError] } }}>
        <FieldSet legend="Wie ben je?">
          <TextField field={field('name', { required: true })} label="Naam" autoComplete="name" />
          <TextField
            field={field('email', { required: true, defaultValue: 'docent.school.nl', errors: [mailError] })}
            label="E-mailadres"
            hint="Hierheen sturen we de bevestiging."
            type="email"
            autoComplete="email"
          />
          <RadioGroup
            field={field('role', { required: true, errors: [roleError] })}
            label="Wat doe je?"
            choices={[
              { value: 'teacher', label: 'Ik geef les' },
              {
                value: 'instructor',
                label: 'Ik ben instructeur',
                hint: 'Ook als je technisch onderwijsassistent bent.',
              },
            ]}
          />
          <ScaleField
            field={field('scale', { required: true, defaultValue: '4' })}
            label="De uitleg was duidelijk."
            points={[1, 2, 3, 4, 5]}
            low="helemaal oneens"
            high="helemaal eens"
          />
        </FieldSet>
        <FieldSet legend="De bijeenkomst" hint="Je kunt dit later nog veranderen.">
          <FieldRow>
            <DateField field={field('day', { defaultValue: '2026-12-03' })} label="Datum" />
            <TimeField
              field={field('from', { defaultValue: '13:00' })}
              label="Vanaf"
              hint="Bijvoorbeeld 13.00"
            />
          </FieldRow>
          <NumberField field={field('price', { defaultValue: '12.5' })} label="Eigen bijdrage" unit="euro" />
          <SelectField field={field('site')} label="Plaats" empty="Kies een plaats" choices={profiles} />
          <CheckboxGroup
            field={field('profiles', { defaultOptions: ['PIE'] })}
            label="Profielen"
            choices={profiles}
            inline
          />
          <TextArea field={field('note')} label="Opmerking" hint="De trainer leest dit." />
          <FileField field={field('handout')} label="Hand-out" hint="PDF, hoogstens 10 MB." accept=".pdf" />
          <Checkbox
            field={field('mail', { defaultChecked: true })}
            label="Mail me als er een plek vrijkomt"
          />
        </FieldSet>
        <Acts>
          <Button>Inschrijven</Button>
          <Button kind="quiet">Bewaar als concept</Button>
        </Acts>
      </Form>
    </Section>
  )
}
