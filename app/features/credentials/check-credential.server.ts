import { DataIntegrityProof } from '@digitalbazaar/data-integrity'
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite'
import { checkStatus } from '@digitalbazaar/vc-bitstring-status-list'
import { Ajv2019 } from 'ajv/dist/2019.js'
import addFormats from 'ajv-formats'
import { z } from 'zod'
import { now } from '#app/platform/clock.ts'
import { environment } from '#app/platform/environment.server.ts'
import { Refusal } from '#app/platform/refusal.ts'
import { formatDayYear } from '#app/ui/format.ts'
import type { Db } from '#db/client.server.ts'
import schema from './achievement-credential-schema.json' with { type: 'json' }
import { loaderFor, signatureLine } from './check-signature.server.ts'
import { identityHash } from './credential.server.ts'
import { type CheckLine, type CheckOutcome, type CredentialReport, checkLine } from './credential-report.ts'
import { didOf } from './issuer.ts'
import { readCredential } from './read-credential.server.ts'
import { isNotAsked, resolveIssuer, resolveStatusList } from './resolve-issuer.server.ts'

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
  const signature = await signatureLine(found, facts, did, issuer)
  return {
    title,
    issuer: {
      name: typeof facts.issuer === 'string' ? undefined : facts.issuer.name,
      did,
      ours: signature.outcome === 'ok' && did === didOf(environment().baseUrl),
    },
    example: title.startsWith('VOORBEELD'),
    lines: [
      signature,
      schemaLine(found.credential),
      await statusLine(db, found.credential, facts, issuer),
      datesLine(facts),
      ...(address ? [holderLine(facts, address)] : []),
    ],
  }
}

const ajv = new Ajv2019({ strict: false })
addFormats.default(ajv)
const fitsSchema = ajv.compile(schema)

function schemaLine(credential: object): CheckLine {
  if (fitsSchema(credential)) return checkLine('schema', 'ok', 'Volgt de afspraken van Open Badges 3.0.')
  const at = fitsSchema.errors?.[0]?.instancePath.slice(0, 100)
  return checkLine(
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
  const say = (outcome: CheckOutcome, text: string) => checkLine('status', outcome, text)
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
  const say = (outcome: CheckOutcome, text: string) => checkLine('dates', outcome, text)
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
  if (identities.length === 0) return checkLine('holder', 'unknown', 'Er staat niet in van wie het is.')
  const given = [address.trim(), address.trim().toLowerCase()]
  const same = identities.some((one) =>
    given.some((form) => identityHash(form, one.salt ?? '') === one.identityHash),
  )
  return same
    ? checkLine('holder', 'ok', 'Gegeven aan wie dit e-mailadres heeft.')
    : checkLine(
        'holder',
        'stop',
        'Niet gegeven aan dit e-mailadres. Misschien gebruikte iemand toen een ander adres.',
      )
}
