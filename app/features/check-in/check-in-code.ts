/** How a code is made of the meeting's secret, for the server and for a browser alike; each signs with its own. */

/** Consonants only: no letter that looks like another or like a figure, and no words by accident. */
export const codeLetters = 'BCDFGHJKLMNPQRSTVWXZ'
export const codeLength = 6

/** What is signed with the secret (HMAC-SHA256) for the code of one step. */
export const stepMessage = (step: number): string => `code ${step}`
/** The same for the QR code by which a trainer recognises a participant. */
export const participantMessage = (enrolmentId: number): string => `deelnemer ${enrolmentId}`

/** Letters from the first 48 bits: 64 million codes, so that what does not divide evenly cannot be noticed. */
export function lettersOf(signature: Uint8Array, count = codeLength): string {
  let value = 0
  for (const byte of signature.subarray(0, 6)) value = value * 256 + byte
  let letters = ''
  for (let index = 0; index < count; index++) {
    letters = codeLetters[value % codeLetters.length] + letters
    value = Math.floor(value / codeLetters.length)
  }
  return letters
}

/** What somebody typed, as a code: in capitals, without spaces; undefined when it cannot be one. */
export function readCode(typed: string): string | undefined {
  const code = typed.toUpperCase().replace(/[\s-]/g, '')
  return code.length === codeLength && [...code].every((letter) => codeLetters.includes(letter))
    ? code
    : undefined
}

/** 'BCD FGH': as it stands on the screen. */
export const showCode = (code: string): string => `${code.slice(0, 3)} ${code.slice(3)}`

const ownQr = /^BIJBLIJVEN ([1-9]\d{0,14}) ([1-9]\d{0,14}) ([A-Z]{10})$/
export const proofLength = 10

/** What the participant's own QR code says; only the trainer's page of this meeting can do something with it. */
export const participantQr = (meetingId: number, enrolmentId: number, proof: string): string =>
  `BIJBLIJVEN ${meetingId} ${enrolmentId} ${proof}`

export function readParticipantQr(
  text: string,
): { meetingId: number; enrolmentId: number; proof: string } | undefined {
  const found = ownQr.exec(text.trim())
  if (!found) return undefined
  return { meetingId: Number(found[1]), enrolmentId: Number(found[2]), proof: found[3] as string }
}
