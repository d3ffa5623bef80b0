import type { Actor, MembershipRole } from '#app/access/actor.ts'
import { authorize } from '#app/access/authorize.ts'
import { Refusal } from '#app/platform/refusal.ts'
import { type Db, inTransaction } from '#db/client.server.ts'
import { createPerson } from './create-person.server.ts'
import { invitePerson } from './invite-person.server.ts'
import { personTexts as texts } from './person-texts.ts'

export type AddPerson = {
  givenName: string
  familyName: string
  telephone?: string
  address?: string
  place?: { organisationId: number; teamId?: number }
  role: MembershipRole
  invite: boolean
}

/** Somebody new, put in by hand. A known address is refused: that person is there already. */
export function addPerson(
  db: Db,
  actor: Actor,
  { place, invite, ...input }: AddPerson,
): Promise<{ personId: number; mailId: number | undefined }> {
  authorize(actor, 'person.manage')
  if (invite && !input.address) throw new Refusal(texts.addressToInvite, 'address')
  return inTransaction(db, async (trx) => {
    const { personId, created } = await createPerson(trx, actor, { ...input, ...place })
    if (!created) throw new Refusal(texts.addressTaken, 'address')
    const mailId = invite ? await invitePerson(trx, actor, { personId }) : undefined
    return { personId, mailId }
  })
}
