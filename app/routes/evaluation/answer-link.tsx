import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { EvaluationForm } from '#app/features/evaluation/components/evaluation-form.tsx'
import { EvaluationGiven } from '#app/features/evaluation/components/evaluation-given.tsx'
import { DeadLink } from '#app/features/people/components/dead-link.tsx'
import { paths } from '#app/paths.ts'
import { readFormData } from '#app/platform/forms.server.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { Page } from '#app/ui/page.tsx'
import { loadLink } from '../load-link.server.ts'
import { findByLink, sendAnswers } from './answer.server.ts'

export const meta: MetaFunction = () => [{ title: 'Evaluatie' }, { name: 'robots', content: 'noindex' }]

/** The link may be opened until its term, also after answering: it then says so. */
export async function loader(args: LoaderFunctionArgs) {
  const found = await loadLink(args, findByLink)
  if (!found) return data({ asked: null }, 410)
  const { title, questions, openUntil, required, given } = found.asked
  return data({ asked: { title, questions, openUntil, required, given } })
}

export async function action(args: ActionFunctionArgs) {
  const found = await loadLink(args, findByLink)
  const here = paths.evaluate(args.params.token ?? '')
  // Its term ended while the form was filled in, or it never was a link: the page says so.
  if (!found) return redirect(here)
  return sendAnswers(await readFormData(args.request), found.actor, found.asked, here)
}

export default function AnswerByLink() {
  const { asked } = useLoaderData<typeof loader>()
  const lastResult = useActionData<typeof action>()?.result
  if (!asked) {
    return (
      <DeadLink act={<LinkButton href={paths.mine()}>Mijn overzicht</LinkButton>}>
        De tijd om te antwoorden is om.
      </DeadLink>
    )
  }
  return (
    <Page title={`Wat vond je van ${asked.title}?`} eyebrow="Evaluatie" narrow>
      {asked.given ? <EvaluationGiven /> : <EvaluationForm {...asked} lastResult={lastResult} />}
    </Page>
  )
}
