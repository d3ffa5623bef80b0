import { RadioGroup } from '#app/ui/choice-fields.tsx'
import type { FieldSource } from '#app/ui/field.tsx'
import { formatCount, formatTimeRange, formatWeekday } from '#app/ui/format.ts'
import { SelectField } from '#app/ui/select-field.tsx'
import { TextArea, TextField } from '#app/ui/text-field.tsx'
import { type Audience, longestMessage } from '../edition-message.ts'
import { audienceWords } from '../edition-message-texts.ts'

export type MessageValues = {
  formKey: string
  audience: Audience
  meetingId: string
  subject: string
  body: string
}

type Props = {
  fields: Record<keyof MessageValues, FieldSource>
  meetings: { id: number; startsAt: Date; endsAt: Date }[]
  counts: { participants: number; waiting: number }
}

/** To whom, about what, and the words. */
export function MessageFields({ fields, meetings, counts }: Props) {
  return (
    <>
      <input type="hidden" name="formKey" value={fields.formKey.defaultValue} />
      <RadioGroup
        field={fields.audience}
        label="Aan wie?"
        required
        choices={[
          {
            value: 'participants',
            label: audienceWords.participants,
            hint: formatCount(counts.participants, 'deelnemer', 'deelnemers'),
          },
          { value: 'absent', label: audienceWords.absent, hint: 'Kies hieronder welke bijeenkomst.' },
          {
            value: 'waiting',
            label: audienceWords.waiting,
            hint: formatCount(counts.waiting, 'wachtende', 'wachtenden'),
          },
        ]}
      />
      <SelectField
        field={fields.meetingId}
        label="Bijeenkomst"
        hint="Alleen nodig als je schrijft aan wie er een mist."
        empty="Geen"
        choices={meetings.map(({ id, startsAt, endsAt }) => ({
          value: id,
          label: `${formatWeekday(startsAt)}, ${formatTimeRange(startsAt, endsAt)}`,
        }))}
      />
      <TextField field={fields.subject} label="Onderwerp" required />
      <TextArea
        field={fields.body}
        label="Bericht"
        hint={`Een lege regel begint een nieuwe alinea. Hooguit ${longestMessage} tekens.`}
        rows={10}
        required
      />
    </>
  )
}
