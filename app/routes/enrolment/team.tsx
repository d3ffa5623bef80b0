import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { authorize } from '#app/access/authorize.ts'
import { requireActor } from '#app/access/require-actor.server.ts'
import { CoverageLinks } from '#app/features/coverage/components/coverage-links.tsx'
import { listSchoolsOfTeams } from '#app/features/coverage/coverage-queries.server.ts'
import { countActivitiesToRecognise } from '#app/features/dossier/hour-queries.server.ts'
import { recognitionWork } from '#app/features/dossier/hour-texts.ts'
import { approveEnrolment, declineEnrolment } from '#app/features/enrolment/answer-approval.server.ts'
import { HeldPlaces } from '#app/features/enrolment/components/held-places.tsx'
import { TeamAgenda } from '#app/features/enrolment/components/team-agenda.tsx'
import { TeamRequest } from '#app/features/enrolment/components/team-request.tsx'
import { teamAnswerForm } from '#app/features/enrolment/enrolment-form.ts'
import { enrolmentTexts } from '#app/features/enrolment/enrolment-texts.ts'
import { listReservations } from '#app/features/enrolment/team-enrol-queries.server.ts'
import { listTeamEditions, listTeamRequests } from '#app/features/enrolment/team-queries.server.ts'
import { TeamHoldings } from '#app/features/qualifications/components/team-holdings.tsx'
import { listWhoAsks } from '#app/features/qualifications/employer-queries.server.ts'
import { attestWork } from '#app/features/qualifications/employer-texts.ts'
import { listTeamHoldings } from '#app/features/qualifications/team-holdings-queries.server.ts'
import { peopleSeenBy } from '#app/features/qualifications/team-of-queries.server.ts'
import { countToVerify } from '#app/features/qualifications/verification-queries.server.ts'
import { verificationWork } from '#app/features/qualifications/verification-texts.ts'
import { ChooseSchool } from '#app/features/requirements/components/choose-school.tsx'
import { Gaps } from '#app/features/requirements/components/gaps.tsx'
import { TeamMatrix } from '#app/features/requirements/components/team-matrix.tsx'
import { Together } from '#app/features/requirements/components/together.tsx'
import { countGaps } from '#app/features/requirements/requirement.ts'
import { findMatrix, listSchoolsToView } from '#app/features/requirements/requirement-queries.server.ts'
import { paths } from '#app/paths.ts'
import { firstError } from '#app/platform/first-error.ts'
import { submit } from '#app/platform/forms.server.ts'
import { redirectWithNotice } from '#app/platform/notices.server.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Page } from '#app/ui/page.tsx'
import { Section } from '#app/ui/section.tsx'
import { WorkList } from '#app/ui/work-list.tsx'
import { database } from '#db/client.server.ts'
import { viewFrom } from '../requirements/view.server.ts'

