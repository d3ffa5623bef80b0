import type { FieldMetadata } from '@conform-to/react'
import { DateField, TimeField } from '#app/ui/date-field.tsx'
import { FieldRow } from '#app/ui/form.tsx'
import { NumberField } from '#app/ui/number-field.tsx'
import { SelectField } from '#app/ui/select-field.tsx'
import { TextField } from '#app/ui/text-field.tsx'

export type MeetingFieldValues = {
  day: string
  startsAt: string
  endsAt: string
  breakMinutes: string
  roomId: string
  placeNote: string
}

type Room = { id: number; name: string; site: string; organisation: string }
type Props = { fields: { [Field in keyof MeetingFieldValues]: FieldMetadata<string> }; rooms: Room[] }

/** When and where a meeting is. */
export function MeetingFields({ fields, rooms }: Props) {
  return (
    <>
      <DateField field={fields.day} label="Dag" hint="Bijvoorbeeld 3-12-2026." required />
      <FieldRow>
        <TimeField field={fields.startsAt} label="Begin" required />
        <TimeField field={fields.endsAt} label="Einde" required />
        <NumberField field={fields.breakMinutes} label="Pauze" unit="minuten" required />
      </FieldRow>
      <SelectField
        field={fields.roomId}
        label="Lokaal"
        empty="Geen lokaal: ik schrijf het erbij"
        choices={rooms.map((room) => ({
          value: room.id,
          label: `${room.organisation}, ${room.site}: ${room.name}`,
        }))}
      />
      <TextField
        field={fields.placeNote}
        label="Of: waar is het?"
        hint="Bijvoorbeeld waar de bus vertrekt."
      />
    </>
  )
}
