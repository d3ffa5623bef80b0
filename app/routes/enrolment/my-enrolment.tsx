import { useForm } from '@conform-to/react'
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { authorize } from '#app/access/authorize.ts'
import { requireActor } from '#app/access/require-actor.server.ts'
import { catalogueTexts } from '#app/features/catalogue/catalogue-texts.ts'
import { DayFields } from '#app/features/enrolment/components/enrol-fields.tsx'
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
import { Acts, Button, LinkButton } from '#app/ui/button.tsx'
import { Form } from '#app/ui/form.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Page } from '#app/ui/page.tsx'
import { Section } from '#app/ui/section.tsx'
import { TextLink } from '#app/ui/text-link.tsx'
import { database } from '#db/client.server.ts'
import { loadMyEnrolment } from './load-my-enrolment.server.ts'
import { actOnEnrolment } from './my-enrolment.server.ts'

type Fields = Record<'reason' | 'colleagueId' | 'address', string>
type DayValues = Record<'telephone' | 'dietaryWishes' | 'note', string>

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
  const { enrolment, meetings, position, asked, colleagues, may, late, checkInPath } =
    useLoaderData<typeof loader>()
  const lastResult = useActionData<typeof action>()?.result
  // What was typed in one form is no reason to empty another.
  const forDay = lastResult?.initialValue?.act === 'change-details'
  const [, fields] = useForm<Fields>({ lastResult: forDay ? undefined : lastResult, id: 'inschrijving' })
  const [dayForm, dayFields] = useForm<DayValues>({
    lastResult: forDay ? lastResult : undefined,
    id: 'de-dag',
    defaultValue: {
      telephone: enrolment.telephone ?? '',
      dietaryWishes: enrolment.dietaryWishes ?? '',
      note: enrolment.note ?? '',
    },
  })
  const refused = forDay ? undefined : firstError(lastResult)
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
      <EnrolmentDetails enrolment={enrolment} position={position} withDay={!may.change} />
      {meetings.length > 0 && (
        <Section title="Bijeenkomsten" ruled>
          <EnrolmentMeetings meetings={meetings} title={enrolment.title} mayReport={may.report} />
          {checkInPath && (
            <p>
              <a href={checkInPath}>Inchecken op de dag zelf</a>, ook zonder in te loggen. Je eigen code staat
              er ook.
            </p>
          )}
          {may.calendar && (
            <Acts>
              <LinkButton kind="secondary" href={paths.myEnrolmentCalendar(enrolment.id)} download>
                {catalogueTexts.toCalendar}
              </LinkButton>
              <TextLink href={`${paths.account()}#agenda`}>Liever alles vanzelf in je agenda?</TextLink>
            </Acts>
          )}
        </Section>
      )}
      {may.change && (
        <Section title="Voor de dag zelf">
          <Form form={dayForm} bare>
            <input type="hidden" name="act" value="change-details" />
            <DayFields fields={dayFields} hasMeal={enrolment.hasMeal} />
            <Acts>
              <Button kind="secondary">Bewaar</Button>
            </Acts>
          </Form>
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
          mayHandOver={may.handOver}
          holdsPlace={enrolment.status !== 'waitlisted'}
          field={fields.reason}
        />
      )}
    </Page>
  )
}
