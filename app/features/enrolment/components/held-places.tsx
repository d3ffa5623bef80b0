import { paths } from '#app/paths.ts'
import { AgendaItem, AgendaList } from '#app/ui/agenda-list.tsx'
import { LinkButton } from '#app/ui/button.tsx'
import { formatCount, formatMoment } from '#app/ui/format.ts'
import type { listReservations } from '../team-enrol-queries.server.ts'

type Props = { reservations: Awaited<ReturnType<typeof listReservations>> }

/** Places that wait for the lead to say who comes. */
export function HeldPlaces({ reservations }: Props) {
  return (
    <AgendaList>
      {reservations.map(({ id, editionId, places, heldUntil, title, startsAt }) => (
        <AgendaItem
          key={id}
          day={startsAt as Date}
          title={title}
          href={paths.enrolTeam(editionId)}
          meta={`${formatCount(places, 'plek', 'plekken')} vrijgehouden tot ${formatMoment(heldUntil)}`}
          act={
            <LinkButton
              kind="secondary"
              small
              href={paths.enrolTeam(editionId)}
              aria-label={`Kies wie er gaat: ${title}`}
            >
              Kies
            </LinkButton>
          }
        />
      ))}
    </AgendaList>
  )
}
