import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { can } from '#app/access/abilities.ts'
import { authorize } from '#app/access/authorize.ts'
import { requireActor } from '#app/access/require-actor.server.ts'
import { listMeetingsElsewhere } from '#app/features/attendance/record-make-up.server.ts'
import { kindEarned, missesOnlyEvaluation, obstaclesToClosing } from '#app/features/certificates/closing.ts'
import { findClosableEdition, listStandings } from '#app/features/certificates/completion-queries.server.ts'
import { ClosingAct } from '#app/features/certificates/components/closing-act.tsx'
import { StandingList } from '#app/features/certificates/components/standing-list.tsx'
import { paths } from '#app/paths.ts'
import { now, today } from '#app/platform/clock.ts'
import { idFrom, readFormData } from '#app/platform/forms.server.ts'
import { notFound, orNotFound } from '#app/platform/refusal.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { formatList, formatMoment } from '#app/ui/format.ts'
import { Notice } from '#app/ui/notice.tsx'
import { Page } from '#app/ui/page.tsx'
import { Section } from '#app/ui/section.tsx'
import { database } from '#db/client.server.ts'
import { answerClosingForm } from './close-edition.server.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `Afronden ${data.edition.title}` : 'Afronden' },
]

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  const db = database()
  const edition = orNotFound(await findClosableEdition(db, idFrom(args.params.id)))
  authorize(actor, 'certificate.issue', { editionId: edition.id })
  const [{ meetings, participants }, elsewhere] = await Promise.all([
    listStandings(db, edition),
    listMeetingsElsewhere(db, edition.id),
  ])
  const { id, title, code, status, closedAt, minimumAttendancePercent, test, awardsTitle } = edition
  const { evaluationRequired } = edition
  const toIssue = participants.filter(({ completion, certificate }) => completion.met && !certificate)
  return {
    edition: {
      id,
      title,
      code,
      closedAt,
      closed: status === 'closed',
      minimumAttendancePercent,
      test,
      awardsTitle,
      evaluationRequired,
    },
    meetings,
    participants,
    elsewhere,
    obstacles: status === 'closed' ? [] : obstaclesToClosing({ status, meetings, participants }, now()),
    counts: {
      certificates: toIssue.filter(({ testResult }) => kindEarned(test, testResult) === 'certificate').length,
      proofs: toIssue.filter(({ testResult }) => kindEarned(test, testResult) !== 'certificate').length,
      notCompleted: participants.filter(({ completion }) => !completion.met).length,
      onlyEvaluation: participants.filter(missesOnlyEvaluation).length,
      evaluationOver: edition.evaluationOpenUntil !== null && edition.evaluationOpenUntil < today(),
    },
    running: meetings.some(({ endsAt }) => endsAt > now()),
    mayReopen: can(actor, 'edition.reopen'),
    mayDispense: can(actor, 'dispensation.grant'),
  }
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args)
  const editionId = idFrom(args.params.id)
  authorize(actor, 'certificate.issue', { editionId })
  const answer = await answerClosingForm(actor, editionId, await readFormData(args.request))
  if (!answer) throw notFound()
  return answer
}

export default function CloseEdition() {
  const { edition, meetings, participants, elsewhere, obstacles, counts, running, mayReopen, mayDispense } =
    useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const refused = Object.values(reply?.result.error ?? {}).flatMap((sentences) => sentences ?? [])
  return (
    <Page
      title={edition.closed ? 'Afgerond' : 'Afronden'}
      eyebrow={`${edition.title}, ${edition.code}`}
      back={{ href: paths.teachingEdition(edition.id), label: edition.title }}
      intro={ruleOf(edition)}
      act={
        edition.test === 'organiser' && (
          <LinkButton kind="secondary" href={paths.testResults(edition.id)}>
            Uitslagen van de toets
          </LinkButton>
        )
      }
    >
      {refused.length > 0 && (
        <Notice kind="stop" role="alert">
          {refused.join(' ')}
        </Notice>
      )}
      {edition.closed && edition.closedAt && (
        <Notice kind="ok" title={`Afgerond op ${formatMoment(new Date(edition.closedAt))}.`}>
          Wat is uitgegeven, blijft gelden. Verandert de presentie nog, dan beslist een coördinator.
        </Notice>
      )}
      <ClosingAct closed={edition.closed} obstacles={obstacles} counts={counts} mayReopen={mayReopen} />
      <Section
        title="Deelnemers"
        intro="Wat iemand nog mist, staat er in de woorden die de deelnemer zelf leest."
        ruled
      >
        {participants.length === 0 ? (
          <EmptyState title="Er deed niemand mee.">
            Wie een plek had, staat hier met wat er nog ontbreekt.
          </EmptyState>
        ) : (
          <StandingList
            participants={participants}
            meetings={meetings}
            elsewhere={elsewhere}
            running={running}
            closed={edition.closed}
            mayDispense={mayDispense}
          />
        )}
      </Section>
    </Page>
  )
}

type Rule = {
  minimumAttendancePercent: number
  test: string
  awardsTitle: string | null
  evaluationRequired: boolean
}

function ruleOf({ minimumAttendancePercent, test, awardsTitle, evaluationRequired }: Rule): string {
  const present =
    minimumAttendancePercent === 100
      ? 'Wie er de hele tijd was'
      : `Wie minstens ${minimumAttendancePercent}% van de tijd aanwezig was`
  const parts = [
    present,
    ...(evaluationRequired ? ['de evaluatie invulde'] : []),
    ...(test === 'organiser' ? ['slaagde voor de toets'] : []),
  ]
  const whoever = formatList(parts)
  if (test !== 'organiser') return `${whoever}, krijgt een bewijs van deelname.`
  const award = awardsTitle ? ` Wie slaagt, krijgt ook ${awardsTitle} in het dossier.` : ''
  return `${whoever}, krijgt een certificaat.${award}`
}
