import type { Actor } from '#app/access/actor.ts'
import { authorize } from '#app/access/authorize.ts'
import { now } from '#app/platform/clock.ts'
import { note } from '#app/platform/journal.server.ts'
import { Refusal } from '#app/platform/refusal.ts'
import { type Db, inTransaction, type Transaction } from '#db/client.server.ts'
import { type RegionRoleName, regionRoles } from './membership-texts.ts'
import { personTexts as texts } from './person-texts.ts'
import { lockToSecure } from './secure-person.server.ts'

/** Gives and takes the roles in the region, so that a person has exactly these. One administrator always stays. */
export function setRegionRoles(
  db: Db,
  actor: Actor,
  { personId }: { personId: number },
  input: { roles: RegionRoleName[] },
): Promise<void> {
  authorize(actor, 'region-role.grant')
  return inTransaction(db, async (trx) => {
    if (!input.roles.includes('administrator')) await refuseLastAdministrator(trx, personId)
    const person = await lockToSecure(trx, actor, personId)
    if (person.deactivatedAt && input.roles.length > 0) throw new Refusal(texts.accountIsClosed)
    const had = await trx.selectFrom('regionRole').select('role').where('personId', '=', personId).execute()
    const before = new Set(had.map(({ role }) => role))
    for (const role of regionRoles) {
      const wanted = input.roles.includes(role)
      if (wanted === before.has(role)) continue
      if (wanted) {
        await trx
          .insertInto('regionRole')
          .values({ personId, role, grantedBy: actor.personId, grantedAt: now() })
          .execute()
      } else {
        await trx.deleteFrom('regionRole').where('personId', '=', personId).where('role', '=', role).execute()
      }
      const action = wanted ? 'region-role.grant' : 'region-role.take'
      await note(trx, actor, action, { type: 'person', id: personId }, { details: { role } })
    }
  })
}

/** Stops whoever would leave the region without an administrator. Two who try at once wait for each other. */
export async function refuseLastAdministrator(trx: Transaction, personId: number): Promise<void> {
  const administrators = await trx
    .selectFrom('regionRole')
    .innerJoin('person', 'person.id', 'regionRole.personId')
    .select('regionRole.personId')
    .where('regionRole.role', '=', 'administrator')
    .where('person.deactivatedAt', 'is', null)
    .where('person.mergedIntoId', 'is', null)
    .orderBy('regionRole.personId')
    .forUpdate()
    .execute()
  const ids = administrators.map((administrator) => administrator.personId)
  if (ids.includes(personId) && ids.length === 1) throw new Refusal(texts.lastAdministrator)
}
