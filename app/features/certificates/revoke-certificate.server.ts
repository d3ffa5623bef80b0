import type { Actor } from '#app/access/actor.ts'
import { authorize } from '#app/access/authorize.ts'
import { now } from '#app/platform/clock.ts'
import { note } from '#app/platform/journal.server.ts'
import { mailPeople } from '#app/platform/mail/queue-mails.server.ts'
import { orNotFound, Refusal } from '#app/platform/refusal.ts'
import { type Db, inTransaction } from '#db/client.server.ts'
import { revokedMail } from './certificate-mails.ts'

/** Ends the validity of a certificate, for good and with a reason; its holder is told. Returns the mail's id. */
export async function revokeCertificate(
  db: Db,
  actor: Actor,
  certificateId: number,
  { reason }: { reason: string },
): Promise<number | undefined> {
  authorize(actor, 'certificate.revoke')
  return inTransaction(db, async (trx) => {
    const certificate = orNotFound(
      await trx
        .selectFrom('certificate')
        .select(['id', 'number', 'title', 'kind', 'personId', 'revokedAt'])
        .where('id', '=', certificateId)
        .forUpdate()
        .executeTakeFirst(),
    )
    if (certificate.revokedAt) throw new Refusal('Dit is al ingetrokken.')
    await trx
      .updateTable('certificate')
      .set({ revokedAt: now(), revokedBy: actor.personId, revokedReason: reason })
      .where('id', '=', certificateId)
      .execute()
    // What was still to be decided about it is decided by this.
    await trx
      .updateTable('certificateReview')
      .set({ decidedAt: now(), decidedBy: actor.personId, decision: 'revoked' })
      .where('certificateId', '=', certificateId)
      .where('decidedAt', 'is', null)
      .execute()
    await note(trx, actor, 'certificate.revoke', { type: 'certificate', id: certificateId }, { reason })
    const [mailId] = await mailPeople(trx, [revokedMail(certificate.personId, { ...certificate, reason })])
    return mailId
  })
}
