import { useForm } from '@conform-to/react'
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { authorize } from '#app/access/authorize.ts'
import { requireActor } from '#app/access/require-actor.server.ts'
import { SiteFields, type SiteValues } from '#app/features/organisations/components/site-fields.tsx'
import { findManagedOrganisation } from '#app/features/organisations/managed-organisations-queries.server.ts'
import { siteForm } from '#app/features/organisations/organisation-form.ts'
import { addSite } from '#app/features/organisations/save-site.server.ts'
import { paths } from '#app/paths.ts'
import { idFrom, submit } from '#app/platform/forms.server.ts'
import { redirectWithNotice } from '#app/platform/notices.server.ts'
import { orNotFound } from '#app/platform/refusal.ts'
import { Acts, Button } from '#app/ui/button.tsx'
import { Form } from '#app/ui/form.tsx'
import { Page } from '#app/ui/page.tsx'
import { database } from '#db/client.server.ts'

export const meta: MetaFunction = () => [{ title: 'Locatie toevoegen' }]

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  authorize(actor, 'organisation.manage')
  const { id, name, town } = orNotFound(await findManagedOrganisation(database(), idFrom(args.params.id)))
  return { id, name, town }
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args)
  authorize(actor, 'organisation.manage')
  const id = idFrom(args.params.id)
  return submit(args.request, siteForm, async (input) => {
    await addSite(database(), actor, { id }, input)
    return redirectWithNotice(paths.manageOrganisation(id), `${input.name} staat erbij.`)
  })
}

export default function NewSite() {
  const { id, name, town } = useLoaderData<typeof loader>()
  const [form, fields] = useForm<SiteValues>({
    lastResult: useActionData<typeof action>()?.result,
    defaultValue: { town },
  })
  return (
    <Page title="Locatie toevoegen" back={{ href: paths.manageOrganisation(id), label: name }} narrow>
      <Form form={form} keep>
        <SiteFields fields={fields} />
        <Acts>
          <Button>Voeg toe</Button>
        </Acts>
      </Form>
    </Page>
  )
}
