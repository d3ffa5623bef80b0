import type { Actor } from '#app/access/actor.ts'
import { authorize } from '#app/access/authorize.ts'
import { now } from '#app/platform/clock.ts'
import { note } from '#app/platform/journal.server.ts'
import { orNotFound, Refusal } from '#app/platform/refusal.ts'
import { type Db, inTransaction, type Transaction } from '#db/client.server.ts'

/** Lets someone complete an edition although the rule is not met; who says so, and why, is kept. */
export async function grantDispensation(
  db: Db,
  actor: Actor,
  subject: { editionId: number; enrolmentId: number },
  { reason }: { reason: string },
): Promise<void> {
  authorize(actor, 'dispensation.grant')
  return inTransaction(db, async (trx) => {
    await refuseWhenClosed(trx, subject)
    const { enrolmentId } = subject
    const values = { reason, grantedBy: actor.personId, grantedAt: now() }
    await trx
      .insertInto('dispensation')
      .values({ enrolmentId, ...values })
      .onConflict((conflict) => conflict.column('enrolmentId').doUpdateSet(values))
      .execute()
    await note(trx, actor, 'dispensation.grant', { type: 'enrolment', id: enrolmentId }, { reason })
  })
}

/** Takes a dispensation back; the journal keeps that it was there. */
export async function withdrawDispensation(
  db: Db,
  actor: Actor,
  subject: { editionId: number; enrolmentId: number },
): Promise<void> {
  authorize(actor, 'dispensation.grant')
  return inTransaction(db, async (trx) => {
    await refuseWhenClosed(trx, subject)
    await trx.deleteFrom('dispensation').where('enrolmentId', '=', subject.enrolmentId).execute()
    await note(trx, actor, 'dispensation.withdraw', { type: 'enrolment', id: subject.enrolmentId })
  })
}

async function refuseWhenClosed(
  trx: Transaction,
  { editionId, enrolmentId }: { editionId: number; enrolmentId: number },
): Promise<void> {
  const edition = orNotFound(
    await trx
      .selectFrom('enrolment')
      .innerJoin('edition', 'edition.id', 'enrolment.editionId')
      .select('edition.status')
      .where('enrolment.id', '=', enrolmentId)
      .where('enrolment.editionId', '=', editionId)
      .forKeyShare('edition')
      .executeTakeFirst(),
  )
  if (edition.status === 'closed') {
    throw new Refusal('Deze uitvoering is afgerond. Heropen haar eerst.')
  }
}
