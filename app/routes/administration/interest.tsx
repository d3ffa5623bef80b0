import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { authorize } from '#app/access/authorize.ts'
import { requireActor } from '#app/access/require-actor.server.ts'
import { InterestTable } from '#app/features/interest/components/interest-table.tsx'
import { WishGroups } from '#app/features/interest/components/wish-groups.tsx'
import { planWishesForm } from '#app/features/interest/interest-form.ts'
import { listOfferingsWithInterest } from '#app/features/interest/interest-queries.server.ts'
import { interestTexts as texts } from '#app/features/interest/interest-texts.ts'
import { planFromWishes } from '#app/features/interest/plan-from-wishes.server.ts'
import { listWishGroups } from '#app/features/interest/wish-queries.server.ts'
import { paths } from '#app/paths.ts'
import { now } from '#app/platform/clock.ts'
import { firstError } from '#app/platform/first-error.ts'
import { submit } from '#app/platform/forms.server.ts'
import { redirectWithNotice } from '#app/platform/notices.server.ts'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Page } from '#app/ui/page.tsx'
import { Section } from '#app/ui/section.tsx'
import { database } from '#db/client.server.ts'

export const meta: MetaFunction = () => [{ title: 'Belangstelling' }]

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  authorize(actor, 'interest.manage')
  const db = database()
  const [offerings, groups] = await Promise.all([listOfferingsWithInterest(db, now()), listWishGroups(db)])
  return { offerings, groups }
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args)
  authorize(actor, 'interest.manage')
  return submit(args.request, planWishesForm, async ({ typeCode, offeringId }) => {
    const { wishes } = await planFromWishes(database(), actor, { typeCode }, { offeringId })
    return redirectWithNotice(paths.manageOfferingInterest(offeringId), texts.planned(wishes))
  })
}

export default function InterestOverview() {
  const { offerings, groups } = useLoaderData<typeof loader>()
  const refused = firstError(useActionData<typeof action>()?.result)
  return (
    <Page
      title="Belangstelling"
      intro="Wie wil wat, en wanneer kunnen ze? Plan vanaf hier een datum: wie op de lijst staat, krijgt vijf dagen als eerste een plek."
      back={{ href: paths.desk(), label: 'Beheer' }}
    >
      {refused && (
        <Notice kind="stop" role="alert">
          {refused}
        </Notice>
      )}
      <Section title="Aanbod waar mensen op wachten" ruled>
        {offerings.length > 0 ? (
          <InterestTable offerings={offerings} />
        ) : (
          <EmptyState title="Niemand staat op een lijst.">
            Wie bij iets in het aanbod laat weten mee te willen doen, staat hier.
          </EmptyState>
        )}
      </Section>
      <Section title="Gemeld: dit missen mensen" ruled>
        {groups.length > 0 ? (
          <WishGroups groups={groups} />
        ) : (
          <EmptyState title="Er ligt niets.">
            Wie iets mist in het aanbod, kan het melden. Meldingen over hetzelfde staan hier bij elkaar.
          </EmptyState>
        )}
      </Section>
    </Page>
  )
}
