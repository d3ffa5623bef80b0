import { paths } from '#app/paths.ts'
import { Acts, LinkButton } from '#app/ui/button.tsx'
import { formatFullDay } from '#app/ui/format.ts'
import { Section } from '#app/ui/section.tsx'

/** What is kept about oneself: to take along, and to have erased. */
export function MyDataSection({ askedAt }: { askedAt: Date | null }) {
  return (
    <Section
      title="Je gegevens"
      ruled
      intro="Alles wat we van je bewaren, in één zip: tabellen, je dossier, je certificaten en de bestanden die je opstuurde."
    >
      {askedAt && (
        <p>Je vroeg op {formatFullDay(askedAt)} om gewist te worden. Dat wacht op de coördinator.</p>
      )}
      <Acts>
        <LinkButton kind="secondary" href={paths.myData()}>
          Download alles
        </LinkButton>
        <LinkButton kind="quiet" href={paths.askErasure()}>
          {askedAt ? 'Bekijk je verzoek' : 'Laat me wissen'}
        </LinkButton>
      </Acts>
    </Section>
  )
}
