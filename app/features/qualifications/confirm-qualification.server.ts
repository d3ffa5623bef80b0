import type { Actor } from '#app/access/actor.ts'
import { authorize } from '#app/access/authorize.ts'
import { revokeLinkTokens } from '#app/platform/authentication/link-token.server.ts'
import { now, today } from '#app/platform/clock.ts'
import { note } from '#app/platform/journal.server.ts'
import { mailPerson } from '#app/platform/mail/queue-mail.server.ts'
import { orNotFound, Refusal } from '#app/platform/refusal.ts'
import { type Db, inTransaction } from '#db/client.server.ts'
import { chooseEmployer } from './choose-employer.server.ts'
import type { Confirm } from './employer-form.ts'
import { employerTexts as texts } from './employer-texts.ts'
import { isCounted } from './holding.ts'
import { lockQualification } from './lock-qualification.server.ts'
import { qualificationMails } from './qualification-mails.ts'
import { listPapers } from './qualification-queries.server.ts'
import { teamsOf } from './team-of-queries.server.ts'
import { confirmedUntil, type Paper } from './validity.ts'

/**
 * The employer says that somebody went on doing the work within what their paper is for (NEN-EN-ISO 9606-1, 9.2). It may
 * be written down later than it was signed, but not signed after it should have been. The same day twice is once. `seenAt`
 * is what the page showed: what its holder changed since then was not what is vouched for.
 */
export function confirmQualification(
  db: Db,
  actor: Actor,
  qualification: { id: number; seenAt: string },
  input: Confirm,
): Promise<{ name: string; title: string; until: string }> {
  return inTransaction(db, async (trx) => {
    const { personId, changedAt } = await lockQualification(trx, qualification.id)
    authorize(actor, 'qualification.attest', { personId, teamIds: await teamsOf(trx, personId) })
    if (changedAt.toISOString() !== qualification.seenAt) throw new Refusal(texts.changedMeanwhile)
    const employer = await chooseEmployer(trx, actor, personId, input.organisationId)
    const papers = await listPapers(trx, [personId])
    const paper = orNotFound(papers.find(({ id }) => id === qualification.id))
    if (!isCounted(paper)) throw new Refusal(texts.notCounted)
    const confirmedOn = input.confirmedOn ?? today()
    refuseUntimely(paper, confirmedOn)
    const added = await trx
      .insertInto('qualificationConfirmation')
      .values({
        qualificationId: paper.id,
        organisationId: employer.id,
        confirmedOn,
        confirmedBy: actor.personId,
        recordedAt: now(),
      })
      .onConflict((conflict) => conflict.doNothing())
      .returning('id')
      .executeTakeFirst()
    // Whoever else was asked for it need not any more.
    await revokeLinkTokens(trx, 'attest-qualification', paper.id)
    const until = confirmedUntil({ ...paper, confirmedOn: [...paper.confirmedOn, confirmedOn] }) as string
    const { name } = await trx
      .selectFrom('person')
      .select('name')
      .where('id', '=', personId)
      .executeTakeFirstOrThrow()
    if (added) {
      await note(
        trx,
        actor,
        'qualification.confirm',
        { type: 'person', id: personId },
        { details: { qualificationId: paper.id, organisationId: employer.id, confirmedOn } },
      )
      await mailPerson(trx, personId, {
        reason: 'qualification.confirmed',
        subjectKey: `confirmation:${added.id}`,
        mail: qualificationMails.confirmed(paper, `${actor.name} (${employer.name})`, until),
        digestible: true,
      })
    }
    return { name, title: paper.title, until }
  })
}

/** Says no to a day that is none of the days on which this could be confirmed. */
function refuseUntimely(paper: Paper, day: string): void {
  const refuse = (sentence: string) => new Refusal(sentence, 'confirmedOn')
  if (paper.confirmEveryMonths === null) throw refuse(texts.confirmNotNeeded)
  if (day > today()) throw refuse(texts.confirmInFuture)
  if (day < paper.issuedOn) throw refuse(texts.confirmBeforeIssue)
  if (paper.validUntil !== null && day > paper.validUntil)
    throw refuse(texts.confirmAfterEnd(paper.validUntil))
  const until = confirmedUntil(paper)
  if (until !== null && day > until) throw refuse(texts.confirmTooLate(until))
}
