import { useForm } from '@conform-to/react'
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { authorize } from '#app/access/authorize.ts'
import { requireActor } from '#app/access/require-actor.server.ts'
import { SiteFields, type SiteValues } from '#app/features/organisations/components/site-fields.tsx'
import {
  findManagedOrganisation,
  listSites,
} from '#app/features/organisations/managed-organisations-queries.server.ts'
import { siteForm } from '#app/features/organisations/organisation-form.ts'
import { changeSite } from '#app/features/organisations/save-site.server.ts'
import { paths } from '#app/paths.ts'
import { idFrom, submit } from '#app/platform/forms.server.ts'
import { redirectWithNotice } from '#app/platform/notices.server.ts'
import { orNotFound } from '#app/platform/refusal.ts'
import { Acts, Button } from '#app/ui/button.tsx'
import { Form } from '#app/ui/form.tsx'
import { Page } from '#app/ui/page.tsx'
import { database } from '#db/client.server.ts'

export const meta: MetaFunction = () => [{ title: 'Locatie wijzigen' }]

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  authorize(actor, 'organisation.manage')
  const db = database()
  const organisation = orNotFound(await findManagedOrganisation(db, idFrom(args.params.id)))
  const siteId = idFrom(args.params.site)
  const sites = await listSites(db, organisation.id)
  const site = orNotFound(sites.find(({ id }) => id === siteId))
  return {
    organisationId: organisation.id,
    organisation: organisation.name,
    values: {
      name: site.name,
      street: site.street ?? '',
      postcode: site.postcode ?? '',
      town: site.town,
      holidayRegion: site.holidayRegion as string,
      directions: site.directions ?? '',
      newRooms: '',
    },
  }
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args)
  authorize(actor, 'organisation.manage')
  const [organisationId, id] = [idFrom(args.params.id), idFrom(args.params.site)]
  return submit(args.request, siteForm, async (input) => {
    await changeSite(database(), actor, { id, organisationId }, input)
    return redirectWithNotice(paths.manageOrganisation(organisationId), 'De locatie is gewijzigd.')
  })
}

export default function ChangeSite() {
  const { organisationId, organisation, values } = useLoaderData<typeof loader>()
  const [form, fields] = useForm<SiteValues>({
    lastResult: useActionData<typeof action>()?.result,
    defaultValue: values,
  })
  return (
    <Page
      title={values.name}
      eyebrow="Locatie"
      back={{ href: paths.manageOrganisation(organisationId), label: organisation }}
      narrow
    >
      <Form form={form} keep>
        <SiteFields fields={fields} />
        <Acts>
          <Button>Bewaar</Button>
        </Acts>
      </Form>
    </Page>
  )
}
