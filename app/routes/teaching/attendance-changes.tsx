import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { authorize } from '#app/access/authorize.ts'
import { requireActor } from '#app/access/require-actor.server.ts'
import { changeSentence } from '#app/features/attendance/attendance-texts.ts'
import { findMeeting, listHistory } from '#app/features/attendance/roster-queries.server.ts'
import { paths } from '#app/paths.ts'
import { idFrom } from '#app/platform/forms.server.ts'
import { orNotFound } from '#app/platform/refusal.ts'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { formatMoment, formatWeekday } from '#app/ui/format.ts'
import { Page } from '#app/ui/page.tsx'
import { Table } from '#app/ui/table.tsx'
import { database } from '#db/client.server.ts'

export const meta: MetaFunction = () => [{ title: 'Wijzigingen van de presentie' }]

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  const meeting = orNotFound(await findMeeting(database(), idFrom(args.params.id)))
  authorize(actor, 'attendance.record', { editionId: meeting.editionId, meetingId: meeting.id })
  const asked = new URL(args.request.url).searchParams.get('deelnemer')
  const enrolmentId = asked === null ? undefined : idFrom(asked)
  const lines = await listHistory(database(), meeting.id, { enrolmentId })
  return { meeting: { id: meeting.id, title: meeting.title, startsAt: meeting.startsAt }, lines }
}

export default function AttendanceChanges() {
  const { meeting, lines } = useLoaderData<typeof loader>()
  return (
    <Page
      title="Wie vulde wat in"
      eyebrow={`${meeting.title}, ${formatWeekday(meeting.startsAt)}`}
      back={{ href: paths.roster(meeting.id), label: 'Presentie' }}
    >
      {lines.length === 0 ? (
        <EmptyState title="Er is nog niets ingevuld.">
          Hier komt elke wijziging te staan, de laatste bovenaan.
        </EmptyState>
      ) : (
        <Table
          caption="Wijzigingen, de laatste bovenaan"
          columns={[
            { key: 'when', label: 'Wanneer', cell: (line) => formatMoment(line.recordedAt) },
            { key: 'name', label: 'Deelnemer', heading: true, cell: (line) => line.name },
            { key: 'what', label: 'Wat', cell: (line) => changeSentence(line) },
          ]}
          rows={lines}
          rowKey={(line) => line.id}
        />
      )}
    </Page>
  )
}
