import { sql } from 'kysely'
import type { Actor } from '#app/access/actor.ts'
import { today } from '#app/platform/clock.ts'
import type { Db } from '#db/client.server.ts'
import { type HeldLine, heldLine, heldOf } from './holding.ts'
import { listPapers } from './qualification-queries.server.ts'
import { worksToday } from './team-of-queries.server.ts'

export type TeamMember = {
  id: number
  name: string
  /** What wants attention, the rest as a number. */
  attention: HeldLine[]
  inOrder: number
}

const mostPeople = 200

/** The people of the teams that somebody leads, by name, with what of theirs lapses, lapsed or waits for the employer. */
export async function listTeamHoldings(db: Db, actor: Actor): Promise<TeamMember[]> {
  if (actor.leads.size === 0) return []
  const { rows: people } = await sql<{ id: number; name: string }>`
    select person.id, person.name from person
    where person.id in (select person_id from membership
        where team_id = any(${[...actor.leads]}::bigint[]) and ${worksToday()})
      and person.id <> ${actor.personId} and deactivated_at is null and merged_into_id is null
    order by sort_name, person.id limit ${mostPeople}`.execute(db)
  const papers = await listPapers(
    db,
    people.map(({ id }) => id),
  )
  const held = heldOf(
    papers.filter(({ withdrawnAt }) => withdrawnAt === null),
    today(),
  )
  return people.map(({ id, name }) => {
    const own = held.filter(
      ({ newest, verification }) => newest.personId === id && verification !== 'refused',
    )
    const attention = own.filter(({ stand }) => stand.standing !== 'valid').map(heldLine)
    return { id, name, attention, inOrder: own.length - attention.length }
  })
}
