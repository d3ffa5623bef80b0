import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData, useLocation } from '@remix-run/react'
import { can } from '#app/access/abilities.ts'
import { authorize } from '#app/access/authorize.ts'
import { requireActor } from '#app/access/require-actor.server.ts'
import { SentMailTable } from '#app/features/messages/components/sent-mail-table.tsx'
import { findWrittenEdition } from '#app/features/messages/edition-message-queries.server.ts'
import { listSentMails, sentMailsAPage } from '#app/features/messages/sent-mail-queries.server.ts'
import { paths } from '#app/paths.ts'
import { idFrom } from '#app/platform/forms.server.ts'
import { orNotFound } from '#app/platform/refusal.ts'
import { pageFrom, withPage } from '#app/platform/search-params.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Page } from '#app/ui/page.tsx'
import { Pagination } from '#app/ui/pagination.tsx'
import { database } from '#db/client.server.ts'

export const meta: MetaFunction = () => [{ title: 'Verstuurd' }]

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  const edition = orNotFound(await findWrittenEdition(database(), idFrom(args.params.id)))
  authorize(actor, 'message.send', { editionId: edition.id })
  const page = pageFrom(new URL(args.request.url).searchParams)
  const everything = can(actor, 'edition.manage')
  const { mails, total } = await listSentMails(database(), edition.id, { page, everything })
  return { edition, mails, page, pages: Math.ceil(total / sentMailsAPage), everything }
}

export default function SentMails() {
  const { edition, mails, page, pages, everything } = useLoaderData<typeof loader>()
  const { search } = useLocation()
  return (
    <Page
      title="Verstuurd"
      eyebrow={`${edition.title}, ${edition.code}`}
      intro={
        everything
          ? 'Elke mail rond deze uitvoering, de nieuwste eerst. De tekst bewaren we 90 dagen.'
          : 'Wat de deelnemers en trainers samen kregen, het nieuwste eerst. De tekst bewaren we 90 dagen.'
      }
      back={{
        href: everything ? paths.manageEdition(edition.id) : paths.teachingEdition(edition.id),
        label: 'Uitvoering',
      }}
      act={<LinkButton href={paths.writeMessage(edition.id)}>Schrijf een bericht</LinkButton>}
    >
      {mails.length === 0 ? (
        <EmptyState title="Nog niets verstuurd">
          Hier komt te staan wie wanneer welke mail kreeg: herinneringen, wijzigingen en wat jij schrijft.
        </EmptyState>
      ) : (
        <SentMailTable editionId={edition.id} mails={mails} />
      )}
      <Pagination page={page} pages={pages} href={(to) => withPage(search, to)} />
    </Page>
  )
}
