import { useForm } from '@conform-to/react'
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { authorize } from '#app/access/authorize.ts'
import { requireActor } from '#app/access/require-actor.server.ts'
import { TeamFields, type TeamValues } from '#app/features/organisations/components/team-fields.tsx'
import {
  findManagedOrganisation,
  listSites,
  listTeams,
} from '#app/features/organisations/managed-organisations-queries.server.ts'
import { teamForm } from '#app/features/organisations/organisation-form.ts'
import { changeTeam } from '#app/features/organisations/save-team.server.ts'
import { paths } from '#app/paths.ts'
import { idFrom, submit } from '#app/platform/forms.server.ts'
import { redirectWithNotice } from '#app/platform/notices.server.ts'
import { orNotFound } from '#app/platform/refusal.ts'
import { Acts, Button } from '#app/ui/button.tsx'
import { Form } from '#app/ui/form.tsx'
import { formatList } from '#app/ui/format.ts'
import { Notice } from '#app/ui/notice.tsx'
import { Page } from '#app/ui/page.tsx'
import { database } from '#db/client.server.ts'

export const meta: MetaFunction = () => [{ title: 'Team wijzigen' }]

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  authorize(actor, 'organisation.manage')
  const db = database()
  const organisation = orNotFound(await findManagedOrganisation(db, idFrom(args.params.id)))
  const teamId = idFrom(args.params.team)
  const [sites, teams] = await Promise.all([listSites(db, organisation.id), listTeams(db, organisation.id)])
  const team = orNotFound(teams.find(({ id }) => id === teamId))
  return {
    organisationId: organisation.id,
    organisation: organisation.name,
    sites: sites.map((site) => ({ id: site.id, name: site.name })),
    leads: [...team.leads, ...team.deputies],
    values: {
      name: team.name,
      siteId: String(team.siteId ?? ''),
      approvesEnrolments: team.approvesEnrolments ? 'on' : '',
    },
  }
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args)
  authorize(actor, 'organisation.manage')
  const [organisationId, id] = [idFrom(args.params.id), idFrom(args.params.team)]
  return submit(args.request, teamForm, async (input) => {
    await changeTeam(database(), actor, { id, organisationId }, input)
    return redirectWithNotice(paths.manageOrganisation(organisationId), 'Het team is gewijzigd.')
  })
}

export default function ChangeTeam() {
  const { organisationId, organisation, sites, leads, values } = useLoaderData<typeof loader>()
  const [form, fields] = useForm<TeamValues>({
    lastResult: useActionData<typeof action>()?.result,
    defaultValue: values,
  })
  return (
    <Page
      title={values.name}
      eyebrow="Team"
      back={{ href: paths.manageOrganisation(organisationId), label: organisation }}
      narrow
    >
      {leads.length === 0 ? (
        <Notice kind="warn" title="Niemand leidt dit team.">
          Wat het team moet goedkeuren, komt bij de coördinator. Geef iemand bij Mensen de rol van teamleider.
        </Notice>
      ) : (
        <p>Dit team wordt geleid door {formatList(leads)}.</p>
      )}
      <Form form={form}>
        <TeamFields fields={fields} sites={sites} />
        <Acts>
          <Button>Bewaar</Button>
        </Acts>
      </Form>
    </Page>
  )
}
