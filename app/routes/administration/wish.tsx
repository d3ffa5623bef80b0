import { useForm } from '@conform-to/react'
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { authorize } from '#app/access/authorize.ts'
import { requireActor } from '#app/access/require-actor.server.ts'
import { answerWish, closeWish, linkWish } from '#app/features/interest/answer-wish.server.ts'
import { WishActs, WishFacts } from '#app/features/interest/components/wish-acts.tsx'
import { wishActForm } from '#app/features/interest/interest-form.ts'
import { interestTexts as texts, wishStateWords } from '#app/features/interest/interest-texts.ts'
import { findWish, listOfferingsToLink } from '#app/features/interest/wish-queries.server.ts'
import { paths } from '#app/paths.ts'
import { idFrom, submit } from '#app/platform/forms.server.ts'
import { redirectWithNotice } from '#app/platform/notices.server.ts'
import { orNotFound } from '#app/platform/refusal.ts'
import { Notice } from '#app/ui/notice.tsx'
import { Page } from '#app/ui/page.tsx'
import { database } from '#db/client.server.ts'

export const meta: MetaFunction = () => [{ title: 'Een gemelde behoefte' }]

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  authorize(actor, 'interest.manage')
  const db = database()
  const wish = orNotFound(await findWish(db, idFrom(args.params.id)))
  return { wish, offerings: wish.state === 'open' ? await listOfferingsToLink(db) : [] }
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args)
  authorize(actor, 'interest.manage')
  const db = database()
  const wish = orNotFound(await findWish(db, idFrom(args.params.id)))
  return submit(args.request, wishActForm, async (input) => {
    if (input.act === 'link') {
      const { name, title, mailId } = await linkWish(db, actor, wish, input)
      const notice = { kind: 'ok' as const, text: texts.wishLinked(name, title), mailId }
      return redirectWithNotice(paths.manageOfferingInterest(input.offeringId), notice)
    }
    const { name, mailId } = await (input.act === 'answer' ? answerWish : closeWish)(db, actor, wish, input)
    const text = input.act === 'answer' ? texts.wishAnswered(name) : texts.wishClosed(name)
    return redirectWithNotice(paths.manageInterest(), { kind: 'ok', text, mailId })
  })
}

export default function ManagedWish() {
  const { wish, offerings } = useLoaderData<typeof loader>()
  const [form, fields] = useForm<{ answer: string; offeringId: string }>({
    id: 'melding',
    lastResult: useActionData<typeof action>()?.result,
  })
  return (
    <Page
      title={wish.what}
      eyebrow="Gemelde behoefte"
      back={{ href: paths.manageInterest(), label: 'Belangstelling' }}
      narrow
    >
      <WishFacts wish={wish} />
      {wish.state === 'open' ? (
        <WishActs wish={wish} offerings={offerings} form={form} fields={fields} />
      ) : (
        <Notice kind="info" title={`Deze melding is klaar: ${wishStateWords[wish.state].word}.`}>
          {wish.answer}
        </Notice>
      )}
    </Page>
  )
}
