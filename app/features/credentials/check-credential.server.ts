import { DataIntegrityProof } from '@digitalbazaar/data-integrity'
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite'
import { verifyCredential } from '@digitalbazaar/vc'
import { checkStatus } from '@digitalbazaar/vc-bitstring-status-list'
import { Ajv2019 } from 'ajv/dist/2019.js'
import addFormats from 'ajv-formats'
import { compactVerify, decodeProtectedHeader, importJWK } from 'jose'
import { z } from 'zod'
import { now } from '#app/platform/clock.ts'
import { environment } from '#app/platform/environment.server.ts'
import { Refusal } from '#app/platform/refusal.ts'
import { formatDayYear } from '#app/ui/format.ts'
import type { Db } from '#db/client.server.ts'
import schema from './achievement-credential-schema.json' with { type: 'json' }
import { identityHash } from './credential.server.ts'
import { documentLoader } from './document-loader.server.ts'
import { didOf } from './issuer.ts'
import { type FoundCredential, readCredential } from './read-credential.server.ts'
import { type Issuer, isNotAsked, resolveIssuer, resolveStatusList } from './resolve-issuer.server.ts'

/** `unknown`: it could not be found out, which is neither good nor bad. */
export type CheckOutcome = 'ok' | 'stop' | 'unknown'
export type CheckLine = {
  about: 'signature' | 'schema' | 'status' | 'dates' | 'holder'
  outcome: CheckOutcome
  text: string
}
export type CredentialReport = {
  title: string
  issuer: string
  /** Issued by this portal itself. */
  ours: boolean
  /** From a demo: it proves nothing. */
  example: boolean
  lines: CheckLine[]
}

const line = (about: CheckLine['about'], outcome: CheckOutcome, text: string): CheckLine => ({
  about,
  outcome,
  text,
})

const shortText = z.string().max(500).optional().catch(undefined)
const moment = z
  .string()
  .max(60)
  .refine((value) => !Number.isNaN(Date.parse(value)))
  .optional()
  .catch(undefined)
const oneOrMore = <Shape extends z.ZodType>(shape: Shape) =>
  z
    .union([shape, z.array(shape).max(5)])
    .transform((value) => (Array.isArray(value) ? value : [value]) as z.output<Shape>[])

/** What is read of a credential; the rest is for the schema. */
const readable = z.looseObject({
  type: z.union([z.string(), z.array(z.string())]),
  name: shortText,
  issuer: z.union([z.string().max(500), z.looseObject({ id: z.string().max(500), name: shortText })]),
  validFrom: moment,
  validUntil: moment,
  // So they were called in version 1.1 of the data model.
  issuanceDate: moment,
  expirationDate: moment,
  proof: oneOrMore(z.looseObject({ cryptosuite: shortText, verificationMethod: shortText })).optional(),
  credentialStatus: oneOrMore(z.looseObject({ statusListCredential: shortText })).optional(),
  credentialSubject: z.looseObject({
    achievement: z.looseObject({ name: shortText }).optional().catch(undefined),
    identifier: oneOrMore(z.looseObject({ identityHash: shortText, salt: shortText }))
      .optional()
      .catch(undefined),
  }),
})
type Readable = z.output<typeof readable>

/**
 * Looks at a credential in a file, from us or from anyone: signature, schema, status and dates, each by itself and in plain
 * words. `address` asks besides whether it was given to that address. Nothing about it is kept. Throws a `Refusal` about
 * `file` when there is no credential in it.
 */
export async function checkCredential(
  db: Db,
  bytes: Uint8Array,
  address?: string,
): Promise<CredentialReport> {
  const found = readCredential(bytes)
  const read = found && readable.safeParse(found.credential)
  if (!found || !read?.success) {
    throw new Refusal(
      'In dit bestand zit geen bewijs dat we kunnen lezen. Kies de PDF, de badge (PNG), of het JSON- of JWT-bestand dat je kreeg.',
      'file',
    )
  }
  const facts = read.data
  const did = typeof facts.issuer === 'string' ? facts.issuer : facts.issuer.id
  const issuer = await resolveIssuer(db, did)
  const title = facts.name ?? facts.credentialSubject.achievement?.name ?? 'Zonder naam'
  return {
    title,
    issuer: (typeof facts.issuer === 'string' ? undefined : facts.issuer.name) ?? did,
    ours: did === didOf(environment().baseUrl),
    example: title.startsWith('VOORBEELD'),
    lines: [
      await signatureLine(found, facts, did, issuer),
      schemaLine(found.credential),
      await statusLine(db, found.credential, facts, issuer),
      datesLine(facts),
      ...(address ? [holderLine(facts, address)] : []),
    ],
  }
}

