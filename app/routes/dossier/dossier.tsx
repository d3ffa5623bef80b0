import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { authorize } from '#app/access/authorize.ts'
import { requireActor } from '#app/access/require-actor.server.ts'
import { MyLapsing } from '#app/features/dossier/components/my-lapsing.tsx'
import { HeldTable } from '#app/features/qualifications/components/held-table.tsx'
import { HeldTimeline } from '#app/features/qualifications/components/held-timeline.tsx'
import { ViewsList } from '#app/features/qualifications/components/views-list.tsx'
import { paths } from '#app/paths.ts'
import { Acts, LinkButton } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Page } from '#app/ui/page.tsx'
import { Section } from '#app/ui/section.tsx'
import { loadDossier } from './dossier.server.ts'

export const meta: MetaFunction = () => [{ title: 'Mijn dossier' }]

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  authorize(actor, 'qualification.keep', actor)
  return loadDossier(actor)
}

export default function Dossier() {
  const { lapsing, held, timeline, views } = useLoaderData<typeof loader>()
  const add = <LinkButton href={paths.addPaper()}>Bewijs toevoegen</LinkButton>
  return (
    <Page
      title="Mijn dossier"
      intro="Wat je in huis hebt, wat verloopt, en wie dat heeft nagekeken."
      back={{ href: paths.mine(), label: 'Mijn overzicht' }}
      act={held.length > 0 && add}
    >
      {lapsing.length > 0 && (
        <Section title="Vraagt je aandacht" ruled>
          <MyLapsing held={lapsing} />
        </Section>
      )}
      <Section title="Wat je in huis hebt" ruled={held.length === 0}>
        {held.length > 0 ? (
          <HeldTable caption="Wat je in huis hebt" held={held} linked />
        ) : (
          <EmptyState title="Hier staan straks je bewijzen." act={add}>
            Heb je een VCA, BHV, NEN 3140 of iets anders? Zet het erin, dan waarschuwen we je voordat het
            verloopt.
          </EmptyState>
        )}
      </Section>
      {timeline.rows.length > 0 && (
        <Section title="In de tijd" intro="De gekleurde lijn is vandaag.">
          <HeldTimeline {...timeline} />
        </Section>
      )}
      <Section
        title="Neem je dossier mee"
        ruled
        intro="Alles op papier, met bij elk certificaat de code waarmee een ander het controleert."
      >
        <Acts>
          <LinkButton kind="secondary" href={paths.myDossierPdf()}>
            Dossier als PDF
          </LinkButton>
          <LinkButton kind="quiet" href={paths.account()}>
            Alles wat we van je bewaren
          </LinkButton>
        </Acts>
      </Section>
      <Section
        title="Wie in je dossier keek"
        ruled={views.length === 0}
        intro="In het overzicht van een team ziet een teamleider altijd soort, geldigheid en controle. Hier staat wie verder keek."
      >
        {views.length > 0 ? <ViewsList views={views} /> : <p>Nog niemand.</p>}
      </Section>
    </Page>
  )
}
