import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { paths } from '#app/paths.ts'
import { fullAddress } from '#app/platform/address.server.ts'
import { theRegion } from '#app/platform/region.server.ts'
import { pageMeta } from '#app/routes/page-meta.ts'
import { Page } from '#app/ui/page.tsx'
import { Prose } from '#app/ui/prose.tsx'
import { database } from '#db/client.server.ts'

export { visitorPageHeaders as headers } from '#app/platform/visitor-page.server.ts'

export async function loader() {
  const { name, contactEmail } = await theRegion(database())
  return { name, contactEmail, address: fullAddress(paths.accessibility()) }
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  pageMeta(matches, {
    title: 'Toegankelijkheid',
    description: 'Hoe we zorgen dat iedereen dit portaal kan gebruiken, en wat nog niet goed genoeg is.',
    address: data?.address,
  })

export default function Accessibility() {
  const { name, contactEmail } = useLoaderData<typeof loader>()
  return (
    <Page title="Toegankelijkheid" intro="Iedereen moet dit portaal kunnen gebruiken." narrow>
      <Prose>
        <p>
          {name} wil dat iedereen zich kan inschrijven, presentie kan invullen en een certificaat kan
          nakijken: op een telefoon of een computer, met een toetsenbord, met een schermlezer, met grote
          letters en zonder JavaScript. We bouwen het portaal volgens de Europese norm EN 301 549, en daarmee
          volgens WCAG 2.2, niveau A en AA.
        </p>
        <h2>Hoe we dat nagaan</h2>
        <ul>
          <li>
            Bij elke wijziging kijkt een programma (axe) de pagina’s na, op een smal en een breed scherm.
            Vindt het een fout, dan gaat de wijziging niet door.
          </li>
          <li>
            Dezelfde proeven lopen met alleen het toetsenbord door het inschrijven en door de presentielijst.
          </li>
          <li>Kleuren, tekstgrootte en knoppen zijn gemeten: contrast ten minste 4,5 op 1 voor tekst.</li>
        </ul>
        <h2>Wat we nog niet weten</h2>
        <p>
          Een programma vindt niet alles. Dit portaal is nog niet onderzocht door een onafhankelijk bureau, en
          nog niet getest met mensen die elke dag een schermlezer gebruiken. We zeggen daarom niet dat het
          helemaal voldoet. Volgens de afspraken in Nederland heet dat: de toegankelijkheid is nog niet
          volledig onderzocht.
        </p>
        <h2>Wat niet goed genoeg is</h2>
        <ul>
          <li>
            Certificaten en tekenlijsten als pdf hebben koppen, een taal en een leesvolgorde, maar ze zijn
            niet met een controleprogramma voor PDF/UA nagekeken. Wat op een certificaat staat, kun je ook
            lezen op de pagina waar je het nakijkt.
          </li>
          <li>
            Documenten die een trainer bij een bijeenkomst zet, maken wij niet zelf. Kun je er een niet lezen?
            Vraag de trainer of de coördinator om een andere vorm.
          </li>
        </ul>
        <h2>Kom je er niet uit?</h2>
        <p>
          <a href={paths.contact()}>Laat het ons weten</a>
          {contactEmail && (
            <>
              {' '}
              of mail naar <a href={`mailto:${contactEmail}`}>{contactEmail}</a>
            </>
          )}
          . Schrijf welke pagina het was en wat er misging. We helpen je verder, bijvoorbeeld door je in te
          schrijven, en mailen je wat we aan de pagina doen. Ben je niet tevreden met dat antwoord, dan kun je
          terecht bij de <a href="https://www.nationaleombudsman.nl">Nationale ombudsman</a> of het{' '}
          <a href="https://www.mensenrechten.nl">College voor de Rechten van de Mens</a>.
        </p>
      </Prose>
    </Page>
  )
}
