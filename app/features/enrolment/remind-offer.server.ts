import type { Actor } from '#app/access/actor.ts'
import { authorize } from '#app/access/authorize.ts'
import { createLinkToken } from '#app/platform/authentication/link-token.server.ts'
import { now } from '#app/platform/clock.ts'
import { note } from '#app/platform/journal.server.ts'
import { mailPerson } from '#app/platform/mail/queue-mail.server.ts'
import { Refusal } from '#app/platform/refusal.ts'
import { type Db, inTransaction } from '#db/client.server.ts'
import { enrolmentMails } from './enrolment-mails.ts'
import { misfitTexts, enrolmentTexts as texts } from './enrolment-texts.ts'
import { lockEnrolment } from './lock-edition.server.ts'
import { mailEdition } from './mail-edition.server.ts'
import { findMisfit } from './misfit-queries.server.ts'

/** Mails who was offered a place once more, with a link of its own. Once for each offer; the term stays as it was. */
export async function remindOffer(
  db: Db,
  actor: Actor,
  enrolment: { id: number },
): Promise<{ name: string; mailId: number | undefined }> {
  authorize(actor, 'enrolment.manage')
  return inTransaction(db, async (trx) => {
    const { edition, enrolment: current } = await lockEnrolment(trx, enrolment.id)
    const { status, heldUntil, personId } = current
    if (status !== 'offered' || heldUntil === null || heldUntil <= now()) throw new Refusal(texts.noOffer)
    const token = await createLinkToken(trx, 'accept-offer', {
      personId,
      subjectId: current.id,
      minutes: Math.max(1, (heldUntil.getTime() - now().getTime()) / 60_000),
    })
    const misfit = await findMisfit(trx, personId, edition)
    const mail = enrolmentMails.offered(
      await mailEdition(trx, edition),
      token,
      heldUntil,
      misfit ? misfitTexts(misfit) : [],
    )
    // The same place may be offered again later, and then be reminded of again: the term tells the offers apart.
    const subjectKey = `enrolment:${current.id}:${heldUntil.toISOString()}`
    const mailId = await mailPerson(trx, personId, { reason: 'enrolment.offer-reminder', subjectKey, mail })
    if (mailId === undefined) throw new Refusal(texts.remindedAlready(current.personName))
    await note(trx, actor, 'enrolment.remind-offer', { type: 'enrolment', id: current.id })
    return { name: current.personName, mailId }
  })
}
