import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { authorize } from '#app/access/authorize.ts'
import { requireActor } from '#app/access/require-actor.server.ts'
import { takeBackInterest } from '#app/features/interest/end-interest.server.ts'
import { takeBackForm } from '#app/features/interest/interest-form.ts'
import { interestTexts as texts } from '#app/features/interest/interest-texts.ts'
import { takeBackWish } from '#app/features/interest/report-wish.server.ts'
import { paths } from '#app/paths.ts'
import { firstError } from '#app/platform/first-error.ts'
import { submit } from '#app/platform/forms.server.ts'
import { redirectWithNotice } from '#app/platform/notices.server.ts'
import { database } from '#db/client.server.ts'

/** Only a form comes here; who opens the address is brought to where the buttons are. */
export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  authorize(actor, 'account.manage', actor)
  return redirect(paths.mine())
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args)
  authorize(actor, 'account.manage', actor)
  const answer = await submit(args.request, takeBackForm, async ({ act, id }) => {
    if (act === 'take-back-wish') {
      await takeBackWish(database(), actor, { id })
      return redirectWithNotice(paths.mine(), texts.wishTakenBack)
    }
    const { title } = await takeBackInterest(database(), actor, { id })
    return redirectWithNotice(paths.mine(), texts.takenBack(title))
  })
  if (answer instanceof Response) return answer
  // A button has no field to mend: what is refused is told on the page that it stands on.
  const text = firstError(answer.data.result) ?? texts.gone
  return redirectWithNotice(paths.mine(), { kind: 'stop', text })
}
