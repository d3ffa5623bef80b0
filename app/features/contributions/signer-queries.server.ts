import { sql } from 'kysely'
import { today } from '#app/platform/clock.ts'
import type { Db, Transaction } from '#db/client.server.ts'

/** Whom the link goes to: somebody with an account, or only a name and an address. */
export type Signer = { personId: number | null; name: string; greeting: string; address: string }

/**
 * Who signs for an organisation, in this order: its contribution signers, else its administrators, else the address
 * that a coordinator keeps. Nobody at all: an empty list.
 */
export async function listSigners(db: Db | Transaction, organisationId: number): Promise<Signer[]> {
  const { rows } = await sql<Signer & { role: string }>`
    select distinct on (person.id) person.id as person_id, person.name, person.given_name as greeting,
      email_address.address, membership.role
    from membership
    join person on person.id = membership.person_id and person.deactivated_at is null and person.merged_into_id is null
    join email_address on email_address.person_id = person.id
    where membership.organisation_id = ${organisationId} and ${maySign()}
    order by person.id, membership.role = 'contribution_signer' desc, email_address.is_primary desc, email_address.id
  `.execute(db)
  const signers = rows.filter(({ role }) => role === 'contribution_signer')
  const chosen = signers.length > 0 ? signers : rows
  if (chosen.length > 0) return chosen.map(({ role: _, ...signer }) => signer)
  const contact = await db
    .selectFrom('contributionContact')
    .select(['name', 'email'])
    .where('organisationId', '=', organisationId)
    .executeTakeFirst()
  return contact
    ? [{ personId: null, name: contact.name, greeting: contact.name, address: contact.email }]
    : []
}

/** A membership, today, of somebody who may sign for the organisation. */
export const maySign = () => sql<boolean>`membership.role in ('contribution_signer', 'company_admin')
  and membership.starts_on <= ${today()}::date and coalesce(membership.ends_on, 'infinity') >= ${today()}::date`
