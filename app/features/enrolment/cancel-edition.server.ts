import type { Actor } from '#app/access/actor.ts'
import { authorize } from '#app/access/authorize.ts'
import { attachmentsOfPlaces } from '#app/features/agenda/calendar-attachments.server.ts'
import { now } from '#app/platform/clock.ts'
import { note } from '#app/platform/journal.server.ts'
import { orNotFound, Refusal } from '#app/platform/refusal.ts'
import { formatWeekday } from '#app/ui/format.ts'
import { type Db, inTransaction } from '#db/client.server.ts'
import { changeMails } from './change-mails.ts'
import { closeQuestions } from './close-questions.server.ts'
import { openStatuses } from './enrolment.ts'
import { listOtherEditions } from './enrolment-queries.server.ts'
import { closedTexts } from './enrolment-texts.ts'
import { lockEdition } from './lock-edition.server.ts'
import { mailAbout, mailEdition } from './mail-edition.server.ts'
import { setStatus } from './set-status.server.ts'
import { tellTrainers } from './tell-trainers.server.ts'

/** Calls an edition off: everyone with a place or a wish for one is told, with the other dates there are. */
export async function cancelEdition(
  db: Db,
  actor: Actor,
  edition: { id: number },
  input: { reason: string },
): Promise<{ told: number }> {
  authorize(actor, 'edition.manage')
  return inTransaction(db, async (trx) => {
    const current = orNotFound(await lockEdition(trx, edition.id))
    if (current.status === 'cancelled' || current.status === 'closed') {
      throw new Refusal(closedTexts[current.status])
    }
    // Read before the meetings are called off, so that the mail says which ones these were.
    const about = await mailEdition(trx, current)
    const others = await listOtherEditions(trx, current, now())
    const alternatives = others.map(({ startsAt, slug, code }) => ({
      line: `Inschrijven voor ${startsAt ? formatWeekday(startsAt) : code}`,
      slug,
      code,
    }))
    await trx
      .updateTable('edition')
      .set({ status: 'cancelled', cancelledAt: now(), cancelledReason: input.reason })
      .where('id', '=', current.id)
      .execute()
    await trx
      .updateTable('meeting')
      .set({ status: 'cancelled' })
      .where('editionId', '=', current.id)
      .where('status', '=', 'planned')
      .execute()
    const people = await trx
      .selectFrom('enrolment')
      .select(['id', 'personId'])
      .where('editionId', '=', current.id)
      .where('status', 'in', openStatuses)
      .orderBy('id')
      .execute()
    const mail = changeMails.cancelled(about, input.reason, alternatives)
    const files = await attachmentsOfPlaces(trx, { editionId: current.id })
    for (const person of people) {
      await setStatus(trx, person.id, 'cancelled', { statusReason: input.reason })
      await closeQuestions(trx, person.id)
      await mailAbout(trx, person, 'cancelled', mail, files.get(person.id))
    }
    await tellTrainers(trx, current.id, 'edition.cancelled', `edition:${current.id}`, mail)
    await note(
      trx,
      actor,
      'edition.cancel',
      { type: 'edition', id: current.id },
      {
        reason: input.reason,
        details: { told: people.length },
      },
    )
    return { told: people.length }
  })
}
