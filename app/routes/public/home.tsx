import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { anyProof, filterQuery } from '#app/features/catalogue/catalogue-filter.ts'
import { listNextEditions } from '#app/features/catalogue/catalogue-queries.server.ts'
import { NextDates } from '#app/features/catalogue/components/next-dates.tsx'
import { DemoLogins } from '#app/features/people/components/demo-logins.tsx'
import { ProjectList } from '#app/features/programme/components/project-list.tsx'
import { listProjects } from '#app/features/programme/programme-queries.server.ts'
import { programmeTexts } from '#app/features/programme/programme-texts.ts'
import { paths } from '#app/paths.ts'
import { fullAddress } from '#app/platform/address.server.ts'
import { now } from '#app/platform/clock.ts'
import { theRegion } from '#app/platform/region.server.ts'
import { pageMeta } from '#app/routes/page-meta.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { Drawing } from '#app/ui/drawing.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Eyebrow } from '#app/ui/eyebrow.tsx'
import { Section } from '#app/ui/section.tsx'
import { TextLink } from '#app/ui/text-link.tsx'
import { database } from '#db/client.server.ts'
import styles from './home.module.css'

export { visitorPageHeaders as headers } from '#app/platform/visitor-page.server.ts'

const datesShown = 6

const entrances = [
  {
    title: 'Ik geef les',
    href: paths.catalogue(),
    text: 'Vind een datum die past, zie welke lessen je mist en neem je plek.',
  },
  {
    title: 'Mijn bewijzen verlopen',
    href: paths.catalogue() + filterQuery({ proof: anyProof }),
    text: 'NEN 3140, BHV, VCA: zie wanneer je ze kunt halen of verlengen.',
  },
  {
    title: 'Wij zijn een bedrijf',
    href: `${paths.contact()}?onderwerp=bedrijf`,
    text: 'Ontvang docenten, geef een workshop of denk mee over de les.',
  },
]

export async function loader(_: LoaderFunctionArgs) {
  const db = database()
  const [region, editions, projects] = await Promise.all([
    theRegion(db),
    listNextEditions(db, datesShown),
    listProjects(db),
  ])
  const { name, area, demo } = region
  return { region: { name, area, demo }, editions, projects, at: now(), address: fullAddress(paths.home()) }
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  pageMeta(matches, {
    title: 'Blijf bij in de techniek',
    description: data && programmeTexts.homeDescription(data.region.name),
    address: data?.address,
  })

export default function Home() {
  const { region, editions, projects, at } = useLoaderData<typeof loader>()
  return (
    <>
      <div className={styles.hero}>
        <div className={styles.words}>
          <Eyebrow>Voor docenten, instructeurs en bedrijven in techniek</Eyebrow>
          <h1 className={styles.title}>De techniek wacht niet. Jij blijft bij.</h1>
          <p className={styles.intro}>{programmeTexts.homeIntro(region.area)}</p>
          <LinkButton href={paths.catalogue()}>Bekijk het aanbod</LinkButton>
        </div>
        <div className={styles.drawing}>
          <Drawing name="house" />
        </div>
      </div>
      <ul className={styles.entrances}>
        {entrances.map((entrance) => (
          <li key={entrance.title}>
            <h2>
              <TextLink href={entrance.href} onward>
                {entrance.title}
              </TextLink>
            </h2>
            <p>{entrance.text}</p>
          </li>
        ))}
      </ul>
      {region.demo && (
        <section className={styles.demo} aria-labelledby="bekijk-als">
          <h2 id="bekijk-als">Kijk rond als iemand anders</h2>
          <p>Dit is een demonstratie. Met één druk ben je binnen; er gebeurt niets echt.</p>
          <DemoLogins />
        </section>
      )}
      <div className={styles.columns}>
        <Section
          title="Eerstvolgende data"
          ruled
          act={<TextLink href={paths.catalogueMonth()}>Bekijk de maand</TextLink>}
        >
          {editions.length > 0 ? (
            <NextDates editions={editions} at={at} />
          ) : (
            <EmptyState title="Er staan nu geen data open">
              Hier komen de eerste data waarvoor je je kunt inschrijven.
            </EmptyState>
          )}
        </Section>
        <Section title={programmeTexts.projectCount(projects.length)}>
          <ProjectList projects={projects} marked />
        </Section>
      </div>
    </>
  )
}
