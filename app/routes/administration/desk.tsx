import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { can } from '#app/access/abilities.ts'
import { authorize } from '#app/access/authorize.ts'
import { requireActor } from '#app/access/require-actor.server.ts'
import { DeskMap } from '#app/features/figures/components/desk-map.tsx'
import { DeskWeek } from '#app/features/figures/components/desk-week.tsx'
import { DeskWork } from '#app/features/figures/components/desk-work.tsx'
import { deskKinds } from '#app/features/figures/desk.ts'
import { deskForm } from '#app/features/figures/desk-form.ts'
import { deskWords } from '#app/features/figures/desk-texts.ts'
import { readDesk } from '#app/features/figures/desk-work.server.ts'
import { paths } from '#app/paths.ts'
import { now } from '#app/platform/clock.ts'
import { firstError } from '#app/platform/first-error.ts'
import { submit } from '#app/platform/forms.server.ts'
import { redirectWithNotice } from '#app/platform/notices.server.ts'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { formatCount, formatWeekday } from '#app/ui/format.ts'
import { Notice } from '#app/ui/notice.tsx'
import { Page } from '#app/ui/page.tsx'
import { TitleBlock } from '#app/ui/title-block.tsx'
import { database } from '#db/client.server.ts'
import { actAtDesk } from './desk-acts.server.ts'

export const meta: MetaFunction = () => [{ title: 'Vandaag' }]

/** The kind that is shown by itself: `?toon=aanvragen`. */
function onlyFrom(request: Request) {
  const slug = new URL(request.url).searchParams.get('toon')
  return deskKinds.find((kind) => deskWords[kind].slug === slug)
}

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  authorize(actor, 'administration.see')
  const only = onlyFrom(args.request)
  const desk = await readDesk(database(), actor, only)
  return { today: now(), only, ...desk, administers: can(actor, 'mailbox.read') }
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args)
  authorize(actor, 'administration.see')
  const only = onlyFrom(args.request)
  return submit(args.request, deskForm, async (input) => {
    const notice = await actAtDesk(database(), actor, input)
    return redirectWithNotice(only ? `${paths.desk()}?toon=${deskWords[only].slug}` : paths.desk(), notice)
  })
}

export default function Desk() {
  const { today, only, groups, meetings, tried, coordinates, administers } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()?.result
  const error = firstError(reply)
  const map = <DeskMap coordinates={coordinates} administers={administers} />
  return (
    <Page
      title={only ? deskWords[only].title : 'Vandaag'}
      eyebrow={formatWeekday(today)}
      back={only ? { href: paths.desk(), label: 'Vandaag' } : undefined}
      aside={
        only ? undefined : (
          <>
            {coordinates && <DeskWeek meetings={meetings} now={today} />}
            {map}
          </>
        )
      }
    >
      {error && <Notice kind="stop" role="alert" title={error} />}
      {!only && groups.length > 1 && (
        <TitleBlock
          cells={groups.map(({ kind, total }) => ({
            label: deskWords[kind].short,
            value: <a href={`#${deskWords[kind].slug}`}>{total}</a>,
          }))}
        />
      )}
      {groups.length === 0 && (
        <EmptyState title="Er ligt niets te wachten.">
          Komt er een vraag, een besluit of een bericht, dan staat het hier, met de knop erbij.
        </EmptyState>
      )}
      <DeskWork groups={groups} reply={reply} administers={administers} />
      {tried > 0 && !only && (
        <Notice title={`${formatCount(tried, 'mail wacht', 'mails wachten')} nog op de mailserver.`}>
          We proberen het vanzelf opnieuw; je hoeft niets te doen.
        </Notice>
      )}
    </Page>
  )
}
