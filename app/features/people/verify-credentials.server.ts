import { passwordFits } from '#app/platform/authentication/password.server.ts'
import { Refusal } from '#app/platform/refusal.ts'
import {
  countAttempt,
  forgetAttempts,
  giveBackAttempt,
  type Throttle,
} from '#app/platform/throttle.server.ts'
import type { Db } from '#db/client.server.ts'
import { asStored, findPersonByAddress } from './person-queries.server.ts'
import { personTexts } from './person-texts.ts'

export type Credentials = { address: string; password: string; networkAddress: string }

/**
 * Whose address and password these are. Unknown address, no password and wrong password are one answer that takes
 * equally long. Attempts are counted before the password is looked at, so that many at once are no way round; a good
 * one is taken back, so that a school behind one network address logs in as often as it likes.
 */
export async function verifyCredentials(db: Db, input: Credentials): Promise<number> {
  const account = asStored(input.address)
  const network = input.networkAddress
  // In this order: who is stopped at their own network's limit does not use up the account's for everybody else.
  const counters: [Throttle, string][] = [
    ['login-account-network', `${account}:${network}`],
    ['login-account', account],
    ['login-network', network],
  ]
  for (const [name, key] of counters) {
    if (!(await countAttempt(name, key))) throw new Refusal(personTexts.tooManyLogins)
  }
  const person = await findPersonByAddress(db, input.address)
  const fits = await passwordFits(person?.passwordHash, input.password)
  if (!person || !fits) throw new Refusal(personTexts.loginDoesNotFit)
  await Promise.all([
    forgetAttempts('login-account-network', `${account}:${network}`),
    giveBackAttempt('login-account', account),
    giveBackAttempt('login-network', network),
  ])
  return person.id
}
