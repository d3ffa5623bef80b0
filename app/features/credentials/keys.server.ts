import * as Ed25519 from '@digitalbazaar/ed25519-multikey'
import { exportJWK, generateKeyPair, importJWK, type JWK } from 'jose'
import { sql } from 'kysely'
import { now } from '#app/platform/clock.ts'
import { decrypt, encrypt } from '#app/platform/encryption.server.ts'
import { type Db, inTransaction, type Transaction } from '#db/client.server.ts'

/** Two kinds: one for proofs within a document, one for JSON Web Tokens, which wallets know best. */
export type KeyKind = 'ed25519' | 'rsa'

const purpose = 'signing-key'

type KeyRow = { id: number; kind: KeyKind; name: string; publicKey: unknown }
type WithSecret = KeyRow & { secretKey: Buffer }

/** Makes the first key of each kind where there is none; of two processes that start at once one does. */
export async function ensureKeys(db: Db | Transaction): Promise<void> {
  await inTransaction(db as Db, async (trx) => {
    await lockKeys(trx)
    for (const kind of ['ed25519', 'rsa'] as const) {
      if (!(await newestKey(trx, kind))) await makeKey(trx, kind)
    }
  })
}

/** Makes a new key of each kind, which signs from now on. What the old ones signed goes on verifying. */
export async function rotateKeys(db: Db): Promise<string[]> {
  return inTransaction(db, async (trx) => {
    await lockKeys(trx)
    return [await makeKey(trx, 'ed25519'), await makeKey(trx, 'rsa')]
  })
}

const lockKeys = (trx: Transaction) => sql`select pg_advisory_xact_lock(hashtext('signing_key'))`.execute(trx)

const newestKey = (db: Db | Transaction, kind: KeyKind): Promise<WithSecret | undefined> =>
  db
    .selectFrom('signingKey')
    .select(['id', sql<KeyKind>`kind`.as('kind'), 'name', 'publicKey', 'secretKey'])
    .where('kind', '=', kind)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()

/** Every key there ever was, the newest first: without its secret. */
export function listPublicKeys(db: Db): Promise<KeyRow[]> {
  return db
    .selectFrom('signingKey')
    .select(['id', sql<KeyKind>`kind`.as('kind'), 'name', 'publicKey'])
    .orderBy('id', 'desc')
    .limit(200)
    .execute()
}

async function makeKey(trx: Transaction, kind: KeyKind): Promise<string> {
  const { count } = await trx
    .selectFrom('signingKey')
    .select((it) => it.fn.countAll<number>().as('count'))
    .where('kind', '=', kind)
    .executeTakeFirstOrThrow()
  const name = `${kind}-${count + 1}`
  const { publicKey, secretKey } = kind === 'ed25519' ? await newEd25519() : await newRsa()
  await trx
    .insertInto('signingKey')
    .values({
      kind,
      name,
      publicKey: JSON.stringify(publicKey),
      secretKey: encrypt(purpose, JSON.stringify(secretKey)),
      createdAt: now(),
    })
    .execute()
  return name
}

async function newEd25519() {
  const key = await Ed25519.generate()
  const { publicKeyMultibase, secretKeyMultibase } = await key.export({ publicKey: true, secretKey: true })
  return { publicKey: { publicKeyMultibase }, secretKey: { publicKeyMultibase, secretKeyMultibase } }
}

async function newRsa() {
  const { publicKey, privateKey } = await generateKeyPair('RS256', { modulusLength: 2048, extractable: true })
  return { publicKey: await exportJWK(publicKey), secretKey: await exportJWK(privateKey) }
}

// What was kept is opened once in a process. By what was kept and not by its number: a database may be put back.
const opened = new Map<string, unknown>()

async function newestSecret(db: Db | Transaction, kind: KeyKind): Promise<{ row: KeyRow; secret: unknown }> {
  let row = await newestKey(db, kind)
  if (!row) {
    // The portal makes them when it starts; whatever runs without it makes them now.
    await ensureKeys(db)
    row = await newestKey(db, kind)
  }
  if (!row) throw new Error(`There is no ${kind} key to sign with.`)
  const kept = row.secretKey.toString('base64')
  const known = opened.get(kept) ?? JSON.parse(decrypt(purpose, row.secretKey))
  opened.set(kept, known)
  return { row, secret: known }
}

/** What signs a document with the newest key, in the name of this issuer. */
export async function documentSigner(db: Db | Transaction, did: string): Promise<unknown> {
  const { row, secret } = await newestSecret(db, 'ed25519')
  const key = await Ed25519.from({
    id: `${did}#${row.name}`,
    controller: did,
    type: 'Multikey',
    ...(secret as { publicKeyMultibase: string; secretKeyMultibase: string }),
  })
  return key.signer()
}

/** The newest key for JSON Web Tokens, and its name. */
export async function tokenKey(db: Db | Transaction) {
  const { row, secret } = await newestSecret(db, 'rsa')
  return { name: row.name, key: await importJWK(secret as JWK, 'RS256') }
}
