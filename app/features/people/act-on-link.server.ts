import type { Actor } from '#app/access/actor.ts'
import { findActor } from '#app/access/actor-queries.server.ts'
import { consumeLinkToken, type LinkPurpose } from '#app/platform/authentication/link-token.server.ts'
import { Refusal } from '#app/platform/refusal.ts'
import { type Db, inTransaction, type Transaction } from '#db/client.server.ts'
import { personTexts as texts } from './person-texts.ts'

/**
 * Uses a mailed link up and does what it is for, as the person it was mailed to: what they may no longer do, their
 * link may not either. When `work` refuses, nothing happened and the link is still good.
 */
export function actOnLink<Answer>(
  db: Db,
  purpose: LinkPurpose,
  token: string,
  work: (trx: Transaction, actor: Actor, subject: { id: number }) => Promise<Answer>,
): Promise<Answer> {
  return inTransaction(db, async (trx) => {
    const link = await consumeLinkToken(trx, purpose, token)
    const actor = link?.personId ? await findActor(trx, link.personId) : undefined
    if (!actor || !link?.subjectId) throw new Refusal(texts.deadLink)
    return work(trx, actor, { id: link.subjectId })
  })
}
