/** Without the signs that look like each other on paper: no 0 and O, no 1 and I. Thirty-two: five bits each. */
const alphabet = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'
const length = 16

/** The code by which anyone can check a certificate: 80 bits of chance, which nobody guesses. */
export function newVerificationCode(): string {
  const chance = crypto.getRandomValues(new Uint8Array(length))
  return Array.from(chance, (byte) => alphabet[byte & 31]).join('')
}

/** As it is stored, from what somebody typed off paper; undefined for what cannot be a code. */
export function readVerificationCode(typed: string): string | undefined {
  const code = typed.replace(/[\s-]/g, '').toUpperCase()
  return code.length >= length && code.length <= 40 && [...code].every((sign) => alphabet.includes(sign))
    ? code
    : undefined
}
