import { useForm } from '@conform-to/react'
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { authorize } from '#app/access/authorize.ts'
import { requireActor } from '#app/access/require-actor.server.ts'
import { EnrolmentDetails } from '#app/features/enrolment/components/enrolment-details.tsx'
import { EnrolmentMeetings } from '#app/features/enrolment/components/enrolment-meetings.tsx'
import { HandOverSection } from '#app/features/enrolment/components/hand-over-section.tsx'
import { LeaveSection } from '#app/features/enrolment/components/leave-section.tsx'
import { myEnrolmentForm } from '#app/features/enrolment/my-enrolment-form.ts'
import { findEnrolment } from '#app/features/enrolment/my-enrolment-queries.server.ts'
import { paths } from '#app/paths.ts'
import { firstError } from '#app/platform/first-error.ts'
import { idFrom, submit } from '#app/platform/forms.server.ts'
import { orNotFound } from '#app/platform/refusal.ts'
import { Notice } from '#app/ui/notice.tsx'
import { Page } from '#app/ui/page.tsx'
import { Section } from '#app/ui/section.tsx'
import { database } from '#db/client.server.ts'
import { loadMyEnrolment } from './load-my-enrolment.server.ts'
import { actOnEnrolment } from './my-enrolment.server.ts'

type Fields = { reason: string; colleagueId: string; address: string }

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? data.enrolment.title : 'Inschrijving' },
]

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  const enrolment = orNotFound(await findEnrolment(database(), idFrom(args.params.id)))
  authorize(actor, 'enrolment.see', { ...enrolment, teamId: enrolment.seenByTeamId })
  return loadMyEnrolment(actor, enrolment)
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args)
  const enrolment = orNotFound(await findEnrolment(database(), idFrom(args.params.id)))
  authorize(actor, 'enrolment.withdraw', enrolment)
  return submit(args.request, myEnrolmentForm, (input) => actOnEnrolment(actor, enrolment, input))
}

export default function MyEnrolment() {
  const { enrolment, meetings, position, asked, colleagues, may, late } = useLoaderData<typeof loader>()
  const lastResult = useActionData<typeof action>()?.result
  const [, fields] = useForm<Fields>({ lastResult, id: 'inschrijving' })
  const refused = firstError(lastResult)
  return (
    <Page
      title={enrolment.title}
      eyebrow={may.act ? 'Jouw inschrijving' : `Inschrijving van ${enrolment.personName}`}
      back={may.act ? { href: paths.mine(), label: 'Mijn overzicht' } : undefined}
      narrow
    >
      {refused && (
        <Notice kind="stop" role="alert">
          {refused}
        </Notice>
      )}
      <EnrolmentDetails enrolment={enrolment} position={position} />
      {meetings.length > 0 && (
        <Section title="Bijeenkomsten" ruled>
          <EnrolmentMeetings meetings={meetings} title={enrolment.title} mayReport={may.report} />
        </Section>
      )}
      {may.handOver && (
        <HandOverSection
          colleagues={colleagues}
          asked={asked}
          fields={{ colleagueId: fields.colleagueId, address: fields.address }}
        />
      )}
      {may.leave && (
        <LeaveSection
          late={late}
          leaveUntil={enrolment.leaveUntil}
          waiting={enrolment.waiting}
          holdsPlace={enrolment.status !== 'waitlisted'}
          field={fields.reason}
        />
      )}
    </Page>
  )
}
