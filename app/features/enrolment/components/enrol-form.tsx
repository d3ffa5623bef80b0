import type { SubmissionResult } from '@conform-to/react'
import { useForm } from '@conform-to/react'
import { Acts, Button } from '#app/ui/button.tsx'
import { RadioGroup } from '#app/ui/choice-fields.tsx'
import { Form } from '#app/ui/form.tsx'
import type { SchoolChoice } from '../enrol-page-queries.server.ts'
import { enrolmentTexts } from '../enrolment-texts.ts'
import { DayFields } from './enrol-fields.tsx'

type Fields = { membershipId: string; note: string; dietaryWishes: string; telephone: string }

type Props = {
  schools: SchoolChoice[]
  hasMeal: boolean
  telephone: string | null
  button: string
  lastResult: SubmissionResult<string[]> | undefined
}

const nameOf = (school: SchoolChoice) => [school.organisationName, school.teamName].filter(Boolean).join(', ')

const approvalOf = (school: SchoolChoice) =>
  school.needsApproval
    ? enrolmentTexts.approvers(school.teamName ?? school.organisationName, school.approvers)
    : undefined

/** For who is logged in: the school is known, so mostly nothing has to be filled in. */
export function EnrolForm({ schools, hasMeal, telephone, button, lastResult }: Props) {
  const [form, fields] = useForm<Fields>({
    lastResult,
    id: 'inschrijven',
    defaultValue: { telephone: telephone ?? '' },
  })
  const only = schools.length === 1 ? schools[0] : undefined
  return (
    <Form form={form} keep bare>
      {schools.length > 1 && (
        <RadioGroup
          field={fields.membershipId}
          label="Voor welke school ga je?"
          required
          choices={schools.map((school) => ({
            value: school.membershipId,
            label: nameOf(school),
            hint: approvalOf(school),
          }))}
        />
      )}
      {only && (
        <p>
          Je gaat voor <strong>{nameOf(only)}</strong>. {approvalOf(only)}
        </p>
      )}
      <DayFields fields={fields} hasMeal={hasMeal} />
      <Acts>
        <Button>{button}</Button>
      </Acts>
    </Form>
  )
}
