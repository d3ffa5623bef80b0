import { paths } from '#app/paths.ts'
import { capitalise, formatCount, formatMoment } from '#app/ui/format.ts'
import { StateBadge } from '#app/ui/state-badge.tsx'
import { Table } from '#app/ui/table.tsx'
import { reasonWords } from '../edition-message-texts.ts'
import type { SentMail } from '../sent-mail-queries.server.ts'

/** What was sent, a line for what went out together. */
export function SentMailTable({ editionId, mails }: { editionId: number; mails: SentMail[] }) {
  return (
    <Table
      caption="Wat er is verstuurd"
      rows={mails}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'title',
          label: 'Onderwerp',
          heading: true,
          cell: ({ id, title }) => <a href={paths.sentMail(editionId, id)}>{title}</a>,
        },
        {
          key: 'what',
          label: 'Wat',
          cell: ({ reason, writer }) =>
            writer ? `${capitalise(reasonWords(reason))} van ${writer}` : capitalise(reasonWords(reason)),
        },
        {
          key: 'to',
          label: 'Aan',
          cell: ({ readers, name }) => name ?? formatCount(readers, 'mens', 'mensen'),
        },
        { key: 'at', label: 'Wanneer', cell: ({ at }) => formatMoment(at) },
        { key: 'state', label: 'Stand', cell: (mail) => <State mail={mail} /> },
      ]}
    />
  )
}

function State({ mail: { readers, sent, waiting, refused } }: { mail: SentMail }) {
  if (refused > 0) return <StateBadge tone="stop">{refused} geweigerd</StateBadge>
  if (waiting === 0) return <StateBadge tone="ok">verzonden</StateBadge>
  return <StateBadge tone="neutral">{sent === 0 ? 'wacht' : `${sent} van ${readers} verzonden`}</StateBadge>
}
