import { now } from '#app/platform/clock.ts'
import { Refusal } from '#app/platform/refusal.ts'
import type { Transaction } from '#db/client.server.ts'
import { type Amount, valueOfMinutes } from './contribution.ts'
import { contributionTexts } from './contribution-texts.ts'
import { findRate } from './rate-queries.server.ts'

export type NewContribution = {
  source: { kind: string; id: number; words: string }
  /** What it is about there: with the source it is entered once. */
  entryKey: string
  organisationId: number
  projectNumber: number
  day: string
  what: string
  amount: Amount
  evidence?: string | undefined
  evidenceFileId?: number | undefined
  recordedBy: number | null
  /** Now, unless told. */
  recordedAt?: Date
  /** The company's own number. */
  byCompany?: boolean
  /** The line it corrects; an hour then stays worth what it was there. */
  replaces?: { id: number; centsPerHour: number | null }
}

/**
 * Adds a line that waits for its signature, valued at the rate of its day. Undefined when it was entered before.
 * Whoever calls has authorised: every source of contributions has its own rule.
 */
export async function insertContribution(
  trx: Transaction,
  { source, amount, replaces, evidence, evidenceFileId, recordedAt, ...line }: NewContribution,
): Promise<number | undefined> {
  const row = await trx
    .insertInto('contribution')
    .values({
      // A trigger puts in the chain it belongs to.
      chainId: 0,
      replacesId: replaces?.id ?? null,
      sourceKind: source.kind,
      sourceId: source.id,
      sourceWords: source.words,
      ...line,
      evidence: evidence ?? '',
      evidenceFileId: evidenceFileId ?? null,
      recordedAt: recordedAt ?? now(),
      ...(await valued(trx, line.day, amount, replaces)),
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  return row?.id
}

/** The columns that say how much it is, and what that is worth. */
export async function valued(
  trx: Transaction,
  day: string,
  amount: Amount,
  replaces?: { centsPerHour: number | null },
) {
  if (amount.kind !== 'hours')
    return { kind: amount.kind, minutes: null, centsPerHour: null, cents: amount.cents }
  const centsPerHour = replaces?.centsPerHour ?? (await findRate(trx, day))?.centsPerHour
  if (!centsPerHour) throw new Refusal(contributionTexts.noRate(day), 'amount')
  const { kind, minutes } = amount
  return { kind, minutes, centsPerHour, cents: valueOfMinutes(minutes, centsPerHour) }
}
