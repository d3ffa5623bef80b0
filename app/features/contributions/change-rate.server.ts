import type { Actor } from '#app/access/actor.ts'
import { authorize } from '#app/access/authorize.ts'
import { now } from '#app/platform/clock.ts'
import { note } from '#app/platform/journal.server.ts'
import { type Db, inTransaction } from '#db/client.server.ts'

/** Sets what an hour is worth from a day on. Lines that were recorded keep the rate they were valued at. */
export async function changeRate(
  db: Db,
  actor: Actor,
  input: { validFrom: string; centsPerHour: number; note?: string | undefined },
): Promise<void> {
  authorize(actor, 'contribution.manage')
  const { validFrom, centsPerHour } = input
  const entered = { centsPerHour, note: input.note ?? '', enteredBy: actor.personId, enteredAt: now() }
  await inTransaction(db, async (trx) => {
    const { id } = await trx
      .insertInto('contributionRate')
      .values({ validFrom, ...entered })
      .onConflict((conflict) => conflict.constraint('contribution_rate_once').doUpdateSet(entered))
      .returning('id')
      .executeTakeFirstOrThrow()
    await note(
      trx,
      actor,
      'contribution.change-rate',
      { type: 'contribution_rate', id },
      { details: { validFrom, centsPerHour } },
    )
  })
}
