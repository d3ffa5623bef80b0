import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { authorize } from '#app/access/authorize.ts'
import { requireActor } from '#app/access/require-actor.server.ts'
import { checkedByAnyone } from '#app/features/certificates/certificate-texts.ts'
import { MyAgenda } from '#app/features/dossier/components/my-agenda.tsx'
import { MyCertificates } from '#app/features/dossier/components/my-certificates.tsx'
import { MyHours } from '#app/features/dossier/components/my-hours.tsx'
import { MyNext } from '#app/features/dossier/components/my-next.tsx'
import { MyQuestions } from '#app/features/dossier/components/my-questions.tsx'
import { MyTasks } from '#app/features/dossier/components/my-tasks.tsx'
import { MyWaiting } from '#app/features/dossier/components/my-waiting.tsx'
import { mineForm } from '#app/features/dossier/mine-form.ts'
import { MyEvaluations } from '#app/features/evaluation/components/my-evaluations.tsx'
import { PastAttendance } from '#app/features/history/components/past-attendance.tsx'
import { pastIntro } from '#app/features/history/history-texts.ts'
import { MyInterest } from '#app/features/interest/components/my-interest.tsx'
import { HeldTable } from '#app/features/qualifications/components/held-table.tsx'
import { paths } from '#app/paths.ts'
import { firstError } from '#app/platform/first-error.ts'
import { submit } from '#app/platform/forms.server.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { formatWeekday } from '#app/ui/format.ts'
import { Notice } from '#app/ui/notice.tsx'
import { Page } from '#app/ui/page.tsx'
import { Section } from '#app/ui/section.tsx'
import { actOnMine, loadMine } from './mine.server.ts'

export const meta: MetaFunction = () => [{ title: 'Mijn overzicht' }]

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  authorize(actor, 'account.manage', actor)
  return loadMine(actor)
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args)
  authorize(actor, 'account.manage', actor)
  return submit(args.request, mineForm, (input) => actOnMine(actor, input))
}

export default function Mine() {
  const mine = useLoaderData<typeof loader>()
  const { day, meetings, waiting, interest, wishes, questions, certificates, qualifications, past, tasks } =
    mine
  const refused = firstError(useActionData<typeof action>()?.result)
  const offers = waiting.filter(({ status }) => status === 'offered')
  const inLine = waiting.filter(({ status }) => status === 'waitlisted')
  const { substitutions, memberships, approvals, teaching } = questions
  const isAsked =
    offers.length +
      substitutions.length +
      memberships.length +
      approvals +
      teaching.length +
      questions.evaluations.length >
    0
  return (
    <Page
      title={isAsked ? 'Dit vraagt nu je aandacht' : 'Mijn overzicht'}
      eyebrow={formatWeekday(day)}
      aside={
        <>
          {meetings[0] && <MyNext meeting={meetings[0]} />}
          <MyHours minutes={mine.minutes} takenOver={mine.takenOver} entitled={mine.entitled} />
        </>
      }
    >
      {refused && (
        <Notice kind="stop" role="alert">
          {refused}
        </Notice>
      )}
      <MyQuestions questions={questions} offers={offers} />
      <MyEvaluations evaluations={questions.evaluations} />
      {(tasks.writes || tasks.reviews) && <MyTasks {...tasks} />}
      <Section title="Wat komt" ruled>
        {meetings.length > 0 ? (
          <MyAgenda meetings={meetings} />
        ) : (
          <EmptyState
            title="Hier staan straks je bijeenkomsten."
            act={
              <LinkButton href={paths.catalogue()} kind={isAsked ? 'secondary' : 'act'}>
                Bekijk het aanbod
              </LinkButton>
            }
          >
            Je bent nog nergens voor ingeschreven.
          </EmptyState>
        )}
      </Section>
      {inLine.length > 0 && (
        <Section title="Waar je op wacht" ruled>
          <MyWaiting waiting={inLine} />
        </Section>
      )}
      {interest.length + wishes.length > 0 && (
        <Section title="Jouw belangstelling" ruled>
          <MyInterest interest={interest} wishes={wishes} />
        </Section>
      )}
      <Section
        title="Wat je in huis hebt"
        ruled={qualifications.length === 0}
        act={
          <LinkButton kind="quiet" small href={paths.myDossier()}>
            Mijn dossier
          </LinkButton>
        }
      >
        {qualifications.length > 0 ? (
          <HeldTable caption="Wat ik in huis heb" held={qualifications} linked />
        ) : (
          <EmptyState
            title="Hier staan straks je VCA, BHV, NEN 3140 en wat je verder hebt."
            act={
              <LinkButton kind="secondary" href={paths.addPaper()}>
                Bewijs toevoegen
              </LinkButton>
            }
          >
            We waarschuwen je voordat iets verloopt.
          </EmptyState>
        )}
      </Section>
      <Section
        title="Je bewijzen en certificaten"
        ruled={certificates.length === 0}
        intro={certificates.length > 0 && checkedByAnyone}
      >
        {certificates.length > 0 ? (
          <MyCertificates certificates={certificates} />
        ) : (
          <EmptyState title="Hier staan straks je bewijzen en certificaten.">
            Je krijgt ze als je iets hebt afgerond.
          </EmptyState>
        )}
      </Section>
      {past.total > 0 && (
        <Section title="Eerdere scholing" intro={pastIntro}>
          <PastAttendance past={past} />
        </Section>
      )}
    </Page>
  )
}
