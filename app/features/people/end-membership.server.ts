import { sql } from 'kysely'
import { can } from '#app/access/abilities.ts'
import type { Actor } from '#app/access/actor.ts'
import { authorize } from '#app/access/authorize.ts'
import { now } from '#app/platform/clock.ts'
import { note } from '#app/platform/journal.server.ts'
import { mailPerson } from '#app/platform/mail/queue-mail.server.ts'
import { orNotFound, Refusal } from '#app/platform/refusal.ts'
import { type Db, inTransaction, type Transaction } from '#db/client.server.ts'
import { placesAskedMail } from './account-mails.ts'

/**
 * Somebody stops working somewhere; `endsOn` is the last day. Places they still have there are asked about (keep, hand
 * over, leave), and the old lead can no longer decide about them by a mailed link. Returns how many are asked about.
 */
export function endMembership(
  db: Db,
  actor: Actor,
  membership: { membershipId: number },
  { endsOn }: { endsOn: string },
): Promise<number> {
  return inTransaction(db, async (trx) => {
    const found = await trx
      .selectFrom('membership')
      .select(['id', 'personId', 'organisationId', 'teamId', 'startsOn', 'endsOn'])
      .where('id', '=', membership.membershipId)
      .forUpdate()
      .executeTakeFirst()
    const row = orNotFound(found)
    if (!can(actor, 'person.manage')) {
      authorize(actor, 'account.manage', row)
      // Ending is for oneself to say, staying longer is not: else who led a team could go on seeing it.
      if (row.endsOn !== null && endsOn > row.endsOn) {
        throw new Refusal('Je werk hier stopt al eerder. Klopt dat niet? Vraag het de coördinator.', 'endsOn')
      }
    }
    if (endsOn < row.startsOn) {
      throw new Refusal('De laatste dag kan niet vóór de eerste liggen. Kies een latere dag.', 'endsOn')
    }
    await trx.updateTable('membership').set({ endsOn }).where('id', '=', row.id).execute()
    const asked = await askAboutPlaces(trx, row)
    // Who ends it oneself is shown the questions; who has it ended by a coordinator is told of them.
    if (asked > 0 && actor.personId !== row.personId) {
      await mailPerson(trx, row.personId, {
        reason: 'membership.ended',
        subjectKey: `membership:${row.id}:${endsOn}`,
        mail: placesAskedMail(asked),
      })
    }
    await note(
      trx,
      actor,
      'membership.end',
      { type: 'person', id: row.personId },
      {
        details: { membershipId: row.id, organisationId: row.organisationId, endsOn, asked },
      },
    )
    return asked
  })
}

/** The places that somebody has through this school and team, in editions that are still to come or going on. */
export async function askAboutPlaces(
  trx: Transaction,
  membership: { id: number; personId: number; organisationId: number; teamId: number | null },
): Promise<number> {
  const { rows } = await sql<{ enrolmentId: number }>`
    insert into membership_question (enrolment_id, asked_at)
    select enrolment.id, ${now()}
    from enrolment join edition on edition.id = enrolment.edition_id
    where enrolment.person_id = ${membership.personId}
      and enrolment.organisation_id = ${membership.organisationId}
      and enrolment.team_id is not distinct from ${membership.teamId}::bigint
      and enrolment.status in ('unconfirmed', 'requested', 'confirmed', 'waitlisted', 'offered')
      and (edition.ends_at is null or edition.ends_at > ${now()})
      and not exists (
        select from membership other
        where other.person_id = enrolment.person_id and other.id <> ${membership.id}
          and other.organisation_id = enrolment.organisation_id
          and other.team_id is not distinct from enrolment.team_id and other.ends_on is null)
    on conflict do nothing
    returning enrolment_id`.execute(trx)
  if (rows.length > 0) {
    const asked = rows.map(({ enrolmentId }) => enrolmentId)
    await trx
      .updateTable('linkToken')
      .set({ usedAt: now() })
      .where('purpose', '=', 'approve-enrolment')
      .where('subjectId', 'in', asked)
      .where('usedAt', 'is', null)
      .execute()
  }
  return rows.length
}
