import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Fragment } from 'react'
import { idFrom } from '#app/platform/forms.server.ts'
import type { MailAttachment } from '#app/platform/mail/queue-mails.server.ts'
import { notFound, orNotFound } from '#app/platform/refusal.ts'
import { theRegion } from '#app/platform/region.server.ts'
import { unseal } from '#app/platform/signing.server.ts'
import { MailText } from '#app/ui/mail-text.tsx'
import { Page } from '#app/ui/page.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { database } from '#db/client.server.ts'

export const meta: MetaFunction = () => [{ title: 'Mail' }, { name: 'robots', content: 'noindex' }]

/** One mail of a demo, for whoever was shown that it was sent: the seal in the address is the permission. */
export async function loader({ params }: LoaderFunctionArgs) {
  const { demo } = await theRegion(database())
  const id = demo ? unseal('demo-mail', params.sealed ?? '') : undefined
  if (!id) throw notFound()
  const mail = await database()
    .selectFrom('outbox')
    .select(['title', 'recipient', 'bodyText', 'attachments'])
    .where('id', '=', idFrom(id))
    .executeTakeFirst()
  const { attachments, ...shown } = orNotFound(mail)
  const files = (attachments as MailAttachment[]).map(({ filename }) => filename)
  return { mail: shown, files, sealed: params.sealed ?? '' }
}

export default function DemoMail() {
  const { mail, files, sealed } = useLoaderData<typeof loader>()
  return (
    <Page
      eyebrow="Mail uit de demonstratie"
      title={mail.title}
      intro="Deze mail is niet echt verstuurd. Je leest hem hier in plaats van in je eigen postvak."
      narrow
    >
      <Sheet
        cells={[
          { label: 'Aan', value: mail.recipient },
          ...(files.length > 0 ? [{ label: 'Bijlage', value: <Files names={files} sealed={sealed} /> }] : []),
        ]}
      >
        <MailText text={mail.bodyText} />
      </Sheet>
    </Page>
  )
}

/** What goes along with the mail, to save; two may have one name. */
function Files({ names, sealed }: { names: string[]; sealed: string }) {
  return names.map((name, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the mail never changes
    <Fragment key={index}>
      {index > 0 && ', '}
      <a href={`/demo/mail/${sealed}/${index + 1}`} download>
        {name}
      </a>
    </Fragment>
  ))
}
