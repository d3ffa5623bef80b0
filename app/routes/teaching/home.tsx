import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { authorize } from '#app/access/authorize.ts'
import { requireActor } from '#app/access/require-actor.server.ts'
import { TaughtMeetings } from '#app/features/attendance/components/taught-meetings.tsx'
import { listTaughtEditions, listTaughtMeetings } from '#app/features/attendance/teaching-queries.server.ts'
import { editionStatusTones, editionStatusWords } from '#app/features/catalogue/catalogue-texts.ts'
import { paths } from '#app/paths.ts'
import { dayOf, now, today } from '#app/platform/clock.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { formatDayYear, formatLongDay } from '#app/ui/format.ts'
import { Page } from '#app/ui/page.tsx'
import { Section } from '#app/ui/section.tsx'
import { StateBadge } from '#app/ui/state-badge.tsx'
import { Table } from '#app/ui/table.tsx'
import { database } from '#db/client.server.ts'

export const meta: MetaFunction = () => [{ title: 'Lesgeven' }]

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  authorize(actor, 'teaching.see')
  const db = database()
  const [meetings, editions] = await Promise.all([
    listTaughtMeetings(db, actor),
    listTaughtEditions(db, actor),
  ])
  const day = today()
  const isToday = ({ startsAt }: { startsAt: Date }) => dayOf(startsAt) === day
  const past = meetings.filter((meeting) => meeting.endsAt < now() && !isToday(meeting))
  return {
    now: now(),
    today: meetings.filter(isToday),
    incomplete: past.filter(({ recorded, participants }) => recorded < participants),
    coming: meetings.filter((meeting) => meeting.startsAt > now() && !isToday(meeting)).slice(0, 20),
    toClose: editions.filter(({ status, endsAt }) => status !== 'closed' && endsAt && endsAt < now()),
    editions,
    coordinates: actor.isCoordinator,
  }
}

export default function Teaching() {
  const { now, today, incomplete, coming, toClose, editions, coordinates } = useLoaderData<typeof loader>()
  const nothing = editions.length === 0 && today.length === 0 && coming.length === 0
  return (
    <Page eyebrow={formatLongDay(now)} title="Lesgeven">
      {nothing && (
        <EmptyState
          title="Je geeft nog geen bijeenkomsten."
          act={coordinates && <LinkButton href={paths.manageEditions()}>Alle uitvoeringen</LinkButton>}
        >
          Zodra een coördinator je als trainer aan een uitvoering koppelt, staan je bijeenkomsten hier.
        </EmptyState>
      )}
      {today.length > 0 && (
        <Section title="Vandaag" ruled>
          <TaughtMeetings meetings={today} now={now} withTitle mainAct />
        </Section>
      )}
      {incomplete.length > 0 && (
        <Section title="Presentie nog niet compleet" ruled>
          <TaughtMeetings meetings={incomplete} now={now} withTitle />
        </Section>
      )}
      {toClose.length > 0 && (
        <Section title="Klaar om af te ronden" ruled>
          <Table
            caption="Uitvoeringen die voorbij zijn en nog niet zijn afgerond"
            columns={[
              { key: 'title', label: 'Uitvoering', heading: true, cell: ({ title }) => title },
              { key: 'end', label: 'Laatste dag', cell: ({ endsAt }) => endsAt && formatDayYear(endsAt) },
              {
                key: 'act',
                label: 'Afronden',
                unlabelled: true,
                cell: ({ id, title }) => (
                  <LinkButton
                    small
                    kind="secondary"
                    href={paths.closeEdition(id)}
                    aria-label={`${title} afronden`}
                  >
                    Afronden
                  </LinkButton>
                ),
              },
            ]}
            rows={toClose}
            rowKey={({ id }) => id}
          />
        </Section>
      )}
      {coming.length > 0 && (
        <Section title="Wat komt" ruled>
          <TaughtMeetings meetings={coming} now={now} withTitle />
        </Section>
      )}
      {editions.length > 0 && (
        <Section title="Mijn uitvoeringen" ruled>
          <Table
            caption="Mijn uitvoeringen, de laatste bovenaan"
            columns={[
              {
                key: 'title',
                label: 'Uitvoering',
                heading: true,
                cell: ({ id, title, code }) => (
                  <a href={paths.teachingEdition(id)}>
                    {title} ({code})
                  </a>
                ),
              },
              {
                key: 'start',
                label: 'Begint',
                cell: ({ startsAt }) => (startsAt ? formatDayYear(startsAt) : 'nog geen datum'),
              },
              {
                key: 'status',
                label: 'Stand',
                cell: ({ status }) => (
                  <StateBadge tone={editionStatusTones[status]}>{editionStatusWords[status]}</StateBadge>
                ),
              },
            ]}
            rows={editions}
            rowKey={({ id }) => id}
          />
        </Section>
      )}
      {today.length > 0 && (
        <p>
          Zet deze bladzijde op je beginscherm, via het menu van je browser. De bijeenkomsten van vandaag
          openen dan ook zonder internet.
        </p>
      )}
    </Page>
  )
}
