import { attachmentsOfPlace } from '#app/features/agenda/calendar-attachments.server.ts'
import { lockPerson } from '#app/features/people/person-queries.server.ts'
import { revokeLinkTokens } from '#app/platform/authentication/link-token.server.ts'
import { now } from '#app/platform/clock.ts'
import { note } from '#app/platform/journal.server.ts'
import { mailPerson } from '#app/platform/mail/queue-mail.server.ts'
import { notFound, Refusal } from '#app/platform/refusal.ts'
import { type Db, inTransaction, type Transaction } from '#db/client.server.ts'
import { type Admitted, insertEnrolment, tellAdmitted } from './admit.server.ts'
import { closeQuestions } from './close-questions.server.ts'
import { mayHandOver } from './enrolment.ts'
import { findOpenEnrolment } from './enrolment-queries.server.ts'
import { misfitTexts, enrolmentTexts as texts } from './enrolment-texts.ts'
import { lockEnrolment } from './lock-edition.server.ts'
import { mailEdition } from './mail-edition.server.ts'
import { findMisfit } from './misfit-queries.server.ts'
import { listSchools } from './school-queries.server.ts'
import { setStatus } from './set-status.server.ts'
import { substitutionMails } from './substitution-mails.ts'

type Substitute = { personId: number }

/** The colleague says yes: the place is theirs, once their own team approves where it wants to. */
export function acceptSubstitution(
  db: Db,
  substitute: Substitute,
  substitution: { id: number },
): Promise<Admitted & { title: string }> {
  return inTransaction(db, async (trx) => {
    const person = await lockPerson(trx, substitute.personId)
    const { asked, edition, enrolment } = await lockQuestion(trx, substitute, substitution.id)
    if (!mayHandOver(enrolment.status, edition, now())) throw new Refusal(texts.notHandable)
    const own = await findOpenEnrolment(trx, person.id, edition.id)
    if (own && own.status !== 'waitlisted') throw new Refusal(texts.alreadyEnrolled)
    // Who stood in line for it doesn't need that place any more.
    if (own) await setStatus(trx, own.id, 'withdrawn')
    const misfit = await findMisfit(trx, person.id, edition)
    if (misfit) throw new Refusal(misfitTexts(misfit).join(' '))
    const schools = await listSchools(trx, person.id)
    const school =
      schools.find(({ organisationId }) => organisationId === enrolment.organisationId) ?? schools[0]
    const needsApproval = school?.needsApproval ?? false
    await answer(trx, asked.id, true)
    await setStatus(trx, enrolment.id, 'handed_over')
    await closeQuestions(trx, enrolment.id)
    const status = needsApproval ? 'requested' : 'confirmed'
    const row = await insertEnrolment(trx, {
      editionId: edition.id,
      personId: person.id,
      status,
      origin: 'substitute',
      approval: needsApproval ? 'pending' : 'not_needed',
      organisationId: school?.organisationId ?? null,
      teamId: school?.teamId ?? null,
      handedOverFromId: enrolment.id,
    })
    await note(
      trx,
      substitute,
      'substitution.accept',
      { type: 'enrolment', id: enrolment.id },
      {
        details: { toEnrolmentId: row.id },
      },
    )
    const about = await mailEdition(trx, edition)
    await mailPerson(trx, enrolment.personId, {
      reason: 'substitution.accepted',
      subjectKey: `substitution:${asked.id}`,
      mail: substitutionMails.handedOver(person.name, about),
      attachments: await attachmentsOfPlace(trx, enrolment),
    })
    const newcomer = { ...row, personName: person.name, teamId: school?.teamId ?? null, note: null }
    const admitted = await tellAdmitted(trx, edition, newcomer, status, needsApproval)
    return { ...admitted, title: edition.title }
  })
}

/** The colleague says no: the place stays with its owner, who is told. */
export function declineSubstitution(
  db: Db,
  substitute: Substitute,
  substitution: { id: number },
): Promise<void> {
  return inTransaction(db, async (trx) => {
    const { name } = await lockPerson(trx, substitute.personId)
    const { asked, edition, enrolment } = await lockQuestion(trx, substitute, substitution.id)
    await answer(trx, asked.id, false)
    await note(trx, substitute, 'substitution.decline', { type: 'enrolment', id: enrolment.id })
    await mailPerson(trx, enrolment.personId, {
      reason: 'substitution.declined',
      subjectKey: `substitution:${asked.id}`,
      mail: substitutionMails.declined(name, await mailEdition(trx, edition), enrolment.id),
    })
  })
}

/** A question put to this very person, with its edition locked. It is read again after that: another may have answered. */
async function lockQuestion(trx: Transaction, substitute: Substitute, id: number) {
  const read = () => trx.selectFrom('substitution').selectAll().where('id', '=', id).executeTakeFirst()
  const known = await read()
  if (!known || known.substituteId !== substitute.personId) throw notFound()
  const locked = await lockEnrolment(trx, known.enrolmentId)
  const asked = await read()
  if (!asked || asked.answeredAt) throw new Refusal(texts.answeredAlready)
  return { asked, ...locked }
}

async function answer(trx: Transaction, id: number, accepted: boolean): Promise<void> {
  await trx.updateTable('substitution').set({ answeredAt: now(), accepted }).where('id', '=', id).execute()
  await revokeLinkTokens(trx, 'answer-substitution', id)
}
