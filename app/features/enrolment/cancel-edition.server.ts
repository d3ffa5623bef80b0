import type { Actor } from '#app/access/actor.ts'
import { authorize } from '#app/access/authorize.ts'
import { attachmentsOfPlaces } from '#app/features/agenda/calendar-attachments.server.ts'
import { createLinkTokens } from '#app/platform/authentication/link-token.server.ts'
import { now } from '#app/platform/clock.ts'
import { note } from '#app/platform/journal.server.ts'
import type { Mail } from '#app/platform/mail/mail.ts'
import { mailPerson } from '#app/platform/mail/queue-mail.server.ts'
import { mailPeople } from '#app/platform/mail/queue-mails.server.ts'
import { orNotFound, Refusal } from '#app/platform/refusal.ts'
import { formatWeekday } from '#app/ui/format.ts'
import { type Db, inTransaction, type Transaction } from '#db/client.server.ts'
import type { EditionStatus } from '#db/schema.ts'
import { changeMails } from './change-mails.ts'
import { closeQuestions } from './close-questions.server.ts'
import { openStatuses, place } from './enrolment.ts'
import { listOtherEditions } from './enrolment-queries.server.ts'
import { closedTexts, enrolmentTexts as texts } from './enrolment-texts.ts'
import { lockEdition } from './lock-edition.server.ts'
import { mailEdition } from './mail-edition.server.ts'
import { setStatus } from './set-status.server.ts'
import { tellTrainers } from './tell-trainers.server.ts'

/**
 * Calls an edition off: everyone with a place or a wish for one is told, with the other dates that have places and a
 * link to wait for a next one. `seen` is how it stood when the coordinator decided: who was just told that it goes ahead
 * is not told the opposite by a page that was left open.
 */
export async function cancelEdition(
  db: Db,
  actor: Actor,
  edition: { id: number },
  input: { reason: string; seen?: EditionStatus | undefined },
): Promise<{ told: number }> {
  authorize(actor, 'edition.manage')
  return inTransaction(db, async (trx) => {
    const current = orNotFound(await lockEdition(trx, edition.id))
    if (current.status === 'cancelled' || current.status === 'closed') {
      throw new Refusal(closedTexts[current.status])
    }
    if (input.seen && input.seen !== current.status) throw new Refusal(texts.decidedMeanwhile)
    // Read before the meetings are called off, so that the mail says which ones these were.
    const about = await mailEdition(trx, current)
    const others = await listOtherEditions(trx, current, now())
    const withPlaces = others.filter((one) => place(one, false) !== 'waitlisted')
    const alternatives = withPlaces.map(({ startsAt, slug, code }) => ({
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
      .select(['id', 'personId', 'status'])
      .where('editionId', '=', current.id)
      .where('status', 'in', openStatuses)
      .orderBy('id')
      .execute()
    const files = await attachmentsOfPlaces(trx, { editionId: current.id })
    const links = await linksToWait(trx, people)
    for (const person of people) {
      await setStatus(trx, person.id, 'cancelled', { statusReason: input.reason })
      await closeQuestions(trx, person.id)
    }
    await mailPeople(
      trx,
      people.map(({ id, personId, status }) => ({
        personId,
        reason: 'enrolment.cancelled',
        subjectKey: `enrolment:${id}`,
        mail: changeMails.cancelled(
          about,
          input.reason,
          alternatives,
          links.get(id),
          status === 'waitlisted',
        ),
        attachments: files.get(id),
      })),
    )
    await releaseReservations(
      trx,
      current.id,
      changeMails.cancelled(about, input.reason, alternatives, undefined),
    )
    const forTrainers = changeMails.cancelledTrainer(about, input.reason)
    await tellTrainers(trx, current.id, 'edition.cancelled', `edition:${current.id}`, forTrainers)
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

const waitLinkMinutes = 90 * 24 * 60

/** By enrolment, a link to wait for a next date; none for who never confirmed that the address is theirs. */
async function linksToWait(
  trx: Transaction,
  people: readonly { id: number; personId: number; status: string }[],
): Promise<Map<number, string>> {
  const known = people.filter(({ status }) => status !== 'unconfirmed')
  const subjects = known.map(({ id, personId }) => ({ personId, subjectId: id }))
  const tokens = await createLinkTokens(trx, 'show-interest', subjects, {
    from: now(),
    minutes: waitLinkMinutes,
  })
  return new Map(known.map(({ id }, index) => [id, tokens[index] as string]))
}

/** Gives the places back that were held for teams, and tells their leads. */
async function releaseReservations(trx: Transaction, editionId: number, mail: Mail): Promise<void> {
  const rows = await trx
    .deleteFrom('placeReservation')
    .where('editionId', '=', editionId)
    .returning(['id', 'personId'])
    .execute()
  for (const { id, personId } of rows) {
    await mailPerson(trx, personId, {
      reason: 'edition.cancelled-lead',
      subjectKey: `reservation:${id}`,
      mail,
    })
  }
}
