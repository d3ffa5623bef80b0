import { sql } from 'kysely'
import { createLinkToken } from '#app/platform/authentication/link-token.server.ts'
import { now } from '#app/platform/clock.ts'
import { mailPerson } from '#app/platform/mail/queue-mail.server.ts'
import { type Db, inTransaction, type Transaction } from '#db/client.server.ts'
import { longOfferMs, remindOfferMs } from './enrolment.ts'
import { firstRightMails } from './first-right-mails.ts'
import { lockEdition, lockEnrolment } from './lock-edition.server.ts'
import { mailEdition } from './mail-edition.server.ts'

type Due = { id: number; kind: 'enrolment' | 'reservation' }

/** A day before an offer of several days lapses, its person is reminded, once. Each in a transaction of its own. */
export async function remindOffers(db: Db): Promise<number> {
  const soon = new Date(now().getTime() + remindOfferMs)
  const { rows } = await sql<Due>`
    select enrolment.id, 'enrolment' as kind from enrolment
    where status = 'offered' and held_until > ${now()} and held_until <= ${soon}
      and held_until - status_changed_at > make_interval(secs => ${longOfferMs / 1000})
      and not exists (select from outbox where reason = 'enrolment.offer-reminder'
        and subject_key like 'enrolment:' || enrolment.id || ':%')
    union all
    select place_reservation.id, 'reservation' from place_reservation
    where held_until > ${now()} and held_until <= ${soon}
      and not exists (select from outbox where reason = 'edition.reservation-reminder'
        and subject_key = 'reservation:' || place_reservation.id)
    order by kind, id
    limit 500`.execute(db)
  for (const due of rows) {
    await inTransaction(db, (trx) =>
      due.kind === 'enrolment' ? remindPerson(trx, due.id) : remindLead(trx, due.id),
    )
  }
  return rows.length
}

async function remindPerson(trx: Transaction, id: number): Promise<void> {
  const { edition, enrolment } = await lockEnrolment(trx, id)
  const { status, heldUntil, personId } = enrolment
  if (status !== 'offered' || !heldUntil || heldUntil <= now()) return
  // Only the hash of the first link is kept, so the reminder brings one of its own; answering ends both.
  const minutes = Math.max(1, (heldUntil.getTime() - now().getTime()) / 60_000)
  const token = await createLinkToken(trx, 'accept-offer', { personId, subjectId: id, minutes })
  const mail = firstRightMails.reminder(await mailEdition(trx, edition), token, heldUntil)
  // The same key as a coordinator's own reminder: between them the person gets one.
  const subjectKey = `enrolment:${id}:${heldUntil.toISOString()}`
  await mailPerson(trx, personId, { reason: 'enrolment.offer-reminder', subjectKey, mail })
}

async function remindLead(trx: Transaction, id: number): Promise<void> {
  const reservation = await trx
    .selectFrom('placeReservation')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst()
  const edition = reservation && (await lockEdition(trx, reservation.editionId))
  if (!edition) return
  const { personId, places, heldUntil } = reservation
  await mailPerson(trx, personId, {
    reason: 'edition.reservation-reminder',
    subjectKey: `reservation:${id}`,
    mail: firstRightMails.reservationReminder(await mailEdition(trx, edition), edition.id, places, heldUntil),
  })
}
