import type { z } from 'zod'
import type { Actor } from '#app/access/actor.ts'
import { closeAccount, reopenAccount } from '#app/features/people/close-account.server.ts'
import { invitePerson } from '#app/features/people/invite-person.server.ts'
import {
  choosePrimaryAddress,
  markAddressWorking,
  takeAddress,
} from '#app/features/people/manage-addresses.server.ts'
import type { personActForm } from '#app/features/people/managed-person-form.ts'
import type { Notice } from '#app/platform/notices.server.ts'
import type { Db } from '#db/client.server.ts'

/** Does what a button on the page of a person asks for, and says what happened. */
export async function actOnPerson(
  db: Db,
  actor: Actor,
  person: { personId: number },
  input: z.output<typeof personActForm>,
): Promise<Notice> {
  switch (input.act) {
    case 'invite': {
      const mailId = await invitePerson(db, actor, person)
      return { kind: 'ok', text: 'De uitnodiging is verstuurd. De link werkt twee weken.', mailId }
    }
    case 'close':
      return told(`Het account van ${await closeAccount(db, actor, person)} is afgesloten.`)
    case 'reopen':
      return told(`Het account van ${await reopenAccount(db, actor, person)} is weer open.`)
    case 'primary':
      return told(`Mail gaat voortaan naar ${await choosePrimaryAddress(db, actor, person, input)}.`)
    case 'take':
      return told(`${await takeAddress(db, actor, person, input)} is verwijderd.`)
    case 'works':
      return told(`Naar ${await markAddressWorking(db, actor, person, input)} gaat weer mail.`)
  }
}

const told = (text: string): Notice => ({ kind: 'ok', text })
