import { readFileSync } from 'node:fs'
import { DataIntegrityProof } from '@digitalbazaar/data-integrity'
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite'
import { verifyCredential } from '@digitalbazaar/vc'
import { checkStatus } from '@digitalbazaar/vc-bitstring-status-list'
import * as otherLibrary from '@digitalcredentials/vc'
import { Ajv2019 } from 'ajv/dist/2019.js'
import addFormats from 'ajv-formats'
import { createLocalJWKSet, type JSONWebKeySet, jwtVerify } from 'jose'
import { beforeEach, describe, expect } from 'vitest'
import { certificatePdf } from '#app/features/certificates/certificate-pdf.server.ts'
import type { Certificate } from '#app/features/certificates/certificate-queries.server.ts'
import { badgePicture, bake, baked } from '#app/features/credentials/badge-picture.server.ts'
import { type Credential, identityHash } from '#app/features/credentials/credential.server.ts'
import { documentLoader } from '#app/features/credentials/document-loader.server.ts'
import { didOf } from '#app/features/credentials/issuer.ts'
import { didDocument, jsonWebKeys } from '#app/features/credentials/issuer-documents.server.ts'
import { rotateKeys } from '#app/features/credentials/keys.server.ts'
import { signedCredential } from '#app/features/credentials/sign-credential.server.ts'
import { statusList } from '#app/features/credentials/status-list.server.ts'
import { environment } from '#app/platform/environment.server.ts'
import type { Db } from '#db/client.server.ts'
import { test } from '#tests/support/database.ts'
import { certificates } from './support.ts'

/**
 * What we sign, looked at by others: the official schema, two libraries that verify documents, and one for tokens. Each has
 * a control: the same with one thing changed is refused by all of them.
 */

const ajv = new Ajv2019({ strict: false })
addFormats.default(ajv)
const fitsSchema = ajv.compile(
  JSON.parse(readFileSync('app/features/credentials/achievement-credential-schema.json', 'utf8')),
)

/** Everything that whoever verifies gets from the portal, and from nowhere else. */
async function fromThePortal(db: Db) {
  const { baseUrl } = environment()
  const did = await didDocument(db, baseUrl)
  const own = new Map<string, object>([[did.id, did]])
  for (const method of did.verificationMethod) {
    own.set(method.id, { '@context': 'https://w3id.org/security/multikey/v1', ...method })
  }
  const list = await statusList(db, 1)
  if (list) own.set(`${baseUrl}/badges/status/1`, list)
  const loader = documentLoader(own)
  const keys = createLocalJWKSet((await jsonWebKeys(db, baseUrl)) as JSONWebKeySet)
  return { loader, keys }
}
type Portal = Awaited<ReturnType<typeof fromThePortal>>

const suite = () => new DataIntegrityProof({ cryptosuite })
const status = (loader: Portal['loader']) => async (options: object) => {
  const answer = await checkStatus({
    ...options,
    documentLoader: loader,
    suite: suite(),
    verifyBitstringStatusListCredential: true,
  })
  // To the library "verified" says that the list is sound; what stands in it is for whoever asks.
  return { ...answer, verified: answer.verified && answer.results.every((result) => !result.status) }
}

async function verdicts({ loader, keys }: Portal, credential: object, jwt: string) {
  const options = { credential, suite: suite(), documentLoader: loader, checkStatus: status(loader) }
  const [first, second, token] = await Promise.all([
    verifyCredential(options),
    otherLibrary.verifyCredential(options),
    jwtVerify(jwt, keys).then(
      () => true,
      () => false,
    ),
  ])
  return [first.verified, second.verified, token]
}

describe('five hundred credentials', () => {
  test('pass the schema and three verifiers; with one thing changed none; rotation and revocation change nothing else', {
    timeout: 180_000,
  }, async ({ db }) => {
    const all = await certificates(db, 500)
    const signed: { credential: Credential; jwt: string }[] = []
    for (const [nth, certificate] of all.entries()) {
      // Halfway the keys are rotated.
      if (nth === 250) await rotateKeys(db)
      signed.push(await signedCredential(db, certificate))
    }
    const revoked = new Set([7, 251, 499])
    for (const nth of revoked) {
      await db
        .updateTable('certificate')
        .set({ revokedAt: new Date(), revokedReason: 'vergissing' })
        .where('id', '=', all[nth]?.id ?? 0)
        .execute()
    }
    const methods = new Set(signed.map(({ credential }) => credential.proof[0]?.verificationMethod))
    expect(methods.size).toBe(2)
    const portal = await fromThePortal(db)
    for (const [nth, { credential, jwt }] of signed.entries()) {
      expect([nth, fitsSchema(credential), fitsSchema.errors]).toEqual([nth, true, null])
      const good = !revoked.has(nth)
      expect([nth, ...(await verdicts(portal, credential, jwt))]).toEqual([nth, good, good, true])
      const [changed, changedToken] = changeOne(credential, jwt, nth)
      expect([nth, ...(await verdicts(portal, changed, changedToken))]).toEqual([nth, false, false, false])
    }
  })
})

