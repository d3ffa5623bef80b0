import type { LoaderFunctionArgs } from '@remix-run/node'
import { authorize } from '#app/access/authorize.ts'
import { requireActor } from '#app/access/require-actor.server.ts'
import { findCertificate } from '#app/features/certificates/certificate-queries.server.ts'
import { kindNames } from '#app/features/certificates/certificate-texts.ts'
import { badgePicture, bake } from '#app/features/credentials/badge-picture.server.ts'
import { signedCredential } from '#app/features/credentials/sign-credential.server.ts'
import { attachment } from '#app/platform/files/content-disposition.ts'
import { idFrom } from '#app/platform/forms.server.ts'
import { orNotFound } from '#app/platform/refusal.ts'
import { database } from '#db/client.server.ts'

const types = {
  'badge.json': 'application/vc+ld+json',
  'badge.jwt': 'application/jwt',
  'badge.png': 'image/png',
} as const

/** A certificate as a credential, for its holder: signed when it is asked for the first time. */
export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  const file = orNotFound(
    (Object.keys(types) as (keyof typeof types)[]).find((one) => one === args.params.badge),
  )
  const db = database()
  const certificate = orNotFound(await findCertificate(db, idFrom(args.params.id)))
  authorize(actor, 'certificate.download', certificate)
  const { credential, jwt } = await signedCredential(db, certificate)
  const json = JSON.stringify(credential, null, 2)
  const bodies = {
    'badge.json': () => Promise.resolve<string | Uint8Array<ArrayBuffer>>(json),
    'badge.jwt': () => Promise.resolve(jwt),
    'badge.png': async () => {
      const facts = {
        title: certificate.title,
        kind: kindNames[certificate.kind],
        issuer: certificate.regionName,
        demo: certificate.demo,
      }
      return new Uint8Array(bake(await badgePicture(facts), json))
    },
  }
  return new Response(await bodies[file](), {
    headers: {
      'Content-Type': types[file],
      'Content-Disposition': attachment(
        `${certificate.number} ${certificate.title}.${file.slice('badge.'.length)}`,
      ),
      'Cache-Control': 'private, no-store',
      'X-Content-Type-Options': 'nosniff',
    },
  })
}
