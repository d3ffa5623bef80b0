import { type SubmissionResult, useForm } from '@conform-to/react'
import { paths } from '#app/paths.ts'
import { acceptedFiles } from '#app/platform/files/media-type.ts'
import { Acts, Button } from '#app/ui/button.tsx'
import { FileField } from '#app/ui/file-field.tsx'
import { Form } from '#app/ui/form.tsx'
import { formatBytes, formatWeekday } from '#app/ui/format.ts'
import { Section } from '#app/ui/section.tsx'
import { SelectField } from '#app/ui/select-field.tsx'
import { Table } from '#app/ui/table.tsx'
import { TextField } from '#app/ui/text-field.tsx'
import type { Handout } from '../handout-queries.server.ts'

type Fields = { meetingId: string; title: string; file: string }
type Props = {
  handouts: Handout[]
  meetings: { id: number; number: number; startsAt: Date }[]
  lastResult?: SubmissionResult<string[]>
}

/** What participants can download with a meeting, and the form to add one. */
export function Handouts({ handouts, meetings, lastResult }: Props) {
  const [form, fields] = useForm<Fields>({ id: 'hand-out', lastResult })
  const meetingOf = new Map(meetings.map((meeting) => [meeting.id, `bijeenkomst ${meeting.number}`]))
  return (
    <Section title="Hand-outs" ruled intro="Deelnemers vinden deze bestanden bij hun inschrijving.">
      {handouts.length > 0 && (
        <Table
          caption="Hand-outs"
          columns={[
            {
              key: 'title',
              label: 'Titel',
              heading: true,
              cell: ({ id, title }) => <a href={paths.myHandout(id)}>{title}</a>,
            },
            { key: 'meeting', label: 'Bij', cell: ({ meetingId }) => meetingOf.get(meetingId) ?? '–' },
            { key: 'size', label: 'Grootte', cell: ({ byteSize }) => formatBytes(byteSize), align: 'end' },
            {
              key: 'act',
              label: 'Weghalen',
              unlabelled: true,
              cell: ({ id, title }) => (
                <Form bare>
                  <input type="hidden" name="handoutId" value={id} />
                  <Button
                    small
                    kind="quiet"
                    name="act"
                    value="remove-handout"
                    aria-label={`${title} weghalen`}
                  >
                    Haal weg
                  </Button>
                </Form>
              ),
            },
          ]}
          rows={handouts}
          rowKey={({ id }) => id}
        />
      )}
      {meetings.length > 0 && (
        <Form form={form} encType="multipart/form-data">
          <SelectField
            field={fields.meetingId}
            label="Bij welke bijeenkomst"
            required
            choices={meetings.map((meeting) => ({
              value: meeting.id,
              label: `Bijeenkomst ${meeting.number}, ${formatWeekday(meeting.startsAt)}`,
            }))}
          />
          <TextField field={fields.title} label="Titel" required />
          <FileField
            field={fields.file}
            label="Bestand"
            required
            accept={Object.values(acceptedFiles)
              .map((extension) => `.${extension}`)
              .join(',')}
            hint="PDF, Word, Excel, PowerPoint, ODT of een foto; tot 25 MB"
          />
          <Acts>
            <Button kind="secondary" name="act" value="handout">
              Zet erbij
            </Button>
          </Acts>
        </Form>
      )}
    </Section>
  )
}
