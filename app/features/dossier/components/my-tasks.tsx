import { paths } from '#app/paths.ts'
import { Prose } from '#app/ui/prose.tsx'
import { Section } from '#app/ui/section.tsx'

/** For who writes for a company, or reviews: what there is to do here for them, and whom to ask for the rest. */
export function MyTasks({ writes, reviews }: { writes: boolean; reviews: boolean }) {
  return (
    <Section title={writes ? 'Voor je bedrijf' : 'Voor de redactie'} ruled>
      <Prose>
        {writes && (
          <p>
            Lesmateriaal maken of een docent ontvangen? Dat spreek je nu nog af met de coördinator.{' '}
            <a href={paths.contact()}>Stuur een bericht</a>, dan nemen we contact met je op. Hoe je van jullie
            werk een les maakt, leer je{' '}
            <a href={`${paths.catalogue()}?zoek=praktijkmodule`}>in een workshop</a>.
          </p>
        )}
        {reviews && (
          <p>
            Er ligt nu niets om te beoordelen. Lesmateriaal van bedrijven krijg je van de coördinator.{' '}
            <a href={paths.contact()}>Stel een vraag</a>.
          </p>
        )}
      </Prose>
    </Section>
  )
}
