import { createHmac, timingSafeEqual } from 'node:crypto'
import { environment } from './environment.server.ts'

function mac(purpose: string, value: string): string {
  const { secretKey } = environment()
  if (!secretKey) throw new Error('SECRET_KEY is not set in this process.')
  return createHmac('sha256', secretKey).update(`${purpose}\n${value}`).digest('base64url').slice(0, 32)
}

/** `value` with a seal that only this installation can make, for one purpose. */
export function seal(purpose: string, value: string): string {
  return `${value}.${mac(purpose, value)}`
}

/** The value under the seal, or undefined when the seal is not ours. */
export function unseal(purpose: string, sealed: string): string | undefined {
  const at = sealed.lastIndexOf('.')
  if (at < 0) return undefined
  const value = sealed.slice(0, at)
  const expected = Buffer.from(mac(purpose, value))
  const given = Buffer.from(sealed.slice(at + 1))
  return expected.length === given.length && timingSafeEqual(expected, given) ? value : undefined
}

/** A hash that only this installation can make: to recognise something (a network address) without keeping it. */
export function fingerprint(purpose: string, value: string): string {
  return mac(`fingerprint ${purpose}`, value)
}
