import { useForm } from '@conform-to/react'
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { DeadLink } from '#app/features/people/components/dead-link.tsx'
import { findLinkOwner } from '#app/features/people/link-queries.server.ts'
import { redeemLoginLink } from '#app/features/people/redeem-link.server.ts'
import { paths } from '#app/paths.ts'
import { submit } from '#app/platform/forms.server.ts'
import { loadLink } from '#app/routes/load-link.server.ts'
import { Acts, Button, LinkButton } from '#app/ui/button.tsx'
import { Form } from '#app/ui/form.tsx'
import { Page } from '#app/ui/page.tsx'
import { database } from '#db/client.server.ts'
import { logIn } from './log-in.server.ts'

export const meta: MetaFunction = () => [{ title: 'Inloggen' }, { name: 'robots', content: 'noindex' }]

/** Opening the link changes nothing (mail programs open links by themselves): the button logs in. */
export async function loader(args: LoaderFunctionArgs) {
  const owner = await loadLink(args, (token) => findLinkOwner(database(), 'login', token))
  return data({ owner: owner ?? null }, owner ? 200 : 410)
}

export async function action({ request, params }: ActionFunctionArgs) {
  return submit(request, z.object({}), async () => {
    const personId = await redeemLoginLink(database(), params.token ?? '')
    return logIn(request, personId)
  })
}

export default function OpenLoginLink() {
  const { owner } = useLoaderData<typeof loader>()
  const actionData = useActionData<typeof action>()
  const [form] = useForm({ lastResult: actionData?.result, id: 'inloggen' })
  if (!owner) {
    return <DeadLink act={<LinkButton href={paths.loginLinkRequest()}>Vraag een nieuwe link</LinkButton>} />
  }
  return (
    <Page title={`Dag ${owner.givenName}`} intro={`Je logt in als ${owner.name} (${owner.address}).`} narrow>
      <Form form={form} bare>
        <Acts>
          <Button>Inloggen</Button>
        </Acts>
      </Form>
    </Page>
  )
}
