import type { Actor, MembershipRole } from '#app/access/actor.ts'
import { now } from '#app/platform/clock.ts'
import { note } from '#app/platform/journal.server.ts'
import { Refusal } from '#app/platform/refusal.ts'
import type { Transaction } from '#db/client.server.ts'
import { claimAddress } from './claim-address.server.ts'
import { findPersonByAddress } from './person-queries.server.ts'
import { insertMembership } from './start-membership.server.ts'
import { insertSuggestion } from './suggest-organisation.server.ts'

export type NewPerson = {
  givenName: string
  familyName: string
  /** Without one the person can be enrolled, but not log in. It starts unconfirmed. */
  address?: string
  telephone?: string
  /** Where they work: an organisation that is known, or the name and town of one that isn't. */
  organisationId?: number
  suggestion?: { name: string; town: string }
  teamId?: number
  role?: MembershipRole
}

/**
 * Somebody new, with an unconfirmed address. A known address never becomes a second person: then it is the person who
 * has it, unchanged, and `created` is false. `actor` is null for somebody who enrols without an account.
 */
export async function createPerson(
  trx: Transaction,
  actor: Pick<Actor, 'personId'> | null,
  input: NewPerson,
): Promise<{ personId: number; created: boolean }> {
  const known = input.address ? await findPersonByAddress(trx, input.address) : undefined
  if (known) return { personId: known.id, created: false }
  const { id: personId } = await trx
    .insertInto('person')
    .values({
      givenName: input.givenName,
      familyName: input.familyName,
      telephone: input.telephone ?? null,
      createdAt: now(),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  if (input.address) {
    const addressId = await claimAddress(trx, { personId, address: input.address, isPrimary: true })
    if (addressId === undefined) return someoneElse(trx, personId, input.address)
  }
  const role = input.role ?? 'teacher'
  if (input.organisationId) {
    await insertMembership(trx, personId, {
      organisationId: input.organisationId,
      teamId: input.teamId,
      role,
    })
  } else if (input.suggestion) {
    await insertSuggestion(trx, personId, { ...input.suggestion, role })
  }
  await note(trx, actor, 'person.create', { type: 'person', id: personId })
  return { personId, created: true }
}

/** In the same instant another request gave the address away, or it belongs to an account that was closed. */
async function someoneElse(trx: Transaction, personId: number, address: string) {
  await trx.deleteFrom('person').where('id', '=', personId).execute()
  const owner = await findPersonByAddress(trx, address)
  if (!owner)
    throw new Refusal('Met dit e-mailadres kan het niet. Neem contact op met de coördinator.', 'address')
  return { personId: owner.id, created: false }
}
