import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { can } from '#app/access/abilities.ts'
import { authorize } from '#app/access/authorize.ts'
import { requireActor } from '#app/access/require-actor.server.ts'
import { findWrittenEdition } from '#app/features/messages/edition-message-queries.server.ts'
import { findSentMail } from '#app/features/messages/sent-mail-queries.server.ts'
import { paths } from '#app/paths.ts'
import { idFrom } from '#app/platform/forms.server.ts'
import { withoutSecrets } from '#app/platform/mail/without-secrets.ts'
import { orNotFound } from '#app/platform/refusal.ts'
import { formatCount, formatMoment } from '#app/ui/format.ts'
import { MailText } from '#app/ui/mail-text.tsx'
import { Page } from '#app/ui/page.tsx'
import { Section } from '#app/ui/section.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { StateBadge } from '#app/ui/state-badge.tsx'
import { Table } from '#app/ui/table.tsx'
import { database } from '#db/client.server.ts'

export const meta: MetaFunction = () => [{ title: 'Verstuurde mail' }]

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  const edition = orNotFound(await findWrittenEdition(database(), idFrom(args.params.id)))
  authorize(actor, 'message.send', { editionId: edition.id })
  const id = idFrom(args.params.mail)
  const everything = can(actor, 'edition.manage')
  const mail = orNotFound(await findSentMail(database(), { id, editionId: edition.id, everything }))
  // Whose link it is, is no business of who reads along: here never, also where mails are not delivered.
  return { edition, mail: { ...mail, bodyText: withoutSecrets(mail.bodyText, { delivered: true }) } }
}

export default function SentMail() {
  const { edition, mail } = useLoaderData<typeof loader>()
  const first = mail.readers[0]
  return (
    <Page
      title={mail.title}
      eyebrow={`${edition.title}, ${edition.code}`}
      back={{ href: paths.sentMails(edition.id), label: 'Verstuurd' }}
    >
      <Sheet
        cells={[
          { label: 'Gemaakt', value: formatMoment(mail.at) },
          {
            label: 'Aan',
            value:
              mail.readers.length === 1 && first
                ? first.name
                : formatCount(mail.readers.length, 'mens', 'mensen'),
          },
        ]}
      >
        <MailText text={mail.bodyText} />
      </Sheet>
      <Section title="Wie kreeg dit?" ruled>
        <Table
          caption="Wie dit kreeg, op naam"
          rows={mail.readers}
          rowKey={({ id }) => id}
          columns={[
            { key: 'name', label: 'Naam', heading: true, cell: ({ name }) => name },
            {
              key: 'state',
              label: 'Stand',
              cell: ({ sentAt, refusedAt, inDigest }) =>
                refusedAt ? (
                  <StateBadge tone="stop">geweigerd</StateBadge>
                ) : sentAt ? (
                  <StateBadge tone="ok">verzonden op {formatMoment(sentAt)}</StateBadge>
                ) : (
                  <StateBadge tone="neutral">{inDigest ? 'wacht op dagbericht' : 'wacht'}</StateBadge>
                ),
            },
          ]}
        />
      </Section>
    </Page>
  )
}
