import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { authorize } from '#app/access/authorize.ts'
import { requireActor } from '#app/access/require-actor.server.ts'
import { EvaluationResults } from '#app/features/evaluation/components/evaluation-results.tsx'
import { findEditionResults } from '#app/features/evaluation/evaluation-queries.server.ts'
import { paths } from '#app/paths.ts'
import { idFrom } from '#app/platform/forms.server.ts'
import { orNotFound } from '#app/platform/refusal.ts'
import { Page } from '#app/ui/page.tsx'
import { database } from '#db/client.server.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `Evaluatie van ${data.title}, ${data.code}` : 'Evaluatie' },
]

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  const editionId = idFrom(args.params.id)
  authorize(actor, 'evaluation.see', { editionId })
  const { title, code, asked, results } = orNotFound(await findEditionResults(database(), editionId))
  return { editionId, title, code, asked, results }
}

export default function TaughtEvaluation() {
  const { editionId, title, code, asked, results } = useLoaderData<typeof loader>()
  return (
    <Page
      title="Evaluatie"
      eyebrow={`${title}, ${code}`}
      back={{ href: paths.teachingEdition(editionId), label: title }}
    >
      <EvaluationResults results={results} asked={asked} />
    </Page>
  )
}
