import { lettersOf, participantMessage, proofLength, stepMessage } from './check-in-code.ts'

export type Codes = {
  codeOf: (step: number) => Promise<string>
  /** Whether the portal itself made this participant's QR code, for this meeting. */
  isParticipant: (read: { enrolmentId: number; proof: string }) => Promise<boolean>
}

/** Makes the codes of a meeting on the trainer's own device, without a network; `secret` is in base64. */
export async function makeCodes(secret: string): Promise<Codes> {
  const bytes = Uint8Array.from(atob(secret), (letter) => letter.charCodeAt(0))
  const key = await crypto.subtle.importKey('raw', bytes, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign'])
  const sign = async (message: string) =>
    new Uint8Array(await crypto.subtle.sign('HMAC', key, new TextEncoder().encode(message)))
  return {
    codeOf: async (step) => lettersOf(await sign(stepMessage(step))),
    isParticipant: async ({ enrolmentId, proof }) =>
      lettersOf(await sign(participantMessage(enrolmentId)), proofLength) === proof,
  }
}
