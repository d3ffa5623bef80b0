import { paths } from '#app/paths.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { formatCount } from '#app/ui/format.ts'
import { Notice } from '#app/ui/notice.tsx'
import type { DeskCounts } from '../desk-queries.server.ts'

type Work = { count: number; sentence: string; href: string; act: string }

/** Everything that waits for somebody at the desk, a line each; or the good news that nothing does. */
export function DeskWork({ counts, coordinates }: { counts: DeskCounts; coordinates: boolean }) {
  const work: Work[] = [
    {
      count: coordinates ? counts.approvals : 0,
      sentence: `${formatCount(counts.approvals, 'aanvraag wacht', 'aanvragen wachten')} op jouw akkoord`,
      href: paths.team(),
      act: 'Beoordeel',
    },
    {
      count: coordinates ? counts.toClose : 0,
      sentence: `${formatCount(counts.toClose, 'uitvoering is geweest en nog', 'uitvoeringen zijn geweest en nog')} niet afgerond`,
      href: `${paths.manageEditions()}?vanaf=&stand=open`,
      act: 'Bekijk',
    },
    {
      count: coordinates ? counts.reviews : 0,
      sentence: `${formatCount(counts.reviews, 'certificaat is afgegeven waarna', 'certificaten zijn afgegeven waarna')} de presentie veranderde`,
      href: paths.manageCertificates(),
      act: 'Beslis',
    },
    {
      count: coordinates ? counts.suggestions : 0,
      sentence: `${formatCount(counts.suggestions, 'school staat', 'scholen staan')} er nog niet bij`,
      href: paths.manageOrganisations(),
      act: 'Koppel',
    },
    {
      count: coordinates ? counts.contactMessages : 0,
      sentence: formatCount(counts.contactMessages, 'bericht van een bezoeker', 'berichten van bezoekers'),
      href: paths.contactMessages(),
      act: 'Lees',
    },
    {
      count: counts.refusedMails,
      sentence: `${formatCount(counts.refusedMails, 'mail is', 'mails zijn')} geweigerd`,
      href: paths.refusedMails(),
      act: 'Bekijk',
    },
    {
      count: counts.waitingMails,
      sentence: `${formatCount(counts.waitingMails, 'mail komt', 'mails komen')} nog niet aan: de mailserver neemt ze niet aan. We blijven het proberen`,
      href: paths.refusedMails(),
      act: 'Bekijk',
    },
  ].filter(({ count }) => count > 0)
  if (work.length === 0) return <Notice kind="ok" title="Er ligt niets te wachten." />
  return (
    <>
      {work.map(({ sentence, href, act }) => (
        <Notice
          key={sentence}
          kind="info"
          title={`${sentence}.`}
          act={
            <LinkButton kind="secondary" href={href} aria-label={`${act}: ${sentence}`}>
              {act}
            </LinkButton>
          }
        />
      ))}
    </>
  )
}
