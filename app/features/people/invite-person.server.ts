import { randomUUID } from 'node:crypto'
import type { Actor } from '#app/access/actor.ts'
import { authorize } from '#app/access/authorize.ts'
import { createLinkToken, revokeLinkTokens } from '#app/platform/authentication/link-token.server.ts'
import { note } from '#app/platform/journal.server.ts'
import { mailAddress } from '#app/platform/mail/queue-mail.server.ts'
import { Refusal } from '#app/platform/refusal.ts'
import { theRegion } from '#app/platform/region.server.ts'
import { type Db, inTransaction, type Transaction } from '#db/client.server.ts'
import { invitationMail } from './account-mails.ts'

/** How long an invitation can be taken up. */
export const invitationMinutes = 14 * 24 * 60

/**
 * A coordinator invites somebody to take their account into use. A second invitation ends the first.
 * Returns the mail's id, for a demo.
 */
export function invitePerson(
  db: Db | Transaction,
  actor: Actor,
  person: { personId: number },
): Promise<number | undefined> {
  authorize(actor, 'person.manage')
  return inTransaction(db, async (trx) => {
    const found = await trx
      .selectFrom('person')
      .innerJoin('emailAddress', 'emailAddress.personId', 'person.id')
      .select(['person.id', 'person.givenName', 'emailAddress.id as addressId', 'emailAddress.address'])
      .where('person.id', '=', person.personId)
      .where('person.deactivatedAt', 'is', null)
      .where('person.mergedIntoId', 'is', null)
      .where('emailAddress.isPrimary', '=', true)
      .executeTakeFirst()
    if (!found) {
      throw new Refusal('Deze persoon heeft nog geen e-mailadres. Vul dat eerst in; dan kun je uitnodigen.')
    }
    await revokeLinkTokens(trx, 'invitation', found.addressId)
    const token = await createLinkToken(trx, 'invitation', {
      personId: found.id,
      subjectId: found.addressId,
      minutes: invitationMinutes,
    })
    await note(trx, actor, 'person.invite', { type: 'person', id: found.id })
    const to = { address: found.address, greeting: found.givenName, personId: found.id }
    const mail = invitationMail(token, (await theRegion(trx)).name)
    return mailAddress(trx, to, { reason: 'account.invitation', subjectKey: `link:${randomUUID()}`, mail })
  })
}
