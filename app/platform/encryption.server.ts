import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import { environment } from './environment.server.ts'

/** AES-256-GCM: a number used once, a tag, and what was encrypted. */
const algorithm = 'aes-256-gcm'
const nonceBytes = 12
const tagBytes = 16

/** A key of its own for each purpose, from the secret of this installation (RFC 5869). */
function keyFor(purpose: string): Buffer {
  const { secretKey } = environment()
  if (!secretKey) throw new Error('SECRET_KEY is not set in this process.')
  return Buffer.from(hkdfSync('sha256', secretKey, '', `encrypt ${purpose}`, 32))
}

/** What only this installation can read again, for one purpose. */
export function encrypt(purpose: string, plain: string): Buffer {
  const nonce = randomBytes(nonceBytes)
  const cipher = createCipheriv(algorithm, keyFor(purpose), nonce)
  const sealed = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed])
}

/** What was encrypted; throws when it was changed, or by another secret. */
export function decrypt(purpose: string, sealed: Uint8Array): string {
  const bytes = Buffer.from(sealed)
  const decipher = createDecipheriv(algorithm, keyFor(purpose), bytes.subarray(0, nonceBytes))
  decipher.setAuthTag(bytes.subarray(nonceBytes, nonceBytes + tagBytes))
  return decipher.update(bytes.subarray(nonceBytes + tagBytes), undefined, 'utf8') + decipher.final('utf8')
}
