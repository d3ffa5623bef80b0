import type { Db, Transaction } from '#db/client.server.ts'
import { now } from './clock.ts'

export type JournalSubject = { type: string; id?: number }

/**
 * Writes down who did what, in the transaction of the act itself. `actor` is null for the portal itself.
 * `action` is noun.verb, such as 'enrolment.withdraw'; `details` holds ids, numbers and states, never personal texts.
 */
export async function note(
  db: Db | Transaction,
  actor: { personId: number } | null,
  action: string,
  subject: JournalSubject,
  more: { reason?: string | null; details?: Record<string, unknown> } = {},
): Promise<void> {
  await db
    .insertInto('journal')
    .values({
      at: now(),
      actorId: actor?.personId ?? null,
      action,
      subjectType: subject.type,
      subjectId: subject.id ?? null,
      reason: more.reason ?? null,
      details: JSON.stringify(more.details ?? {}),
    })
    .execute()
}
