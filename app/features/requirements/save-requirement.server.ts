import { sql } from 'kysely'
import type { Actor, MembershipRole } from '#app/access/actor.ts'
import { authorize } from '#app/access/authorize.ts'
import { now } from '#app/platform/clock.ts'
import { note } from '#app/platform/journal.server.ts'
import { orNotFound, Refusal } from '#app/platform/refusal.ts'
import { type Db, inTransaction, type Transaction } from '#db/client.server.ts'
import { appliesTo, type RequirementKind, type RequirementRule } from './requirement.ts'
import type { AskedInput, RequirementInput } from './requirement-form.ts'
import { findRule, listPeopleInView } from './requirement-queries.server.ts'
import { requirementTexts as texts } from './requirement-texts.ts'

type ForWhom = {
  organisationId: number
  teamId: number | null
  groupId: number | null
  role: MembershipRole | null
  /** The team whose lead keeps the rule; null: a coordinator does. */
  keptByTeamId: number | null
}

/** Sets what a school, a team, a role or a group has to hold. Of a team or its groups by its lead, the rest by a coordinator. */
export function setRequirement(db: Db, actor: Actor, input: RequirementInput): Promise<{ id: number }> {
  return inTransaction(db, async (trx) => {
    const { keptByTeamId, ...forWhom } = await findForWhom(trx, input.forWhom)
    authorize(actor, 'requirement.manage', { teamId: keptByTeamId })
    const what = await checkWhat(trx, input.kind, input)
    if (what.minimum !== null) await refuseMoreThanThereAre(trx, forWhom, what.minimum)
    const row = await trx
      .insertInto('requirement')
      .values({ ...forWhom, ...what, kind: input.kind, enteredBy: actor.personId, enteredAt: now() })
      .returning('id')
      .executeTakeFirstOrThrow()
    await note(
      trx,
      actor,
      'requirement.set',
      { type: 'requirement', id: row.id },
      { details: { ...forWhom, kind: input.kind, typeCodes: what.typeCodes } },
    )
    return row
  })
}

/**
 * Changes what a rule asks, from now on; its kind and for whom it is stay. Who was ticked for a part that goes, is so no
 * longer.
 */
export function changeRequirement(
  db: Db,
  actor: Actor,
  requirement: { id: number },
  input: AskedInput,
): Promise<void> {
  return inTransaction(db, async (trx) => {
    const rule = orNotFound(await findRule(trx, requirement.id))
    authorize(actor, 'requirement.manage', { teamId: rule.keptByTeamId })
    const what = await checkWhat(trx, rule.kind, input)
    if (what.minimum !== null) await refuseMoreThanThereAre(trx, rule, what.minimum)
    await trx.updateTable('requirement').set(what).where('id', '=', rule.id).execute()
    await sql`delete from requirement_tick
      where requirement_id = ${rule.id} and area <> all(${what.areas}::text[])`.execute(trx)
    await note(
      trx,
      actor,
      'requirement.change',
      { type: 'requirement', id: rule.id },
      { details: { from: askedBy(rule), to: what } },
    )
  })
}

const askedBy = ({ typeCodes, minimum, title, areas }: RequirementRule) => ({
  typeCodes: [...typeCodes],
  minimum,
  title,
  areas: [...areas],
})

/** From now on the rule counts for nobody; that it did stays known. */
export function endRequirement(db: Db, actor: Actor, requirement: { id: number }): Promise<void> {
  return inTransaction(db, async (trx) => {
    const rule = orNotFound(await findRule(trx, requirement.id))
    authorize(actor, 'requirement.manage', { teamId: rule.keptByTeamId })
    const { numUpdatedRows } = await trx
      .updateTable('requirement')
      .set({ endedAt: now(), endedBy: actor.personId })
      .where('id', '=', rule.id)
      .where('endedAt', 'is', null)
      .executeTakeFirst()
    if (numUpdatedRows === 0n) throw new Refusal(texts.endedAlready)
    await note(trx, actor, 'requirement.end', { type: 'requirement', id: rule.id })
  })
}

/** So many people have to be there, or nobody can ever meet it. */
async function refuseMoreThanThereAre(
  trx: Transaction,
  forWhom: Omit<ForWhom, 'keptByTeamId'>,
  minimum: number,
): Promise<void> {
  const people = await listPeopleInView(trx, { organisationId: forWhom.organisationId })
  const there = people.filter((person) => appliesTo(forWhom, person)).length
  if (minimum > there) throw new Refusal(texts.moreThanThereAre(there), 'minimum')
}

const patterns = {
  team: /^team:([1-9]\d{0,14})$/,
  group: /^group:([1-9]\d{0,14})$/,
  school: /^school:([1-9]\d{0,14})$/,
  role: /^role:([1-9]\d{0,14}):(teacher|instructor)$/,
}

async function findForWhom(trx: Transaction, typed: string): Promise<ForWhom> {
  const nobody = { teamId: null, groupId: null, role: null, keptByTeamId: null }
  const team = patterns.team.exec(typed)
  if (team) {
    const found = await trx
      .selectFrom('team')
      .select(['id', 'organisationId'])
      .where('id', '=', Number(team[1]))
      .executeTakeFirst()
    if (found)
      return { ...nobody, organisationId: found.organisationId, teamId: found.id, keptByTeamId: found.id }
  }
  const group = patterns.group.exec(typed)
  if (group) {
    const found = await trx
      .selectFrom('peopleGroup')
      .select(['id', 'organisationId', 'teamId'])
      .where('id', '=', Number(group[1]))
      .executeTakeFirst()
    if (found) {
      return {
        ...nobody,
        organisationId: found.organisationId,
        groupId: found.id,
        keptByTeamId: found.teamId,
      }
    }
  }
  const school = patterns.school.exec(typed) ?? patterns.role.exec(typed)
  if (school) {
    const found = await trx
      .selectFrom('organisation')
      .select('id')
      .where('id', '=', Number(school[1]))
      .executeTakeFirst()
    const role = (school[2] as MembershipRole | undefined) ?? null
    if (found) return { ...nobody, organisationId: found.id, role }
  }
  throw new Refusal(texts.chooseForWhom, 'forWhom')
}

async function checkWhat(
  trx: Transaction,
  kind: RequirementKind,
  { typeCodes, minimum, title, areas }: AskedInput,
) {
  const codes = [...new Set(typeCodes)]
  if (kind === 'cover') {
    if (!title) throw new Refusal(texts.fillTitle, 'title')
    const parts = [...new Set(areas)]
    if (parts.length < 2) throw new Refusal(texts.fillAreas, 'areas')
    return { typeCodes: [], minimum: null, title, areas: parts }
  }
  if (codes.length === 0) throw new Refusal(texts.chooseTypes, 'typeCodes')
  if (kind === 'at_least' && codes.length > 1) throw new Refusal(texts.chooseOneType, 'typeCodes')
  if (kind === 'at_least' && minimum === undefined) throw new Refusal(texts.fillMinimum, 'minimum')
  const known = await trx.selectFrom('qualificationType').select('code').where('code', 'in', codes).execute()
  if (known.length < codes.length) throw new Refusal(texts.unknownType, 'typeCodes')
  return {
    typeCodes: codes,
    minimum: kind === 'at_least' ? (minimum ?? null) : null,
    title: null,
    areas: [],
  }
}
