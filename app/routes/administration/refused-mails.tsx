import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { authorize } from '#app/access/authorize.ts'
import { requireActor } from '#app/access/require-actor.server.ts'
import { paths } from '#app/paths.ts'
import { idField } from '#app/platform/fields.server.ts'
import { submit } from '#app/platform/forms.server.ts'
import { handleRefusedMail } from '#app/platform/mail/handle-refused-mail.server.ts'
import { listRefusedMails } from '#app/platform/mail/outbox-queries.server.ts'
import { redirectWithNotice } from '#app/platform/notices.server.ts'
import { Button } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Form } from '#app/ui/form.tsx'
import { formatMoment } from '#app/ui/format.ts'
import { Page } from '#app/ui/page.tsx'
import { Table } from '#app/ui/table.tsx'
import { database } from '#db/client.server.ts'

export const meta: MetaFunction = () => [{ title: 'Mails die niet aankomen' }]

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  authorize(actor, 'mail.trouble.see')
  return { mails: await listRefusedMails(database(), 100) }
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args)
  authorize(actor, 'mail.trouble.see')
  return submit(args.request, z.object({ mailId: idField('een mail') }), async ({ mailId }) => {
    await handleRefusedMail(database(), actor, mailId)
    return redirectWithNotice(paths.refusedMails(), 'Deze mail is van de lijst.')
  })
}

export default function RefusedMails() {
  const { mails } = useLoaderData<typeof loader>()
  return (
    <Page
      title="Mails die niet aankomen"
      back={{ href: paths.desk(), label: 'Beheer' }}
      intro="De mailserver van de ontvanger heeft deze mails geweigerd. Meestal klopt het adres niet meer. Bel of vraag een ander adres, en haal de regel daarna weg."
    >
      {mails.length === 0 ? (
        <EmptyState title="Alles komt aan">Hier staat een mail zodra die geweigerd wordt.</EmptyState>
      ) : (
        <Table
          caption="Geweigerde mails"
          rows={mails}
          rowKey={(mail) => mail.id}
          columns={[
            {
              key: 'who',
              label: 'Wie',
              heading: true,
              cell: (mail) =>
                mail.personId ? <a href={paths.managePerson(mail.personId)}>{mail.name}</a> : mail.recipient,
            },
            { key: 'address', label: 'Adres', cell: (mail) => mail.recipient },
            { key: 'title', label: 'Onderwerp', cell: (mail) => mail.title },
            {
              key: 'at',
              label: 'Geweigerd',
              cell: (mail) => (mail.refusedAt ? formatMoment(mail.refusedAt) : ''),
            },
            {
              key: 'act',
              label: 'Afhandelen',
              unlabelled: true,
              cell: (mail) => (
                <Form bare>
                  <Button kind="quiet" small name="mailId" value={mail.id}>
                    Van de lijst
                  </Button>
                </Form>
              ),
            },
          ]}
        />
      )}
    </Page>
  )
}
