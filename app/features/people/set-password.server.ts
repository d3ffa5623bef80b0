import type { Actor } from '#app/access/actor.ts'
import { authorize } from '#app/access/authorize.ts'
import { revokeLinksOf } from '#app/platform/authentication/link-token.server.ts'
import { hashPassword, passwordFits } from '#app/platform/authentication/password.server.ts'
import { endSessionsExcept } from '#app/platform/authentication/session.server.ts'
import { now } from '#app/platform/clock.ts'
import { note } from '#app/platform/journal.server.ts'
import { mailPerson } from '#app/platform/mail/queue-mail.server.ts'
import { Refusal } from '#app/platform/refusal.ts'
import { forgetAttempts, throttle } from '#app/platform/throttle.server.ts'
import { type Db, inTransaction, type Transaction } from '#db/client.server.ts'
import { passwordChangedMail } from './account-mails.ts'
import { passwordProblem } from './password-rule.ts'
import { redeemLink } from './redeem-link.server.ts'

/**
 * Sets or changes one's own password. Who has one must give it: a phone that was left open is not enough.
 * Ends one's other logins, and every link that would still log in.
 */
export async function changePassword(
  db: Db,
  actor: Actor,
  person: { personId: number },
  input: { current?: string; password: string; keepIdHash: string },
): Promise<void> {
  authorize(actor, 'account.manage', person)
  const { passwordHash } = await db
    .selectFrom('person')
    .select('passwordHash')
    .where('id', '=', person.personId)
    .executeTakeFirstOrThrow()
  if (passwordHash) {
    const key = `change:${person.personId}`
    await throttle('login-account-network', key)
    if (!(await passwordFits(passwordHash, input.current ?? ''))) {
      throw new Refusal('Dit is niet je wachtwoord van nu. Vergeten? Log uit en kies een nieuw.', 'current')
    }
    await forgetAttempts('login-account-network', key)
  }
  await inTransaction(db, (trx) => setPassword(trx, person.personId, input.password, input.keepIdHash))
}

/** Chooses a new password by a mailed link; returns whose. Every login of that account ends. */
export function resetPassword(db: Db, token: string, input: { password: string }): Promise<number> {
  return inTransaction(db, async (trx) => {
    const personId = await redeemLink(trx, 'reset-password', token)
    await setPassword(trx, personId, input.password)
    return personId
  })
}

/** The password itself, for commands that asked permission already. */
export async function setPassword(
  trx: Transaction,
  personId: number,
  password: string,
  keepIdHash?: string,
): Promise<void> {
  const addresses = await trx
    .selectFrom('emailAddress')
    .select('address')
    .where('personId', '=', personId)
    .execute()
  const problem = passwordProblem(
    password,
    addresses.map(({ address }) => address),
  )
  if (problem) throw new Refusal(problem, 'password')
  const passwordHash = await hashPassword(password)
  await trx.updateTable('person').set({ passwordHash }).where('id', '=', personId).execute()
  await endSessionsExcept(trx, personId, keepIdHash)
  await revokeLinksOf(trx, personId, ['login', 'reset-password', 'invitation'])
  await note(trx, { personId }, 'person.set-password', { type: 'person', id: personId })
  await mailPerson(trx, personId, {
    reason: 'account.password-changed',
    subjectKey: `person:${personId}:${now().getTime()}`,
    mail: passwordChangedMail(),
  })
}
