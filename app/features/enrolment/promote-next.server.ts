import { createLinkToken } from '#app/platform/authentication/link-token.server.ts'
import { now } from '#app/platform/clock.ts'
import { note } from '#app/platform/journal.server.ts'
import type { Transaction } from '#db/client.server.ts'
import { withCheckInLink } from './check-in-link.server.ts'
import { offerUntil, promotion } from './enrolment.ts'
import { enrolmentMails } from './enrolment-mails.ts'
import { misfitTexts } from './enrolment-texts.ts'
import { type LockedEdition, lockEdition } from './lock-edition.server.ts'
import { mailAbout, mailEdition } from './mail-edition.server.ts'
import { findMisfit } from './misfit-queries.server.ts'
import { setStatus } from './set-status.server.ts'
import { findFirstInLine } from './waiting-queries.server.ts'

/**
 * Gives what is free to whoever waits, in order, until nothing is free or nobody waits. Belongs in the transaction
 * that freed the place, with the edition locked. Who no longer fits (overlap, a required qualification), or may not
 * in a moment, is asked with an offer, rather than skipped. Returns the ids of the enrolments that moved.
 */
export async function promoteNext(trx: Transaction, editionId: number): Promise<number[]> {
  const moved: number[] = []
  for (;;) {
    const edition = await lockEdition(trx, editionId)
    if (!edition?.startsAt || edition.waiting === 0) return moved
    const outcome = promotion(edition, now())
    const next = outcome === 'none' ? undefined : await findFirstInLine(trx, editionId)
    if (!next) return moved
    const busy = !(await holdPerson(trx, next.personId))
    const misfit = await findMisfit(trx, next.personId, edition)
    if (misfit || busy || outcome === 'offer') {
      await offer(trx, edition, edition.startsAt, next, misfit ? misfitTexts(misfit) : [])
    } else {
      const pending = next.approval === 'pending'
      await setStatus(trx, next.id, pending ? 'requested' : 'confirmed')
      const mail = enrolmentMails.promoted(await mailEdition(trx, edition), next.id, pending)
      await mailAbout(trx, next, 'promoted', pending ? mail : withCheckInLink(mail, next.id))
      await note(
        trx,
        null,
        'enrolment.promote',
        { type: 'enrolment', id: next.id },
        { details: { editionId } },
      )
    }
    moved.push(next.id)
  }
}

/**
 * Takes hold of a person, unless they are doing something themselves at this very moment: enrolling elsewhere, maybe
 * for the same hour. Waiting for that is not possible here: people are locked before editions. Then they are asked,
 * and their answer looks at everything again.
 */
async function holdPerson(trx: Transaction, personId: number): Promise<boolean> {
  const held = await trx
    .selectFrom('person')
    .select('id')
    .where('id', '=', personId)
    .forNoKeyUpdate()
    .skipLocked()
    .executeTakeFirst()
  return held !== undefined
}

async function offer(
  trx: Transaction,
  edition: LockedEdition,
  startsAt: Date,
  next: { id: number; personId: number },
  misfit: string[],
): Promise<void> {
  const until = offerUntil(startsAt, now())
  await setStatus(trx, next.id, 'offered', { heldUntil: until })
  const minutes = Math.max(1, (until.getTime() - now().getTime()) / 60_000)
  const token = await createLinkToken(trx, 'accept-offer', {
    personId: next.personId,
    subjectId: next.id,
    minutes,
  })
  await mailAbout(
    trx,
    next,
    'offered',
    enrolmentMails.offered(await mailEdition(trx, edition), token, until, misfit),
  )
  await note(
    trx,
    null,
    'enrolment.offer',
    { type: 'enrolment', id: next.id },
    { details: { editionId: edition.id } },
  )
}
