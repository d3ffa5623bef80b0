import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { ProjectList } from '#app/features/programme/components/project-list.tsx'
import { findProgramme, listProjects } from '#app/features/programme/programme-queries.server.ts'
import { partnerInWords, programmeTexts } from '#app/features/programme/programme-texts.ts'
import { paths } from '#app/paths.ts'
import { fullAddress } from '#app/platform/address.server.ts'
import { theRegion } from '#app/platform/region.server.ts'
import { pageMeta } from '#app/routes/page-meta.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { Page } from '#app/ui/page.tsx'
import { Section } from '#app/ui/section.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { database } from '#db/client.server.ts'
import styles from './programme.module.css'

export { visitorPageHeaders as headers } from '#app/platform/visitor-page.server.ts'

export async function loader() {
  const db = database()
  const [{ name, area }, programme, projects] = await Promise.all([
    theRegion(db),
    findProgramme(db),
    listProjects(db),
  ])
  return { region: { name, area }, ...programme, projects, address: fullAddress(paths.programme()) }
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  pageMeta(matches, {
    title: 'Programma',
    description: data && programmeTexts.programmeDescription(data.region.name),
    address: data?.address,
  })

export default function Programme() {
  const { region, goals, projects, partners, funders } = useLoaderData<typeof loader>()
  return (
    <Page
      eyebrow={region.name}
      title="Samen sterk in techniek"
      intro={programmeTexts.programmeIntro(region.area)}
      act={<LinkButton href={paths.catalogue()}>Bekijk het aanbod</LinkButton>}
    >
      <Section title={programmeTexts.goalCount(goals.length)} ruled>
        <ol className={styles.goals}>
          {goals.map((goal) => (
            <li key={goal.number}>
              <h3>{goal.title}</h3>
              <ProjectList projects={projects.filter((project) => project.goals.includes(goal.number))} />
            </li>
          ))}
        </ol>
      </Section>
      <Section title="Wat de regio doet" ruled>
        {programmeTexts.whatWeDo(region.name, projects.length).map((paragraph) => (
          <p key={paragraph}>{paragraph}</p>
        ))}
      </Section>
      <Section title={programmeTexts.partnerCount(partners.length)} ruled>
        <ul className={styles.partners}>
          {partners.map((partner) => (
            <li key={partner.name}>
              <strong>{partner.name}</strong>
              <span>{partnerInWords(partner)}</span>
            </li>
          ))}
        </ul>
      </Section>
      <Section title="Wie eraan betalen" ruled>
        <p>{programmeTexts.funders}</p>
        <ul>
          {funders.map(({ name, abbreviation }) => (
            <li key={name}>{abbreviation ? `${name} (${abbreviation})` : name}</li>
          ))}
        </ul>
      </Section>
      <Sheet tinted>
        <h2>Ook met ons samenwerken?</h2>
        <p>{programmeTexts.joinUs}</p>
        <p>
          <LinkButton kind="secondary" href={paths.contact()}>
            Neem contact op
          </LinkButton>
        </p>
      </Sheet>
    </Page>
  )
}
