import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { authorize } from '#app/access/authorize.ts'
import { requireActor } from '#app/access/require-actor.server.ts'
import { EditionTable } from '#app/features/catalogue/components/edition-table.tsx'
import { OfferingForm } from '#app/features/catalogue/components/offering-form-fields.tsx'
import { listManagedEditions } from '#app/features/catalogue/edition-management-queries.server.ts'
import { offeringFieldValues } from '#app/features/catalogue/offering-field-values.server.ts'
import { offeringForm } from '#app/features/catalogue/offering-form.ts'
import {
  findManagedOffering,
  listOfferingChoices,
} from '#app/features/catalogue/offering-management-queries.server.ts'
import { saveOffering } from '#app/features/catalogue/save-offering.server.ts'
import { paths } from '#app/paths.ts'
import { idFrom, submit } from '#app/platform/forms.server.ts'
import { redirectWithNotice } from '#app/platform/notices.server.ts'
import { orNotFound } from '#app/platform/refusal.ts'
import { Acts, LinkButton } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Page } from '#app/ui/page.tsx'
import { Section } from '#app/ui/section.tsx'
import { database } from '#db/client.server.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title ?? 'Aanbod' }]

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  authorize(actor, 'offering.manage')
  const db = database()
  const offering = orNotFound(await findManagedOffering(db, idFrom(args.params.id)))
  const [choices, { editions }] = await Promise.all([
    listOfferingChoices(db),
    listManagedEditions(db, { offeringId: offering.id, page: 1 }),
  ])
  return {
    id: offering.id,
    slug: offering.slug,
    title: offering.title,
    published: offering.status === 'published',
    values: offeringFieldValues(offering),
    choices,
    editions,
  }
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args)
  authorize(actor, 'offering.manage')
  const offering = orNotFound(await findManagedOffering(database(), idFrom(args.params.id)))
  return submit(args.request, offeringForm, async (input) => {
    await saveOffering(database(), actor, offering.id, input)
    return redirectWithNotice(paths.manageOffering(offering.id), 'De wijzigingen zijn bewaard.')
  })
}

export default function ManagedOffering() {
  const { id, slug, title, published, values, choices, editions } = useLoaderData<typeof loader>()
  return (
    <Page
      title={title}
      back={{ href: paths.manageOfferings(), label: 'Aanbod' }}
      act={<LinkButton href={paths.newEdition(id)}>Plan een datum</LinkButton>}
    >
      <Section
        title="Data"
        ruled
        act={
          published && (
            <LinkButton kind="quiet" href={paths.offering(slug)}>
              Bekijk als bezoeker
            </LinkButton>
          )
        }
      >
        {editions.length > 0 ? (
          <EditionTable editions={editions} withoutTitle />
        ) : (
          <EmptyState title="Nog geen data">Hier staat straks elke keer dat dit gegeven wordt.</EmptyState>
        )}
      </Section>
      <Section title="Evaluatie" ruled>
        <Acts>
          <LinkButton kind="secondary" href={paths.offeringEvaluations(id)}>
            Wat deelnemers vonden
          </LinkButton>
          <LinkButton kind="quiet" href={paths.evaluationQuestions(id)}>
            Wijzig de vragen
          </LinkButton>
        </Acts>
      </Section>
      <Section title="Wat er in het aanbod staat" ruled>
        <OfferingForm
          choices={choices}
          values={values}
          lastResult={useActionData<typeof action>()?.result}
          button="Bewaar wijzigingen"
        />
      </Section>
    </Page>
  )
}
