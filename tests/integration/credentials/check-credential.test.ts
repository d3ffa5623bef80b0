import { DataIntegrityProof } from '@digitalbazaar/data-integrity'
import * as Ed25519 from '@digitalbazaar/ed25519-multikey'
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite'
import { issue } from '@digitalbazaar/vc'
import { afterEach, beforeEach, describe, expect, vi } from 'vitest'
import { certificatePdf } from '#app/features/certificates/certificate-pdf.server.ts'
import { badgePicture, bake } from '#app/features/credentials/badge-picture.server.ts'
import { checkCredential } from '#app/features/credentials/check-credential.server.ts'
import { documentLoader } from '#app/features/credentials/document-loader.server.ts'
import { signedCredential } from '#app/features/credentials/sign-credential.server.ts'
import { setClock } from '#app/platform/clock.ts'
import { environment } from '#app/platform/environment.server.ts'
import type { Db } from '#db/client.server.ts'
import { test } from '#tests/support/database.ts'
import { certificates } from './support.ts'

const asked: string[] = []
beforeEach(() => {
  asked.length = 0
  vi.stubGlobal('fetch', (input: URL | string) => {
    asked.push(String(input))
    return Promise.reject(new Error('offline'))
  })
})
afterEach(() => {
  vi.unstubAllGlobals()
  environment().credentialHosts.length = 0
})

async function ours(db: Db) {
  const [certificate] = await certificates(db, 1)
  if (!certificate) throw new Error('there is no certificate')
  const { credential, jwt } = await signedCredential(db, certificate)
  return { certificate, credential, jwt, json: JSON.stringify(credential, null, 2) }
}

/** The same credential, of somebody else: signed by a key of theirs. */
async function byAnother(credential: object, did?: string) {
  const made = await Ed25519.generate()
  const { publicKeyMultibase } = await made.export({ publicKey: true, includeContext: true })
  const controller = did ?? `did:key:${publicKeyMultibase}`
  const id = did ? `${did}#sleutel` : `${controller}#${publicKeyMultibase}`
  const secret = await made.export({ publicKey: true, secretKey: true, includeContext: true })
  const key = await Ed25519.from({ ...secret, id, controller })
  const { proof: _, credentialStatus: __, ...rest } = credential as Record<string, unknown>
  const suite = new DataIntegrityProof({ signer: key.signer(), cryptosuite })
  const signed = await issue({
    credential: { ...rest, issuer: { id: controller, type: ['Profile'], name: 'Een ander' } },
    suite,
    documentLoader: documentLoader(),
  })
  const document = {
    id: controller,
    verificationMethod: [{ id, type: 'Multikey', controller, publicKeyMultibase }],
    assertionMethod: [id],
  }
  return { signed: { ...signed, proof: [signed.proof] } as Record<string, unknown>, document }
}

const look = async (db: Db, file: string | Uint8Array | object, address?: string) => {
  const bytes =
    file instanceof Uint8Array
      ? file
      : new TextEncoder().encode(typeof file === 'string' ? file : JSON.stringify(file))
  const report = await checkCredential(db, bytes, address)
  return {
    ...report,
    outcomes: Object.fromEntries(report.lines.map(({ about, outcome }) => [about, outcome])),
  }
}
const allGood = { signature: 'ok', schema: 'ok', status: 'ok', dates: 'ok' }

