import { useForm } from '@conform-to/react'
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { findMissedByLink, showInterestAgain } from '#app/features/enrolment/show-interest-again.server.ts'
import { HalfDayField } from '#app/features/interest/components/half-day-field.tsx'
import { againForm } from '#app/features/interest/interest-form.ts'
import { interestTexts as texts } from '#app/features/interest/interest-texts.ts'
import { DeadLink } from '#app/features/people/components/dead-link.tsx'
import { paths } from '#app/paths.ts'
import { submit } from '#app/platform/forms.server.ts'
import { redirectWithNotice } from '#app/platform/notices.server.ts'
import { loadLink } from '#app/routes/load-link.server.ts'
import { Acts, Button, LinkButton } from '#app/ui/button.tsx'
import { Form } from '#app/ui/form.tsx'
import { Page } from '#app/ui/page.tsx'
import { database } from '#db/client.server.ts'

export const meta: MetaFunction = () => [
  { title: 'Wachten op een volgende datum' },
  { name: 'robots', content: 'noindex' },
]

/** Opening the link changes nothing; the answer is a press, without logging in. */
export async function loader(args: LoaderFunctionArgs) {
  const missed = await loadLink(args, (token) => findMissedByLink(database(), token))
  if (!missed) return data({ missed: null }, 410)
  return data({ missed: { title: missed.title, halfDays: missed.halfDays } })
}

export async function action({ request, params }: ActionFunctionArgs) {
  return submit(request, againForm, async (input) => {
    const { title } = await showInterestAgain(database(), params.token ?? '', input)
    return redirectWithNotice(paths.home(), texts.laid(title))
  })
}

export default function InterestAgain() {
  const { missed } = useLoaderData<typeof loader>()
  const lastResult = useActionData<typeof action>()?.result
  const [form, fields] = useForm<{ halfDays: string[] }>({
    id: 'wachten',
    lastResult,
    defaultValue: { halfDays: missed?.halfDays ?? [] },
  })
  if (!missed) {
    return (
      <DeadLink act={<LinkButton href={paths.mine()}>Mijn overzicht</LinkButton>}>
        Je staat al op de lijst, of de link is ouder dan drie maanden.
      </DeadLink>
    )
  }
  return (
    <Page title={missed.title} eyebrow="Wachten op een volgende datum" intro={texts.promise} narrow>
      <Form form={form} bare>
        <HalfDayField
          field={fields.halfDays}
          label="Wanneer kun je?"
          hint="Aangekruist staat wanneer het zou zijn. Kan er meer, kruis dat dan ook aan."
          required
        />
        <Acts>
          <Button>Houd mij op de lijst</Button>
        </Acts>
      </Form>
    </Page>
  )
}
