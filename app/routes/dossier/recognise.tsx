import { type SubmissionResult, useForm } from '@conform-to/react'
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { authorize } from '#app/access/authorize.ts'
import { requireActor } from '#app/access/require-actor.server.ts'
import { activityAnswerForm } from '#app/features/dossier/hour-form.ts'
import { listActivitiesToRecognise, type OutsideActivity } from '#app/features/dossier/hour-queries.server.ts'
import { choiceWords, hourTexts as texts } from '#app/features/dossier/hour-texts.ts'
import { decideOutsideActivity } from '#app/features/dossier/outside-activity.server.ts'
import { peopleSeenBy } from '#app/features/qualifications/team-of-queries.server.ts'
import { paths } from '#app/paths.ts'
import { firstError } from '#app/platform/first-error.ts'
import { submit } from '#app/platform/forms.server.ts'
import { redirectWithNotice } from '#app/platform/notices.server.ts'
import { ActItem, ActList, Unfold } from '#app/ui/act-list.tsx'
import { Button } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Form } from '#app/ui/form.tsx'
import { formatDayYear, formatMinutes } from '#app/ui/format.ts'
import { Notice } from '#app/ui/notice.tsx'
import { Page } from '#app/ui/page.tsx'
import { Section } from '#app/ui/section.tsx'
import { TextField } from '#app/ui/text-field.tsx'
import { database } from '#db/client.server.ts'

export const meta: MetaFunction = () => [{ title: 'Scholing elders erkennen' }]

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  authorize(actor, 'team.list')
  return {
    activities: await listActivitiesToRecognise(database(), peopleSeenBy(actor)),
    leads: actor.leads.size > 0,
  }
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args)
  authorize(actor, 'team.list')
  return submit(args.request, activityAnswerForm, async (input) => {
    const { name, title, recognised } = await decideOutsideActivity(database(), actor, input)
    return redirectWithNotice(
      paths.recogniseActivities(),
      recognised ? texts.recognised(name, title) : texts.refused(name, title),
    )
  })
}

export default function Recognise() {
  const { activities, leads } = useLoaderData<typeof loader>()
  const lastResult = useActionData<typeof action>()?.result
  const refused = firstError(lastResult)
  return (
    <Page
      title="Scholing elders"
      intro="Wat collega’s buiten dit portaal deden. Erken je het, dan telt het mee op hun urenkaart."
      back={leads ? { href: paths.team(), label: 'Mijn team' } : { href: paths.desk(), label: 'Beheer' }}
    >
      {refused && (
        <Notice kind="stop" role="alert">
          {refused}
        </Notice>
      )}
      {activities.length > 0 ? (
        <Section title="Wacht op je erkenning">
          <ActList>
            {activities.map((activity) => (
              <Activity key={activity.id} activity={activity} lastResult={lastResult} />
            ))}
          </ActList>
        </Section>
      ) : (
        <EmptyState title="Niemand wacht op je.">
          Zet een collega iets op zijn urenkaart wat elders was, dan staat het hier.
        </EmptyState>
      )}
    </Page>
  )
}

type Props = { activity: OutsideActivity; lastResult: SubmissionResult<string[]> | undefined }

function Activity({ activity, lastResult }: Props) {
  const { id, name, title, organiser, heldOn, minutes, ownChoice, hasFile } = activity
  const mine = lastResult?.initialValue?.activityId === String(id) ? lastResult : undefined
  const [form, fields] = useForm<{ reason: string }>({ id: `activiteit-${id}`, lastResult: mine })
  const about = <input type="hidden" name="activityId" value={id} />
  return (
    <ActItem
      title={`${name}: ${title}`}
      acts={
        <form method="post">
          {about}
          <Button
            name="answer"
            value="recognise"
            small
            kind="secondary"
            aria-label={`Erken ${title} van ${name}`}
          >
            Erken
          </Button>
        </form>
      }
      more={
        <Unfold label="Telt niet mee" open={mine !== undefined}>
          <Form form={form} bare>
            {about}
            <TextField field={fields.reason} label="Waarom niet?" hint="Je collega leest dit." required />
            <Button kind="danger" small name="answer" value="refuse">
              Wijs af
            </Button>
          </Form>
        </Unfold>
      }
    >
      <p>
        {[organiser, formatDayYear(heldOn), formatMinutes(minutes), choiceWords(ownChoice)]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {hasFile && (
        <p>
          <a href={paths.activityFile(id)} download>
            Download het bewijs
          </a>
        </p>
      )}
    </ActItem>
  )
}
