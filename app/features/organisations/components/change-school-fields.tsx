import { otherOrganisation, stopsNowhere } from '#app/features/organisations/organisation-choice.ts'
import type { Account } from '#app/features/people/account-queries.server.ts'
import { rolesOneMayTake } from '#app/features/people/membership.ts'
import { roleNames } from '#app/features/people/person-texts.ts'
import { RadioGroup } from '#app/ui/choice-fields.tsx'
import { DateField } from '#app/ui/date-field.tsx'
import type { FieldSource } from '#app/ui/field.tsx'
import { FieldSet } from '#app/ui/form.tsx'
import { capitalise } from '#app/ui/format.ts'
import { SelectField } from '#app/ui/select-field.tsx'
import { TextField } from '#app/ui/text-field.tsx'
import styles from './change-school-fields.module.css'

export type ChangeSchoolValues = Record<
  'membershipId' | 'endsOn' | 'school' | 'schoolName' | 'schoolTown' | 'role' | 'startsOn',
  string
>

type Props = {
  fields: Record<keyof ChangeSchoolValues, FieldSource>
  current: Account['memberships']
  options: { value: string; label: string }[]
}

/** Where one stops, and where one starts. */
export function ChangeSchoolFields({ fields, current, options }: Props) {
  return (
    <>
      {current.length > 0 && (
        <FieldSet legend="Waar stop je?">
          <RadioGroup
            field={fields.membershipId}
            label="Ik werk niet meer bij"
            choices={[
              ...current.map(({ id, organisationName, teamName, role }) => ({
                value: String(id),
                label: [organisationName, teamName, roleNames[role]].filter(Boolean).join(', '),
              })),
              { value: stopsNowhere, label: 'Ik stop nergens, ik begin er alleen bij' },
            ]}
          />
          <DateField
            field={fields.endsOn}
            label="Je laatste dag daar"
            hint="Daarna ziet je oude teamleider niets meer van je. Bijvoorbeeld 3-12-2026."
          />
        </FieldSet>
      )}
      <div className={styles.begin}>
        <FieldSet legend="Waar begin je?">
          <SelectField
            field={fields.school}
            label="Je nieuwe school"
            choices={[...options, { value: otherOrganisation, label: 'Mijn school staat er niet bij' }]}
            empty="Geen nieuwe school"
          />
          <div className={styles.other}>
            <TextField
              field={fields.schoolName}
              label="Naam van je school"
              hint="De coördinator zoekt je school op en koppelt hem aan je account."
              autoComplete="organization"
            />
            <TextField field={fields.schoolTown} label="Plaats van je school" autoComplete="off" />
          </div>
          <RadioGroup
            field={fields.role}
            label="Wat doe je daar?"
            inline
            choices={rolesOneMayTake.map((role) => ({ value: role, label: capitalise(roleNames[role]) }))}
          />
          <DateField
            field={fields.startsOn}
            label="Je eerste dag daar"
            hint="Vandaag, als je niets invult."
          />
        </FieldSet>
      </div>
    </>
  )
}
