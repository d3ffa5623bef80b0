import { type SubmissionResult, useForm } from '@conform-to/react'
import { formatDayRange, formatDayYear, formatList } from '#app/ui/format.ts'
import { Sheet } from '#app/ui/sheet.tsx'
import type { TeamRequest as Request } from '../team-queries.server.ts'
import { ApprovalForm } from './approval-form.tsx'

type Props = { request: Request; lastResult: SubmissionResult<string[]> | undefined }

/** One request on a sheet: who wants what, who else is away then, and the answer. */
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
      <p>
        {request.away && request.away.length > 0
          ? `Op die dagen zijn uit het team ook weg: ${formatList(request.away)}.`
          : 'Op die dagen is er verder niemand van het team weg.'}
      </p>
      <ApprovalForm form={form} fields={fields} name={request.givenName} enrolmentId={request.id} />
    </Sheet>
  )
}
