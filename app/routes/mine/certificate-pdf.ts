import type { LoaderFunctionArgs } from '@remix-run/node'
import { authorize } from '#app/access/authorize.ts'
import { requireActor } from '#app/access/require-actor.server.ts'
import { certificatePdf } from '#app/features/certificates/certificate-pdf.server.ts'
import { findCertificate } from '#app/features/certificates/certificate-queries.server.ts'
import { signedCredential } from '#app/features/credentials/sign-credential.server.ts'
import { paths } from '#app/paths.ts'
import { environment } from '#app/platform/environment.server.ts'
import { attachment } from '#app/platform/files/content-disposition.ts'
import { idFrom } from '#app/platform/forms.server.ts'
import { orNotFound } from '#app/platform/refusal.ts'
import { database } from '#db/client.server.ts'

/** A certificate as a PDF, for its holder or a coordinator; a revoked one says so. */
export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  const certificate = orNotFound(await findCertificate(database(), idFrom(args.params.id)))
  authorize(actor, 'certificate.download', certificate)
  const url = environment().baseUrl + paths.certificateCheck(certificate.code)
  const { credential } = await signedCredential(database(), certificate)
  const pdf = await certificatePdf(certificate, url, JSON.stringify(credential, null, 2))
  return new Response(new Uint8Array(pdf), {
    headers: {
      'Content-Type': 'application/pdf',
      'Content-Length': String(pdf.byteLength),
      'Content-Disposition': attachment(`${certificate.number} ${certificate.title}.pdf`),
      'Cache-Control': 'private, no-store',
    },
  })
}
