import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { authorize } from '#app/access/authorize.ts'
import { requireActor } from '#app/access/require-actor.server.ts'
import { paths } from '#app/paths.ts'
import { environment } from '#app/platform/environment.server.ts'
import { idFrom } from '#app/platform/forms.server.ts'
import { findMail } from '#app/platform/mail/outbox-queries.server.ts'
import { withoutSecrets } from '#app/platform/mail/without-secrets.ts'
import { orNotFound } from '#app/platform/refusal.ts'
import { formatMoment } from '#app/ui/format.ts'
import { MailText } from '#app/ui/mail-text.tsx'
import { Page } from '#app/ui/page.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { database } from '#db/client.server.ts'

export const meta: MetaFunction = () => [{ title: 'Bericht' }]

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  authorize(actor, 'mailbox.read')
  const mail = orNotFound(await findMail(database(), idFrom(args.params.id)))
  const delivered = environment().smtpUrl !== undefined
  return { ...mail, bodyText: withoutSecrets(mail.bodyText, { delivered }) }
}

export default function MailboxMail() {
  const mail = useLoaderData<typeof loader>()
  return (
    <Page title={mail.title} back={{ href: paths.mailbox(), label: 'Postvak' }} narrow>
      <Sheet
        cells={[
          { label: 'Aan', value: mail.recipient },
          { label: 'Gemaakt', value: formatMoment(mail.createdAt) },
          {
            label: 'Verzonden',
            value: mail.sentAt ? formatMoment(mail.sentAt) : mail.refusedAt ? 'geweigerd' : 'nog niet',
          },
        ]}
      >
        <MailText text={mail.bodyText} />
      </Sheet>
    </Page>
  )
}
