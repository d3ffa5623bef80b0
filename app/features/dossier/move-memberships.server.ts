import { sql } from 'kysely'
import type { Transaction } from '#db/client.server.ts'
import type { Pair } from './merge-queries.server.ts'

type Membership = { id: number; startsOn: string; endsOn: string | null }

/** Memberships come along; those in the same role at the same place and time become one that spans both. */
export async function moveMemberships(trx: Transaction, { keptId, mergedId }: Pair): Promise<void> {
  const theirs = await trx
    .selectFrom('membership')
    .select(['id', 'startsOn', 'endsOn'])
    .where('personId', '=', mergedId)
    .orderBy('id')
    .execute()
  for (const membership of theirs) {
    const same = await listSame(trx, membership.id, keptId)
    const [first, ...others] = same
    if (!first) {
      await trx.updateTable('membership').set({ personId: keptId }).where('id', '=', membership.id).execute()
      continue
    }
    const gone = [membership, ...others]
    await trx
      .deleteFrom('membership')
      .where(
        'id',
        'in',
        gone.map(({ id }) => id),
      )
      .execute()
    await trx
      .updateTable('membership')
      .set(span([first, ...gone]))
      .where('id', '=', first.id)
      .execute()
  }
}

/** What the other account has in the same role at the same place, in a time that touches this one. */
async function listSame(trx: Transaction, membershipId: number, keptId: number): Promise<Membership[]> {
  const { rows } = await sql<Membership>`
    select mine.id, mine.starts_on, mine.ends_on
    from membership mine join membership theirs on theirs.id = ${membershipId}
    where mine.person_id = ${keptId} and mine.organisation_id = theirs.organisation_id and mine.role = theirs.role
      and mine.team_id is not distinct from theirs.team_id
      and daterange(mine.starts_on, mine.ends_on, '[]') && daterange(theirs.starts_on, theirs.ends_on, '[]')
    order by mine.id`.execute(trx)
  return rows
}

function span(memberships: Membership[]): { startsOn: string; endsOn: string | null } {
  const ends = memberships.map(({ endsOn }) => endsOn)
  return {
    startsOn: memberships.map(({ startsOn }) => startsOn).sort()[0] ?? '',
    endsOn: ends.includes(null) ? null : (ends.sort().at(-1) ?? null),
  }
}
