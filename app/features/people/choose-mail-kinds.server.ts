import type { Actor } from '#app/access/actor.ts'
import { authorize } from '#app/access/authorize.ts'
import { now } from '#app/platform/clock.ts'
import { readLeaveLink } from '#app/platform/mail/leave-link.server.ts'
import { type MailKind, mailKindNames } from '#app/platform/mail/mail-kinds.ts'
import { notFound } from '#app/platform/refusal.ts'
import { type Db, inTransaction, type Transaction } from '#db/client.server.ts'

/** Which sorts of mail somebody wants of those that may be left; the others no longer come. */
export function chooseMailKinds(
  db: Db,
  actor: Actor,
  person: { personId: number },
  wanted: readonly MailKind[],
): Promise<void> {
  authorize(actor, 'account.manage', person)
  return inTransaction(db, (trx) => keep(trx, person.personId, wanted))
}

/** The same by the link in a mail, whose seal is the permission; 404 for a link that is not ours. */
export function chooseMailKindsByLink(db: Db, sealed: string, wanted: readonly MailKind[]): Promise<void> {
  return inTransaction(db, async (trx) => keep(trx, (await personOf(trx, sealed)).personId, wanted))
}

/** Leaves the sort of mail that this link stands under; pressed twice changes nothing. */
export function leaveMailByLink(db: Db, sealed: string): Promise<void> {
  return inTransaction(db, async (trx) => {
    const { personId, kind } = await personOf(trx, sealed)
    await leave(trx, personId, kind === 'digest' ? mailKindNames : [kind])
  })
}

/** What stands under a link: the sort of mail, and which ones its reader left already; undefined when it is not ours. */
export async function findLeaveLink(db: Db, sealed: string) {
  const link = readLeaveLink(sealed)
  const person = link && (await findPerson(db, link.personId))
  if (!person) return undefined
  const rows = await db
    .selectFrom('mailOptout')
    .select('kind')
    .where('personId', '=', person.personId)
    .execute()
  const left = rows.map(({ kind }) => kind)
  return { kind: link.kind, wanted: mailKindNames.filter((kind) => !left.includes(kind)) }
}

async function personOf(trx: Transaction, sealed: string) {
  const link = readLeaveLink(sealed)
  const person = link && (await findPerson(trx, link.personId))
  if (!person) throw notFound()
  return { ...person, kind: link.kind }
}

/** Whoever it was mailed to, under the account they have now. */
function findPerson(db: Db | Transaction, id: number) {
  return db
    .selectFrom('person')
    .select(({ fn }) => fn.coalesce('mergedIntoId', 'id').as('personId'))
    .where('id', '=', id)
    .executeTakeFirst()
}

async function keep(trx: Transaction, personId: number, wanted: readonly MailKind[]): Promise<void> {
  await trx.deleteFrom('mailOptout').where('personId', '=', personId).execute()
  await leave(
    trx,
    personId,
    mailKindNames.filter((kind) => !wanted.includes(kind)),
  )
}

async function leave(trx: Transaction, personId: number, kinds: readonly MailKind[]): Promise<void> {
  if (kinds.length === 0) return
  await trx
    .insertInto('mailOptout')
    .values(kinds.map((kind) => ({ personId, kind, leftAt: now() })))
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}
