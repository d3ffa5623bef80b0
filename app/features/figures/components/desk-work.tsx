import { paths } from '#app/paths.ts'
import { Notice } from '#app/ui/notice.tsx'
import { type WorkItem, WorkList } from '#app/ui/work-list.tsx'
import type { DeskCounts } from '../desk-queries.server.ts'

const one = (count: number, single: string, many: string) => (count === 1 ? single : many)

/** Everything that waits for somebody at the desk, a line each; or the good news that nothing does. */
export function DeskWork({ counts, coordinates }: { counts: DeskCounts; coordinates: boolean }) {
  const forCoordinators: WorkItem[] = [
    {
      count: counts.approvals,
      sentence: one(counts.approvals, 'aanvraag wacht op jouw akkoord', 'aanvragen wachten op jouw akkoord'),
      href: paths.team(),
      act: 'Beoordeel',
    },
    {
      count: counts.toClose,
      sentence: one(
        counts.toClose,
        'uitvoering is geweest en nog niet afgerond',
        'uitvoeringen zijn geweest en nog niet afgerond',
      ),
      href: `${paths.manageEditions()}?stand=geweest`,
      act: 'Bekijk',
    },
    {
      count: counts.reviews,
      sentence: one(
        counts.reviews,
        'certificaat waarna de presentie veranderde',
        'certificaten waarna de presentie veranderde',
      ),
      href: `${paths.manageCertificates()}?stand=review`,
      act: 'Beslis',
    },
    {
      count: counts.suggestions,
      sentence: one(
        counts.suggestions,
        'school die er nog niet bij staat',
        'scholen die er nog niet bij staan',
      ),
      href: paths.manageOrganisations(),
      act: 'Koppel',
    },
    {
      count: counts.contactMessages,
      sentence: one(counts.contactMessages, 'bericht van een bezoeker', 'berichten van bezoekers'),
      href: paths.contactMessages(),
      act: 'Lees',
    },
  ]
  const work: WorkItem[] = [
    ...(coordinates ? forCoordinators : []),
    {
      count: counts.refusedMails,
      sentence: one(counts.refusedMails, 'mail die geweigerd is', 'mails die geweigerd zijn'),
      href: paths.refusedMails(),
      act: 'Bekijk',
    },
    {
      count: counts.waitingMails,
      sentence: one(
        counts.waitingMails,
        'mail die de mailserver nog niet aanneemt: we proberen het opnieuw',
        'mails die de mailserver nog niet aanneemt: we proberen het opnieuw',
      ),
      href: paths.refusedMails(),
      act: 'Bekijk',
    },
  ].filter(({ count }) => count > 0)
  if (work.length === 0) return <Notice kind="ok" title="Er ligt niets te wachten." />
  return <WorkList items={work} />
}
