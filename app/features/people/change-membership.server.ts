import { DatabaseError } from 'pg'
import type { Actor } from '#app/access/actor.ts'
import { authorize } from '#app/access/authorize.ts'
import { addDays } from '#app/platform/dates.ts'
import { note } from '#app/platform/journal.server.ts'
import { notFound, Refusal } from '#app/platform/refusal.ts'
import { type Db, inTransaction } from '#db/client.server.ts'
import type { ChangeMembership } from './managed-person-form.ts'
import { personTexts as texts } from './person-texts.ts'
import { checkTeam } from './start-membership.server.ts'

/**
 * Changes what somebody is at an organisation. Without a day it is a correction of how it always was; from a day on,
 * the old one ends the day before and stays, because hours and reports are counted by it.
 */
export function changeMembership(
  db: Db,
  actor: Actor,
  membership: { id: number; personId: number },
  input: ChangeMembership,
): Promise<void> {
  authorize(actor, 'person.manage')
  return inTransaction(db, async (trx) => {
    const old = await trx
      .selectFrom('membership')
      .selectAll()
      .where('id', '=', membership.id)
      .where('personId', '=', membership.personId)
      .forUpdate()
      .executeTakeFirst()
    if (!old) throw notFound()
    if (input.teamId) await checkTeam(trx, old.organisationId, input.teamId)
    if (input.from && old.endsOn && input.from > old.endsOn) throw new Refusal(texts.afterItsEnd, 'from')
    const values = {
      teamId: input.teamId ?? null,
      role: input.role,
      staffKind: input.staffKind ?? null,
      collectiveAgreement: input.collectiveAgreement ?? null,
      partTimeFactor: input.partTimeFactor ?? null,
    }
    await refuseTwice(async () => {
      if (!input.from || input.from <= old.startsOn) {
        await trx.updateTable('membership').set(values).where('id', '=', old.id).execute()
        return
      }
      const endsOn = addDays(input.from, -1)
      await trx.updateTable('membership').set({ endsOn }).where('id', '=', old.id).execute()
      const { personId, organisationId } = old
      const next = { ...values, personId, organisationId, startsOn: input.from, endsOn: old.endsOn }
      await trx.insertInto('membership').values(next).execute()
    })
    const details = { membershipId: old.id, role: input.role, teamId: values.teamId, from: input.from }
    await note(trx, actor, 'membership.change', { type: 'person', id: old.personId }, { details })
  })
}

/** The same role at the same place twice at one time is refused by the database; this says so in a sentence. */
async function refuseTwice<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof DatabaseError && error.constraint === 'membership_once') {
      throw new Refusal(texts.sameMembership)
    }
    throw error
  }
}