/** The credential with one of its facts changed, another one each time; the token with the same. */
function changeOne(credential: Credential, jwt: string, nth: number): [object, string] {
  const ways: ((copy: Credential) => void)[] = [
    (copy) => {
      copy.credentialSubject.achievement.name = 'Iets anders'
    },
    (copy) => {
      copy.credentialSubject.creditsEarned += 1
    },
    (copy) => {
      copy.credentialSubject.identifier[0]!.identityHash = identityHash('ander@school.example', 'zout')
    },
    (copy) => {
      copy.issuer.name = 'Een ander'
    },
    (copy) => {
      copy.validFrom = '2020-01-01T00:00:00.000Z'
    },
    (copy) => {
      copy.credentialStatus.statusListIndex = String(
        (Number(copy.credentialStatus.statusListIndex) + 1) % 131_072,
      )
    },
    (copy) => {
      copy.credentialSubject.achievement.alignment[0]!.targetCode = 'K/PIE/99'
    },
  ]
  const copy = structuredClone(credential)
  ways[nth % ways.length]?.(copy)
  const { proof: _, ...claims } = copy
  const [header = '', body = '', signature = ''] = jwt.split('.')
  const registered = JSON.parse(Buffer.from(body, 'base64url').toString())
  const changed = Buffer.from(JSON.stringify({ ...registered, ...claims })).toString('base64url')
  return [copy, [header, changed, signature].join('.')]
}

describe('one credential', () => {
  let certificate: Certificate
  beforeEach(() => {
    certificate = undefined as never
  })
  const aCertificate = async (db: Db) => {
    certificate = (await certificates(db, 1))[0] as Certificate
    return certificate
  }

  test('names nobody, and is known to its holder by a salted hash of the address', async ({ db }) => {
    await aCertificate(db)
    const { credential, jwt } = await signedCredential(db, certificate)
    const body = Buffer.from(jwt.split('.')[1] ?? '', 'base64url').toString()
    for (const text of [JSON.stringify(credential), body]) {
      for (const secret of ['Geheim', 'Sam', 'Examinator', '@test.example'])
        expect(text).not.toContain(secret)
    }
    const { address } = await db
      .selectFrom('emailAddress')
      .select('address')
      .where('personId', '=', certificate.personId)
      .executeTakeFirstOrThrow()
    const [identity] = credential.credentialSubject.identifier
    expect(identity?.identityHash).toBe(identityHash(address, identity?.salt ?? ''))
    expect(identity?.salt.length).toBeGreaterThan(20)
  })

  test('is signed once, also of two who ask at the same moment', async ({ db }) => {
    await aCertificate(db)
    const [one, two] = await Promise.all([
      signedCredential(db, certificate),
      signedCredential(db, certificate),
    ])
    expect(two).toEqual(one)
    await rotateKeys(db)
    expect(await signedCredential(db, certificate)).toEqual(one)
    expect(await db.selectFrom('credential').select('certificateId').execute()).toHaveLength(1)
  })

  test('travels in a picture and in the PDF, and comes out as it went in', async ({ db }) => {
    await aCertificate(db)
    const { credential } = await signedCredential(db, certificate)
    const json = JSON.stringify(credential, null, 2)
    const facts = { title: certificate.title, kind: 'Certificaat', issuer: 'STO Testregio', demo: true }
    const picture = await badgePicture(facts)
    expect(baked(picture)).toBeUndefined()
    const badge = bake(picture, json)
    expect(JSON.parse(baked(badge) ?? '')).toEqual(credential)
    const pdf = await certificatePdf(certificate, 'https://x.example/certificaten/1', json)
    expect(pdf.toString('latin1')).toContain('(badge.json)')
    expect(await verdicts(await fromThePortal(db), JSON.parse(baked(badge) ?? ''), 'x.y.z')).toEqual([
      true,
      true,
      false,
    ])
  })

  test('is not verified by a loader that would have to fetch something', async ({ db }) => {
    await aCertificate(db)
    const { credential } = await signedCredential(db, certificate)
    const asked: string[] = []
    const original = globalThis.fetch
    globalThis.fetch = (input) => {
      asked.push(String(input))
      return Promise.reject(new Error('offline'))
    }
    try {
      const foreign = {
        ...credential,
        '@context': [...credential['@context'], 'https://evil.example/context.json'],
      }
      const result = await verifyCredential({
        credential: foreign,
        suite: suite(),
        documentLoader: documentLoader(),
        checkStatus: () => Promise.resolve({ verified: true }),
      })
      expect(result.verified).toBe(false)
      expect(asked).toEqual([])
    } finally {
      globalThis.fetch = original
    }
  })
})

test('an issuer is named after its address', () => {
  expect(didOf('https://bijblijven.example.nl')).toBe('did:web:bijblijven.example.nl')
  expect(didOf('http://localhost:3000')).toBe('did:web:localhost%3A3000')
  expect(didOf('https://example.nl/bij/blijven')).toBe('did:web:example.nl:bij:blijven')
})
