import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { authorize } from '#app/access/authorize.ts'
import { requireActor } from '#app/access/require-actor.server.ts'
import { HourRows } from '#app/features/dossier/components/hour-rows.tsx'
import { schoolYearFrom } from '#app/features/dossier/hour-card.ts'
import { listHoursForLead } from '#app/features/dossier/hour-queries.server.ts'
import { findUnmergedPerson } from '#app/features/people/managed-people-queries.server.ts'
import { EmployerActs } from '#app/features/qualifications/components/employer-acts.tsx'
import { HeldTable } from '#app/features/qualifications/components/held-table.tsx'
import { employerActForm } from '#app/features/qualifications/employer-form.ts'
import { listEmployerActsOf } from '#app/features/qualifications/employer-queries.server.ts'
import { heldLine, heldOf } from '#app/features/qualifications/holding.ts'
import { noteView } from '#app/features/qualifications/note-view.server.ts'
import { listPapers } from '#app/features/qualifications/qualification-queries.server.ts'
import { listEmployersFor, teamsOf } from '#app/features/qualifications/team-of-queries.server.ts'
import { paths } from '#app/paths.ts'
import { today } from '#app/platform/clock.ts'
import { schoolYearStart } from '#app/platform/dates.ts'
import { firstError } from '#app/platform/first-error.ts'
import { idFrom, submit } from '#app/platform/forms.server.ts'
import { redirectWithNotice } from '#app/platform/notices.server.ts'
import { orNotFound } from '#app/platform/refusal.ts'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Page } from '#app/ui/page.tsx'
import { Section } from '#app/ui/section.tsx'
import { database } from '#db/client.server.ts'
import { carryOutEmployerAct } from './employer-acts.server.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.name ?? 'Dossier' }]

/** What the job needs of somebody's dossier: the sort, whether it is valid, whether it was checked. */
export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  const personId = idFrom(args.params.id)
  const db = database()
  authorize(actor, 'team-dossier.see', { personId, teamIds: await teamsOf(db, personId) })
  const person = orNotFound(await findUnmergedPerson(db, personId))
  const [papers, acts, employers, hours] = await Promise.all([
    listPapers(db, [personId]),
    listEmployerActsOf(db, personId),
    listEmployersFor(db, actor, personId),
    listHoursForLead(db, personId, schoolYearFrom(Number(schoolYearStart(today()).slice(0, 4)))),
    noteView(db, actor, { personId, what: 'dossier' }),
  ])
  const held = heldOf(
    papers.filter(({ withdrawnAt }) => withdrawnAt === null),
    today(),
  )
  return {
    name: person.name,
    held: held.map(heldLine),
    toConfirm: held
      .filter(({ newest, stand }) => newest.confirmEveryMonths !== null && stand.standing !== 'lapsed')
      .map((one) => ({
        ...heldLine(one),
        everyMonths: one.newest.confirmEveryMonths ?? 0,
        seenAt: one.newest.changedAt,
      })),
    toDesignate: [
      ...new Map(
        held
          .filter(({ newest, stand }) => newest.needsDesignation && stand.standing !== 'lapsed')
          .map(({ newest, stand }) => [
            newest.typeCode,
            {
              typeCode: newest.typeCode,
              title: newest.title,
              note: newest.designationNote ?? '',
              until: newest.validUntil,
              done: stand.standing !== 'designation' && stand.endsBy !== 'designation',
            },
          ]),
      ).values(),
    ],
    // What another employer did is between them and their employee.
    acts: acts.filter(
      ({ organisationId }) => actor.isCoordinator || employers.some(({ id }) => id === organisationId),
    ),
    employers,
    hours,
  }
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args)
  const personId = idFrom(args.params.id)
  const db = database()
  authorize(actor, 'qualification.attest', { personId, teamIds: await teamsOf(db, personId) })
  return submit(args.request, employerActForm, async (input) =>
    redirectWithNotice(paths.teamDossier(personId), await carryOutEmployerAct(db, actor, personId, input)),
  )
}

export default function TeamDossier() {
  const { name, held, toConfirm, toDesignate, acts, employers, hours } = useLoaderData<typeof loader>()
  const lastResult = useActionData<typeof action>()?.result
  const refused = firstError(lastResult)
  return (
    <Page
      title={name}
      eyebrow="Bewijzen"
      intro="Je ziet wat nodig is voor het werk: de soort, of het geldig is, en of het is gecontroleerd. Je collega ziet dat je hier keek."
      back={{ href: paths.team(), label: 'Mijn team' }}
    >
      {refused && (
        <Notice kind="stop" role="alert">
          {refused}
        </Notice>
      )}
      <Section title="Wat je collega in huis heeft" ruled={held.length === 0}>
        {held.length > 0 ? (
          <HeldTable caption={`Bewijzen van ${name}`} held={held} />
        ) : (
          <EmptyState title="Er staat nog niets in dit dossier.">
            Je collega zet bewijzen er zelf in. Jij controleert ze daarna.
          </EmptyState>
        )}
      </Section>
      <EmployerActs
        toConfirm={toConfirm}
        toDesignate={toDesignate}
        acts={acts}
        employers={employers}
        lastResult={lastResult}
      />
      <Section
        title="Scholing dit schooljaar"
        ruled={hours.rows.length === 0}
        intro={
          hours.shared
            ? 'Je collega laat je ook zien wat eigen keuze was.'
            : 'Wat in opdracht was. Wat je collega zelf koos, zie je niet.'
        }
      >
        {hours.rows.length > 0 ? <HourRows rows={hours.rows} own={false} /> : <p>Nog niets.</p>}
      </Section>
    </Page>
  )
}
