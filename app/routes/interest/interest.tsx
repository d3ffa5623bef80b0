import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { authorize } from '#app/access/authorize.ts'
import { currentActor, requireActor } from '#app/access/require-actor.server.ts'
import { InterestForm } from '#app/features/interest/components/interest-form-fields.tsx'
import { workplacesOf } from '#app/features/interest/interest.ts'
import { interestForm } from '#app/features/interest/interest-form.ts'
import { findOfferingForInterest, findOwnInterest } from '#app/features/interest/interest-queries.server.ts'
import { interestTexts as texts } from '#app/features/interest/interest-texts.ts'
import { layInterest } from '#app/features/interest/lay-interest.server.ts'
import { paths } from '#app/paths.ts'
import { submit } from '#app/platform/forms.server.ts'
import { redirectWithNotice } from '#app/platform/notices.server.ts'
import { orNotFound } from '#app/platform/refusal.ts'
import { Acts, LinkButton } from '#app/ui/button.tsx'
import { formatTypedDay } from '#app/ui/format.ts'
import { Page } from '#app/ui/page.tsx'
import { TextLink } from '#app/ui/text-link.tsx'
import { database } from '#db/client.server.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `Belangstelling: ${data.offering.title}` : 'Belangstelling' },
  { name: 'robots', content: 'noindex' },
]

const findOffering = async (slug: string | undefined) =>
  orNotFound(await findOfferingForInterest(database(), slug ?? ''))

export async function loader(args: LoaderFunctionArgs) {
  const offering = await findOffering(args.params.slug)
  const actor = await currentActor(args)
  if (!actor) return { offering, workplaces: null, known: false, values: {} }
  authorize(actor, 'interest.lay', actor)
  const own = await findOwnInterest(database(), actor.personId, offering.id)
  const workplaces = workplacesOf(actor.memberships)
  const of = workplaces.find(
    (one) => own && one.organisationId === own.organisationId && one.teamId === own.teamId,
  )
  const values = own && {
    membershipId: of ? String(of.membershipId) : undefined,
    people: String(own.people),
    halfDays: own.halfDays,
    fromDay: own.fromDay ? formatTypedDay(own.fromDay) : undefined,
    untilDay: own.untilDay ? formatTypedDay(own.untilDay) : undefined,
    remark: own.remark ?? undefined,
  }
  return { offering, workplaces, known: own !== undefined, values: values ?? {} }
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args)
  authorize(actor, 'interest.lay', actor)
  const offering = await findOffering(args.params.slug)
  return submit(args.request, interestForm, async (input) => {
    const { title, isNew } = await layInterest(database(), actor, offering, input)
    return redirectWithNotice(paths.mine(), isNew ? texts.laid(title) : texts.changed(title))
  })
}

export default function Interest() {
  const { offering, workplaces, known, values } = useLoaderData<typeof loader>()
  const lastResult = useActionData<typeof action>()?.result
  const here = paths.interest(offering.slug)
  return (
    <Page
      title={texts.title}
      eyebrow={offering.title}
      intro={texts.promise}
      back={{ href: paths.offering(offering.slug), label: offering.title }}
      narrow
    >
      {workplaces ? (
        <InterestForm
          workplaces={workplaces}
          values={values}
          button={known ? 'Bewaar' : 'Zet mij op de lijst'}
          lastResult={lastResult}
        />
      ) : (
        <>
          <p>
            Log in, dan weten we wie je bent en voor welke school. Ben je je wachtwoord kwijt of heb je er
            geen, vraag dan een link in je mail.
          </p>
          <Acts>
            <LinkButton href={`${paths.login()}?verder=${encodeURIComponent(here)}`}>Log in</LinkButton>
          </Acts>
          <p>
            Heb je nog geen account? <TextLink href={paths.contact()}>Schrijf de coördinator</TextLink>; die
            zet je op de lijst.
          </p>
        </>
      )}
    </Page>
  )
}
