import { useForm } from '@conform-to/react'
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { authorize } from '#app/access/authorize.ts'
import { requireActor } from '#app/access/require-actor.server.ts'
import {
  OrganisationFields,
  type OrganisationValues,
} from '#app/features/organisations/components/organisation-fields.tsx'
import { findManagedOrganisation } from '#app/features/organisations/managed-organisations-queries.server.ts'
import { organisationForm } from '#app/features/organisations/organisation-form.ts'
import { changeOrganisation } from '#app/features/organisations/save-organisation.server.ts'
import { paths } from '#app/paths.ts'
import { idFrom, submit } from '#app/platform/forms.server.ts'
import { redirectWithNotice } from '#app/platform/notices.server.ts'
import { orNotFound } from '#app/platform/refusal.ts'
import { Acts, Button } from '#app/ui/button.tsx'
import { Form } from '#app/ui/form.tsx'
import { Page } from '#app/ui/page.tsx'
import { database } from '#db/client.server.ts'

export const meta: MetaFunction = () => [{ title: 'Organisatie wijzigen' }]

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  authorize(actor, 'organisation.manage')
  const organisation = orNotFound(await findManagedOrganisation(database(), idFrom(args.params.id)))
  const { id, name, town, kinds } = organisation
  return {
    id,
    values: {
      name,
      town,
      kinds: kinds as string[],
      isPartner: organisation.isPartner ? 'on' : '',
      sector: organisation.sector ?? '',
      chamberOfCommerceNumber: organisation.chamberOfCommerceNumber ?? '',
      website: organisation.website ?? '',
    },
  }
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args)
  authorize(actor, 'organisation.manage')
  const id = idFrom(args.params.id)
  return submit(args.request, organisationForm, async (input) => {
    await changeOrganisation(database(), actor, { id }, input)
    return redirectWithNotice(paths.manageOrganisation(id), 'De gegevens zijn gewijzigd.')
  })
}

export default function ChangeOrganisation() {
  const { id, values } = useLoaderData<typeof loader>()
  const [form, fields] = useForm<OrganisationValues>({
    lastResult: useActionData<typeof action>()?.result,
    defaultValue: values,
  })
  return (
    <Page
      title="Organisatie wijzigen"
      back={{ href: paths.manageOrganisation(id), label: values.name }}
      narrow
    >
      <Form form={form} keep>
        <OrganisationFields fields={fields} />
        <Acts>
          <Button>Bewaar</Button>
        </Acts>
      </Form>
    </Page>
  )
}
