import { lockPerson } from '#app/features/people/person-queries.server.ts'
import { personTexts } from '#app/features/people/person-texts.ts'
import { consumeLinkToken } from '#app/platform/authentication/link-token.server.ts'
import { now } from '#app/platform/clock.ts'
import { note } from '#app/platform/journal.server.ts'
import { Refusal } from '#app/platform/refusal.ts'
import { type Db, inTransaction, type Transaction } from '#db/client.server.ts'
import { type Admitted, tellAdmitted } from './admit.server.ts'
import { misfitTexts, enrolmentTexts as texts } from './enrolment-texts.ts'
import { type LockedEdition, type LockedEnrolment, lockEnrolment } from './lock-edition.server.ts'
import { findMisfit } from './misfit-queries.server.ts'
import { promoteNext } from './promote-next.server.ts'
import { listSchools } from './school-queries.server.ts'
import { setStatus } from './set-status.server.ts'

/** `isNew`: the link confirmed the first address of an account, and with that made it one that can be logged in to. */
export type Confirmed = { personId: number; title: string; isNew: boolean } & (
  | { admitted: Admitted }
  /** The address is confirmed, but there is no place: why, in sentences. */
  | { refused: string }
)

/** Makes an unconfirmed place a real one. The link proves the address, so it also confirms that. */
export function confirmEnrolment(db: Db, token: string): Promise<Confirmed> {
  return inTransaction(db, async (trx) => {
    const link = await consumeLinkToken(trx, 'confirm-enrolment', token)
    if (!link?.personId || !link.subjectId) throw new Refusal(personTexts.deadLink)
    await lockPerson(trx, link.personId)
    const { edition, enrolment } = await lockEnrolment(trx, link.subjectId)
    const isNew = await confirmFirstAddress(trx, link.personId)
    const known = { personId: link.personId, title: edition.title, isNew }
    const waits = enrolment.heldUntil !== null && enrolment.heldUntil > now()
    if (!waits) return { ...known, refused: texts.holdExpired(edition.title) }
    const misfit = await findMisfit(trx, link.personId, edition)
    if (misfit) {
      const refused = misfitTexts(misfit).join(' ')
      await setStatus(trx, enrolment.id, 'withdrawn', { statusReason: refused })
      await promoteNext(trx, edition.id)
      return { ...known, refused }
    }
    return { ...known, admitted: await admit(trx, edition, enrolment) }
  })
}

async function admit(
  trx: Transaction,
  edition: LockedEdition,
  enrolment: LockedEnrolment,
): Promise<Admitted> {
  const schools = await listSchools(trx, enrolment.personId)
  const school = schools.find(
    ({ organisationId, teamId }) =>
      organisationId === enrolment.organisationId && teamId === enrolment.teamId,
  )
  const needsApproval = school?.needsApproval ?? false
  const status = enrolment.status === 'waitlisted' ? 'waitlisted' : needsApproval ? 'requested' : 'confirmed'
  await setStatus(trx, enrolment.id, status, { approval: needsApproval ? 'pending' : 'not_needed' })
  await note(
    trx,
    { personId: enrolment.personId },
    'enrolment.confirm',
    { type: 'enrolment', id: enrolment.id },
    {
      details: { editionId: edition.id, status },
    },
  )
  const admitted = await tellAdmitted(trx, edition, enrolment, status, needsApproval)
  if (status === 'waitlisted') await promoteNext(trx, edition.id)
  return admitted
}

/** Who never confirmed an address has just shown that the one they enrolled with is theirs. */
async function confirmFirstAddress(trx: Transaction, personId: number): Promise<boolean> {
  const addresses = await trx
    .selectFrom('emailAddress')
    .select(['id', 'isPrimary', 'confirmedAt'])
    .where('personId', '=', personId)
    .limit(20)
    .execute()
  if (addresses.some(({ confirmedAt }) => confirmedAt !== null)) return false
  await trx
    .updateTable('emailAddress')
    .set({ confirmedAt: now(), refusedAt: null })
    .where('personId', '=', personId)
    .where('isPrimary', '=', true)
    .execute()
  return true
}
