import type { LoaderFunctionArgs } from '@remix-run/node'
import { attachment } from '#app/platform/files/content-disposition.ts'
import { idFrom } from '#app/platform/forms.server.ts'
import type { MailAttachment } from '#app/platform/mail/queue-mails.server.ts'
import { notFound, orNotFound } from '#app/platform/refusal.ts'
import { theRegion } from '#app/platform/region.server.ts'
import { unseal } from '#app/platform/signing.server.ts'
import { database } from '#db/client.server.ts'

/** What goes along with a mail of a demo, by its number from 1; the seal in the address is the permission, as for the mail. */
export async function loader({ params }: LoaderFunctionArgs) {
  const { demo } = await theRegion(database())
  const id = demo ? unseal('demo-mail', params.sealed ?? '') : undefined
  if (!id) throw notFound()
  const { attachments } = orNotFound(
    await database()
      .selectFrom('outbox')
      .select('attachments')
      .where('id', '=', idFrom(id))
      .executeTakeFirst(),
  )
  const file = (attachments as MailAttachment[])[idFrom(params.file) - 1]
  const { filename, contentType, content } = orNotFound(file)
  return new Response(content, {
    headers: {
      'Content-Type': contentType,
      'Content-Disposition': attachment(filename),
      'Cache-Control': 'private, no-store',
    },
  })
}