async function signatureLine(
  found: FoundCredential,
  facts: Readable,
  did: string,
  issuer: Awaited<ReturnType<typeof resolveIssuer>>,
): Promise<CheckLine> {
  const say = (outcome: CheckOutcome, text: string) => line('signature', outcome, text)
  if (!issuer) return say('unknown', 'We konden de sleutels van de uitgever niet vinden.')
  if (isNotAsked(issuer)) {
    return say(
      'unknown',
      `De sleutels staan op ${issuer.host}. Dat adres kennen we niet, dus daar vragen we niets op.`,
    )
  }
  const good = 'Echt: gezet door de uitgever, en sindsdien is er niets aan veranderd.'
  const bad = 'Klopt niet: er is iets aan veranderd, of iemand anders zette de handtekening.'
  if (found.form === 'token')
    return (await isSignedToken(found.jwt, did, issuer)) ? say('ok', good) : say('stop', bad)
  const proofs = facts.proof ?? []
  if (proofs.length === 0) return say('stop', 'Er staat geen handtekening in.')
  if (proofs.some(({ verificationMethod }) => !verificationMethod?.startsWith(`${did}#`)))
    return say('stop', bad)
  const other = proofs.find((proof) => proof.cryptosuite !== 'eddsa-rdfc-2022')
  if (other)
    return say(
      'unknown',
      `Deze soort handtekening kunnen we niet nagaan (${other.cryptosuite ?? 'onbekend'}).`,
    )
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
function loaderFor(issuer: Issuer, others: ReadonlyMap<string, object> = new Map()) {
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

const ajv = new Ajv2019({ strict: false })
addFormats.default(ajv)
const fitsSchema = ajv.compile(schema)
function schemaLine(credential: object): CheckLine {
  if (fitsSchema(credential)) return line('schema', 'ok', 'Volgt de afspraken van Open Badges 3.0.')
  const at = fitsSchema.errors?.[0]?.instancePath.slice(0, 100)
  return line(
    'schema',
    'stop',
    `Volgt de afspraken van Open Badges 3.0 niet${at ? ` (bij ${at})` : ''}. Misschien is het een ander soort bewijs.`,
  )
}

async function statusLine(
  db: Db,
  credential: object,
  { credentialStatus }: Readable,
  issuer: Awaited<ReturnType<typeof resolveIssuer>>,
): Promise<CheckLine> {
  const say = (outcome: CheckOutcome, text: string) => line('status', outcome, text)
  const addresses = credentialStatus?.map(({ statusListCredential }) => statusListCredential)
  if (!addresses) return say('unknown', 'De uitgever zegt niet waar staat wat is ingetrokken.')
  const notFound = say('unknown', 'We konden niet nagaan of het is ingetrokken.')
  if (!issuer || isNotAsked(issuer)) return notFound
  const lists = new Map<string, object>()
  for (const address of addresses) {
    const list = address && (await resolveStatusList(db, address))
    if (!list) return notFound
    if (isNotAsked(list)) {
      return say(
        'unknown',
        `De lijst staat op ${list.host}. Dat adres kennen we niet, dus daar vragen we niets op.`,
      )
    }
    lists.set(address, list.json)
  }
  try {
    const { verified, results } = await checkStatus({
      credential,
      documentLoader: loaderFor(issuer, lists),
      suite: new DataIntegrityProof({ cryptosuite }),
      verifyBitstringStatusListCredential: true,
    })
    if (!verified) return notFound
    return results.some(({ status }) => status)
      ? say('stop', 'De uitgever heeft het ingetrokken.')
      : say('ok', 'Niet ingetrokken.')
  } catch {
    return notFound
  }
}

function datesLine(facts: Readable): CheckLine {
  const from = facts.validFrom ?? facts.issuanceDate
  const until = facts.validUntil ?? facts.expirationDate
  const say = (outcome: CheckOutcome, text: string) => line('dates', outcome, text)
  if (!from) return say('unknown', 'Er staat niet in vanaf wanneer het geldt.')
  const [start, end] = [new Date(from), until ? new Date(until) : undefined]
  if (start > now()) return say('stop', `Geldt pas vanaf ${formatDayYear(start)}.`)
  if (end && end < now()) return say('stop', `Verlopen op ${formatDayYear(end)}.`)
  return say(
    'ok',
    `Afgegeven op ${formatDayYear(start)}, ${end ? `geldig tot en met ${formatDayYear(end)}` : 'verloopt niet'}.`,
  )
}

/** Whether it was given to this address: a credential holds it salted and hashed. */
function holderLine({ credentialSubject }: Readable, address: string): CheckLine {
  const identities = (credentialSubject.identifier ?? []).filter((one) => one.identityHash)
  if (identities.length === 0) return line('holder', 'unknown', 'Er staat niet in van wie het is.')
  const given = [address.trim(), address.trim().toLowerCase()]
  const same = identities.some((one) =>
    given.some((form) => identityHash(form, one.salt ?? '') === one.identityHash),
  )
  return same
    ? line('holder', 'ok', 'Gegeven aan wie dit e-mailadres heeft.')
    : line(
        'holder',
        'stop',
        'Niet gegeven aan dit e-mailadres. Misschien gebruikte iemand toen een ander adres.',
      )
}
