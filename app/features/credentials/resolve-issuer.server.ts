import { environment } from '#app/platform/environment.server.ts'
import type { Db } from '#db/client.server.ts'
import { didOf, issuerPaths } from './issuer.ts'
import { didDocument } from './issuer-documents.server.ts'
import { statusList } from './status-list.server.ts'

/**
 * What is needed to check a credential: the keys of its issuer, and its list of what was revoked. Ours come from the
 * database. Of others a key that is its own name (`did:key`) needs no asking; anything else is fetched only from the hosts
 * that whoever runs this portal put on a list (CREDENTIAL_HOSTS), and never from an address merely because a file says so.
 */

export type Method = {
  id: string
  type: string
  controller: string
  publicKeyMultibase?: string
  publicKeyJwk?: Record<string, unknown>
}
export type Issuer = { id: string; verificationMethod: Method[]; assertionMethod: unknown[] }

/** Where one had to ask, and may not. */
export type NotAsked = { host: string }

export const isNotAsked = (found: object): found is NotAsked => 'host' in found

/** Who signs as `did`; undefined where there is no such issuer. */
export async function resolveIssuer(db: Db, did: string): Promise<Issuer | NotAsked | undefined> {
  const { baseUrl } = environment()
  if (did === didOf(baseUrl)) return (await didDocument(db, baseUrl)) as Issuer
  if (did.startsWith('did:key:')) return ofKey(did)
  const address = didAddress(did)
  if (!address) return undefined
  const found = await fetchAllowed(address)
  if (!found || isNotAsked(found)) return found
  return readIssuer(found.json, did)
}

/** A list of what was revoked, ours or of a host on the list. */
export async function resolveStatusList(
  db: Db,
  address: string,
): Promise<{ json: object } | NotAsked | undefined> {
  const { baseUrl } = environment()
  const own = baseUrl + issuerPaths.status(1).replace(/1$/, '')
  if (address.startsWith(own)) {
    const number = address.slice(own.length)
    const list = /^[1-9]\d{0,9}$/.test(number) ? await statusList(db, Number(number)) : undefined
    return list && { json: list }
  }
  return fetchAllowed(address)
}

/** An Ed25519 key that is its own name (did:key, Multikey prefix `z6Mk`). */
function ofKey(did: string): Issuer | undefined {
  const publicKeyMultibase = did.slice('did:key:'.length)
  if (!/^z6Mk[1-9A-HJ-NP-Za-km-z]{40,50}$/.test(publicKeyMultibase)) return undefined
  const id = `${did}#${publicKeyMultibase}`
  return {
    id: did,
    verificationMethod: [{ id, type: 'Multikey', controller: did, publicKeyMultibase }],
    assertionMethod: [id],
  }
}

/** Where the document of a `did:web` stands (did:web, 2.5.2). */
function didAddress(did: string): string | undefined {
  if (!/^did:web:[A-Za-z0-9.%_:-]{1,300}$/.test(did)) return undefined
  const [host = '', ...folders] = did.slice('did:web:'.length).split(':')
  const path = folders.length > 0 ? `/${folders.join('/')}/did.json` : issuerPaths.did
  try {
    return new URL(path, `https://${decodeURIComponent(host)}`).href
  } catch {
    return undefined
  }
}

function readIssuer(json: Record<string, unknown>, did: string): Issuer | undefined {
  const { id, verificationMethod, assertionMethod } = json
  if (id !== did || !Array.isArray(verificationMethod) || !Array.isArray(assertionMethod)) return undefined
  const methods = verificationMethod
    .slice(0, 50)
    .filter((method): method is Method => typeof method?.id === 'string' && method.controller === did)
  return { id: did, verificationMethod: methods, assertionMethod: assertionMethod.slice(0, 50) }
}

const mostMs = 5_000
const mostBytes = 500_000

async function fetchAllowed(
  address: string,
): Promise<{ json: Record<string, unknown> } | NotAsked | undefined> {
  if (!URL.canParse(address)) return undefined
  const url = new URL(address)
  if (url.protocol !== 'https:' || !environment().credentialHosts.includes(url.host)) {
    return { host: url.host }
  }
  try {
    const response = await fetch(url, {
      redirect: 'error',
      signal: AbortSignal.timeout(mostMs),
      headers: { Accept: 'application/json, application/vc+ld+json, application/did+json' },
    })
    if (!response.ok || !response.body) return undefined
    const json: unknown = JSON.parse(await textOf(response.body))
    return typeof json === 'object' && json !== null ? { json: json as Record<string, unknown> } : undefined
  } catch {
    // Not there, too slow, too large or no JSON: all the same to who checks a paper.
    return undefined
  }
}

async function textOf(body: ReadableStream<Uint8Array>): Promise<string> {
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of body as unknown as AsyncIterable<Uint8Array>) {
    length += chunk.length
    if (length > mostBytes) throw new Error('too large')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}
