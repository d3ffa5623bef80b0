import { sql } from 'kysely'
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible'
import { type Connection, connection, type Db } from '#db/client.server.ts'
import { now } from './clock.ts'
import { Refusal } from './refusal.ts'
import { fingerprint } from './signing.server.ts'

/**
 * How often something may be tried. The counters stand in PostgreSQL, so they hold for all processes and outlive a
 * restart. A school sits behind one network address: the limits a network are wide, those an account narrow.
 * What is counted, an address of a person or of a network, is kept as a fingerprint only.
 */
const limits = {
  /** Wrong passwords for one account from one network. */
  'login-account-network': { points: 8, duration: 15 * 60 },
  /** Wrong passwords for one account from anywhere: wide enough that nobody locks a colleague out by guessing. */
  'login-account': { points: 60, duration: 60 * 60 },
  /** Wrong passwords from one network. */
  'login-network': { points: 300, duration: 15 * 60 },
  /** Mails with a link, asked for by address. */
  'link-address': { points: 5, duration: 60 * 60 },
  'link-network': { points: 200, duration: 60 * 60 },
  /** Addresses that one person adds to their account: what appears there tells whose an address is not. */
  'add-address': { points: 10, duration: 24 * 60 * 60 },
  /** Certificate codes that do not exist, from one network. */
  'certificate-guess': { points: 40, duration: 10 * 60 },
  /** Files with a credential, from one network: each takes some reckoning. */
  'credential-check': { points: 60, duration: 10 * 60 },
  /** Everything that is kept about one person, packed: it takes some reckoning. */
  'take-data': { points: 10, duration: 60 * 60 },
  /** Links that do not exist, from one network. */
  'token-guess': { points: 100, duration: 10 * 60 },
  /** Wrong codes of a meeting, by one participant; and from one network, behind which a whole class may sit. */
  'check-in-guess': { points: 15, duration: 10 * 60 },
  'check-in-network': { points: 300, duration: 10 * 60 },
  /** Messages to the region from one network. */
  'contact-network': { points: 20, duration: 60 * 60 },
  /** Enrolments without an account, from one network. */
  'enrol-network': { points: 200, duration: 60 * 60 },
} as const

export type Throttle = keyof typeof limits

const keyOf = (key: string) => fingerprint('attempts', key)

const limiters = new WeakMap<Connection, Map<Throttle, RateLimiterPostgres>>()

function limiter(name: Throttle): RateLimiterPostgres {
  const current = connection()
  let known = limiters.get(current)
  if (!known) {
    known = new Map()
    limiters.set(current, known)
  }
  let found = known.get(name)
  if (!found) {
    found = new RateLimiterPostgres({
      storeClient: current.pool,
      storeType: 'pool',
      tableName: 'rate_limit',
      tableCreated: true,
      clearExpiredByTimeout: false,
      keyPrefix: name,
      ...limits[name],
    })
    known.set(name, found)
  }
  return found
}

/** Whether `key` has used up its attempts. */
export async function isThrottled(name: Throttle, key: string): Promise<boolean> {
  const state = await limiter(name).get(keyOf(key))
  return state !== null && state.consumedPoints >= limits[name].points
}

/** Counts an attempt; false when there were too many. */
export async function countAttempt(name: Throttle, key: string): Promise<boolean> {
  try {
    await limiter(name).consume(keyOf(key))
    return true
  } catch (reason) {
    if (reason instanceof RateLimiterRes) return false
    throw reason
  }
}

/** Counts an attempt, or refuses it with a sentence. */
export async function throttle(name: Throttle, key: string): Promise<void> {
  if (!(await countAttempt(name, key))) {
    throw new Refusal(
      'Dit is te vaak achter elkaar geprobeerd. Wacht een kwartier en probeer het dan opnieuw.',
    )
  }
}

/** Takes an attempt back that turned out to be a good one. */
export async function giveBackAttempt(name: Throttle, key: string): Promise<void> {
  await limiter(name).reward(keyOf(key))
}

export async function forgetAttempts(name: Throttle, key: string): Promise<void> {
  await limiter(name).delete(keyOf(key))
}

/** Counters whose term is over tell nothing any more. */
export async function deleteExpiredAttempts(db: Db): Promise<void> {
  await sql`delete from rate_limit where expire < ${now().getTime()}`.execute(db)
}
