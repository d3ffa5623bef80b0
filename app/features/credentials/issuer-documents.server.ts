import type { JWK } from 'jose'
import type { Db } from '#db/client.server.ts'
import { didOf } from './issuer.ts'
import { listPublicKeys } from './keys.server.ts'

/** Who this issuer is and by which keys, new and old, what it signed can be verified (did:web, DID Core 1.0). */
export async function didDocument(db: Db, baseUrl: string) {
  const did = didOf(baseUrl)
  const keys = await listPublicKeys(db)
  const verificationMethod = keys.map(({ kind, name, publicKey }) => ({
    id: `${did}#${name}`,
    controller: did,
    ...(kind === 'ed25519'
      ? { type: 'Multikey', ...(publicKey as { publicKeyMultibase: string }) }
      : { type: 'JsonWebKey', publicKeyJwk: { ...(publicKey as JWK), alg: 'RS256', kid: name } }),
  }))
  return {
    '@context': [
      'https://www.w3.org/ns/did/v1',
      'https://w3id.org/security/multikey/v1',
      'https://w3id.org/security/jwk/v1',
    ],
    id: did,
    verificationMethod,
    assertionMethod: verificationMethod.map(({ id }) => id),
  }
}

/** The keys for JSON Web Tokens, as a set (RFC 7517). */
export async function jsonWebKeys(db: Db, baseUrl: string) {
  const did = didOf(baseUrl)
  const keys = await listPublicKeys(db)
  return {
    keys: keys
      .filter(({ kind }) => kind === 'rsa')
      .map(({ name, publicKey }) => ({
        ...(publicKey as JWK),
        kid: `${did}#${name}`,
        alg: 'RS256',
        use: 'sig',
      })),
  }
}
