import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Actor } from '#app/access/actor.ts'
import { createLinkTokens } from '#app/platform/authentication/link-token.server.ts'
import { now } from '#app/platform/clock.ts'
import { mailPeople } from '#app/platform/mail/queue-mails.server.ts'
import { theRegion } from '#app/platform/region.server.ts'
import type { Transaction } from '#db/client.server.ts'
import { invitationMail } from './account-mails.ts'
import { invitationMinutes } from './invite-person.server.ts'

/** Invites people who are new, all at once: the mails go out at `from`, and the links work two weeks from then. */
export async function inviteMany(
  trx: Transaction,
  actor: Actor,
  personIds: readonly number[],
  from: Date,
): Promise<void> {
  if (personIds.length === 0) return
  const { rows: addresses } = await sql<{ personId: number; subjectId: number }>`
    select person_id, id as subject_id from email_address
    where is_primary and person_id = any(${personIds}::bigint[])`.execute(trx)
  const tokens = await createLinkTokens(trx, 'invitation', addresses, { from, minutes: invitationMinutes })
  const { name } = await theRegion(trx)
  const mails = addresses.map(({ personId }, index) => ({
    personId,
    reason: 'account.invitation',
    subjectKey: `link:${randomUUID()}`,
    mail: invitationMail(tokens[index] as string, name),
  }))
  await mailPeople(trx, mails, { sendAfter: from })
  await sql`
    insert into journal (at, actor_id, action, subject_type, subject_id)
    select ${now()}::timestamptz, ${actor.personId}, 'person.invite', 'person', id
    from unnest(${personIds}::bigint[]) as id
  `.execute(trx)
}
