import type { Actor } from '#app/access/actor.ts'
import { authorize } from '#app/access/authorize.ts'
import { attachmentsOfMove } from '#app/features/agenda/calendar-attachments.server.ts'
import { lockPerson } from '#app/features/people/person-queries.server.ts'
import { now } from '#app/platform/clock.ts'
import { note } from '#app/platform/journal.server.ts'
import { orNotFound, Refusal } from '#app/platform/refusal.ts'
import { type Db, inTransaction } from '#db/client.server.ts'
import { insertEnrolment } from './admit.server.ts'
import { closeQuestions } from './close-questions.server.ts'
import { isOpen, place, whyClosed } from './enrolment.ts'
import { enrolmentMails } from './enrolment-mails.ts'
import { findOpenEnrolment } from './enrolment-queries.server.ts'
import { closedTexts, misfitTexts, enrolmentTexts as texts } from './enrolment-texts.ts'
import { lockEdition, lockEnrolment } from './lock-edition.server.ts'
import { mailAbout, mailEdition } from './mail-edition.server.ts'
import { findMisfit } from './misfit-queries.server.ts'
import { promoteNext } from './promote-next.server.ts'
import { setStatus } from './set-status.server.ts'

/** A coordinator moves somebody to another edition that has a place; the old place goes to the first in line there. */
export async function moveEnrolment(
  db: Db,
  actor: Actor,
  enrolment: { id: number },
  input: { editionId: number; reason: string },
): Promise<{ id: number; name: string; mailId: number | undefined }> {
  authorize(actor, 'enrolment.manage')
  return inTransaction(db, async (trx) => {
    const known = orNotFound(
      await trx
        .selectFrom('enrolment')
        .select(['editionId', 'personId'])
        .where('id', '=', enrolment.id)
        .executeTakeFirst(),
    )
    if (known.editionId === input.editionId) throw new Refusal(texts.sameEdition, 'editionId')
    await lockPerson(trx, known.personId)
    // Both, in order of id: two who move people crosswise do not wait for each other for ever.
    for (const id of [known.editionId, input.editionId].sort((one, other) => one - other)) {
      await lockEdition(trx, id)
    }
    const { edition: from, enrolment: current } = await lockEnrolment(trx, enrolment.id)
    const to = orNotFound(await lockEdition(trx, input.editionId))
    if (!isOpen(current.status)) throw new Refusal(texts.cannotLeave)
    const closed = whyClosed(to, now(), { coordinator: true })
    if (closed) throw new Refusal(closedTexts[closed], 'editionId')
    if (await findOpenEnrolment(trx, current.personId, to.id)) {
      throw new Refusal(texts.alreadyEnrolledOther(current.personName), 'editionId')
    }
    if (place(to, false) !== 'confirmed') throw new Refusal(texts.fullElsewhere, 'editionId')
    await setStatus(trx, current.id, 'cancelled', { statusReason: input.reason })
    await closeQuestions(trx, current.id)
    // After the old place is gone: meetings of the two that overlap are no hindrance.
    const misfit = await findMisfit(trx, current.personId, to)
    if (misfit) throw new Refusal(misfitTexts(misfit).join(' '), 'editionId')
    const { organisationId, teamId, note: words, dietaryWishes, telephone, personId } = current
    const moved = await insertEnrolment(trx, {
      editionId: to.id,
      personId,
      status: 'confirmed',
      origin: 'coordinator',
      organisationId,
      teamId,
      note: words,
      dietaryWishes,
      telephone,
    })
    await note(
      trx,
      actor,
      'enrolment.move',
      { type: 'enrolment', id: moved.id },
      {
        reason: input.reason,
        details: { fromEditionId: from.id, toEditionId: to.id, fromEnrolmentId: current.id },
      },
    )
    await promoteNext(trx, from.id)
    const [before, after] = [await mailEdition(trx, from), await mailEdition(trx, to)]
    const mail = enrolmentMails.movedTo(before, after, moved.id, input.reason)
    const files = await attachmentsOfMove(trx, { from: current, to: moved })
    const mailId = await mailAbout(trx, moved, 'moved', mail, files)
    return { id: moved.id, name: current.personName, mailId }
  })
}
