import { sql } from 'kysely'
import type { Actor } from '#app/access/actor.ts'
import { authorize } from '#app/access/authorize.ts'
import { now } from '#app/platform/clock.ts'
import { note } from '#app/platform/journal.server.ts'
import { mailPerson } from '#app/platform/mail/queue-mail.server.ts'
import { Refusal } from '#app/platform/refusal.ts'
import { type Db, inTransaction, type Transaction } from '#db/client.server.ts'
import { lockQualification } from './lock-qualification.server.ts'
import type { CheckAnswer } from './qualification-form.ts'
import { qualificationMails } from './qualification-mails.ts'
import { readOfQualification } from './qualification-queries.server.ts'
import { teamsOf } from './team-of-queries.server.ts'
import type { HowChecked } from './verification.ts'
import { verificationTexts as texts } from './verification-texts.ts'

type Check = { outcome: 'verified'; how: HowChecked } | { outcome: 'refused'; reason: string }

/**
 * A team lead or a coordinator says that a paper is right, and how they know, or refuses it with a reason, which its
 * holder gets by mail. `seenAt` is what the page showed: what its holder changed since then must be looked at anew.
 */
export function verifyQualification(
  db: Db,
  actor: Actor,
  qualification: { id: number; seenAt: string },
  answer: CheckAnswer,
): Promise<{ name: string; title: string; verified: boolean }> {
  return inTransaction(db, async (trx) => {
    const current = await lockQualification(trx, qualification.id)
    const { personId } = current
    authorize(actor, 'qualification.verify', { personId, teamIds: await teamsOf(trx, personId) })
    if (current.withdrawnAt || current.verification !== 'unverified') throw new Refusal(texts.checkedAlready)
    if (current.changedAt.toISOString() !== qualification.seenAt) throw new Refusal(texts.changedMeanwhile)
    const verified = answer.answer === 'verify'
    if (verified && answer.how === 'register' && !current.number) throw new Refusal(texts.noNumber, 'how')
    await noteCheck(
      trx,
      actor,
      [current.id],
      verified ? { outcome: 'verified', how: answer.how } : { outcome: 'refused', reason: answer.reason },
    )
    const { name, title } = await trx
      .selectFrom('qualification')
      .innerJoin('person', 'person.id', 'personId')
      .innerJoin('qualificationType', 'code', 'typeCode')
      .select(['person.name', 'qualificationType.title'])
      .where('qualification.id', '=', current.id)
      .executeTakeFirstOrThrow()
    await note(
      trx,
      actor,
      verified ? 'qualification.verify' : 'qualification.refuse',
      { type: 'person', id: personId },
      {
        ...(!verified && { reason: answer.reason }),
        details: { qualificationId: current.id, ...(verified && { how: answer.how }) },
      },
    )
    if (!verified) {
      await mailPerson(trx, personId, {
        reason: 'qualification.refused',
        subjectKey: `qualification:${current.id}:${current.changedAt.toISOString()}`,
        mail: qualificationMails.refused({ id: current.id, title }, answer.reason),
        digestible: true,
      })
    }
    return { name, title, verified }
  })
}

/** Writes the outcome of a check with what was read, and lets it count. The caller has authorised. */
export async function noteCheck(
  trx: Transaction,
  actor: { personId: number },
  ids: readonly number[],
  check: Check,
): Promise<void> {
  await sql`
    with checked as (
      update qualification set verification = ${check.outcome}::qualification_verification
      where id = any(${ids}::bigint[]) returning id, scope, number, issued_on, valid_until, issuer
    )
    insert into qualification_check (qualification_id, outcome, how, reason, read, checked_by, checked_at)
    select id, ${check.outcome}::qualification_verification, ${check.outcome === 'verified' ? check.how : null},
      ${check.outcome === 'refused' ? check.reason : null}, ${readOfQualification('checked')}, ${actor.personId},
      ${now()}::timestamptz
    from checked`.execute(trx)
}
