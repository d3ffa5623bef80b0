import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { authorize } from '#app/access/authorize.ts'
import { requireActor } from '#app/access/require-actor.server.ts'
import { EvaluationForm } from '#app/features/evaluation/components/evaluation-form.tsx'
import { EvaluationGiven } from '#app/features/evaluation/components/evaluation-given.tsx'
import { findEvaluationToAnswer } from '#app/features/evaluation/evaluation-queries.server.ts'
import { evaluationTexts } from '#app/features/evaluation/evaluation-texts.ts'
import { paths } from '#app/paths.ts'
import { today } from '#app/platform/clock.ts'
import { idFrom, readFormData } from '#app/platform/forms.server.ts'
import { orNotFound } from '#app/platform/refusal.ts'
import { Notice } from '#app/ui/notice.tsx'
import { Page } from '#app/ui/page.tsx'
import { database } from '#db/client.server.ts'
import { sendAnswers } from './answer.server.ts'

export const meta: MetaFunction = () => [{ title: 'Evaluatie' }]

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  const asked = orNotFound(await findEvaluationToAnswer(database(), idFrom(args.params.id)))
  authorize(actor, 'evaluation.answer', asked)
  const { title, questions, openUntil, required, given } = asked
  return { title, questions, openUntil, required, given, over: today() > openUntil }
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args)
  const asked = orNotFound(await findEvaluationToAnswer(database(), idFrom(args.params.id)))
  authorize(actor, 'evaluation.answer', asked)
  return sendAnswers(await readFormData(args.request), actor, asked, paths.mine())
}

export default function Answer() {
  const { title, questions, openUntil, required, given, over } = useLoaderData<typeof loader>()
  const lastResult = useActionData<typeof action>()?.result
  return (
    <Page
      title={`Wat vond je van ${title}?`}
      eyebrow="Evaluatie"
      back={{ href: paths.mine(), label: 'Mijn overzicht' }}
      narrow
    >
      {given && <EvaluationGiven />}
      {!given && over && <Notice kind="warn" title={evaluationTexts.closed} />}
      {!given && !over && (
        <EvaluationForm
          questions={questions}
          openUntil={openUntil}
          required={required}
          lastResult={lastResult}
        />
      )}
    </Page>
  )
}
