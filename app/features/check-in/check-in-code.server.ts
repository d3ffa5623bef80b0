import { createHmac, timingSafeEqual } from 'node:crypto'
import { freshSteps, pastSteps, startOfStep, stepAt, type Timetable } from './check-in.ts'
import { lettersOf, participantMessage, participantQr, proofLength, stepMessage } from './check-in-code.ts'

const sign = (secret: Buffer, message: string) => createHmac('sha256', secret).update(message).digest()

export const codeOfStep = (secret: Buffer, step: number): string => lettersOf(sign(secret, stepMessage(step)))

export function ownQrOf(secret: Buffer, meetingId: number, enrolmentId: number): string {
  const proof = lettersOf(sign(secret, participantMessage(enrolmentId)), proofLength)
  return participantQr(meetingId, enrolmentId, proof)
}

const same = (one: string, other: string) =>
  one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other))

/** The moment of a code that is on the screen now, give or take a step; undefined for any other. */
export function findFreshCode(secret: Buffer, code: string, now: Date): Date | undefined {
  const step = freshSteps(now).find((step) => same(codeOfStep(secret, step), code))
  return step === undefined ? undefined : momentOf(step, now)
}

/** The moment of a code that was on the screen of this meeting before now; the latest, should it have come twice. */
export function findPastCode(secret: Buffer, code: string, meeting: Timetable, now: Date): Date | undefined {
  const { first, last } = pastSteps(meeting, now)
  for (let step = last; step >= first; step--) {
    if (same(codeOfStep(secret, step), code)) return momentOf(step, now)
  }
  return undefined
}

/** A screen that is ahead shows a step that has yet to begin: nobody was there later than now. */
const momentOf = (step: number, now: Date): Date => (step > stepAt(now) ? now : startOfStep(step))
