import type { Actor } from '#app/access/actor.ts'
import { authorize } from '#app/access/authorize.ts'
import { now } from '#app/platform/clock.ts'
import { note } from '#app/platform/journal.server.ts'
import { orNotFound, Refusal } from '#app/platform/refusal.ts'
import { type Db, inTransaction } from '#db/client.server.ts'
import { changeMails } from './change-mails.ts'
import { toldOfGoingAhead } from './enrolment.ts'
import { enrolmentTexts as texts } from './enrolment-texts.ts'
import { lockEdition } from './lock-edition.server.ts'
import { mailAbout, mailEdition } from './mail-edition.server.ts'
import { tellTrainers } from './tell-trainers.server.ts'

/** Decides that an edition goes ahead, also below its minimum: its participants and trainers can count on it. */
export async function letEditionGoAhead(
  db: Db,
  actor: Actor,
  edition: { id: number },
): Promise<{ told: number }> {
  authorize(actor, 'edition.manage')
  return inTransaction(db, async (trx) => {
    const current = orNotFound(await lockEdition(trx, edition.id))
    if (current.status !== 'open' || (current.startsAt && current.startsAt <= now())) {
      throw new Refusal(texts.nothingToDecide)
    }
    await trx.updateTable('edition').set({ status: 'going_ahead' }).where('id', '=', current.id).execute()
    const people = await trx
      .selectFrom('enrolment')
      .select(['id', 'personId'])
      .where('editionId', '=', current.id)
      .where('status', 'in', toldOfGoingAhead)
      .orderBy('id')
      .execute()
    const about = await mailEdition(trx, current)
    for (const person of people) {
      await mailAbout(trx, person, 'going-ahead', changeMails.goesAhead(about, person.id))
    }
    const mail = changeMails.goesAhead(about, null)
    await tellTrainers(trx, current.id, 'edition.going-ahead', `edition:${current.id}`, mail)
    await note(
      trx,
      actor,
      'edition.go-ahead',
      { type: 'edition', id: current.id },
      {
        details: { told: people.length, placesHeld: current.placesHeld },
      },
    )
    return { told: people.length }
  })
}
