import { sql } from 'kysely'
import type { Db, Transaction } from '#db/client.server.ts'
import { nameKey } from './list-cells.ts'
import type { ListedWho } from './list-who.ts'

/** Who is known of the people in a list. */
export type PeopleInList = {
  /** Whose the addresses in the list are. */
  owners: readonly { address: string; personId: number; name: string }[]
  /** Who is or was at which school, with their name as `nameKey` has it. */
  atSchool: readonly { organisationId: number; nameKey: string; personId: number; name: string }[]
}

/**
 * Who the people in these rows may be. Two queries, however many rows. `onlyOpen` leaves out whose account was closed:
 * what is about the past may be theirs, what counts from now on is not.
 */
export async function findPeopleInList(
  db: Db | Transaction,
  rows: readonly (Pick<ListedWho, 'address' | 'nameKey'> & { organisationId: number | null })[],
  { onlyOpen = false }: { onlyOpen?: boolean } = {},
): Promise<PeopleInList> {
  const open = onlyOpen ? sql`and deactivated_at is null` : sql``
  const addresses = [...new Set(rows.flatMap(({ address }) => address ?? []))]
  const { rows: owners } = await sql<PeopleInList['owners'][number]>`
    select email_address.address, person.id as person_id, person.name
    from email_address join person on person.id = email_address.person_id
    where address = any(${addresses}::text[]) and (confirmed_at is not null or is_primary) ${open}`.execute(
    db,
  )
  const organisations = [...new Set(rows.flatMap(({ organisationId }) => organisationId ?? []))]
  const wanted = new Set(rows.map((row) => row.nameKey))
  const { rows: people } = await sql<{ organisationId: number; personId: number; name: string }>`
    select at_school.organisation_id, person.id as person_id, person.name
    from (
      select organisation_id, person_id from membership where organisation_id = any(${organisations}::bigint[])
      union select organisation_id, person_id from past_attendance where organisation_id = any(${organisations}::bigint[])
      union select organisation_id, person_id from enrolment where organisation_id = any(${organisations}::bigint[])
    ) at_school
    join person on person.id = at_school.person_id and person.merged_into_id is null ${open}`.execute(db)
  const atSchool = people
    .map((one) => ({ ...one, nameKey: nameKey(one.name) }))
    .filter((one) => wanted.has(one.nameKey))
  return { owners, atSchool }
}
