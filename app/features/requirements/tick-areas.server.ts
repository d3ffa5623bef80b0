import { sql } from 'kysely'
import type { Actor } from '#app/access/actor.ts'
import { authorize } from '#app/access/authorize.ts'
import { now } from '#app/platform/clock.ts'
import { note } from '#app/platform/journal.server.ts'
import { orNotFound, Refusal } from '#app/platform/refusal.ts'
import { type Db, inTransaction } from '#db/client.server.ts'
import { appliesTo } from './requirement.ts'
import { findRule, listPeopleInView } from './requirement-queries.server.ts'
import { requirementTexts as texts } from './requirement-texts.ts'

/**
 * A lead says who masters which part of what the people of a rule cover together: these ticks (`12 metaal`), and no others.
 * Ticks that stay keep who set them and when.
 */
export function tickAreas(
  db: Db,
  actor: Actor,
  requirement: { id: number },
  ticked: readonly string[],
): Promise<void> {
  return inTransaction(db, async (trx) => {
    const rule = orNotFound(await findRule(trx, requirement.id))
    authorize(actor, 'requirement.manage', { teamId: rule.keptByTeamId })
    const people = await listPeopleInView(trx, { organisationId: rule.organisationId })
    const may = new Map(people.filter((person) => appliesTo(rule, person)).map(({ id }) => [String(id), id]))
    const wanted = ticked.map((one) => {
      const at = one.indexOf(' ')
      const personId = may.get(one.slice(0, at))
      const area = one.slice(at + 1)
      if (personId === undefined || !rule.areas.includes(area))
        throw new Refusal(texts.groupNotYours, 'ticks')
      return { personId, area }
    })
    const rows = JSON.stringify(wanted)
    await sql`
      delete from requirement_tick where requirement_id = ${rule.id} and not exists (
        select from json_to_recordset(${rows}::json) as row("personId" bigint, area text)
        where row."personId" = person_id and row.area = requirement_tick.area)`.execute(trx)
    await sql`
      insert into requirement_tick (requirement_id, person_id, area, ticked_by, ticked_at)
      select distinct ${rule.id}::bigint, "personId", area, ${actor.personId}::bigint, ${now()}::timestamptz
      from json_to_recordset(${rows}::json) as row("personId" bigint, area text)
      on conflict do nothing`.execute(trx)
    await note(
      trx,
      actor,
      'requirement.tick',
      { type: 'requirement', id: rule.id },
      { details: { ticks: wanted.length } },
    )
  })
}
