import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { authorize } from '#app/access/authorize.ts'
import { requireActor } from '#app/access/require-actor.server.ts'
import { askErasure, withdrawErasure } from '#app/features/privacy/ask-erasure.server.ts'
import { ErasureLists } from '#app/features/privacy/components/erasure-lists.tsx'
import { findErasureRequest } from '#app/features/privacy/erasure-queries.server.ts'
import { erasureTexts as texts } from '#app/features/privacy/erasure-texts.ts'
import { paths } from '#app/paths.ts'
import { firstError } from '#app/platform/first-error.ts'
import { submit } from '#app/platform/forms.server.ts'
import { redirectWithNotice } from '#app/platform/notices.server.ts'
import { ActButton } from '#app/ui/act-button.tsx'
import { Acts, LinkButton } from '#app/ui/button.tsx'
import { formatFullDay } from '#app/ui/format.ts'
import { Notice } from '#app/ui/notice.tsx'
import { Page } from '#app/ui/page.tsx'
import { database } from '#db/client.server.ts'

export const meta: MetaFunction = () => [{ title: 'Laat me wissen' }]

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  authorize(actor, 'account.manage', actor)
  return { askedAt: await findErasureRequest(database(), actor.personId) }
}

const erasureForm = z.object({ act: z.enum(['ask', 'withdraw']) })

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args)
  authorize(actor, 'account.manage', actor)
  return submit(args.request, erasureForm, async ({ act }) => {
    if (act === 'ask') await askErasure(database(), actor)
    else await withdrawErasure(database(), actor)
    return redirectWithNotice(paths.account(), act === 'ask' ? texts.asked : texts.withdrawn)
  })
}

export default function AskErasure() {
  const { askedAt } = useLoaderData<typeof loader>()
  const refused = firstError(useActionData<typeof action>()?.result)
  return (
    <Page
      title="Laat me wissen"
      intro="Wil je niet meer in het portaal staan? Vraag het hier. De coördinator handelt het af, en daarna is het niet terug te draaien."
      back={{ href: paths.account(), label: 'Mijn account' }}
      narrow
    >
      {refused && (
        <Notice kind="stop" role="alert">
          {refused}
        </Notice>
      )}
      <ErasureLists />
      {askedAt ? (
        <>
          <Notice kind="info">Je vroeg het op {formatFullDay(askedAt)}. Het wacht op de coördinator.</Notice>
          <Acts>
            <ActButton act="withdraw" kind="secondary">
              Trek het verzoek in
            </ActButton>
          </Acts>
        </>
      ) : (
        <>
          <p>
            Neem eerst mee wat je wilt bewaren: na het wissen kun je er niet meer bij, ook niet bij je
            certificaten.
          </p>
          <Acts>
            <LinkButton kind="secondary" href={paths.myData()}>
              Download alles
            </LinkButton>
            <ActButton act="ask" kind="danger">
              Vraag om wissen
            </ActButton>
          </Acts>
        </>
      )}
    </Page>
  )
}
