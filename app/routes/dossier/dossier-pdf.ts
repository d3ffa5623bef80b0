import type { LoaderFunctionArgs } from '@remix-run/node'
import { authorize } from '#app/access/authorize.ts'
import { requireActor } from '#app/access/require-actor.server.ts'
import { makeDossierPdf } from '#app/features/dossier/dossier-pdf-queries.server.ts'
import { attachment } from '#app/platform/files/content-disposition.ts'
import { database } from '#db/client.server.ts'

/** One's own whole dossier on paper. */
export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  authorize(actor, 'qualification.keep', actor)
  const pdf = await makeDossierPdf(database(), actor)
  return new Response(new Uint8Array(pdf), {
    headers: {
      'Content-Type': 'application/pdf',
      'Content-Length': String(pdf.byteLength),
      'Content-Disposition': attachment(`Dossier ${actor.name}.pdf`),
      'Cache-Control': 'private, no-store',
    },
  })
}
