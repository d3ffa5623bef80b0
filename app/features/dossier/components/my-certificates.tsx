import { paths } from '#app/paths.ts'
import { formatDayYear, formatMinutes } from '#app/ui/format.ts'
import { StateBadge } from '#app/ui/state-badge.tsx'
import { type Column, Table } from '#app/ui/table.tsx'
import { TextLink } from '#app/ui/text-link.tsx'
import type { listMyCertificates } from '../mine-queries.server.ts'

type Certificate = Awaited<ReturnType<typeof listMyCertificates>>[number]

const kinds = { proof_of_participation: 'bewijs van deelname', certificate: 'certificaat' } as const

const columns: Column<Certificate>[] = [
  {
    key: 'title',
    label: 'Waarvoor',
    heading: true,
    cell: ({ title, kind }) => `${title} (${kinds[kind]})`,
  },
  { key: 'day', label: 'Afgerond', cell: ({ lastDay }) => formatDayYear(lastDay), nowrap: true },
  { key: 'hours', label: 'Uren', cell: ({ minutes }) => formatMinutes(minutes), align: 'end', nowrap: true },
  {
    key: 'state',
    label: 'Stand',
    cell: ({ revokedAt }) =>
      revokedAt ? (
        <StateBadge tone="stop">ingetrokken</StateBadge>
      ) : (
        <StateBadge tone="ok">geldig</StateBadge>
      ),
  },
  {
    key: 'links',
    label: 'Bekijken',
    unlabelled: true,
    cell: ({ id, code, title }) => (
      <>
        <TextLink href={paths.myCertificatePdf(id)} aria-label={`PDF van ${title}`}>
          PDF
        </TextLink>
        {' · '}
        <TextLink href={paths.certificateCheck(code)} aria-label={`Controlepagina van ${title}`}>
          Controlepagina
        </TextLink>
        {' · '}
        <TextLink href={paths.myBadge(id, 'png')} download aria-label={`Badge van ${title} als plaatje`}>
          Badge
        </TextLink>
      </>
    ),
  },
]

/** What I earned, each with its PDF and the page where anyone can check it. */
export function MyCertificates({ certificates }: { certificates: Certificate[] }) {
  return (
    <Table
      caption="Mijn bewijzen en certificaten"
      columns={columns}
      rows={certificates}
      rowKey={({ id }) => id}
    />
  )
}
