import { sql } from 'kysely'
import type { Actor } from '#app/access/actor.ts'
import { authorize } from '#app/access/authorize.ts'
import { now } from '#app/platform/clock.ts'
import { instantAt } from '#app/platform/dates.ts'
import { note } from '#app/platform/journal.server.ts'
import { orNotFound, Refusal } from '#app/platform/refusal.ts'
import { type Db, inTransaction, type Transaction } from '#db/client.server.ts'
import { changeTeams, insertPeople, startMemberships } from './import-rows.server.ts'
import { inviteMany } from './invite-many.server.ts'
import { planImport } from './people-import-plan.ts'
import { findKnown, lockCheckedImport } from './people-import-queries.server.ts'
import { personTexts as texts } from './person-texts.ts'

export type CarriedOut = { people: number; memberships: number; changes: number; invited: number }

/**
 * Carries out a file that was read: all of it or nothing, in a handful of statements. What is known by now counts, so
 * that the same file twice makes nobody twice. Invitations go to who is new: at once, on a day, or not.
 */
export function carryOutImport(
  db: Db,
  actor: Actor,
  { importId }: { importId: number },
  input: { invite: 'now' | 'later' | 'never'; inviteOn?: string },
): Promise<CarriedOut> {
  authorize(actor, 'person.import')
  return inTransaction(db, async (trx) => {
    const kept = orNotFound(await lockCheckedImport(trx, actor.personId, importId))
    if (kept.carriedOutAt) throw new Refusal(texts.importedAlready)
    await waitForOtherImports(trx)
    const plan = planImport(kept.rows, await findKnown(trx, kept.rows))
    if (plan.faults.length > 0) throw new Refusal(texts.importOutOfDate)
    const owners = new Map(plan.knownPeople.map(({ address, personId }) => [address, personId]))
    for (const person of await insertPeople(trx, actor, plan.newPeople)) {
      owners.set(person.address, person.personId)
    }
    await startMemberships(trx, actor, plan.starts, owners)
    await changeTeams(trx, actor, plan.changes)
    const invited = plan.newPeople.map(({ address }) => owners.get(address) as number)
    if (input.invite !== 'never') {
      const from = input.invite === 'later' && input.inviteOn ? instantAt(input.inviteOn, '08:00') : now()
      await inviteMany(trx, actor, invited, from)
    }
    await trx
      .updateTable('peopleImport')
      .set({ carriedOutAt: now(), rows: '[]' })
      .where('id', '=', importId)
      .execute()
    const done = {
      people: plan.newPeople.length,
      memberships: plan.starts.length,
      changes: plan.changes.length,
      invited: input.invite === 'never' ? 0 : invited.length,
    }
    await note(trx, actor, 'person.import', { type: 'people_import', id: importId }, { details: done })
    return done
  })
}

/** Two files at once are carried out one after the other. */
async function waitForOtherImports(trx: Transaction): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('people_import'))`.execute(trx)
}
