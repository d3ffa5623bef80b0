import { paths } from '#app/paths.ts'
import { Section } from '#app/ui/section.tsx'

/** Where everything at the desk is. */
export function DeskMap({ coordinates, administers }: { coordinates: boolean; administers: boolean }) {
  const programme: [string, string][] = [
    [paths.manageOfferings(), 'Aanbod'],
    [paths.manageEditions(), 'Uitvoeringen'],
    [paths.manageInterest(), 'Belangstelling en behoeften'],
    [paths.manageCertificates(), 'Bewijzen en certificaten'],
    [paths.radar(), 'Wat er verloopt'],
    [paths.regionCoverage(), 'Dekking van de examenmodules'],
    [paths.manageTypes(), 'Soorten bewijzen'],
    [paths.hourEntitlements(), 'Uren volgens de cao'],
    [paths.manageContributions(), 'Bijdragen van bedrijven'],
    [paths.manageHolidays(), 'Schoolvakanties'],
    [paths.manageProgramme(), 'Programma'],
    [paths.figures(), 'Cijfers'],
    [paths.schools(), 'Schoolrapporten'],
  ]
  const people: [string, string][] = [
    [paths.managePeople(), 'Mensen'],
    ...((coordinates
      ? [
          [paths.importPeople(), 'Mensen importeren'],
          [paths.verifyPapers(), 'Bewijzen controleren'],
          [paths.importPapers(), 'Bewijzen inlezen'],
          [paths.history(), 'Eerdere scholing overnemen'],
          [paths.mergePeople(), 'Accounts samenvoegen'],
          [paths.manageOrganisations(), 'Organisaties'],
          [paths.contactMessages(), 'Berichten van bezoekers'],
          [paths.exports(), 'Lijsten downloaden'],
        ]
      : []) as [string, string][]),
  ]
  const records: [string, string][] = [
    [paths.journal(), 'Journaal'],
    [paths.refusedMails(), 'Mails die niet aankomen'],
    ...((administers
      ? [
          [paths.mailbox(), 'Postvak'],
          [paths.retention(), 'Bewaartermijnen'],
        ]
      : []) as [string, string][]),
  ]
  return (
    <>
      {coordinates && <Links title="Programma" links={programme} />}
      <Links title="Mensen" links={people} />
      <Links title="Nagaan" links={records} />
    </>
  )
}

function Links({ title, links }: { title: string; links: [string, string][] }) {
  return (
    <Section title={title} ruled>
      <ul>
        {links.map(([href, label]) => (
          <li key={href}>
            <a href={href}>{label}</a>
          </li>
        ))}
      </ul>
    </Section>
  )
}
