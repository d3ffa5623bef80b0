import type { Actor } from '#app/access/actor.ts'
import { authorize } from '#app/access/authorize.ts'
import { now } from '#app/platform/clock.ts'
import { note } from '#app/platform/journal.server.ts'
import { orNotFound, Refusal } from '#app/platform/refusal.ts'
import { type Db, inTransaction, type Transaction } from '#db/client.server.ts'
import { changeMails } from './change-mails.ts'
import { type EnrolmentStatus, toldOfGoingAhead } from './enrolment.ts'
import { enrolmentTexts as texts } from './enrolment-texts.ts'
import { lockEdition } from './lock-edition.server.ts'
import { mailAbout, mailEdition } from './mail-edition.server.ts'
import type { MailEdition } from './mail-parts.ts'
import { tellTrainers } from './tell-trainers.server.ts'

/**
 * Decides that an edition goes ahead, also below its minimum: its participants and trainers can count on it. Who was
 * offered a place hears until when it is held, and who waits at which place in line they are.
 */
export async function letEditionGoAhead(
  db: Db,
  actor: Actor,
  edition: { id: number },
): Promise<{ told: number; waiting: number }> {
  authorize(actor, 'edition.manage')
  return inTransaction(db, async (trx) => {
    const current = orNotFound(await lockEdition(trx, edition.id))
    if (current.status !== 'open' || (current.startsAt && current.startsAt <= now())) {
      throw new Refusal(texts.nothingToDecide)
    }
    await trx.updateTable('edition').set({ status: 'going_ahead' }).where('id', '=', current.id).execute()
    const people = await trx
      .selectFrom('enrolment')
      .select(['id', 'personId', 'status', 'heldUntil'])
      .where('editionId', '=', current.id)
      .where('status', 'in', toldOfGoingAhead)
      .orderBy('waitingSince')
      .orderBy('id')
      .execute()
    const about = await mailEdition(trx, current)
    // Whose address is not confirmed has no place in line yet.
    const inLine = people.filter(({ status, heldUntil }) => status === 'waitlisted' && !heldUntil)
    const placed = people.filter(({ status }) => status !== 'waitlisted')
    for (const person of placed) await tell(trx, about, person, 0)
    for (const [index, person] of inLine.entries()) await tell(trx, about, person, index + 1)
    const mail = changeMails.goesAhead(about, null)
    await tellTrainers(trx, current.id, 'edition.going-ahead', `edition:${current.id}`, mail)
    await note(
      trx,
      actor,
      'edition.go-ahead',
      { type: 'edition', id: current.id },
      {
        details: { told: placed.length, waiting: inLine.length, placesHeld: current.placesHeld },
      },
    )
    return { told: placed.length, waiting: inLine.length }
  })
}

type Told = { id: number; personId: number; status: EnrolmentStatus; heldUntil: Date | null }

function tell(trx: Transaction, about: MailEdition, person: Told, position: number) {
  if (person.status === 'waitlisted') {
    const mail = changeMails.goesAheadWaiting(about, person.id, position)
    return mailAbout(trx, person, 'going-ahead-waiting', mail)
  }
  // An offer is nothing for one's calendar yet.
  if (person.status === 'offered') {
    const mail = changeMails.goesAhead(about, person.id, person.heldUntil)
    return mailAbout(trx, person, 'going-ahead-offered', mail)
  }
  return mailAbout(trx, person, 'going-ahead', changeMails.goesAhead(about, person.id))
}
