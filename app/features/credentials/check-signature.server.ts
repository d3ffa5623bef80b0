import { DataIntegrityProof } from '@digitalbazaar/data-integrity'
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite'
import { verifyCredential } from '@digitalbazaar/vc'
import { compactVerify, decodeProtectedHeader, importJWK } from 'jose'
import { now } from '#app/platform/clock.ts'
import { type CheckLine, type CheckOutcome, checkLine } from './credential-report.ts'
import { documentLoader } from './document-loader.server.ts'
import type { FoundCredential } from './read-credential.server.ts'
import { type Issuer, isNotAsked, type resolveIssuer } from './resolve-issuer.server.ts'

/** What the signature needs of a credential. */
type Signed = {
  validFrom?: string | undefined
  issuanceDate?: string | undefined
  proof?: { cryptosuite?: string | undefined; verificationMethod?: string | undefined }[] | undefined
}

/**
 * Whether the issuer signed it and nothing was changed since. Looks at the signature alone: whether it was revoked, or is
 * past its date, are questions of their own.
 */
export async function signatureLine(
  found: FoundCredential,
  facts: Signed,
  did: string,
  issuer: Awaited<ReturnType<typeof resolveIssuer>>,
): Promise<CheckLine> {
  const say = (outcome: CheckOutcome, text: string) => checkLine('signature', outcome, text)
  if (!issuer) return say('unknown', 'We konden de sleutels van de uitgever niet vinden.')
  if (isNotAsked(issuer)) {
    return say(
      'unknown',
      `De sleutels staan op ${issuer.host}. Dat adres kennen we niet, dus daar vragen we niets op.`,
    )
  }
  const good = 'Echt: gezet door de uitgever, en sindsdien is er niets aan veranderd.'
  const bad = 'Klopt niet: er is iets aan veranderd, of iemand anders zette de handtekening.'
  if (found.form === 'token') {
    return (await isSignedToken(found.jwt, did, issuer)) ? say('ok', good) : say('stop', bad)
  }
  const proofs = facts.proof ?? []
  if (proofs.length === 0) return say('stop', 'Er staat geen handtekening in.')
  if (proofs.some(({ verificationMethod }) => !verificationMethod?.startsWith(`${did}#`))) {
    return say('stop', bad)
  }
  const other = proofs.find((proof) => proof.cryptosuite !== 'eddsa-rdfc-2022')
  if (other) {
    const sort = other.cryptosuite ?? 'onbekend'
    return say('unknown', `Deze soort handtekening kunnen we niet nagaan (${sort}).`)
  }
  const refused: string[] = []
  const load = loaderFor(issuer)
  const { verified } = await verifyCredential({
    credential: found.credential,
    suite: new DataIntegrityProof({ cryptosuite }),
    documentLoader: async (url) => {
      try {
        return await load(url)
      } catch (reason) {
        refused.push(url)
        throw reason
      }
    },
    // Status and dates have lines of their own.
    checkStatus: () => Promise.resolve({ verified: true }),
    now: facts.validFrom ?? facts.issuanceDate ?? now(),
  })
  if (verified) return say('ok', good)
  return refused.length > 0
    ? say('unknown', 'Er staan woorden in die we niet kennen, zodat we de handtekening niet kunnen nagaan.')
    : say('stop', bad)
}

/** Whether the token was signed by a key of this issuer, and says that it is of this issuer. */
async function isSignedToken(jwt: string, did: string, issuer: Issuer): Promise<boolean> {
  try {
    const { kid } = decodeProtectedHeader(jwt)
    const method = issuer.verificationMethod.find(({ id }) => id === kid)
    if (!method?.publicKeyJwk || !isForAssertions(issuer, method.id)) return false
    const { alg } = decodeProtectedHeader(jwt)
    const key = await importJWK(method.publicKeyJwk, alg)
    const { payload } = await compactVerify(jwt, key, { algorithms: ['RS256', 'ES256', 'EdDSA'] })
    const { iss } = JSON.parse(Buffer.from(payload).toString('utf8')) as { iss?: unknown }
    return iss === undefined || iss === did
  } catch {
    return false
  }
}

const isForAssertions = ({ assertionMethod }: Issuer, id: string): boolean =>
  assertionMethod.some((one) => one === id || (one as { id?: unknown } | null)?.id === id)

/** The documents that come with us, those of this issuer, and what else was found; nothing is fetched. */
export function loaderFor(issuer: Issuer, others: ReadonlyMap<string, object> = new Map()) {
  const own = new Map<string, object>([
    [issuer.id, { '@context': 'https://www.w3.org/ns/did/v1', ...issuer }],
    ...issuer.verificationMethod.map((method): [string, object] => [
      method.id,
      { '@context': 'https://w3id.org/security/multikey/v1', ...method },
    ]),
    ...others,
  ])
  return documentLoader(own)
}
