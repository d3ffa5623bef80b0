import { environment } from '#app/platform/environment.server.ts'
import { notFound } from '#app/platform/refusal.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { Page } from '#app/ui/page.tsx'
import { pageTitle } from '#app/ui/page-title.ts'
import { ActSamples } from '#app/ui/samples/act-samples.tsx'
import { ChartSamples } from '#app/ui/samples/chart-samples.tsx'
import { DrawingSamples } from '#app/ui/samples/drawing-samples.tsx'
import { FormSamples } from '#app/ui/samples/form-samples.tsx'
import { ListSamples } from '#app/ui/samples/list-samples.tsx'
import { SheetSamples } from '#app/ui/samples/sheet-samples.tsx'

/** Every part of the house in all its states; for who builds, not for who visits. */
export function loader() {
  if (!environment().showsStyle) throw notFound()
  return null
}

export const meta = pageTitle('Stijl')

export default function Style() {
  return (
    <Page
      eyebrow="Dinsdag 24 november"
      title="Dit vraagt nu je aandacht"
      intro="Alle onderdelen van het huis bij elkaar, in al hun standen."
      act={<LinkButton href="#formulier">Naar het formulier</LinkButton>}
      back={{ href: '/', label: 'Begin' }}
      aside={<SheetSamples />}
    >
      <ActSamples />
      <ListSamples />
      <ChartSamples />
      <FormSamples />
      <DrawingSamples />
    </Page>
  )
}
