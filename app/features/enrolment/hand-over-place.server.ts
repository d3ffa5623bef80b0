import type { Actor } from '#app/access/actor.ts'
import { authorize } from '#app/access/authorize.ts'
import { createLinkToken, revokeLinkTokens } from '#app/platform/authentication/link-token.server.ts'
import { now } from '#app/platform/clock.ts'
import { note } from '#app/platform/journal.server.ts'
import { mailPerson } from '#app/platform/mail/queue-mail.server.ts'
import { Refusal } from '#app/platform/refusal.ts'
import { type Db, inTransaction } from '#db/client.server.ts'
import { findColleague } from './colleague-queries.server.ts'
import { mayHandOver } from './enrolment.ts'
import { findOpenEnrolment } from './enrolment-queries.server.ts'
import { enrolmentTexts as texts } from './enrolment-texts.ts'
import { lockEnrolment } from './lock-edition.server.ts'
import { mailEdition } from './mail-edition.server.ts'
import { substitutionMails } from './substitution-mails.ts'

/**
 * Asks a colleague of the same organisation to take over a place, by choosing them or by their address. The place
 * stays with its owner until the colleague says yes, by link or on their own page.
 */
export function handOverPlace(
  db: Db,
  actor: Actor,
  enrolment: { id: number },
  input: { colleagueId?: number | undefined; address?: string | undefined },
): Promise<{ name: string; mailId: number | undefined }> {
  return inTransaction(db, async (trx) => {
    const { edition, enrolment: current } = await lockEnrolment(trx, enrolment.id)
    authorize(actor, 'enrolment.hand-over', current)
    if (!edition.startsAt || !mayHandOver(current.status, edition, now())) {
      throw new Refusal(texts.notHandable)
    }
    if (current.organisationId === null) throw new Refusal(texts.noSchool)
    // Choosing from the list is for who belongs to a team there; by address one names somebody one knows.
    const mayChoose = input.colleagueId === undefined || current.teamId !== null
    const colleague = mayChoose
      ? await findColleague(trx, current.organisationId, current.personId, input)
      : undefined
    if (!colleague) throw new Refusal(texts.notAColleague, input.colleagueId ? 'colleagueId' : 'address')
    const own = await findOpenEnrolment(trx, colleague.personId, edition.id)
    if (own && own.status !== 'waitlisted') throw new Refusal(texts.colleagueEnrolled)
    const asked = await trx
      .insertInto('substitution')
      .values({ enrolmentId: current.id, substituteId: colleague.personId, askedAt: now() })
      .onConflict((conflict) => conflict.column('enrolmentId').where('answeredAt', 'is', null).doNothing())
      .returning('id')
      .executeTakeFirst()
    if (!asked) throw new Refusal(texts.askedAlready)
    const minutes = Math.max(1, (edition.startsAt.getTime() - now().getTime()) / 60_000)
    const token = await createLinkToken(trx, 'answer-substitution', {
      personId: colleague.personId,
      subjectId: asked.id,
      minutes,
    })
    const mailId = await mailPerson(trx, colleague.personId, {
      reason: 'substitution.asked',
      subjectKey: `substitution:${asked.id}`,
      mail: substitutionMails.asked(current.personName, await mailEdition(trx, edition), token),
    })
    await note(
      trx,
      actor,
      'substitution.ask',
      { type: 'enrolment', id: current.id },
      {
        details: { substituteId: colleague.personId },
      },
    )
    return { name: colleague.name, mailId }
  })
}

/** Takes back the question to a colleague that is still open. */
export function revokeSubstitution(db: Db, actor: Actor, enrolment: { id: number }): Promise<void> {
  return inTransaction(db, async (trx) => {
    const { enrolment: current } = await lockEnrolment(trx, enrolment.id)
    authorize(actor, 'enrolment.hand-over', current)
    const asked = await trx
      .updateTable('substitution')
      .set({ answeredAt: now(), accepted: false })
      .where('enrolmentId', '=', current.id)
      .where('answeredAt', 'is', null)
      .returning('id')
      .executeTakeFirst()
    if (!asked) throw new Refusal(texts.answeredAlready)
    await revokeLinkTokens(trx, 'answer-substitution', asked.id)
    await note(trx, actor, 'substitution.revoke', { type: 'enrolment', id: current.id })
  })
}
