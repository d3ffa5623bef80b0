import { sql } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import { now } from '#app/platform/clock.ts'
import type { Db, Transaction } from '#db/client.server.ts'
import type { ImportedPerson, KnownOrganisation } from './people-import.ts'
import { type KnownAddress, type KnownMembership, planImport } from './people-import-plan.ts'

/** How long a file that was read waits to be carried out. */
const importMs = 24 * 3_600_000

/** Every organisation with its teams: what a file may name. */
export function listKnownOrganisations(db: Db | Transaction): Promise<KnownOrganisation[]> {
  return db
    .selectFrom('organisation')
    .select((select) => [
      'organisation.id',
      'organisation.name',
      'organisation.town',
      jsonArrayFrom(
        select
          .selectFrom('team')
          .select(['team.id', 'team.name'])
          .whereRef('team.organisationId', '=', 'organisation.id')
          .limit(200),
      ).as('teams'),
    ])
    .orderBy('organisation.id')
    .limit(20_000)
    .execute()
}

/** Whose the addresses of these rows are, and where those people work or will. Two queries, however many rows. */
export async function findKnown(
  db: Db | Transaction,
  rows: readonly ImportedPerson[],
): Promise<{ addresses: KnownAddress[]; memberships: KnownMembership[] }> {
  const wanted = [...new Set(rows.map(({ address }) => address))]
  const addresses = await db
    .selectFrom('emailAddress')
    .innerJoin('person', 'person.id', 'emailAddress.personId')
    .select([
      'emailAddress.address',
      'person.id as personId',
      'person.name',
      sql<boolean>`person.deactivated_at is not null or person.merged_into_id is not null`.as('closed'),
    ])
    .where(sql<boolean>`address = any(${wanted}::text[])`)
    // What somebody claimed and never confirmed is nobody's.
    .where((where) => where.or([where('confirmedAt', 'is not', null), where('isPrimary', '=', true)]))
    .execute()
  const people = addresses.map(({ personId }) => personId)
  const memberships = await db
    .selectFrom('membership')
    .select(['id', 'personId', 'organisationId', 'teamId', 'role', 'startsOn', 'endsOn'])
    .where(sql<boolean>`person_id = any(${people}::bigint[])`)
    .orderBy('id')
    .execute()
  return { addresses, memberships }
}

/** A file that this person read and that may still be carried out; undefined for anybody else. */
function findCheckedImport(db: Db | Transaction, createdBy: number, id: number) {
  return checkedImports(db, createdBy, id).executeTakeFirst()
}

/** The same, held until the transaction ends: it is carried out once. */
export function lockCheckedImport(trx: Transaction, createdBy: number, id: number) {
  return checkedImports(trx, createdBy, id).forUpdate().executeTakeFirst()
}

function checkedImports(db: Db | Transaction, createdBy: number, id: number) {
  return db
    .selectFrom('peopleImport')
    .select(['id', sql<ImportedPerson[]>`rows`.as('rows'), 'carriedOutAt', 'createdAt'])
    .where('id', '=', id)
    .where('createdBy', '=', createdBy)
    .where('createdAt', '>', new Date(now().getTime() - importMs))
}

/** Forgets the files that nobody carried out in time; also what is left of those that were. */
export async function deleteExpiredImports(db: Db): Promise<void> {
  await db
    .deleteFrom('peopleImport')
    .where('createdAt', '<=', new Date(now().getTime() - importMs))
    .execute()
}

/** As many rows as one reads through before carrying out a file. */
const rowsShown = 100

/** What carrying out a file that was read would change now; undefined for who did not read it, or a day later. */
export async function previewImport(db: Db, createdBy: number, id: number) {
  const kept = await findCheckedImport(db, createdBy, id)
  if (!kept) return undefined
  const known = await findKnown(db, kept.rows)
  const plan = planImport(kept.rows, known)
  const organisations = new Map((await listKnownOrganisations(db)).map((one) => [one.id, one]))
  const owners = new Map(known.addresses.map((owner) => [owner.address, owner.name]))
  const starts = new Set(plan.starts.map(({ line }) => line))
  const changes = new Set(plan.changes.map(({ line }) => line))
  const outcome = (row: ImportedPerson): Outcome => {
    if (changes.has(row.line)) return 'change'
    if (starts.has(row.line)) return owners.has(row.address) ? 'start' : 'new'
    return 'unchanged'
  }
  const order: Outcome[] = ['change', 'start', 'new', 'unchanged']
  const rows = kept.rows
    .map((row) => {
      const organisation = organisations.get(row.organisationId)
      const name = `${row.givenName} ${row.familyName}`
      const owner = owners.get(row.address)
      return {
        line: row.line,
        name,
        /** Under what name we know who has this address, when it is another than in the file. */
        knownAs: owner === undefined || owner === name ? undefined : owner,
        address: row.address,
        role: row.role,
        startsOn: row.startsOn,
        organisation: organisation?.name ?? '',
        team: organisation?.teams.find((team) => team.id === row.teamId)?.name,
        outcome: outcome(row),
      }
    })
    .sort((one, other) => order.indexOf(one.outcome) - order.indexOf(other.outcome) || one.line - other.line)
  return {
    carriedOut: kept.carriedOutAt !== null,
    counts: {
      rows: rows.length,
      newPeople: plan.newPeople.length,
      knownPeople: plan.knownPeople.length,
      starts: plan.starts.length,
      changes: plan.changes.length,
      unchanged: plan.unchanged.length,
    },
    rows: rows.slice(0, rowsShown),
  }
}

type Outcome = 'new' | 'start' | 'change' | 'unchanged'
export type ImportPreviewData = NonNullable<Awaited<ReturnType<typeof previewImport>>>
