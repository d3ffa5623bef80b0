import { orNotFound } from '#app/platform/refusal.ts'
import type { Db, Transaction } from '#db/client.server.ts'

export type Person = { id: number; givenName: string; familyName: string; name: string }
export type PersonWithAddress = Person & {
  addressId: number
  address: string
  /** When its owner showed that the address is theirs. */
  confirmedAt: Date | null
  passwordHash: string | null
}

/** An address as it is stored and looked up: without spaces around it, in lower case. */
export const asStored = (address: string): string => address.trim().toLowerCase()

/**
 * Whose address this is; undefined for an address that is nobody's. A second address that somebody claims but never
 * confirmed is not theirs: it names nobody. People who were merged into another or who left do not log in.
 */
export function findPersonByAddress(
  db: Db | Transaction,
  address: string,
): Promise<PersonWithAddress | undefined> {
  return db
    .selectFrom('emailAddress')
    .innerJoin('person', 'person.id', 'emailAddress.personId')
    .select([
      'person.id',
      'person.givenName',
      'person.familyName',
      'person.name',
      'person.passwordHash',
      'emailAddress.id as addressId',
      'emailAddress.address',
      'emailAddress.confirmedAt',
    ])
    .where('emailAddress.address', '=', asStored(address))
    .where((where) =>
      where.or([where('emailAddress.confirmedAt', 'is not', null), where('isPrimary', '=', true)]),
    )
    .where('person.deactivatedAt', 'is', null)
    .where('person.mergedIntoId', 'is', null)
    .executeTakeFirst()
}

/**
 * Somebody who can log in, locked until the transaction ends: one person does one thing at a time, so that two changes
 * to an account wait for each other, and two overlapping editions cannot both be taken in the same instant. People are
 * locked before editions, everywhere: so two transactions never wait for each other.
 */
export async function lockPerson(trx: Transaction, personId: number): Promise<{ id: number; name: string }> {
  const person = await trx
    .selectFrom('person')
    .select(['id', 'name'])
    .where('id', '=', personId)
    .where('deactivatedAt', 'is', null)
    .where('mergedIntoId', 'is', null)
    .forNoKeyUpdate()
    .executeTakeFirst()
  return orNotFound(person)
}
