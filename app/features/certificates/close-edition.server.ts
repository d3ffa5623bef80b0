import { sql } from 'kysely'
import type { Actor } from '#app/access/actor.ts'
import { authorize } from '#app/access/authorize.ts'
import { askNow } from '#app/features/evaluation/ask-for-evaluations.server.ts'
import { now } from '#app/platform/clock.ts'
import { note } from '#app/platform/journal.server.ts'
import { mailPeople } from '#app/platform/mail/queue-mails.server.ts'
import { orNotFound, Refusal } from '#app/platform/refusal.ts'
import { type Db, inTransaction, type Transaction } from '#db/client.server.ts'
import { issuedMail, notCompletedMail } from './certificate-mails.ts'
import { kindEarned, obstaclesToClosing } from './closing.ts'
import { findClosableEdition, listStandings, type Participant } from './completion-queries.server.ts'
import { awardQualifications, insertCertificates } from './insert-certificates.server.ts'

export type ClosedEdition = {
  completed: number
  notCompleted: number
  /** New certificates and proofs; who has a valid one already keeps that. */
  issued: number
  qualifications: number
  /** Of the first mail that went out, for a demo. */
  mailId: number | undefined
}

/**
 * Closes an edition in one act: everyone who met the rule has completed it and gets a proof or a certificate, at most
 * one valid each; the others are told what is missing. A meeting without a complete record stands in the way.
 */
export function closeEdition(db: Db, actor: Actor, editionId: number): Promise<ClosedEdition> {
  return inTransaction(db, async (trx) => {
    await lockEdition(trx, editionId)
    const edition = orNotFound(await findClosableEdition(trx, editionId))
    authorize(actor, 'certificate.issue', { editionId })
    const openUntil = edition.evaluationRequired ? await askNow(trx, editionId) : undefined
    const { meetings, participants } = await listStandings(trx, edition)
    const obstacles = obstaclesToClosing({ status: edition.status, meetings, participants }, now())
    if (obstacles.length > 0) throw new Refusal(obstacles.map(({ sentence }) => sentence).join(' '))

    const completed = participants.filter((participant) => participant.completion.met)
    const others = participants.filter((participant) => !participant.completion.met)
    await settle(trx, editionId, completed, others)
    const without = completed.filter(({ certificate }) => !certificate)
    const issued = await insertCertificates(trx, actor, edition, meetings, without)
    const qualifications = await awardQualifications(trx, edition, participants)
    const byEnrolment = new Map(issued.map((certificate) => [certificate.enrolmentId, certificate]))
    const [mailId] = await mailPeople(trx, [
      ...without.flatMap((participant) => {
        const certificate = byEnrolment.get(participant.enrolmentId)
        if (!certificate) return []
        const kind = kindEarned(edition.test, participant.testResult)
        return [issuedMail(participant.personId, { ...certificate, kind, title: edition.title })]
      }),
      ...others.map(({ personId, enrolmentId, completion, evaluation }) =>
        notCompletedMail(personId, {
          enrolmentId,
          title: edition.title,
          missing: completion.missing,
          evaluateUntil: evaluation?.given === false ? openUntil : undefined,
        }),
      ),
    ])
    const counts = {
      completed: completed.length,
      notCompleted: others.length,
      issued: issued.length,
      qualifications,
    }
    await note(trx, actor, 'edition.close', { type: 'edition', id: editionId }, { details: counts })
    return { ...counts, mailId }
  })
}

/**
 * Nobody else closes it, and nobody records attendance in it, until this transaction ends. People come before editions,
 * as everywhere: somebody who withdraws at this moment waits, or is waited for.
 */
async function lockEdition(trx: Transaction, editionId: number): Promise<void> {
  await trx
    .selectFrom('person')
    .innerJoin('enrolment', 'enrolment.personId', 'person.id')
    .select('person.id')
    .where('enrolment.editionId', '=', editionId)
    .orderBy('person.id')
    .forKeyShare('person')
    .execute()
  await trx.selectFrom('edition').select('id').where('id', '=', editionId).forUpdate().execute()
}

async function settle(
  trx: Transaction,
  editionId: number,
  completed: Participant[],
  others: Participant[],
): Promise<void> {
  const ids = (people: Participant[]) => people.map(({ enrolmentId }) => enrolmentId)
  await sql`
    update enrolment set status_changed_at = ${now()}::timestamptz,
      status = case when id = any(${ids(completed)}::bigint[]) then 'completed' else 'not_completed' end::enrolment_status
    where id = any(${[...ids(completed), ...ids(others)]}::bigint[])
  `.execute(trx)
  await trx
    .updateTable('edition')
    .set({ status: 'closed', closedAt: now() })
    .where('id', '=', editionId)
    .execute()
}
