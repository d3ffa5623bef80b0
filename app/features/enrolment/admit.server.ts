import type { Insertable } from 'kysely'
import { now } from '#app/platform/clock.ts'
import type { Transaction } from '#db/client.server.ts'
import type { DB } from '#db/schema.ts'
import { askApproval } from './ask-approval.server.ts'
import { withCheckInLink } from './check-in-link.server.ts'
import type { EnrolmentStatus } from './enrolment.ts'
import { enrolmentMails } from './enrolment-mails.ts'
import type { LockedEdition } from './lock-edition.server.ts'
import { mailAbout, mailEdition } from './mail-edition.server.ts'
import { endInterestOf } from './set-status.server.ts'
import { findWaitingPosition } from './waiting-queries.server.ts'

export type Admitted = {
  id: number
  status: 'confirmed' | 'requested' | 'waitlisted'
  /** The place in line, from 1, for who waits. */
  position: number
  mailId: number | undefined
}

/** Adds an enrolment to an edition that is locked, in whatever state was decided. */
export async function insertEnrolment(
  trx: Transaction,
  values: Omit<Insertable<DB['enrolment']>, 'createdAt' | 'statusChangedAt'> & { status: EnrolmentStatus },
): Promise<{ id: number; personId: number }> {
  const at = now()
  const row = await trx
    .insertInto('enrolment')
    .values({
      ...values,
      createdAt: at,
      statusChangedAt: at,
      waitingSince: values.status === 'waitlisted' ? at : null,
    })
    .returning(['id', 'personId'])
    .executeTakeFirstOrThrow()
  if (values.status === 'confirmed' || values.status === 'requested') await endInterestOf(trx, row.id)
  return row
}

/**
 * Tells the person what they got, and asks the team where it wants to be asked. A place that waits for approval is
 * asked about at once, also on the waiting list: then it needs no second wait when a place comes free.
 */
export async function tellAdmitted(
  trx: Transaction,
  edition: LockedEdition,
  enrolment: { id: number; personId: number; personName: string; teamId: number | null; note: string | null },
  status: Admitted['status'],
  needsApproval: boolean,
): Promise<Admitted> {
  const about = await mailEdition(trx, edition)
  const position = status === 'waitlisted' ? await findWaitingPosition(trx, enrolment.id) : 0
  const mail =
    status === 'waitlisted'
      ? enrolmentMails.waitlisted(about, enrolment.id, position)
      : enrolmentMails[status](about, enrolment.id)
  const told = status === 'confirmed' ? withCheckInLink(mail, enrolment.id) : mail
  const mailId = await mailAbout(trx, enrolment, status, told)
  if (needsApproval) {
    const waiting = status === 'waitlisted'
    await askApproval(trx, { ...enrolment, editionId: edition.id, waiting }, about)
  }
  return { id: enrolment.id, status, position, mailId }
}
