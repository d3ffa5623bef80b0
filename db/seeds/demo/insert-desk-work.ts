import { enrolmentMails } from '#app/features/enrolment/enrolment-mails.ts'
import { lockEnrolment } from '#app/features/enrolment/lock-edition.server.ts'
import { mailAbout, mailEdition } from '#app/features/enrolment/mail-edition.server.ts'
import { createLinkToken } from '#app/platform/authentication/link-token.server.ts'
import type { Transaction } from '#db/client.server.ts'
import { idOf } from './insert-people.ts'
import type { Known } from './insert-results.ts'

const hour = 3_600_000

/** What a coordinator finds on a morning, of the kinds that nothing else in the demo brings about. */
export async function insertDeskWork(trx: Transaction, known: Known, now: Date): Promise<void> {
  await leaveWithoutTrainer(trx, known)
  await offerAPlace(trx, known, now)
  await letARequestLie(trx, known, now)
}

/** The trainer of one meeting has said that it cannot be done. */
async function leaveWithoutTrainer(trx: Transaction, known: Known): Promise<void> {
  const meetingId = known.editions.get('3d-printen-en-lasersnijden:next')!.meetings[0]!
  await trx.deleteFrom('meetingTrainer').where('meetingId', '=', meetingId).execute()
}

/** Somebody left a full edition, and the first in line was asked, because something of hers falls on the same day. */
async function offerAPlace(trx: Transaction, known: Known, now: Date): Promise<void> {
  const editionId = known.editions.get('warmtepomp-inregelen:next')!.id
  const places = trx
    .selectFrom('enrolment')
    .select('id')
    .where('editionId', '=', editionId)
    .where('status', '=', 'confirmed')
    .orderBy('id', 'desc')
    .limit(1)
  const at = new Date(now.getTime() - 3 * hour)
  await trx
    .updateTable('enrolment')
    .set({ status: 'withdrawn', statusChangedAt: at, statusReason: 'Die dag is er een open dag op school.' })
    .where('id', '=', places)
    .execute()
  const { id } = await trx
    .updateTable('enrolment')
    .set({ status: 'offered', statusChangedAt: at, heldUntil: new Date(now.getTime() + 21 * hour) })
    .where('editionId', '=', editionId)
    .where('personId', '=', idOf(known.people, 'fatma.yildiz'))
    .returning('id')
    .executeTakeFirstOrThrow()
  const { edition, enrolment } = await lockEnrolment(trx, id)
  const token = await createLinkToken(trx, 'accept-offer', {
    personId: enrolment.personId,
    subjectId: id,
    minutes: 21 * 60,
  })
  const until = new Date(now.getTime() + 21 * hour)
  const mail = enrolmentMails.offered(await mailEdition(trx, edition), token, until, [])
  const mailId = await mailAbout(trx, enrolment, 'offered', mail)
  if (mailId === undefined) return
  await trx
    .updateTable('outbox')
    .set({ createdAt: at, sendAfter: at, sentAt: at, attempts: 1 })
    .where('id', '=', mailId)
    .execute()
}

/** Asked five days ago, reminded of, and still without an answer. */
async function letARequestLie(trx: Transaction, known: Known, now: Date): Promise<void> {
  await trx
    .updateTable('enrolment')
    .set({
      approvalAskedAt: new Date(now.getTime() - 120 * hour),
      approvalRemindedAt: new Date(now.getTime() - 24 * hour),
    })
    .where('approval', '=', 'pending')
    .where('personId', '=', idOf(known.people, 'mehmet.aydin'))
    .execute()
}
