import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData, useLocation } from '@remix-run/react'
import { authorize } from '#app/access/authorize.ts'
import { requireActor } from '#app/access/require-actor.server.ts'
import { listContactMessages } from '#app/features/messages/contact-message-queries.server.ts'
import { topicWords } from '#app/features/messages/contact-message-texts.ts'
import {
  handleContactForm,
  handleContactMessage,
} from '#app/features/messages/handle-contact-message.server.ts'
import { paths } from '#app/paths.ts'
import { submit } from '#app/platform/forms.server.ts'
import { redirectWithNotice } from '#app/platform/notices.server.ts'
import { pageFrom, withPage } from '#app/platform/search-params.ts'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { filterField } from '#app/ui/filter-field.ts'
import { Form } from '#app/ui/form.tsx'
import { formatMoment } from '#app/ui/format.ts'
import { Page } from '#app/ui/page.tsx'
import { Pagination } from '#app/ui/pagination.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { Tabs } from '#app/ui/tabs.tsx'
import { TextField } from '#app/ui/text-field.tsx'
import { database } from '#db/client.server.ts'

export const meta: MetaFunction = () => [{ title: 'Berichten van bezoekers' }]

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  authorize(actor, 'contact.handle')
  const params = new URL(args.request.url).searchParams
  const filter = { handled: params.get('stand') === 'afgehandeld', page: pageFrom(params) }
  return { filter, ...(await listContactMessages(database(), filter)) }
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args)
  authorize(actor, 'contact.handle')
  return submit(args.request, handleContactForm, async (input) => {
    await handleContactMessage(database(), actor, input)
    return redirectWithNotice(paths.contactMessages(), 'Het bericht is afgehandeld.')
  })
}

export default function ContactMessages() {
  const { filter, messages, more } = useLoaderData<typeof loader>()
  const { search } = useLocation()
  return (
    <Page title="Berichten van bezoekers" back={{ href: paths.desk(), label: 'Beheer' }}>
      <Tabs
        label="Berichten"
        tabs={[
          { href: paths.contactMessages(), label: 'Open', current: !filter.handled },
          { href: '?stand=afgehandeld', label: 'Afgehandeld', current: filter.handled },
        ]}
      />
      {messages.length === 0 && (
        <EmptyState title={filter.handled ? 'Nog niets afgehandeld' : 'Geen open berichten'}>
          Wat bezoekers via het contactformulier schrijven, komt hier.
        </EmptyState>
      )}
      {messages.map((message) => (
        <Sheet
          key={message.id}
          cells={[
            { label: 'Van', value: message.name },
            { label: 'Organisatie', value: message.organisation ?? 'niet genoemd' },
            { label: 'Onderwerp', value: topicWords[message.topic] },
            { label: 'Geschreven', value: formatMoment(message.createdAt) },
          ]}
        >
          <p>{message.message}</p>
          {message.handledAt ? (
            <p>
              Afgehandeld door {message.handler ?? 'iemand'} op {formatMoment(message.handledAt)}
              {message.handledNote ? `: ${message.handledNote}` : '.'}
            </p>
          ) : (
            <Form bare aria-label={`Bericht van ${message.name} afhandelen`}>
              <input type="hidden" name="messageId" value={message.id} />
              <TextField
                field={{ ...filterField('handledNote', ''), id: `note-${message.id}` }}
                label="Wat is ermee gedaan?"
              />
              <p>
                <Button kind="secondary">Afgehandeld</Button>{' '}
                <LinkButton kind="quiet" href={`mailto:${message.email}`}>
                  Antwoord per mail
                </LinkButton>
              </p>
            </Form>
          )}
        </Sheet>
      ))}
      <Pagination
        page={filter.page}
        pages={filter.page + (more ? 1 : 0)}
        href={(page) => withPage(search, page)}
      />
    </Page>
  )
}
