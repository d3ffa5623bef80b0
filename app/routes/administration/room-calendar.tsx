import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { authorize } from '#app/access/authorize.ts'
import { requireActor } from '#app/access/require-actor.server.ts'
import { calendarFeedForm } from '#app/features/agenda/calendar-feed-form.ts'
import { findRoomWithFeed } from '#app/features/agenda/calendar-feed-queries.server.ts'
import { calendarTexts as texts } from '#app/features/agenda/calendar-texts.ts'
import { renewFeed, stopFeed } from '#app/features/agenda/change-calendar-feed.server.ts'
import { Feed } from '#app/features/agenda/components/feed.tsx'
import { paths } from '#app/paths.ts'
import { firstError } from '#app/platform/first-error.ts'
import { idFrom, submit } from '#app/platform/forms.server.ts'
import { redirectWithNotice } from '#app/platform/notices.server.ts'
import { orNotFound } from '#app/platform/refusal.ts'
import { Notice } from '#app/ui/notice.tsx'
import { Page } from '#app/ui/page.tsx'
import { database } from '#db/client.server.ts'

export const meta: MetaFunction = () => [{ title: 'Agenda van een lokaal' }]

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  authorize(actor, 'organisation.manage')
  const organisationId = idFrom(args.params.id)
  return { organisationId, room: await findRoom(organisationId, args.params.room) }
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args)
  authorize(actor, 'organisation.manage')
  const organisationId = idFrom(args.params.id)
  const { id, name } = await findRoom(organisationId, args.params.room)
  return submit(args.request, calendarFeedForm, async ({ intent }) => {
    const stops = intent === 'stop-feed'
    if (stops) await stopFeed(database(), actor, { roomId: id })
    else await renewFeed(database(), actor, { roomId: id })
    return redirectWithNotice(
      paths.roomCalendar(organisationId, id),
      stops ? texts.roomStopped(name) : texts.roomMade(name),
    )
  })
}

const findRoom = async (organisationId: number, room: string | undefined) =>
  orNotFound(await findRoomWithFeed(database(), organisationId, idFrom(room)))

export default function RoomCalendar() {
  const { organisationId, room } = useLoaderData<typeof loader>()
  const refused = firstError(useActionData<typeof action>()?.result)
  return (
    <Page
      title={`Agenda van ${room.name}`}
      eyebrow={room.site}
      intro="Alles wat in dit lokaal is gepland, met wie het geeft. Voor het rooster van de school, of een scherm bij de deur."
      back={{ href: paths.renameRoom(organisationId, room.id), label: room.name }}
      narrow
    >
      {refused && (
        <Notice kind="stop" role="alert">
          {refused}
        </Notice>
      )}
      <Feed feed={room.feed} hint="Wie dit adres heeft, kan deze agenda lezen. Inloggen hoeft niet." />
    </Page>
  )
}
