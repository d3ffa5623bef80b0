import { useForm } from '@conform-to/react'
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { currentActor } from '#app/access/require-actor.server.ts'
import { DeadLink } from '#app/features/people/components/dead-link.tsx'
import { confirmAddress } from '#app/features/people/confirm-address.server.ts'
import { findLinkOwner } from '#app/features/people/link-queries.server.ts'
import { paths } from '#app/paths.ts'
import { submit } from '#app/platform/forms.server.ts'
import { redirectWithNotice } from '#app/platform/notices.server.ts'
import { loadLink } from '#app/routes/load-link.server.ts'
import { Acts, Button, LinkButton } from '#app/ui/button.tsx'
import { Form } from '#app/ui/form.tsx'
import { Page } from '#app/ui/page.tsx'
import { database } from '#db/client.server.ts'

export const meta: MetaFunction = () => [
  { title: 'Adres bevestigen' },
  { name: 'robots', content: 'noindex' },
]

export async function loader(args: LoaderFunctionArgs) {
  const owner = await loadLink(args, (token) => findLinkOwner(database(), 'confirm-address', token))
  return data({ owner: owner ?? null }, owner ? 200 : 410)
}

export async function action(args: ActionFunctionArgs) {
  return submit(args.request, z.object({}), async () => {
    const personId = await confirmAddress(database(), args.params.token ?? '')
    const actor = await currentActor(args)
    const next = actor?.personId === personId ? paths.account() : paths.login()
    return redirectWithNotice(next, 'Het adres is bevestigd. Je kunt er nu ook mee inloggen.')
  })
}

export default function ConfirmAddress() {
  const { owner } = useLoaderData<typeof loader>()
  const actionData = useActionData<typeof action>()
  const [form] = useForm({ lastResult: actionData?.result, id: 'adres' })
  if (!owner) {
    return (
      <DeadLink act={<LinkButton href={paths.account()}>Naar mijn account</LinkButton>}>
        Op je account kun je een nieuwe link laten mailen.
      </DeadLink>
    )
  }
  return (
    <Page
      title="Is dit adres van jou?"
      intro={`${owner.address} wordt dan een adres van het account van ${owner.name}. Ken je die niet? Sluit deze bladzijde dan.`}
      narrow
    >
      <Form form={form} bare>
        <Acts>
          <Button>Adres bevestigen</Button>
        </Acts>
      </Form>
    </Page>
  )
}
