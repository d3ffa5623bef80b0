import type { Actor } from '#app/access/actor.ts'
import { authorize } from '#app/access/authorize.ts'
import { keepCertificate } from '#app/features/certificates/decide-certificate-review.server.ts'
import { approveEnrolment, declineEnrolment } from '#app/features/enrolment/answer-approval.server.ts'
import { assignTrainer } from '#app/features/enrolment/assign-trainer.server.ts'
import { declineToGoAhead } from '#app/features/enrolment/decline-to-go-ahead.server.ts'
import { enrolmentTexts } from '#app/features/enrolment/enrolment-texts.ts'
import { letEditionGoAhead } from '#app/features/enrolment/let-edition-go-ahead.server.ts'
import { remindOffer } from '#app/features/enrolment/remind-offer.server.ts'
import { withdrawOffer } from '#app/features/enrolment/withdraw-offer.server.ts'
import type { DeskAct } from '#app/features/figures/desk-form.ts'
import { deskTexts as texts } from '#app/features/figures/desk-texts.ts'
import { handleContactMessage } from '#app/features/messages/handle-contact-message.server.ts'
import { dismissSuggestion } from '#app/features/organisations/link-organisation.server.ts'
import { giveAddress } from '#app/features/people/manage-addresses.server.ts'
import { handleRefusedMail } from '#app/platform/mail/handle-refused-mail.server.ts'
import type { Notice } from '#app/platform/notices.server.ts'
import { type Db, inTransaction } from '#db/client.server.ts'

/** Does what was pressed, as the command that it belongs to, which asks whether this person may; tells what came of it. */
export async function actAtDesk(db: Db, actor: Actor, input: DeskAct): Promise<Notice> {
  const subject = { id: input.id }
  const told = (text: string, mailId?: number): Notice => ({ kind: 'ok', text, ...(mailId && { mailId }) })
  switch (input.act) {
    case 'approve': {
      const { name, mailId } = await approveEnrolment(db, actor, subject)
      return told(enrolmentTexts.approved(name), mailId)
    }
    case 'decline': {
      const { name, mailId } = await declineEnrolment(db, actor, subject, input)
      return told(enrolmentTexts.declined(name), mailId)
    }
    case 'go-ahead': {
      const heard = await letEditionGoAhead(db, actor, subject)
      return told(enrolmentTexts.goesAhead(heard.told, heard.waiting))
    }
    case 'cancel':
      return told(texts.cancelled((await declineToGoAhead(db, actor, subject, input)).told))
    case 'remind-offer': {
      const { name, mailId } = await remindOffer(db, actor, subject)
      return told(texts.reminded(name), mailId)
    }
    case 'withdraw-offer': {
      const { name, mailId } = await withdrawOffer(db, actor, subject, input)
      return told(texts.withdrawn(name), mailId)
    }
    case 'assign-trainer': {
      const { name, mailId } = await assignTrainer(db, actor, subject, input)
      return told(texts.trainerChosen(name), mailId)
    }
    case 'mail-seen':
      authorize(actor, 'mail.trouble.see')
      await handleRefusedMail(db, actor, input.id)
      return told(texts.mailSeen)
    case 'give-address':
      authorize(actor, 'mail.trouble.see')
      return inTransaction(db, async (trx) => {
        const mailId = await giveAddress(trx, actor, input, input)
        await handleRefusedMail(trx, actor, input.id)
        return told(texts.addressGiven(input.address, mailId !== undefined), mailId)
      })
    case 'message-handled':
      await handleContactMessage(db, actor, { messageId: input.id, handledNote: input.note })
      return told(texts.messageHandled)
    case 'keep-certificate':
      await keepCertificate(db, actor, input.id, input)
      return told(texts.certificateKept)
    case 'dismiss-suggestion':
      await dismissSuggestion(db, actor, { suggestionId: input.id })
      return told(texts.suggestionDismissed)
  }
}
