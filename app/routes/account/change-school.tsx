import { useForm } from '@conform-to/react'
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { authorize } from '#app/access/authorize.ts'
import { requireActor } from '#app/access/require-actor.server.ts'
import { changeSchool } from '#app/features/organisations/change-school.server.ts'
import { changeSchoolForm } from '#app/features/organisations/change-school-form.ts'
import {
  ChangeSchoolFields,
  type ChangeSchoolValues,
} from '#app/features/organisations/components/change-school-fields.tsx'
import { organisationOptions, stopsNowhere } from '#app/features/organisations/organisation-choice.ts'
import { listOrganisationsForChoice } from '#app/features/organisations/organisation-queries.server.ts'
import { findAccount } from '#app/features/people/account-queries.server.ts'
import { paths } from '#app/paths.ts'
import { today } from '#app/platform/clock.ts'
import { submit } from '#app/platform/forms.server.ts'
import { redirectWithNotice } from '#app/platform/notices.server.ts'
import { Acts, Button } from '#app/ui/button.tsx'
import { Form } from '#app/ui/form.tsx'
import { formatCount } from '#app/ui/format.ts'
import { Page } from '#app/ui/page.tsx'
import { database } from '#db/client.server.ts'

export const meta: MetaFunction = () => [{ title: 'Van school veranderd' }]

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  authorize(actor, 'account.manage', actor)
  const [{ memberships }, organisations] = await Promise.all([
    findAccount(database(), actor.personId),
    listOrganisationsForChoice(database()),
  ])
  const current = memberships.filter(({ endsOn }) => endsOn === null)
  const stops = new URL(args.request.url).searchParams.get('stopt') ?? stopsNowhere
  return { current, options: organisationOptions(organisations), stops, today: today() }
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args)
  authorize(actor, 'account.manage', actor)
  return submit(args.request, changeSchoolForm, async (change) => {
    const asked = await changeSchool(database(), actor, actor, change)
    if (asked === 0) return redirectWithNotice(paths.account(), 'Waar je werkt, is opgeslagen.')
    const places = formatCount(asked, 'inschrijving', 'inschrijvingen')
    return redirectWithNotice(paths.mine(), {
      kind: 'warn',
      text: `Waar je werkt, is opgeslagen. Je hebt nog ${places} via je oude school: zeg hieronder wat ermee moet gebeuren.`,
    })
  })
}

export default function ChangeSchool() {
  const { current, options, stops, today } = useLoaderData<typeof loader>()
  const actionData = useActionData<typeof action>()
  const [form, fields] = useForm<ChangeSchoolValues>({
    id: 'school',
    lastResult: actionData?.result,
    defaultValue: { membershipId: stops, endsOn: today, role: 'teacher' },
  })
  return (
    <Page
      title="Ik ben van school veranderd"
      back={{ href: paths.account(), label: 'Mijn account' }}
      intro="Zeg waar je stopt, waar je begint, of allebei. Wat je hebt gedaan en gehaald, blijft van jou."
      narrow
    >
      <Form form={form}>
        <ChangeSchoolFields fields={fields} current={current} options={options} />
        <Acts>
          <Button>Opslaan</Button>
        </Acts>
      </Form>
    </Page>
  )
}
