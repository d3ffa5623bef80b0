import type { Actor } from '#app/access/actor.ts'
import { authorize } from '#app/access/authorize.ts'
import { now } from '#app/platform/clock.ts'
import { note } from '#app/platform/journal.server.ts'
import { orNotFound, Refusal } from '#app/platform/refusal.ts'
import { type Db, inTransaction, type Transaction } from '#db/client.server.ts'
import { type Amount, isToSettle } from './contribution.ts'
import { findContribution } from './contribution-queries.server.ts'
import { insertContribution } from './insert-contribution.server.ts'

const notToSettle = 'Hier is al iets mee gedaan. Ververs de bladzijde.'

async function lockLine(trx: Transaction, id: number) {
  await trx.selectFrom('contribution').select('id').where('id', '=', id).forUpdate().executeTakeFirst()
  return orNotFound(await findContribution(trx, id))
}

/** Takes over the company's own number, which counts from then on; or puts a refusal away, with how it was settled. */
export async function settleContribution(
  db: Db,
  actor: Actor,
  id: number,
  input: { note?: string | undefined },
): Promise<void> {
  authorize(actor, 'contribution.manage')
  await inTransaction(db, async (trx) => {
    const line = await lockLine(trx, id)
    if (!isToSettle(line, line.followed)) throw new Refusal(notToSettle)
    await trx
      .updateTable('contribution')
      .set({ settledAt: now(), settledBy: actor.personId, settledNote: input.note ?? null })
      .where('id', '=', id)
      .execute()
    await note(
      trx,
      actor,
      'contribution.settle',
      { type: 'contribution', id },
      { details: { state: line.state } },
    )
  })
}

/**
 * Puts another number before the company: a new line that corrects this one and waits for its own signature. The old
 * one stays as it is, and counts until the new one is signed. Returns the id of the new line.
 */
export async function correctContribution(
  db: Db,
  actor: Actor,
  id: number,
  { amount, reason }: { amount: Amount; reason: string },
): Promise<number> {
  authorize(actor, 'contribution.manage')
  return inTransaction(db, async (trx) => {
    const line = await lockLine(trx, id)
    const correctable = line.state === 'signed' || line.state === 'refused'
    if (!correctable || line.followed) throw new Refusal(notToSettle)
    if (amount.kind !== line.kind) throw new Refusal('Dit is een ander soort bijdrage.', 'amount')
    const newId = await insertContribution(trx, {
      source: { kind: line.sourceKind, id: line.sourceId, words: line.sourceWords },
      entryKey: `replaces:${id}`,
      organisationId: line.organisationId,
      projectNumber: line.projectNumber,
      day: line.day,
      what: line.what,
      amount,
      evidence: line.evidence,
      evidenceFileId: line.evidenceFileId ?? undefined,
      recordedBy: actor.personId,
      replaces: { id, centsPerHour: line.centsPerHour },
    })
    if (!newId) throw new Refusal(notToSettle)
    await note(
      trx,
      actor,
      'contribution.correct',
      { type: 'contribution', id: newId },
      { reason, details: { replaces: id } },
    )
    return newId
  })
}
