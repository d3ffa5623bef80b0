import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { authorize } from '#app/access/authorize.ts'
import { requireActor } from '#app/access/require-actor.server.ts'
import { OfferingForm } from '#app/features/catalogue/components/offering-form-fields.tsx'
import { offeringForm } from '#app/features/catalogue/offering-form.ts'
import { listOfferingChoices } from '#app/features/catalogue/offering-management-queries.server.ts'
import { saveOffering } from '#app/features/catalogue/save-offering.server.ts'
import { paths } from '#app/paths.ts'
import { submit } from '#app/platform/forms.server.ts'
import { redirectWithNotice } from '#app/platform/notices.server.ts'
import { Page } from '#app/ui/page.tsx'
import { database } from '#db/client.server.ts'

export const meta: MetaFunction = () => [{ title: 'Nieuw aanbod' }]

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  authorize(actor, 'offering.manage')
  return { choices: await listOfferingChoices(database()) }
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args)
  authorize(actor, 'offering.manage')
  return submit(args.request, offeringForm, async (input) => {
    const { id } = await saveOffering(database(), actor, undefined, input)
    return redirectWithNotice(paths.manageOffering(id), 'Het aanbod is bewaard. Plan nu een datum.')
  })
}

export default function NewOffering() {
  const { choices } = useLoaderData<typeof loader>()
  const values = {
    kind: 'workshop',
    level: 'basis',
    test: 'none',
    minimumAttendancePercent: '100',
    lapsedMonthsAllowed: '0',
    lessonsToCover: '0',
    audience: ['teacher', 'instructor'],
  }
  return (
    <Page title="Nieuw aanbod" back={{ href: paths.manageOfferings(), label: 'Aanbod' }} narrow>
      <OfferingForm
        choices={choices}
        values={values}
        lastResult={useActionData<typeof action>()?.result}
        button="Bewaar"
      />
    </Page>
  )
}
