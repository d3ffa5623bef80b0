import { sql } from 'kysely'
import type { Actor } from '#app/access/actor.ts'
import { now } from '#app/platform/clock.ts'
import { Refusal } from '#app/platform/refusal.ts'
import type { Transaction } from '#db/client.server.ts'
import { askAboutPlaces } from './end-membership.server.ts'
import type { ImportPlan, NewMembershipRow, TeamChange } from './people-import-plan.ts'
import { personTexts as texts } from './person-texts.ts'

/** The rows of an import, written in a few statements however many they are. For `carry-out-import` only. */

/** Makes these people, each with an unconfirmed primary address. */
export async function insertPeople(
  trx: Transaction,
  actor: Actor,
  people: ImportPlan['newPeople'],
): Promise<{ personId: number; address: string }[]> {
  if (people.length === 0) return []
  const { rows: ids } = await sql<{ id: number }>`
    select nextval(pg_get_serial_sequence('person', 'id')) as id
    from generate_series(1, ${people.length}::int)`.execute(trx)
  const made = people.map((person, index) => ({ ...person, personId: ids[index]?.id as number }))
  const records = JSON.stringify(made)
  await sql`
    insert into person (id, given_name, family_name, created_at)
    overriding system value
    select "personId", "givenName", "familyName", ${now()}::timestamptz
    from json_to_recordset(${records}::json) as row("personId" bigint, "givenName" text, "familyName" text)
  `.execute(trx)
  // A claim that another made and never confirmed gives way, as it does everywhere.
  await sql`
    delete from email_address
    where address = any(${made.map(({ address }) => address)}::text[]) and confirmed_at is null and not is_primary
  `.execute(trx)
  const { rows: addresses } = await sql<{ id: number }>`
    insert into email_address (person_id, address, is_primary, created_at)
    select "personId", address, true, ${now()}::timestamptz
    from json_to_recordset(${records}::json) as row("personId" bigint, address text)
    on conflict on constraint email_address_unique do nothing
    returning id
  `.execute(trx)
  if (addresses.length < made.length) throw new Refusal(texts.importOutOfDate)
  await sql`
    insert into journal (at, actor_id, action, subject_type, subject_id)
    select ${now()}::timestamptz, ${actor.personId}, 'person.create', 'person', id
    from unnest(${made.map(({ personId }) => personId)}::bigint[]) as id
  `.execute(trx)
  return made
}

/** Who gave whom which role is in the journal, for a list as for one person. */
async function noteMemberships(trx: Transaction, actor: Actor, action: string, ids: number[]): Promise<void> {
  await sql`
    insert into journal (at, actor_id, action, subject_type, subject_id, details)
    select ${now()}::timestamptz, ${actor.personId}, ${action}, 'person', person_id, jsonb_build_object(
      'membershipId', id, 'organisationId', organisation_id, 'teamId', team_id, 'role', role)
    from membership where id = any(${ids}::bigint[])
  `.execute(trx)
}

/** Starts these memberships of people whose ids are known by their address. */
export async function startMemberships(
  trx: Transaction,
  actor: Actor,
  starts: readonly NewMembershipRow[],
  owners: ReadonlyMap<string, number>,
): Promise<void> {
  if (starts.length === 0) return
  const records = starts.map((row) => ({ ...row, personId: owners.get(row.address) }))
  const { rows } = await sql<{ id: number }>`
    insert into membership (person_id, organisation_id, team_id, role, starts_on, created_at)
    select "personId", "organisationId", "teamId", role, "startsOn", ${now()}::timestamptz
    from json_to_recordset(${JSON.stringify(records)}::json) as row(
      "personId" bigint, "organisationId" bigint, "teamId" bigint, role membership_role, "startsOn" date)
    returning id
  `.execute(trx)
  const ids = rows.map(({ id }) => id)
  await noteMemberships(trx, actor, 'membership.start', ids)
}

/** Ends the old memberships and starts the new ones, with the appointment they had; asks about places of the old team. */
export async function changeTeams(
  trx: Transaction,
  actor: Actor,
  changes: readonly TeamChange[],
): Promise<void> {
  if (changes.length === 0) return
  const records = JSON.stringify(changes)
  await sql`
    update membership set team_id = row."teamId"
    from json_to_recordset(${records}::json) as row("membershipId" bigint, "teamId" bigint, "endsOn" date)
    where membership.id = row."membershipId" and row."endsOn" is null
  `.execute(trx)
  const { rows: ended } = await sql<Ended>`
    update membership set ends_on = row."endsOn"
    from json_to_recordset(${records}::json) as row("membershipId" bigint, "endsOn" date)
    where membership.id = row."membershipId" and row."endsOn" is not null
    returning membership.id, membership.person_id, membership.organisation_id, membership.team_id,
      exists (select from enrolment where enrolment.person_id = membership.person_id
        and enrolment.organisation_id = membership.organisation_id
        and enrolment.status in ('unconfirmed', 'requested', 'confirmed', 'waitlisted', 'offered')) as has_places
  `.execute(trx)
  await sql`
    insert into membership (person_id, organisation_id, team_id, role, starts_on, staff_kind, collective_agreement,
      part_time_factor, created_at)
    select old.person_id, old.organisation_id, row."teamId", old.role, row."startsOn", old.staff_kind,
      old.collective_agreement, old.part_time_factor, ${now()}::timestamptz
    from json_to_recordset(${records}::json) as row(
      "membershipId" bigint, "teamId" bigint, "startsOn" date, "endsOn" date)
    join membership old on old.id = row."membershipId"
    where row."endsOn" is not null
  `.execute(trx)
  const changed = changes.map(({ membershipId }) => membershipId)
  await noteMemberships(trx, actor, 'membership.change', changed)
  // Few people have places: only those are asked, one by one.
  for (const membership of ended.filter(({ hasPlaces }) => hasPlaces)) await askAboutPlaces(trx, membership)
}

type Ended = {
  id: number
  personId: number
  organisationId: number
  teamId: number | null
  hasPlaces: boolean
}
