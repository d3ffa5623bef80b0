import { randomBytes } from 'node:crypto'
import { DataIntegrityProof } from '@digitalbazaar/data-integrity'
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite'
import { issue } from '@digitalbazaar/vc'
import { SignJWT } from 'jose'
import { type NotNull, sql } from 'kysely'
import type { Certificate } from '#app/features/certificates/certificate-queries.server.ts'
import { now } from '#app/platform/clock.ts'
import { environment } from '#app/platform/environment.server.ts'
import { notFound } from '#app/platform/refusal.ts'
import { type Db, inTransaction, type Transaction } from '#db/client.server.ts'
import { type Credential, credentialOf, type UnsignedCredential } from './credential.server.ts'
import { documentLoader } from './document-loader.server.ts'
import { didOf } from './issuer.ts'
import { documentSigner, tokenKey } from './keys.server.ts'

export type SignedCredential = { credential: Credential; jwt: string }

/**
 * The certificate as a credential, in both forms: as it was signed before, or signed now. Of two that ask at once the
 * second gets what the first signed.
 */
export async function signedCredential(db: Db, certificate: Certificate): Promise<SignedCredential> {
  const known = await findSigned(db, certificate.id)
  if (known) return known
  return inTransaction(db, async (trx) => {
    await sql`select id from certificate where id = ${certificate.id} for no key update`.execute(trx)
    const meanwhile = await findSigned(trx, certificate.id)
    if (meanwhile) return meanwhile
    const { address, slug, erased } = await findAround(trx, certificate)
    // Who was erased has no address to bind it to, and took along what was signed before.
    if (erased) throw notFound()
    const statusIndex = await nextStatusIndex(trx)
    const unsigned = credentialOf({
      certificate,
      slug,
      address,
      baseUrl: environment().baseUrl,
      salt: randomBytes(16).toString('base64url'),
      statusIndex,
    })
    const signed = { credential: await withProof(trx, unsigned), jwt: await asToken(trx, unsigned) }
    await sql`
      insert into credential (certificate_id, status_index, credential, jwt, signed_at) overriding system value
      values (${certificate.id}, ${statusIndex}, ${JSON.stringify(signed.credential)}::jsonb, ${signed.jwt},
        ${now()}::timestamptz)`.execute(trx)
    return signed
  })
}

async function findSigned(
  db: Db | Transaction,
  certificateId: number,
): Promise<SignedCredential | undefined> {
  return db
    .selectFrom('credential')
    .select([sql<Credential>`credential`.as('credential'), 'jwt'])
    .where('certificateId', '=', certificateId)
    .where('credential', 'is not', null)
    .$narrowType<{ jwt: NotNull }>()
    .executeTakeFirst()
}

/** The address by which the holder is known, and the page that tells about what they did. */
async function findAround(trx: Transaction, { personId, enrolmentId }: Certificate) {
  const { rows } = await sql<{ address: string; slug: string; erased: boolean }>`
    select offering.slug, exists (select from person where id = ${personId} and erased_at is not null) as erased, coalesce((select address from email_address where person_id = ${personId}
        order by is_primary desc, id limit 1), '') as address
    from enrolment
    join edition on edition.id = enrolment.edition_id
    join offering on offering.id = edition.offering_id
    where enrolment.id = ${enrolmentId}`.execute(trx)
  return rows[0] ?? { address: '', slug: '', erased: false }
}

async function nextStatusIndex(trx: Transaction): Promise<number> {
  const { rows } = await sql<{ index: number }>`
    select nextval(pg_get_serial_sequence('credential', 'status_index')) as index`.execute(trx)
  return rows[0]?.index ?? 0
}

/** With a Data Integrity proof (`eddsa-rdfc-2022`); as a list, which is what Open Badges asks. */
async function withProof(db: Db | Transaction, unsigned: UnsignedCredential): Promise<Credential> {
  const signed = await signDocument(db, unsigned)
  return { ...signed, proof: [signed.proof] }
}

/** Signs any document of ours. */
export async function signDocument<Document extends object>(
  db: Db | Transaction,
  document: Document,
): Promise<Document & { proof: Record<string, unknown> }> {
  const signer = await documentSigner(db, didOf(environment().baseUrl))
  const suite = new DataIntegrityProof({ signer, cryptosuite, date: now() })
  // The library writes its proof into what it is given; the token is made of the same document, without.
  return issue({ credential: structuredClone(document), suite, documentLoader: documentLoader() })
}

/** As a JSON Web Token (RS256): the document itself, with the registered claims beside it (Open Badges 3.0, 8.2). */
async function asToken(db: Db | Transaction, unsigned: UnsignedCredential): Promise<string> {
  const { name, key } = await tokenKey(db)
  const did = unsigned.issuer.id
  return new SignJWT({ ...unsigned })
    .setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid: `${did}#${name}` })
    .setIssuer(did)
    .setJti(unsigned.id)
    .setNotBefore(Math.floor(Date.parse(unsigned.validFrom) / 1000))
    .sign(key)
}
