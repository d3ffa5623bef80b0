import { type SubmissionResult, useForm } from '@conform-to/react'
import { formatDayRange, formatDayYear } from '#app/ui/format.ts'
import { Sheet } from '#app/ui/sheet.tsx'
import type { TeamRequest as Request } from '../team-queries.server.ts'
import { ApprovalForm } from './approval-form.tsx'
import { TeamAbsence } from './team-absence.tsx'

type Props = { request: Request; lastResult: SubmissionResult<string[]> | undefined }

/** One request on a sheet: who wants what, who else is away in those half-days, the lessons, and the answer. */
export function TeamRequest({ request, lastResult }: Props) {
  const mine = lastResult?.initialValue?.enrolmentId === String(request.id) ? lastResult : undefined
  const [form, fields] = useForm<{ reason: string }>({ id: `verzoek-${request.id}`, lastResult: mine })
  return (
    <Sheet
      cells={[
        { label: 'Wanneer', value: formatDayRange(request.startsAt, request.endsAt) },
        { label: 'Bijeenkomsten', value: request.meetings },
        { label: 'Gevraagd', value: formatDayYear(request.askedAt) },
        ...(request.teamName ? [{ label: 'Team', value: request.teamName }] : []),
      ]}
    >
      <h3>
        {request.name}: {request.title}
      </h3>
      {request.status === 'waitlisted' && <p>Het is nog vol; je collega staat op de wachtlijst.</p>}
      {request.note && (
        <p>
          Toelichting: <q>{request.note}</q>
        </p>
      )}
      <TeamAbsence absence={request.absence} lessons={request.lessonsToCover} />
      <ApprovalForm form={form} fields={fields} name={request.givenName} enrolmentId={request.id} />
    </Sheet>
  )
}
