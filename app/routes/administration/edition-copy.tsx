import { useForm } from '@conform-to/react'
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { authorize } from '#app/access/authorize.ts'
import { requireActor } from '#app/access/require-actor.server.ts'
import { copyEdition } from '#app/features/catalogue/copy-edition.server.ts'
import { copyEditionForm } from '#app/features/catalogue/edition-form.ts'
import { findManagedEdition } from '#app/features/catalogue/edition-management-queries.server.ts'
import { paths } from '#app/paths.ts'
import { idFrom, submit } from '#app/platform/forms.server.ts'
import { redirectWithNotice } from '#app/platform/notices.server.ts'
import { orNotFound } from '#app/platform/refusal.ts'
import { Acts, Button } from '#app/ui/button.tsx'
import { DateField } from '#app/ui/date-field.tsx'
import { Form } from '#app/ui/form.tsx'
import { formatLongDay } from '#app/ui/format.ts'
import { Page } from '#app/ui/page.tsx'
import { database } from '#db/client.server.ts'

export const meta: MetaFunction = () => [{ title: 'Nog een keer plannen' }]

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  authorize(actor, 'edition.manage')
  const { id, title, code, startsAt } = orNotFound(
    await findManagedEdition(database(), idFrom(args.params.id)),
  )
  return { id, name: `${title}, ${code}`, startsAt }
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args)
  authorize(actor, 'edition.manage')
  const editionId = idFrom(args.params.id)
  return submit(args.request, copyEditionForm, async ({ firstDay }) => {
    const copy = await copyEdition(database(), actor, editionId, firstDay)
    return redirectWithNotice(
      paths.manageEdition(copy),
      'De nieuwe data staan gepland. Kijk ze na en zet de inschrijving open.',
    )
  })
}

export default function CopyEdition() {
  const { id, name, startsAt } = useLoaderData<typeof loader>()
  const [form, fields] = useForm<{ firstDay: string }>({
    lastResult: useActionData<typeof action>()?.result,
  })
  return (
    <Page
      title="Nog een keer plannen"
      back={{ href: paths.manageEdition(id), label: name }}
      intro={`Alles blijft gelijk: tijden, lokalen, trainers. Alleen de dagen schuiven op.${
        startsAt ? ` Deze uitvoering begon op ${formatLongDay(startsAt)}.` : ''
      }`}
      narrow
    >
      <Form form={form} bare>
        <DateField field={fields.firstDay} label="Eerste dag van de nieuwe uitvoering" required />
        <Acts>
          <Button>Plan</Button>
        </Acts>
      </Form>
    </Page>
  )
}
