import type { SubmissionResult } from '@conform-to/react'
import { useForm } from '@conform-to/react'
import type { OrganisationChoice } from '#app/features/organisations/organisation-queries.server.ts'
import { Acts, Button } from '#app/ui/button.tsx'
import { RadioGroup } from '#app/ui/choice-fields.tsx'
import { FieldRow, FieldSet, Form } from '#app/ui/form.tsx'
import { SelectField } from '#app/ui/select-field.tsx'
import { TextField } from '#app/ui/text-field.tsx'
import type { EnrolWithoutAccountInput } from '../enrolment-form.ts'
import { DayFields } from './enrol-fields.tsx'
import styles from './enrol-without-account-form.module.css'

type Props = {
  organisations: Pick<OrganisationChoice, 'id' | 'name' | 'town'>[]
  hasMeal: boolean
  button: string
  lastResult: SubmissionResult<string[]> | undefined
}

const roles = [
  { value: 'teacher', label: 'docent' },
  { value: 'instructor', label: 'instructeur' },
  { value: 'staff', label: 'iets anders' },
]

/** For who has no account: name, address and school. Confirming the mail makes the account. */
export function EnrolWithoutAccountForm({ organisations, hasMeal, button, lastResult }: Props) {
  const [form, fields] = useForm<Record<keyof EnrolWithoutAccountInput, string>>({
    lastResult,
    id: 'inschrijven',
    defaultValue: { role: 'teacher' },
  })
  const schools = [
    ...organisations.map(({ id, name, town }) => ({
      value: id,
      label: name.includes(town) ? name : `${name}, ${town}`,
    })),
    { value: 0, label: 'Mijn school staat er niet bij' },
  ]
  return (
    <Form form={form} keep>
      <FieldSet legend="Wie je bent">
        <FieldRow>
          <TextField field={fields.givenName} label="Voornaam" autoComplete="given-name" required />
          <TextField field={fields.familyName} label="Achternaam" autoComplete="family-name" required />
        </FieldRow>
        <TextField
          field={fields.email}
          label="E-mailadres"
          hint="Hier sturen we de link naartoe waarmee je de inschrijving afmaakt."
          type="email"
          autoComplete="email"
          required
        />
      </FieldSet>
      <FieldSet legend="Waar je werkt">
        <SelectField
          field={fields.organisationId}
          label="School"
          choices={schools}
          empty="Kies je school"
          required
        />
        <div className={styles.elsewhere}>
          <FieldRow>
            <TextField field={fields.schoolName} label="Naam van je school" autoComplete="organization" />
            <TextField field={fields.schoolTown} label="Plaats" />
          </FieldRow>
        </div>
        <RadioGroup field={fields.role} label="Wat je doet" choices={roles} inline required />
      </FieldSet>
      <FieldSet legend="Voor de dag zelf">
        <DayFields fields={fields} hasMeal={hasMeal} />
      </FieldSet>
      <Acts>
        <Button>{button}</Button>
      </Acts>
    </Form>
  )
}
