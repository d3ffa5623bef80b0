import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { keptData } from '#app/features/people/kept-data.ts'
import { paths } from '#app/paths.ts'
import { fullAddress } from '#app/platform/address.server.ts'
import { theRegion } from '#app/platform/region.server.ts'
import { pageMeta } from '#app/routes/page-meta.ts'
import { Notice } from '#app/ui/notice.tsx'
import { Page } from '#app/ui/page.tsx'
import { Prose } from '#app/ui/prose.tsx'
import { database } from '#db/client.server.ts'

export { visitorPageHeaders as headers } from '#app/platform/visitor-page.server.ts'

export async function loader() {
  const { name, contactEmail, demo } = await theRegion(database())
  return { name, contactEmail, demo, address: fullAddress(paths.privacy()) }
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  pageMeta(matches, {
    title: 'Privacy',
    description: 'Wat dit portaal over je bewaart, waarom, hoelang, en wat je daarover te zeggen hebt.',
    address: data?.address,
  })

export default function Privacy() {
  const { name, contactEmail, demo } = useLoaderData<typeof loader>()
  return (
    <Page title="Privacy" intro="Wat we over je bewaren, waarom, en hoelang." narrow>
      {demo && (
        <Notice kind="warn" title="Dit is een demonstratie.">
          De mensen hier zijn verzonnen. Vul geen echte gegevens in.
        </Notice>
      )}
      <Prose>
        <p>
          {name} is verantwoordelijk voor de gegevens in dit portaal. We vragen niet meer dan nodig is om je
          een plek te geven, je aanwezigheid vast te leggen en je een bewijs te geven waar je iets aan hebt.
          We verkopen niets, tonen geen advertenties en volgen niemand.
        </p>
        <h2>Wat we bewaren</h2>
        <dl>
          {keptData.map(({ what, why, term }) => (
            <div key={what}>
              <dt>{what}</dt>
              <dd>
                {why} {term}
              </dd>
            </div>
          ))}
        </dl>
        <h2>Wie het ziet</h2>
        <ul>
          <li>Jijzelf, als je bent ingelogd.</li>
          <li>
            De trainer van jouw cursus: je naam, je school, je presentie, wat je wel en niet eet, en je
            telefoonnummer als je dat voor die dag hebt opgegeven.
          </li>
          <li>
            Je teamleider: waarvoor jij je inschrijft, wat je daarbij schreef en of je er was. Niet de leider
            van een ander team.
          </li>
          <li>Wie bij dezelfde school werkt en een plek wil doorgeven: je naam en je team.</li>
          <li>De coördinatoren van de regio, die alles regelen. Wat zij wijzigen, wordt opgeschreven.</li>
          <li>
            Wie de code van je certificaat heeft: of het geldig is, je naam, de titel en de uren. Verder
            niets. De code staat op het certificaat en is niet te raden.
          </li>
        </ul>
        <p>
          De gegevens staan in één database. Daar kan alleen bij wie de server van de regio beheert. We laden
          niets van andere sites: geen lettertypen, geen kaarten, geen filmpjes.
        </p>
        <h2>Cookies</h2>
        <p>
          Zonder inloggen zetten we geen cookie, behalve na een formulier: dan bewaart je browser twee minuten
          welke melding je nog moet zien. Log je in, dan komt er één cookie bij, waaraan we je herkennen tot
          je uitlogt of 30 dagen niet bent geweest. Vul je als trainer presentie in zonder netwerk, dan
          bewaart je telefoon die tot ze is verzonden. Hiervoor is geen toestemming nodig, omdat het portaal
          er niet zonder kan.
        </p>
        <h2>Wat je kunt vragen</h2>
        <p>
          Je mag weten wat we over je hebben, er een kopie van krijgen, het laten verbeteren of laten wissen,
          en bezwaar maken. Je naam, adressen en telefoonnummer wijzig je zelf bij{' '}
          <a href={paths.account()}>je account</a>. Voor de rest <a href={paths.contact()}>schrijf je ons</a>
          {contactEmail && (
            <>
              {' '}
              of mail je naar <a href={`mailto:${contactEmail}`}>{contactEmail}</a>
            </>
          )}
          . Je hoort binnen een maand wat we doen. Een certificaat dat is afgegeven, kunnen we intrekken maar
          niet ongemerkt wissen: een ander moet kunnen nagaan dat het niet meer geldt.
        </p>
        <p>
          Vind je dat we het niet goed doen, dan kun je een klacht indienen bij de{' '}
          <a href="https://www.autoriteitpersoonsgegevens.nl">Autoriteit Persoonsgegevens</a>.
        </p>
      </Prose>
    </Page>
  )
}
