import type { Actor } from '#app/access/actor.ts'
import { authorize } from '#app/access/authorize.ts'
import { now } from '#app/platform/clock.ts'
import { note } from '#app/platform/journal.server.ts'
import { orNotFound, Refusal } from '#app/platform/refusal.ts'
import { type Db, inTransaction, type Transaction } from '#db/client.server.ts'
import type { GroupInput } from './requirement-form.ts'
import { findGroup, listPeopleInView } from './requirement-queries.server.ts'
import { requirementTexts as texts } from './requirement-texts.ts'

/** For which team's lead a group is; null: for the coordinators, over a whole school. */
type Keeper = { organisationId: number; teamId: number | null }

/** Makes a named group of people: of a team by its lead, of a school by a coordinator. */
export function createGroup(
  db: Db,
  actor: Actor,
  keeper: Keeper,
  input: GroupInput,
): Promise<{ id: number }> {
  authorize(actor, 'requirement.manage', keeper)
  return inTransaction(db, async (trx) => {
    const members = await checkMembers(trx, keeper, input.members)
    const row = await trx
      .insertInto('peopleGroup')
      .values({ ...keeper, name: input.name, createdBy: actor.personId, createdAt: now() })
      .onConflict((conflict) => conflict.doNothing())
      .returning('id')
      .executeTakeFirst()
    if (!row) throw new Refusal(texts.groupNameTaken, 'name')
    await setMembers(trx, row.id, members)
    await note(trx, actor, 'people-group.create', { type: 'people_group', id: row.id }, { details: keeper })
    return row
  })
}

/** Changes the name and the members of a group. */
export function changeGroup(db: Db, actor: Actor, group: { id: number }, input: GroupInput): Promise<void> {
  return inTransaction(db, async (trx) => {
    const current = orNotFound(await findGroup(trx, group.id))
    authorize(actor, 'requirement.manage', current)
    const members = await checkMembers(trx, current, input.members)
    const { name } = input
    const taken = await trx
      .selectFrom('peopleGroup')
      .select('id')
      .where('organisationId', '=', current.organisationId)
      .where('teamId', current.teamId === null ? 'is' : '=', current.teamId)
      .where('name', '=', name)
      .where('id', '<>', current.id)
      .executeTakeFirst()
    if (taken) throw new Refusal(texts.groupNameTaken, 'name')
    await trx.updateTable('peopleGroup').set({ name }).where('id', '=', current.id).execute()
    await setMembers(trx, current.id, members)
    await note(
      trx,
      actor,
      'people-group.change',
      { type: 'people_group', id: current.id },
      {
        details: { members: members.length },
      },
    )
  })
}

/** Takes a group away that no rule is for any more. */
export function removeGroup(db: Db, actor: Actor, group: { id: number }): Promise<void> {
  return inTransaction(db, async (trx) => {
    const current = orNotFound(await findGroup(trx, group.id))
    authorize(actor, 'requirement.manage', current)
    const rules = await trx
      .selectFrom('requirement')
      .select('endedAt')
      .where('groupId', '=', current.id)
      .execute()
    if (rules.some(({ endedAt }) => endedAt === null)) throw new Refusal(texts.groupInUse)
    const ended = trx.selectFrom('requirement').select('id').where('groupId', '=', current.id)
    await trx.deleteFrom('requirementTick').where('requirementId', 'in', ended).execute()
    await trx.deleteFrom('requirement').where('groupId', '=', current.id).execute()
    await trx.deleteFrom('peopleGroup').where('id', '=', current.id).execute()
    await note(trx, actor, 'people-group.remove', { type: 'people_group', id: current.id })
  })
}

/** People whom the keeper of the group sees: of the team, or of the school. */
async function checkMembers(trx: Transaction, { organisationId, teamId }: Keeper, typed: readonly string[]) {
  const people = await listPeopleInView(trx, teamId === null ? { organisationId } : { teamIds: [teamId] })
  const known = new Set(people.map(({ id }) => String(id)))
  if (typed.some((id) => !known.has(id))) throw new Refusal(texts.groupNotYours, 'members')
  return [...new Set(typed)].map(Number)
}

async function setMembers(trx: Transaction, groupId: number, members: readonly number[]): Promise<void> {
  await trx.deleteFrom('peopleGroupMember').where('groupId', '=', groupId).execute()
  if (members.length === 0) return
  await trx
    .insertInto('peopleGroupMember')
    .values(members.map((personId) => ({ groupId, personId })))
    .execute()
}
