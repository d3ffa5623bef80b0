import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { authorize } from '#app/access/authorize.ts'
import { requireActor } from '#app/access/require-actor.server.ts'
import { EditionFacts } from '#app/features/enrolment/components/edition-facts.tsx'
import { EnrolTeamForm } from '#app/features/enrolment/components/enrol-team-form.tsx'
import { TeamAbsence } from '#app/features/enrolment/components/team-absence.tsx'
import { enrolTeam, releasePlaces } from '#app/features/enrolment/enrol-team.server.ts'
import { whyClosed } from '#app/features/enrolment/enrolment.ts'
import { enrolTeamForm } from '#app/features/enrolment/enrolment-form.ts'
import { closedTexts, enrolmentTexts } from '#app/features/enrolment/enrolment-texts.ts'
import { listMeetingPlaces } from '#app/features/enrolment/meeting-lines-queries.server.ts'
import { findTeamAbsence } from '#app/features/enrolment/team-absence-queries.server.ts'
import {
  findEditionForTeam,
  findReservation,
  listTeamMembers,
} from '#app/features/enrolment/team-enrol-queries.server.ts'
import { paths } from '#app/paths.ts'
import { now } from '#app/platform/clock.ts'
import { idFrom, submit } from '#app/platform/forms.server.ts'
import { redirectWithNotice } from '#app/platform/notices.server.ts'
import { orNotFound } from '#app/platform/refusal.ts'
import { idOf } from '#app/platform/search-params.ts'
import { Notice } from '#app/ui/notice.tsx'
import { Page } from '#app/ui/page.tsx'
import { Section } from '#app/ui/section.tsx'
import { Tabs } from '#app/ui/tabs.tsx'
import { database } from '#db/client.server.ts'

export const meta: MetaFunction = () => [{ title: 'Je team inschrijven' }]

/** `?team=` for who leads more than one. */
export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  const teams = actor.memberships
    .filter(({ teamId }) => teamId !== null && actor.leads.has(teamId))
    .map(({ teamId, teamName }) => ({ id: teamId as number, name: teamName ?? '' }))
  const asked = idOf(new URL(args.request.url).searchParams, 'team')
  const teamId = asked ?? teams[0]?.id ?? 0
  authorize(actor, 'team.enrol', { teamId })
  const db = database()
  const edition = orNotFound(await findEditionForTeam(db, idFrom(args.params.id)))
  const [meetings, members, absence, reservation] = await Promise.all([
    listMeetingPlaces(db, edition.id),
    listTeamMembers(db, actor, teamId, edition.id),
    findTeamAbsence(db, teamId, edition.id, null),
    findReservation(db, actor, teamId, edition.id),
  ])
  const closed = whyClosed(edition, now())
  return { teams, teamId, edition, meetings, members, absence, reservation, closed }
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args)
  authorize(actor, 'team.list')
  const edition = { id: idFrom(args.params.id) }
  return submit(args.request, enrolTeamForm, async (input) => {
    if (input.act === 'release') {
      const { places } = await releasePlaces(database(), actor, edition, input)
      return redirectWithNotice(paths.team(), enrolmentTexts.released(places))
    }
    const enrolled = await enrolTeam(database(), actor, edition, input)
    const kind = enrolled.some(({ position }) => position > 0) ? 'info' : 'ok'
    const notice = { kind, text: enrolmentTexts.teamEnrolled(enrolled), mailId: enrolled[0]?.mailId } as const
    return redirectWithNotice(paths.team(), notice)
  })
}

export default function EnrolTeam() {
  const { teams, teamId, edition, meetings, members, absence, reservation, closed } =
    useLoaderData<typeof loader>()
  const lastResult = useActionData<typeof action>()?.result
  return (
    <Page
      title={edition.title}
      eyebrow="Je team inschrijven"
      back={{ href: paths.chooseForTeam(), label: 'Een andere datum' }}
      narrow
    >
      {teams.length > 1 && (
        <Tabs
          label="Welk team"
          tabs={teams.map(({ id, name }) => ({
            href: `${paths.enrolTeam(edition.id)}?team=${id}`,
            label: name,
            current: id === teamId,
          }))}
        />
      )}
      <EditionFacts meetings={meetings} places={edition} />
      {closed ? (
        <Notice kind="warn" title={closedTexts[closed]} />
      ) : (
        <>
          <Section title="Wie is er dan al weg?">
            <TeamAbsence absence={absence} lessons={edition.lessonsToCover} going={0} />
          </Section>
          <EnrolTeamForm {...{ teamId, members, edition, reservation, lastResult }} />
        </>
      )}
    </Page>
  )
}
