import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { authorize } from '#app/access/authorize.ts'
import { requireActor } from '#app/access/require-actor.server.ts'
import { WishForm } from '#app/features/interest/components/wish-form.tsx'
import { workplacesOf } from '#app/features/interest/interest.ts'
import { wishForm } from '#app/features/interest/interest-form.ts'
import { interestTexts as texts } from '#app/features/interest/interest-texts.ts'
import { reportWish } from '#app/features/interest/report-wish.server.ts'
import { listWishChoices } from '#app/features/interest/wish-queries.server.ts'
import { paths } from '#app/paths.ts'
import { submit } from '#app/platform/forms.server.ts'
import { redirectWithNotice } from '#app/platform/notices.server.ts'
import { wordsFrom } from '#app/platform/search-params.ts'
import { Page } from '#app/ui/page.tsx'
import { database } from '#db/client.server.ts'

export const meta: MetaFunction = () => [{ title: 'Meld behoefte' }, { name: 'robots', content: 'noindex' }]

/** `?wat=` is what somebody looked for in vain, `?bewijs=` the type that they want to renew. */
export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  authorize(actor, 'interest.lay', actor)
  const params = new URL(args.request.url).searchParams
  return {
    workplaces: workplacesOf(actor.memberships),
    choices: await listWishChoices(database()),
    values: {
      what: wordsFrom(params, 'wat') ?? '',
      qualificationTypeCode: wordsFrom(params, 'bewijs') ?? '',
    },
  }
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args)
  authorize(actor, 'interest.lay', actor)
  return submit(args.request, wishForm, async (input) => {
    await reportWish(database(), actor, input)
    return redirectWithNotice(paths.mine(), texts.wishReported)
  })
}

export default function ReportWish() {
  const loaded = useLoaderData<typeof loader>()
  return (
    <Page
      title="Meld behoefte"
      intro="Mis je iets in het aanbod? Vertel wat. De coördinator zoekt er anderen bij en kijkt of het te organiseren is."
      back={{ href: paths.catalogue(), label: 'Aanbod' }}
      narrow
    >
      <WishForm {...loaded} lastResult={useActionData<typeof action>()?.result} />
    </Page>
  )
}
