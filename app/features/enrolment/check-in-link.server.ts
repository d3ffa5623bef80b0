import { paths } from '#app/paths.ts'
import { act, type Mail, text } from '#app/platform/mail/mail.ts'
import { seal, unseal } from '#app/platform/signing.server.ts'

const purpose = 'check-in'

/**
 * The personal link by which a participant checks in without logging in, as a path. It holds for every meeting of the
 * enrolment, does nothing by being opened, and is no more than the way to say who one is: a code is needed beside it.
 */
export function checkInLink(enrolmentId: number): string {
  return paths.personalCheckIn(seal(purpose, String(enrolmentId)))
}

/** The enrolment that a personal link is about; undefined when the link is not one of ours. */
export function enrolmentOfPass(pass: string): number | undefined {
  const value = unseal(purpose, pass)
  return value && /^[1-9]\d{0,14}$/.test(value) ? Number(value) : undefined
}

/** A mail about a place that is certain, with the personal link below what it says. */
export function withCheckInLink(mail: Mail, enrolmentId: number): Mail {
  return {
    ...mail,
    blocks: [
      ...mail.blocks,
      text('Bewaar deze mail. Op de dag zelf check je hiermee in, ook zonder in te loggen:'),
      act('Inchecken', checkInLink(enrolmentId)),
    ],
  }
}
