import { useForm } from '@conform-to/react'
import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { currentActor } from '#app/access/require-actor.server.ts'
import { DemoLogins } from '#app/features/people/components/demo-logins.tsx'
import { landingPath } from '#app/features/people/landing.ts'
import { loginForm } from '#app/features/people/login-form.ts'
import { verifyCredentials } from '#app/features/people/verify-credentials.server.ts'
import { paths } from '#app/paths.ts'
import { submit } from '#app/platform/forms.server.ts'
import { ownPath } from '#app/platform/own-path.ts'
import { theRegion } from '#app/platform/region.server.ts'
import { Acts, Button } from '#app/ui/button.tsx'
import { Form } from '#app/ui/form.tsx'
import { Page } from '#app/ui/page.tsx'
import { Section } from '#app/ui/section.tsx'
import { TextField } from '#app/ui/text-field.tsx'
import { TextLink } from '#app/ui/text-link.tsx'
import { database } from '#db/client.server.ts'
import { logIn } from './log-in.server.ts'

type Fields = { address: string; password: string }

export const meta: MetaFunction = () => [{ title: 'Inloggen' }]

export async function loader(args: LoaderFunctionArgs) {
  const params = new URL(args.request.url).searchParams
  const onward = ownPath(params.get('verder'))
  const actor = await currentActor(args)
  if (actor) throw redirect(onward ?? landingPath(actor))
  const { demo } = await theRegion(database())
  return { demo, onward: onward ?? null, away: params.has('weg') }
}

export async function action({ request, context }: ActionFunctionArgs) {
  return submit(request, loginForm, async (input) => {
    const { networkAddress } = context
    const personId = await verifyCredentials(database(), { ...input, networkAddress })
    return logIn(request, personId)
  })
}

function introOf(onward: string | null, away: boolean): string | null {
  if (away) return 'Je bent te lang weg geweest. Log opnieuw in; wat je typte, staat er dan nog.'
  return onward && 'Log in. Daarna ga je verder waar je was.'
}

export default function LogIn() {
  const { demo, onward, away } = useLoaderData<typeof loader>()
  const actionData = useActionData<typeof action>()
  const [form, fields] = useForm<Fields>({ lastResult: actionData?.result, id: 'inloggen' })
  const query = onward ? `?verder=${encodeURIComponent(onward)}` : ''
  return (
    <Page title="Inloggen" intro={introOf(onward, away)} narrow>
      <Form form={form} bare>
        <TextField field={fields.address} label="E-mailadres" type="email" autoComplete="username" required />
        <TextField
          field={fields.password}
          label="Wachtwoord"
          type="password"
          autoComplete="current-password"
          required
        />
        <Acts>
          <Button>Inloggen</Button>
        </Acts>
      </Form>
      <Section title="Liever anders naar binnen?">
        <p>
          <TextLink href={paths.loginLinkRequest() + query}>Mail mij een inloglink</TextLink>: één druk op de
          knop en je bent binnen, zonder wachtwoord.
        </p>
        <p>
          <TextLink href={paths.forgotPassword()}>Wachtwoord vergeten</TextLink>: kies een nieuw.
        </p>
        <p>
          Nog geen account? Dat krijg je vanzelf bij je eerste inschrijving.{' '}
          <TextLink href={paths.catalogue()}>Bekijk het aanbod</TextLink>.
        </p>
      </Section>
      {demo && (
        <Section title="Dit is een demonstratie" intro="Kijk rond als iemand anders. Er gebeurt niets echt.">
          <DemoLogins />
        </Section>
      )}
    </Page>
  )
}
