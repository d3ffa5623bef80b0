import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { authorize } from '#app/access/authorize.ts'
import { requireActor } from '#app/access/require-actor.server.ts'
import { EvaluationOverTime } from '#app/features/evaluation/components/evaluation-over-time.tsx'
import {
  findOfferingQuestions,
  listOfferingResults,
} from '#app/features/evaluation/evaluation-queries.server.ts'
import { paths } from '#app/paths.ts'
import { idFrom } from '#app/platform/forms.server.ts'
import { orNotFound } from '#app/platform/refusal.ts'
import { Acts, LinkButton } from '#app/ui/button.tsx'
import { Page } from '#app/ui/page.tsx'
import { Section } from '#app/ui/section.tsx'
import { database } from '#db/client.server.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `Evaluaties van ${data.title}` : 'Evaluaties' },
]

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  authorize(actor, 'offering.manage')
  const offeringId = idFrom(args.params.id)
  const db = database()
  const { title } = orNotFound(await findOfferingQuestions(db, offeringId))
  const editions = await listOfferingResults(db, offeringId)
  return { offeringId, title, editions }
}

export default function OfferingEvaluations() {
  const { offeringId, title, editions } = useLoaderData<typeof loader>()
  return (
    <Page
      title="Evaluaties"
      eyebrow={title}
      back={{ href: paths.manageOffering(offeringId), label: title }}
      intro="Wat deelnemers vonden, van uitvoering tot uitvoering. Uitvoeringen met minder dan vijf antwoorden tellen nergens in mee."
      act={
        <LinkButton kind="secondary" href={paths.evaluationQuestions(offeringId)}>
          Vragen
        </LinkButton>
      }
    >
      <EvaluationOverTime editions={editions} />
      {editions.length > 0 && (
        <Section title="Meenemen" intro="Elk cijfer met hoe vaak het is gekozen, en wat mensen schreven.">
          <Acts>
            <LinkButton kind="secondary" href={paths.evaluationExport(offeringId, 'xlsx')} download>
              Als Excel-bestand
            </LinkButton>
            <LinkButton kind="secondary" href={paths.evaluationExport(offeringId, 'csv')} download>
              Als CSV-bestand
            </LinkButton>
          </Acts>
        </Section>
      )}
    </Page>
  )
}
