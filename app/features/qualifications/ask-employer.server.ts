import type { Actor } from '#app/access/actor.ts'
import { authorize } from '#app/access/authorize.ts'
import { type Approver, findApprovers } from '#app/features/people/approver-queries.server.ts'
import { createLinkToken } from '#app/platform/authentication/link-token.server.ts'
import { today } from '#app/platform/clock.ts'
import { note } from '#app/platform/journal.server.ts'
import { mailPerson } from '#app/platform/mail/queue-mail.server.ts'
import { orNotFound, Refusal } from '#app/platform/refusal.ts'
import { type Db, inTransaction, type Transaction } from '#db/client.server.ts'
import { employerTexts as texts } from './employer-texts.ts'
import { isCounted } from './holding.ts'
import { lockQualification } from './lock-qualification.server.ts'
import { qualificationMails } from './qualification-mails.ts'
import { listPapers } from './qualification-queries.server.ts'
import { teamsOf } from './team-of-queries.server.ts'

/** As long as an act of an employer waits in somebody's mail. */
const linkMinutes = 30 * 24 * 60

/** A holder asks whoever leads their team for the employer's act, each by a link of their own; once a day. */
export function askEmployer(
  db: Db,
  actor: Actor,
  qualification: { id: number },
): Promise<{ names: string[]; mailId: number | undefined }> {
  return inTransaction(db, async (trx) => {
    const { personId } = await lockQualification(trx, qualification.id)
    authorize(actor, 'qualification.keep', { personId })
    const papers = await listPapers(trx, [personId])
    const paper = orNotFound(papers.find(({ id }) => id === qualification.id))
    const what =
      paper.confirmEveryMonths !== null ? 'confirmation' : paper.needsDesignation ? 'designation' : null
    if (what === null || !isCounted(paper)) throw new Refusal(texts.nothingToAsk)
    const asked = await listWhomToAsk(trx, personId)
    if (asked.length === 0) throw new Refusal(texts.nobodyToAsk)
    const mails: number[] = []
    for (const one of asked) {
      const token = await createLinkToken(trx, 'attest-qualification', {
        personId: one.personId,
        subjectId: paper.id,
        minutes: linkMinutes,
      })
      const mailId = await mailPerson(trx, one.personId, {
        reason: 'qualification.employer-asked',
        subjectKey: `qualification:${paper.id}:${today()}`,
        mail: qualificationMails.asked({ title: paper.title, what }, await nameOf(trx, personId), token),
      })
      if (mailId !== undefined) mails.push(mailId)
    }
    if (mails.length === 0) throw new Refusal(texts.askedAlready)
    await note(
      trx,
      actor,
      'qualification.ask-employer',
      { type: 'person', id: personId },
      { details: { qualificationId: paper.id, what } },
    )
    return { names: asked.map(({ name }) => name), mailId: mails[0] }
  })
}

/** The leads of every team somebody is in; without any the coordinators. */
async function listWhomToAsk(trx: Transaction, personId: number): Promise<Approver[]> {
  const teamIds = await teamsOf(trx, personId)
  const found = await Promise.all(
    (teamIds.length > 0 ? teamIds : [null]).map((teamId) => findApprovers(trx, teamId, personId)),
  )
  const leads = found.filter(({ as }) => as !== 'coordinator')
  const people = (leads.length > 0 ? leads : found).flatMap(({ people }) => people)
  return [...new Map(people.map((one) => [one.personId, one])).values()]
}

const nameOf = (trx: Transaction, id: number) =>
  trx.selectFrom('person').select(['name', 'givenName']).where('id', '=', id).executeTakeFirstOrThrow()