describe('a credential of ours', () => {
  test('is in order in each of its four forms, and nothing is fetched', async ({ db }) => {
    const { certificate, json, jwt } = await ours(db)
    const facts = { title: certificate.title, kind: 'Certificaat', issuer: 'STO Testregio', demo: false }
    const files = [
      json,
      jwt,
      bake(await badgePicture(facts), json),
      await certificatePdf(certificate, 'https://x.example/certificaten/1', json),
    ]
    for (const file of files) {
      const report = await look(db, file)
      expect(report.outcomes).toEqual(allGood)
      expect(report).toMatchObject({ issuer: { ours: true }, title: certificate.title })
    }
    expect(asked).toEqual([])
  })

  test('with one word changed has a signature that is wrong, and nothing else', async ({ db }) => {
    const { credential, jwt } = await ours(db)
    const changed = structuredClone(credential)
    changed.credentialSubject.achievement.name = 'Meesterlasser'
    expect((await look(db, changed)).outcomes).toEqual({ ...allGood, signature: 'stop' })
    const [header, body = '', signature] = jwt.split('.')
    const claims = JSON.parse(Buffer.from(body, 'base64url').toString())
    const other = Buffer.from(JSON.stringify({ ...claims, name: 'Meesterlasser' })).toString('base64url')
    expect((await look(db, [header, other, signature].join('.'))).outcomes).toMatchObject({
      signature: 'stop',
    })
    const { proof: _, ...unsigned } = credential
    expect((await look(db, unsigned)).outcomes).toMatchObject({ signature: 'stop' })
  })

  test('that was revoked, or is not valid yet, says so; the rest stays in order', async ({ db }) => {
    const { certificate, json, jwt } = await ours(db)
    await db
      .updateTable('certificate')
      .set({ revokedAt: new Date(), revokedReason: 'vergissing' })
      .where('id', '=', certificate.id)
      .execute()
    for (const file of [json, jwt]) {
      expect((await look(db, file)).outcomes).toEqual({ ...allGood, status: 'stop' })
    }
    setClock(new Date('2020-01-01T12:00:00Z'))
    expect((await look(db, json)).outcomes).toMatchObject({ signature: 'ok', dates: 'stop' })
  })

  test('tells whether it was given to an address', async ({ db }) => {
    const { certificate, json } = await ours(db)
    const { address } = await db
      .selectFrom('emailAddress')
      .select('address')
      .where('personId', '=', certificate.personId)
      .executeTakeFirstOrThrow()
    expect((await look(db, json, ` ${address.toUpperCase()} `)).outcomes.holder).toBe('ok')
    expect((await look(db, json, 'ander@school.example')).outcomes.holder).toBe('stop')
  })
})

describe('a credential of another', () => {
  test('whose key is its name is checked, and is not taken for ours', async ({ db }) => {
    const { credential } = await ours(db)
    const { signed } = await byAnother(credential)
    const report = await look(db, signed)
    expect(report.outcomes).toEqual({ ...allGood, status: 'unknown' })
    expect(report.issuer).toMatchObject({ ours: false, name: 'Een ander' })
    expect(report.issuer.did).toMatch(/^did:key:z6Mk/)
    const name = { ...signed, name: 'Iets anders' }
    expect((await look(db, name)).outcomes.signature).toBe('stop')
  })

  test('that says it is ours is found out', async ({ db }) => {
    const { credential } = await ours(db)
    const { signed } = await byAnother(credential)
    const forged = { ...signed, issuer: credential.issuer }
    const report = await look(db, forged)
    expect(report.outcomes.signature).toBe('stop')
    expect(report.issuer.ours).toBe(false)
  })

  test('is asked for only at a host on the list', async ({ db }) => {
    const { credential } = await ours(db)
    const { signed, document } = await byAnother(credential, 'did:web:badges.example.nl')
    const unlisted = await look(db, signed)
    expect(unlisted.outcomes.signature).toBe('unknown')
    expect(unlisted.lines[0]?.text).toContain('badges.example.nl')
    expect(asked).toEqual([])
    environment().credentialHosts.push('badges.example.nl')
    expect((await look(db, signed)).outcomes.signature).toBe('unknown')
    expect(asked).toEqual(['https://badges.example.nl/.well-known/did.json'])
    vi.stubGlobal('fetch', () => Promise.resolve(Response.json(document)))
    expect((await look(db, signed)).outcomes.signature).toBe('ok')
    vi.stubGlobal('fetch', () => Promise.resolve(new Response('x'.repeat(600_000))))
    expect((await look(db, signed)).outcomes.signature).toBe('unknown')
  })

  test('is not looked up at an address within the network, whatever the file says', async ({ db }) => {
    const { credential } = await ours(db)
    for (const did of ['did:web:localhost%3A5432', 'did:web:169.254.169.254', 'did:web:a%2Fb@evil']) {
      await look(db, { ...credential, issuer: { id: did } })
    }
    const list = { ...credential.credentialStatus, statusListCredential: 'http://169.254.169.254/list' }
    expect((await look(db, { ...credential, credentialStatus: list })).outcomes.status).toBe('unknown')
    expect(asked).toEqual([])
  })
})

describe('what is no credential', () => {
  test.for([
    ['text', 'hallo'],
    ['a list', '[1, 2]'],
    ['another document', '{"a": 1}'],
    ['a token about nothing', 'e30.e30.e30'],
    ['a PDF without', '%PDF-1.7\n1 0 obj\n<<>>\nstream\nx\nendstream\nendobj'],
    ['a PDF that is cut off', '%PDF-1.7\n1 0 obj\n<</Type /EmbeddedFile>>\nstream\n{'],
    ['nothing', ''],
  ] as const)('%s is refused with a sentence', async ([, file], { db }) => {
    await expect(look(db, file)).rejects.toMatchObject({ field: 'file' })
  })
})
