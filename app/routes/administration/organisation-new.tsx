import { useForm } from '@conform-to/react'
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { authorize } from '#app/access/authorize.ts'
import { requireActor } from '#app/access/require-actor.server.ts'
import {
  OrganisationFields,
  type OrganisationValues,
} from '#app/features/organisations/components/organisation-fields.tsx'
import { organisationForm } from '#app/features/organisations/organisation-form.ts'
import { createOrganisation } from '#app/features/organisations/save-organisation.server.ts'
import { paths } from '#app/paths.ts'
import { submit } from '#app/platform/forms.server.ts'
import { redirectWithNotice } from '#app/platform/notices.server.ts'
import { Acts, Button } from '#app/ui/button.tsx'
import { Form } from '#app/ui/form.tsx'
import { Page } from '#app/ui/page.tsx'
import { database } from '#db/client.server.ts'

export const meta: MetaFunction = () => [{ title: 'Nieuwe organisatie' }]

export async function loader(args: LoaderFunctionArgs) {
  authorize(await requireActor(args), 'organisation.manage')
  return null
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args)
  authorize(actor, 'organisation.manage')
  return submit(args.request, organisationForm, async (input) => {
    const id = await createOrganisation(database(), actor, input)
    return redirectWithNotice(paths.manageOrganisation(id), `${input.name} staat erbij.`)
  })
}

export default function NewOrganisation() {
  const [form, fields] = useForm<OrganisationValues>({
    lastResult: useActionData<typeof action>()?.result,
  })
  return (
    <Page
      title="Nieuwe organisatie"
      back={{ href: paths.manageOrganisations(), label: 'Organisaties' }}
      narrow
    >
      <Form form={form} keep>
        <OrganisationFields fields={fields} />
        <Acts>
          <Button>Voeg toe</Button>
        </Acts>
      </Form>
    </Page>
  )
}
