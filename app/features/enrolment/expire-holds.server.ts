import { now } from '#app/platform/clock.ts'
import { note } from '#app/platform/journal.server.ts'
import { mailPerson } from '#app/platform/mail/queue-mail.server.ts'
import { type Db, inTransaction, type Transaction } from '#db/client.server.ts'
import { closeQuestions } from './close-questions.server.ts'
import { enrolmentMails } from './enrolment-mails.ts'
import { firstRightMails } from './first-right-mails.ts'
import { type LockedEdition, lockEdition } from './lock-edition.server.ts'
import { mailAbout, mailEdition } from './mail-edition.server.ts'
import { promoteNext } from './promote-next.server.ts'
import { setStatus } from './set-status.server.ts'

/**
 * Ends what was held for too long: places that nobody confirmed, offers that nobody answered, waiting lists of
 * editions that began, places of teams whose lead named nobody. What comes free goes to the next in line. Each edition is a transaction of its own. Returns
 * how many enrolments ended.
 */
export async function expireHolds(db: Db): Promise<number> {
  const editions = await db
    .selectFrom('enrolment')
    .select('editionId as id')
    .where('status', 'in', ['unconfirmed', 'offered'])
    .where('heldUntil', '<=', now())
    .union(
      db
        .selectFrom('enrolment')
        .innerJoin('edition', 'edition.id', 'enrolment.editionId')
        .select('edition.id')
        .where('enrolment.status', '=', 'waitlisted')
        .where((where) =>
          where.or([where('enrolment.heldUntil', '<=', now()), where('edition.startsAt', '<=', now())]),
        ),
    )
    .union(db.selectFrom('placeReservation').select('editionId as id').where('heldUntil', '<=', now()))
    .orderBy('id')
    .limit(200)
    .execute()
  let ended = 0
  for (const { id } of editions) ended += await inTransaction(db, (trx) => expireIn(trx, id))
  return ended
}

async function expireIn(trx: Transaction, editionId: number): Promise<number> {
  const edition = await lockEdition(trx, editionId)
  if (!edition) return 0
  const begun = edition.startsAt !== null && edition.startsAt <= now()
  const rows = await trx
    .selectFrom('enrolment')
    .select(['id', 'personId', 'status', 'heldUntil'])
    .where('editionId', '=', editionId)
    .where('status', 'in', ['unconfirmed', 'offered', 'waitlisted'])
    .orderBy('id')
    .execute()
  const over = rows.filter(
    ({ status, heldUntil }) => (heldUntil && heldUntil <= now()) || (begun && status === 'waitlisted'),
  )
  for (const row of over) await expire(trx, edition, row)
  const released = await releaseReservations(trx, edition)
  if (over.length + released > 0) await promoteNext(trx, editionId)
  return over.length + released
}

/** Gives back the places of teams whose lead did not say in time who comes. Returns how many teams. */
async function releaseReservations(trx: Transaction, edition: LockedEdition): Promise<number> {
  const gone = await trx
    .deleteFrom('placeReservation')
    .where('editionId', '=', edition.id)
    .where('heldUntil', '<=', now())
    .returning(['id', 'personId', 'places'])
    .execute()
  for (const { id, personId, places } of gone) {
    await mailPerson(trx, personId, {
      reason: 'edition.reservation-lapsed',
      subjectKey: `reservation:${id}`,
      mail: firstRightMails.reservationLapsed(await mailEdition(trx, edition), places),
    })
  }
  return gone.length
}

type Row = { id: number; personId: number; status: string; heldUntil: Date | null }

async function expire(trx: Transaction, edition: LockedEdition, row: Row): Promise<void> {
  await setStatus(trx, row.id, 'expired')
  await closeQuestions(trx, row.id)
  await note(
    trx,
    null,
    'enrolment.expire',
    { type: 'enrolment', id: row.id },
    { details: { from: row.status } },
  )
  if (row.status === 'offered') {
    await mailAbout(trx, row, 'offer-lapsed', enrolmentMails.offerLapsed(await mailEdition(trx, edition)))
  }
  // Who never confirmed the mail never said that they want to hear from us.
  if (row.status === 'waitlisted' && row.heldUntil === null) {
    await mailAbout(trx, row, 'waiting-ended', enrolmentMails.waitingEnded(await mailEdition(trx, edition)))
  }
}
