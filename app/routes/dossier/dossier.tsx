import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { authorize } from '#app/access/authorize.ts'
import { requireActor } from '#app/access/require-actor.server.ts'
import { AttentionList } from '#app/features/qualifications/components/attention-list.tsx'
import { HeldTable } from '#app/features/qualifications/components/held-table.tsx'
import { HeldTimeline } from '#app/features/qualifications/components/held-timeline.tsx'
import { ViewsList } from '#app/features/qualifications/components/views-list.tsx'
import { heldLine, heldOf, holdingOf } from '#app/features/qualifications/holding.ts'
import { needsAttention } from '#app/features/qualifications/qualification.ts'
import { listPapers } from '#app/features/qualifications/qualification-queries.server.ts'
import { validPeriods } from '#app/features/qualifications/validity.ts'
import { listChecks } from '#app/features/qualifications/verification-queries.server.ts'
import { listViews } from '#app/features/qualifications/view-queries.server.ts'
import { paths } from '#app/paths.ts'
import { today } from '#app/platform/clock.ts'
import { addMonths } from '#app/platform/dates.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Page } from '#app/ui/page.tsx'
import { Section } from '#app/ui/section.tsx'
import { database } from '#db/client.server.ts'

export const meta: MetaFunction = () => [{ title: 'Mijn dossier' }]

/** How far back and ahead the drawing goes. */
const span = { back: 48, ahead: 48 }

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  authorize(actor, 'qualification.keep', actor)
  const db = database()
  const [papers, views] = await Promise.all([listPapers(db, [actor.personId]), listViews(db, actor.personId)])
  const day = today()
  const held = heldOf(
    papers.filter(({ withdrawnAt }) => withdrawnAt === null),
    day,
  )
  const refused = held.filter(({ verification }) => verification === 'refused')
  const checks = await listChecks(
    db,
    refused.map(({ newest }) => newest.id),
  )
  const attention = held
    .filter(({ stand, verification }) => verification === 'refused' || needsAttention(stand))
    .sort((one, other) => ((one.stand.until ?? '') < (other.stand.until ?? '') ? -1 : 1))
  return {
    attention: attention.map((one) => ({
      ...heldLine(one),
      typeCode: one.newest.typeCode,
      reason: checks.find(({ qualificationId }) => qualificationId === one.newest.id)?.reason ?? null,
    })),
    held: held.map(heldLine),
    timeline: {
      rows: held.flatMap((one) => {
        const periods = validPeriods(holdingOf(one.papers))
        return periods.length === 0 ? [] : [{ ...heldLine(one), periods }]
      }),
      from: addMonths(day, -span.back),
      until: addMonths(day, span.ahead),
      today: day,
    },
    views,
  }
}

export default function Dossier() {
  const { attention, held, timeline, views } = useLoaderData<typeof loader>()
  const add = <LinkButton href={paths.addPaper()}>Bewijs toevoegen</LinkButton>
  return (
    <Page
      title="Mijn dossier"
      intro="Wat je in huis hebt, wat verloopt, en wie dat heeft nagekeken."
      back={{ href: paths.mine(), label: 'Mijn overzicht' }}
      act={held.length > 0 && add}
    >
      {attention.length > 0 && (
        <Section title="Vraagt je aandacht" ruled>
          <AttentionList held={attention} />
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
        title="Wie in je dossier keek"
        ruled={views.length === 0}
        intro="In het overzicht van een team ziet een teamleider altijd soort, geldigheid en controle. Hier staat wie verder keek."
      >
        {views.length > 0 ? <ViewsList views={views} /> : <p>Nog niemand.</p>}
      </Section>
    </Page>
  )
}
