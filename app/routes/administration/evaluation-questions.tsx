import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { authorize } from '#app/access/authorize.ts'
import { requireActor } from '#app/access/require-actor.server.ts'
import { askUsualQuestions, changeQuestions } from '#app/features/evaluation/change-questions.server.ts'
import { QuestionsForm } from '#app/features/evaluation/components/questions-form.tsx'
import { questionsForm } from '#app/features/evaluation/evaluation-form.ts'
import { findOfferingQuestions } from '#app/features/evaluation/evaluation-queries.server.ts'
import { evaluationTexts } from '#app/features/evaluation/evaluation-texts.ts'
import { paths } from '#app/paths.ts'
import { idFrom, readFormData, submit } from '#app/platform/forms.server.ts'
import { redirectWithNotice } from '#app/platform/notices.server.ts'
import { orNotFound } from '#app/platform/refusal.ts'
import { ActButton } from '#app/ui/act-button.tsx'
import { LinkButton } from '#app/ui/button.tsx'
import { Page } from '#app/ui/page.tsx'
import { database } from '#db/client.server.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `Evaluatievragen van ${data.title}` : 'Evaluatievragen' },
]

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  authorize(actor, 'offering.manage')
  const offeringId = idFrom(args.params.id)
  return { offeringId, ...orNotFound(await findOfferingQuestions(database(), offeringId)) }
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args)
  authorize(actor, 'offering.manage')
  const db = database()
  const offeringId = idFrom(args.params.id)
  orNotFound(await findOfferingQuestions(db, offeringId))
  const back = (text: string) => redirectWithNotice(paths.evaluationQuestions(offeringId), text)
  const form = await readFormData(args.request)
  if (form.get('act') === 'usual') {
    await askUsualQuestions(db, actor, offeringId)
    return back(evaluationTexts.usualAgain)
  }
  return submit(form, questionsForm, async (questions) => {
    await changeQuestions(db, actor, offeringId, questions)
    return back(evaluationTexts.questionsSaved)
  })
}

export default function EvaluationQuestions() {
  const { offeringId, title, questions, own } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  return (
    <Page
      title="Evaluatievragen"
      eyebrow={title}
      back={{ href: paths.manageOffering(offeringId), label: title }}
      intro={`${own ? 'Dit aanbod heeft eigen vragen.' : 'Dit zijn de gewone vragen.'} Een wijziging geldt voor evaluaties die nog moeten beginnen; wat al is gevraagd, blijft zoals het was.`}
      act={
        <LinkButton kind="secondary" href={paths.offeringEvaluations(offeringId)}>
          Uitslagen
        </LinkButton>
      }
      narrow
    >
      <QuestionsForm questions={questions} lastResult={reply?.result} />
      {own && (
        <ActButton act="usual" kind="secondary" small={false}>
          Stel weer de gewone vragen
        </ActButton>
      )}
    </Page>
  )
}
