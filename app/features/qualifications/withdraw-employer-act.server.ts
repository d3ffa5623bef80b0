import type { Actor } from '#app/access/actor.ts'
import { authorize } from '#app/access/authorize.ts'
import { now } from '#app/platform/clock.ts'
import { note } from '#app/platform/journal.server.ts'
import { mailPerson } from '#app/platform/mail/queue-mail.server.ts'
import { notFound, Refusal } from '#app/platform/refusal.ts'
import { type Db, inTransaction } from '#db/client.server.ts'
import { employerTexts as texts } from './employer-texts.ts'
import { qualificationMails } from './qualification-mails.ts'
import { teamsOf } from './team-of-queries.server.ts'

type Withdrawn = { name: string }

/** The employer that gave it takes a designation back: from today it does not count, and its holder is told. */
export function withdrawDesignation(
  db: Db,
  actor: Actor,
  designation: { id: number },
  input: { reason: string },
): Promise<Withdrawn> {
  return inTransaction(db, async (trx) => {
    const current = await trx
      .selectFrom('designation')
      .innerJoin('person', 'person.id', 'personId')
      .innerJoin('qualificationType', 'code', 'typeCode')
      .select([
        'designation.id',
        'personId',
        'organisationId',
        'withdrawnAt',
        'person.name',
        'qualificationType.title',
      ])
      .where('designation.id', '=', designation.id)
      .forUpdate('designation')
      .executeTakeFirst()
    if (!current) throw notFound()
    const { personId, name, title } = current
    authorize(actor, 'qualification.attest', { personId, teamIds: await teamsOf(trx, personId, current) })
    if (current.withdrawnAt) throw new Refusal(texts.withdrawnAlready)
    await trx
      .updateTable('designation')
      .set({ withdrawnAt: now(), withdrawnBy: actor.personId, withdrawnReason: input.reason })
      .where('id', '=', current.id)
      .execute()
    await note(
      trx,
      actor,
      'designation.withdraw',
      { type: 'person', id: personId },
      { reason: input.reason, details: { designationId: current.id } },
    )
    await mailPerson(trx, personId, {
      reason: 'designation.withdrawn',
      subjectKey: `designation:${current.id}`,
      mail: qualificationMails.designationWithdrawn(title, actor.name, input.reason),
    })
    return { name }
  })
}

/** A confirmation that was written down by mistake is taken back. */
export function withdrawConfirmation(
  db: Db,
  actor: Actor,
  confirmation: { id: number },
  input: { reason: string },
): Promise<Withdrawn> {
  return inTransaction(db, async (trx) => {
    const current = await trx
      .selectFrom('qualificationConfirmation as confirmation')
      .innerJoin('qualification', 'qualification.id', 'confirmation.qualificationId')
      .innerJoin('person', 'person.id', 'qualification.personId')
      .select([
        'confirmation.id',
        'confirmation.withdrawnAt',
        'qualificationId',
        'organisationId',
        'person.id as personId',
        'name',
      ])
      .where('confirmation.id', '=', confirmation.id)
      .forUpdate('confirmation')
      .executeTakeFirst()
    if (!current) throw notFound()
    const { personId, name } = current
    authorize(actor, 'qualification.attest', { personId, teamIds: await teamsOf(trx, personId, current) })
    if (current.withdrawnAt) throw new Refusal(texts.withdrawnAlready)
    await trx
      .updateTable('qualificationConfirmation')
      .set({ withdrawnAt: now(), withdrawnBy: actor.personId, withdrawnReason: input.reason })
      .where('id', '=', current.id)
      .execute()
    await note(
      trx,
      actor,
      'confirmation.withdraw',
      { type: 'person', id: personId },
      { reason: input.reason, details: { qualificationId: current.qualificationId } },
    )
    return { name }
  })
}