export const meta: MetaFunction = () => [{ title: 'Mijn team' }]

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  authorize(actor, 'team.list')
  const db = database()
  const { view, schoolId } = viewFrom(args.request, actor)
  const [requests, editions, reservations, toVerify, matrix, schools, toRecognise, covered, asking] =
    await Promise.all([
      listTeamRequests(db, actor),
      listTeamEditions(db, [...actor.leads]),
      listReservations(db, actor),
      countToVerify(db, actor),
      findMatrix(db, view),
      actor.isCoordinator ? listSchoolsToView(db) : [],
      countActivitiesToRecognise(db, peopleSeenBy(actor)),
      listSchoolsOfTeams(db, [...actor.leads]),
      listWhoAsks(db, actor.personId),
    ])
  const required = matrix.rules.size > 0
  return {
    requests,
    editions,
    reservations,
    work: [...attestWork(asking), ...verificationWork(toVerify), ...recognitionWork(toRecognise)],
    schoolId,
    schools,
    covered: schoolId ? schools.filter(({ id }) => id === schoolId) : covered,
    matrix: required
      ? {
          ...matrix,
          // Where somebody works besides, and in which groups they are, is not for the page.
          rows: matrix.rows.map(({ person: { id, name }, cells }) => ({ person: { id, name }, cells })),
          gaps: countGaps(matrix),
        }
      : null,
    // Without a rule there are no columns: then what wants attention is told by name.
    people: required ? [] : await listTeamHoldings(db, actor),
    leads: actor.leads.size > 0,
    selfId: actor.personId,
  }
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args)
  authorize(actor, 'team.list')
  return submit(args.request, teamAnswerForm, async ({ enrolmentId, answer, reason }) => {
    const subject = { id: enrolmentId }
    if (answer === 'approve') {
      const { name, mailId } = await approveEnrolment(database(), actor, subject)
      const text = enrolmentTexts.approved(name)
      return redirectWithNotice(paths.team(), { kind: 'ok', text, ...(mailId && { mailId }) })
    }
    const { name, mailId } = await declineEnrolment(database(), actor, subject, { reason: reason ?? '' })
    const text = enrolmentTexts.declined(name)
    return redirectWithNotice(paths.team(), { kind: 'ok', text, ...(mailId && { mailId }) })
  })
}

export default function Team() {
  const {
    requests,
    editions,
    reservations,
    work,
    people,
    matrix,
    schools,
    covered,
    schoolId,
    leads,
    selfId,
  } = useLoaderData<typeof loader>()
  const lastResult = useActionData<typeof action>()?.result
  // A refusal about a request that stands here is told beside it.
  const about = lastResult?.initialValue?.enrolmentId
  const refused = requests.some(({ id }) => String(id) === about) ? undefined : firstError(lastResult)
  return (
    <Page
      title="Mijn team"
      act={leads && <LinkButton href={paths.chooseForTeam()}>Schrijf je team in</LinkButton>}
    >
      {refused && (
        <Notice kind="stop" role="alert">
          {refused}
        </Notice>
      )}
      {reservations.length > 0 && (
        <Section title="Kies wie er gaat" ruled>
          <HeldPlaces reservations={reservations} />
        </Section>
      )}
      {work.length > 0 && <WorkList items={work} />}
      <Section title={`Te beslissen (${requests.length})`}>
        {requests.length > 0 ? (
          requests.map((request) => (
            <TeamRequest key={request.id} request={request} lastResult={lastResult} />
          ))
        ) : (
          <EmptyState title="Niemand wacht op je antwoord.">
            Wil een collega ergens heen, dan krijg je een mail en staat het verzoek hier.
          </EmptyState>
        )}
      </Section>
      {schools.length > 0 && <ChooseSchool schools={schools} schoolId={schoolId} />}
      {(matrix || people.length > 0) && (
        <Section
          title={schoolId ? 'Wat de school in huis heeft' : 'Wat je team in huis heeft'}
          act={
            <LinkButton kind="quiet" small href={paths.requirements(schoolId)}>
              Eisen en groepen
            </LinkButton>
          }
        >
          {matrix ? (
            <>
              <Gaps count={matrix.gaps} />
              <Together atLeast={matrix.atLeast} covers={matrix.covers} rules={matrix.rules} />
              {matrix.columns.length > 0 && (
                <TeamMatrix columns={matrix.columns} rows={matrix.rows} selfId={selfId} />
              )}
            </>
          ) : (
            <TeamHoldings people={people} />
          )}
        </Section>
      )}
      {covered.length > 0 && <CoverageLinks schools={covered} />}
      <Section
        title="Waar je team heen gaat"
        ruled={editions.length === 0}
        intro="Wat in opdracht is of langs jou kwam. Wat een collega zelf koos, zie je alleen als die dat wil."
      >
        {editions.length > 0 ? (
          <TeamAgenda editions={editions} />
        ) : (
          <EmptyState title="Hier staan straks de inschrijvingen van je team.">
            Nu staat er niets op de agenda.
          </EmptyState>
        )}
      </Section>
    </Page>
  )
}
