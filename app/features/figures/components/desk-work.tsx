import { paths } from '#app/paths.ts'
import { ActList } from '#app/ui/act-list.tsx'
import { formatCount } from '#app/ui/format.ts'
import { Section } from '#app/ui/section.tsx'
import { deskWords } from '../desk-texts.ts'
import type { Desk } from '../desk-work.server.ts'
import { DeskClosing, DeskDecision, DeskMeeting } from './desk-editions.tsx'
import { DeskApproval, DeskOffer } from './desk-enrolments.tsx'
import type { DeskReply } from './desk-forms.tsx'
import { DeskErasure, DeskMail, DeskMessage, DeskReview, DeskSuggestion } from './desk-post.tsx'

type Group = Desk['groups'][number]
type Props = { groups: Group[]; reply: DeskReply; administers: boolean }

/** Everything that waits, kind by kind, each row with what finishes it. */
export function DeskWork({ groups, ...rest }: Props) {
  return groups.map((group) => {
    const { slug, title, intro } = deskWords[group.kind]
    const more = group.total - group.rows.length
    return (
      <Section key={group.kind} id={slug} title={`${title} (${group.total})`} intro={intro}>
        <ActList>
          {group.rows.map((row) => (
            <Row key={row.id} row={row} {...rest} />
          ))}
        </ActList>
        {more > 0 && (
          <p>
            <a href={`${paths.desk()}?toon=${slug}`}>
              {`En nog ${formatCount(more, 'andere', 'andere')}: ${title.toLowerCase()}`}
            </a>
          </p>
        )}
      </Section>
    )
  })
}

type RowProps = { row: Group['rows'][number]; reply: DeskReply; administers: boolean }

function Row({ row, reply, administers }: RowProps) {
  switch (row.kind) {
    case 'trainer':
      return <DeskMeeting row={row} reply={reply} />
    case 'decision':
      return <DeskDecision row={row} reply={reply} />
    case 'closing':
      return <DeskClosing row={row} />
    case 'approval':
      return <DeskApproval row={row} reply={reply} />
    case 'offer':
      return <DeskOffer row={row} reply={reply} />
    case 'mail':
      return <DeskMail row={row} maySecure={administers || !row.hasRegionRole} reply={reply} />
    case 'message':
      return <DeskMessage row={row} reply={reply} />
    case 'review':
      return <DeskReview row={row} reply={reply} />
    case 'suggestion':
      return <DeskSuggestion row={row} />
    case 'erasure':
      return <DeskErasure row={row} />
    default:
      return null
  }
}
