import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData, useLocation } from '@remix-run/react'
import { authorize } from '#app/access/authorize.ts'
import { requireActor } from '#app/access/require-actor.server.ts'
import { paths } from '#app/paths.ts'
import { environment } from '#app/platform/environment.server.ts'
import { listMails, mailsAPage } from '#app/platform/mail/outbox-queries.server.ts'
import { choiceFrom, pageFrom, withPage, wordsFrom } from '#app/platform/search-params.ts'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { FilterBar } from '#app/ui/filter-bar.tsx'
import { filterField } from '#app/ui/filter-field.ts'
import { formatMoment } from '#app/ui/format.ts'
import { Notice } from '#app/ui/notice.tsx'
import { Page } from '#app/ui/page.tsx'
import { Pagination } from '#app/ui/pagination.tsx'
import { SelectField } from '#app/ui/select-field.tsx'
import { StateBadge } from '#app/ui/state-badge.tsx'
import { Table } from '#app/ui/table.tsx'
import { TextField } from '#app/ui/text-field.tsx'
import { database } from '#db/client.server.ts'

export const meta: MetaFunction = () => [{ title: 'Postvak' }]

const states = ['waiting', 'sent', 'refused'] as const
const stateWords = { waiting: 'wacht', sent: 'verzonden', refused: 'geweigerd' }

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  authorize(actor, 'mailbox.read')
  const params = new URL(args.request.url).searchParams
  const filter = {
    words: wordsFrom(params, 'zoek'),
    state: choiceFrom(params, 'stand', states),
    page: pageFrom(params),
  }
  const { mails, total } = await listMails(database(), filter)
  return { filter, mails, pages: Math.ceil(total / mailsAPage), sends: environment().smtpUrl !== undefined }
}

export default function Mailbox() {
  const { filter, mails, pages, sends } = useLoaderData<typeof loader>()
  const { search } = useLocation()
  return (
    <Page
      title="Postvak"
      back={{ href: paths.desk(), label: 'Beheer' }}
      intro="Elk bericht dat het portaal verstuurt, het nieuwste eerst."
    >
      {!sends && (
        <Notice kind="info" title="Er is geen mailserver ingesteld.">
          Berichten gaan de deur niet uit. Je kunt ze hier lezen.
        </Notice>
      )}
      <FilterBar label="de berichten" clearHref={search ? paths.mailbox() : undefined}>
        <TextField
          field={filterField('zoek', filter.words)}
          label="Zoek op onderwerp of adres"
          type="search"
        />
        <SelectField
          field={filterField('stand', filter.state)}
          label="Stand"
          empty="Alles"
          choices={states.map((state) => ({ value: state, label: stateWords[state] }))}
        />
      </FilterBar>
      {mails.length === 0 ? (
        <EmptyState title="Geen berichten">Hier komt te staan wat het portaal verstuurt.</EmptyState>
      ) : (
        <Table
          caption="Berichten"
          rows={mails}
          rowKey={(mail) => mail.id}
          columns={[
            {
              key: 'title',
              label: 'Onderwerp',
              heading: true,
              cell: (mail) => <a href={paths.mailboxMail(mail.id)}>{mail.title}</a>,
            },
            { key: 'recipient', label: 'Aan', cell: (mail) => mail.recipient },
            { key: 'at', label: 'Gemaakt', cell: (mail) => formatMoment(mail.createdAt) },
            {
              key: 'state',
              label: 'Stand',
              cell: (mail) =>
                mail.refusedAt ? (
                  <StateBadge tone="stop">geweigerd</StateBadge>
                ) : mail.sentAt ? (
                  <StateBadge tone="ok">verzonden</StateBadge>
                ) : (
                  <StateBadge tone={mail.lastError ? 'warn' : 'neutral'}>
                    {mail.inDigest ? 'wacht op dagbericht' : 'wacht'}
                  </StateBadge>
                ),
            },
          ]}
        />
      )}
      <Pagination page={filter.page} pages={pages} href={(page) => withPage(search, page)} />
    </Page>
  )
}
