import { createHash } from 'node:crypto'
import { type Adapter, type DatabaseSession, type DatabaseUser, Lucia, TimeSpan } from 'lucia'
import { now } from '#app/platform/clock.ts'
import { environment } from '#app/platform/environment.server.ts'
import type { Db, Transaction } from '#db/client.server.ts'

/**
 * Logins. lucia does the work and is at the end of its life upstream, so it stays in this file.
 * The cookie holds the session's id; the database only its hash.
 */
declare module 'lucia' {
  interface Register {
    Lucia: Lucia
    UserId: number
    DatabaseSessionAttributes: { userAgent: string | null }
  }
}

export type Session = { personId: number; idHash: string; renewedCookie: string | undefined }

const hash = (id: string) => createHash('sha256').update(id).digest('hex')

function adapter(db: Db): Adapter {
  const toSession = (
    row: { personId: number; expiresAt: Date; userAgent: string | null },
    id: string,
  ): DatabaseSession => ({
    id,
    userId: row.personId,
    expiresAt: row.expiresAt,
    attributes: { userAgent: row.userAgent },
  })
  return {
    async getSessionAndUser(id): Promise<[DatabaseSession | null, DatabaseUser | null]> {
      const row = await db
        .selectFrom('session')
        .select(['personId', 'expiresAt', 'userAgent'])
        .where('idHash', '=', hash(id))
        .executeTakeFirst()
      return row ? [toSession(row, id), { id: row.personId, attributes: {} }] : [null, null]
    },
    async getUserSessions(personId) {
      const rows = await db.selectFrom('session').selectAll().where('personId', '=', personId).execute()
      return rows.map((row) => toSession(row, row.idHash))
    },
    async setSession({ id, userId, expiresAt, attributes }) {
      await db
        .insertInto('session')
        .values({ idHash: hash(id), personId: userId, expiresAt, userAgent: attributes.userAgent })
        .execute()
    },
    async updateSessionExpiration(id, expiresAt) {
      await db
        .updateTable('session')
        .set({ expiresAt, lastSeenAt: now() })
        .where('idHash', '=', hash(id))
        .execute()
    },
    async deleteSession(id) {
      await db.deleteFrom('session').where('idHash', '=', hash(id)).execute()
    },
    async deleteUserSessions(personId) {
      await db.deleteFrom('session').where('personId', '=', personId).execute()
    },
    async deleteExpiredSessions() {
      await db.deleteFrom('session').where('expiresAt', '<', now()).execute()
    },
  }
}

const instances = new WeakMap<Db, Lucia>()

function luciaFor(db: Db): Lucia {
  let lucia = instances.get(db)
  if (!lucia) {
    const secure = environment().baseUrl.startsWith('https:')
    lucia = new Lucia(adapter(db), {
      sessionExpiresIn: new TimeSpan(30, 'd'),
      sessionCookie: {
        name: sessionCookieName(),
        attributes: { secure, sameSite: 'lax', path: '/' },
      },
    })
    instances.set(db, lucia)
  }
  return lucia
}

/** `__Host-` binds the cookie to this very host; browsers take it over https only. */
function sessionCookieName(): string {
  return environment().baseUrl.startsWith('https:') ? '__Host-bijblijven' : 'bijblijven'
}

/**
 * The id in a cookie header. By hand: lucia decodes every cookie of the host, and one of another site on the same domain
 * that it cannot decode would close every page to whoever has it.
 */
function idIn(cookies: string | null | undefined): string | undefined {
  const start = `${sessionCookieName()}=`
  const own = cookies?.split(';').find((cookie) => cookie.trimStart().startsWith(start))
  const id = own?.trim().slice(start.length)
  return id && /^[a-z0-9]{20,100}$/.test(id) ? id : undefined
}

const read = (request: Request) => idIn(request.headers.get('Cookie'))

/** The login this request comes with; `renewedCookie` is to be sent along when its term was extended. */
export async function readSession(db: Db, request: Request): Promise<Session | undefined> {
  const id = read(request)
  if (!id) return undefined
  const { session } = await luciaFor(db).validateSession(id)
  if (!session) return undefined
  return {
    personId: session.userId,
    idHash: hash(id),
    renewedCookie: session.fresh ? luciaFor(db).createSessionCookie(id).serialize() : undefined,
  }
}

/** Whether this cookie is that of a login that holds; who it is, is not asked. */
export async function isLoggedIn(db: Db, cookie: string | undefined): Promise<boolean> {
  const id = idIn(cookie)
  if (!id) return false
  const row = await db
    .selectFrom('session')
    .select('idHash')
    .where('idHash', '=', hash(id))
    .where('expiresAt', '>', now())
    .executeTakeFirst()
  return row !== undefined
}

/** Logs a person in, always with a new id; returns the cookie to set. An older login of this browser ends. */
export async function startSession(db: Db, request: Request, personId: number): Promise<string> {
  const lucia = luciaFor(db)
  const old = read(request)
  if (old) await lucia.invalidateSession(old)
  const userAgent = request.headers.get('User-Agent')?.slice(0, 300) ?? null
  const session = await lucia.createSession(personId, { userAgent })
  return lucia.createSessionCookie(session.id).serialize()
}

/** Logs this browser out; returns the cookie that empties the old one. */
export async function endSession(db: Db, request: Request): Promise<string> {
  const id = read(request)
  if (id) await luciaFor(db).invalidateSession(id)
  return luciaFor(db).createBlankSessionCookie().serialize()
}

/** "Overal uitloggen". */
export async function endAllSessions(db: Db | Transaction, personId: number): Promise<void> {
  await db.deleteFrom('session').where('personId', '=', personId).execute()
}

/** After a changed password: every login ends but the one it was changed in, or every one. */
export async function endSessionsExcept(
  db: Db | Transaction,
  personId: number,
  idHash: string | undefined,
): Promise<void> {
  await db
    .deleteFrom('session')
    .where('personId', '=', personId)
    .where('idHash', '!=', idHash ?? '')
    .execute()
}

/** Ends one of this person's logins, named by its hash; somebody else's it never finds. */
export async function endSessionOf(db: Db, personId: number, idHash: string): Promise<void> {
  await db.deleteFrom('session').where('personId', '=', personId).where('idHash', '=', idHash).execute()
}

/** This person's logins that still hold, the newest first. */
export function listSessions(db: Db, personId: number) {
  return db
    .selectFrom('session')
    .select(['idHash', 'userAgent', 'createdAt'])
    .where('personId', '=', personId)
    .where('expiresAt', '>', now())
    .orderBy('createdAt', 'desc')
    .limit(50)
    .execute()
}

export async function deleteExpiredSessions(db: Db): Promise<void> {
  await luciaFor(db).deleteExpiredSessions()
}
