import { paths } from '#app/paths.ts'
import { AgendaItem, AgendaList } from '#app/ui/agenda-list.tsx'
import { StateBadge } from '#app/ui/state-badge.tsx'
import type { Waiting } from '../mine-queries.server.ts'

/** Where I wait, and at which place in line. */
export function MyWaiting({ waiting }: { waiting: Waiting[] }) {
  return (
    <AgendaList>
      {waiting.map(({ enrolmentId, title, startsAt, position }) => (
        <AgendaItem
          key={enrolmentId}
          day={startsAt}
          title={title}
          href={paths.myEnrolment(enrolmentId)}
          meta="Komt er een plek vrij, dan hoor je het meteen."
          state={<StateBadge tone="warn">wachtlijst, plek {position}</StateBadge>}
        />
      ))}
    </AgendaList>
  )
}
