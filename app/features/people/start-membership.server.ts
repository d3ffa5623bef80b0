import { can } from '#app/access/abilities.ts'
import type { Actor, MembershipRole } from '#app/access/actor.ts'
import { authorize } from '#app/access/authorize.ts'
import { now, today } from '#app/platform/clock.ts'
import { note } from '#app/platform/journal.server.ts'
import { Refusal } from '#app/platform/refusal.ts'
import { type Db, inTransaction, type Transaction } from '#db/client.server.ts'
import { rolesOneMayTake } from './membership.ts'
import { lockPerson } from './person-queries.server.ts'

/** How often somebody may start somewhere by themselves, in thirty days. */
const startsAMonth = 6

export type NewMembership = {
  organisationId: number
  teamId?: number
  role: MembershipRole
  /** First day; today unless told. */
  startsOn?: string
}

/**
 * Somebody starts to work somewhere. Oneself one may become a teacher, an instructor or staff; a role that
 * lets one see or decide about others is given by a coordinator. Returns its id, or the one that held already.
 */
export function startMembership(
  db: Db,
  actor: Actor,
  person: { personId: number },
  input: NewMembership,
): Promise<number> {
  if (!can(actor, 'person.manage')) {
    authorize(actor, 'account.manage', person)
    if (!rolesOneMayTake.some((role) => role === input.role)) {
      throw new Refusal('Deze rol krijg je van de coördinator. Kies een andere.', 'role')
    }
  }
  return inTransaction(db, async (trx) => {
    if (!can(actor, 'person.manage')) await refuseTooMany(trx, person.personId)
    const id = await insertMembership(trx, person.personId, input)
    await note(
      trx,
      actor,
      'membership.start',
      { type: 'person', id: person.personId },
      {
        details: { membershipId: id, organisationId: input.organisationId, role: input.role },
      },
    )
    return id
  })
}

/** Each school one says to work at shows one its people: nobody works at so many. */
async function refuseTooMany(trx: Transaction, personId: number): Promise<void> {
  await lockPerson(trx, personId)
  const { count } = await trx
    .selectFrom('membership')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('personId', '=', personId)
    .where('createdAt', '>', new Date(now().getTime() - 30 * 86_400_000))
    .executeTakeFirstOrThrow()
  if (count >= startsAMonth) {
    throw new Refusal('Je hebt deze maand al veel scholen gekozen. Vraag de coördinator om hulp.', 'school')
  }
}

/** The row itself, for commands that asked permission already. A membership that holds already stays as it is. */
export async function insertMembership(
  trx: Transaction,
  personId: number,
  { organisationId, teamId, role, startsOn = today() }: NewMembership,
): Promise<number> {
  if (teamId) await checkTeam(trx, organisationId, teamId)
  const row = await trx
    .insertInto('membership')
    .values({ personId, organisationId, teamId: teamId ?? null, role, startsOn })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  if (row) return row.id
  const { id } = await trx
    .selectFrom('membership')
    .select('id')
    .where('personId', '=', personId)
    .where('organisationId', '=', organisationId)
    .where('teamId', teamId ? '=' : 'is', teamId ?? null)
    .where('role', '=', role)
    .where((where) => where.or([where('endsOn', 'is', null), where('endsOn', '>=', startsOn)]))
    .executeTakeFirstOrThrow()
  return id
}

/** A team belongs to the organisation that it was chosen with. */
export async function checkTeam(trx: Transaction, organisationId: number, teamId: number): Promise<void> {
  const team = await trx
    .selectFrom('team')
    .select('id')
    .where('id', '=', teamId)
    .where('organisationId', '=', organisationId)
    .executeTakeFirst()
  if (!team) throw new Refusal('Dit team hoort niet bij deze school. Kies opnieuw.', 'teamId')
}
