import type { Actor } from '#app/access/actor.ts'
import { authorize } from '#app/access/authorize.ts'
import { lockPerson } from '#app/features/people/person-queries.server.ts'
import { now } from '#app/platform/clock.ts'
import { note } from '#app/platform/journal.server.ts'
import { orNotFound, Refusal } from '#app/platform/refusal.ts'
import { type Db, inTransaction, type Transaction } from '#db/client.server.ts'
import { type Admitted, insertEnrolment, tellAdmitted } from './admit.server.ts'
import { place, whyClosed } from './enrolment.ts'
import type { EnrolInput } from './enrolment-form.ts'
import { findOpenEnrolment } from './enrolment-queries.server.ts'
import { closedTexts, misfitTexts, enrolmentTexts as texts } from './enrolment-texts.ts'
import { type Lock, lockEdition, readEdition } from './lock-edition.server.ts'
import { findMisfit } from './misfit-queries.server.ts'
import { promoteNext } from './promote-next.server.ts'
import { listSchools, type School } from './school-queries.server.ts'

/**
 * Takes a place in an edition, or a place in line, for oneself, or as coordinator for somebody on the telephone:
 * then the deadline doesn't count and the team isn't asked. Overlap and required qualifications always count.
 */
export async function enrol(
  db: Db,
  actor: Actor,
  edition: { id: number },
  input: EnrolInput & { personId?: number; reason?: string },
  lock: Lock = lockEdition,
): Promise<Admitted> {
  const personId = input.personId ?? actor.personId
  const forOther = personId !== actor.personId
  authorize(actor, 'enrolment.request', { personId })
  return inTransaction(db, async (trx) => {
    const person = await lockPerson(trx, personId)
    // What is about the person is found out before the edition is locked: the others needn't wait for that.
    const seen = orNotFound(await readEdition(trx, edition.id))
    const misfit = await findMisfit(trx, personId, seen)
    const schools = await listSchools(trx, personId)
    const locked = orNotFound(await lock(trx, edition.id))
    const closed = whyClosed(locked, now(), { coordinator: forOther })
    if (closed) throw new Refusal(closedTexts[closed])
    if (await findOpenEnrolment(trx, personId, locked.id)) {
      throw new Refusal(forOther ? texts.alreadyEnrolledOther(person.name) : texts.alreadyEnrolled)
    }
    if (misfit) throw new Refusal(misfitTexts(misfit).join(' '))
    const school = chooseSchool(schools, input.membershipId)
    const needsApproval = !forOther && (school?.needsApproval ?? false)
    const status = place(locked, needsApproval)
    const row = await insertEnrolment(trx, {
      editionId: locked.id,
      personId,
      status,
      origin: forOther ? 'coordinator' : 'self',
      approval: needsApproval ? 'pending' : 'not_needed',
      organisationId: school?.organisationId ?? null,
      teamId: school?.teamId ?? null,
      note: input.note ?? null,
      dietaryWishes: input.dietaryWishes ?? null,
      telephone: input.telephone ?? null,
    })
    await note(
      trx,
      actor,
      'enrolment.enrol',
      { type: 'enrolment', id: row.id },
      {
        reason: input.reason,
        details: { editionId: locked.id, status },
      },
    )
    const enrolment = {
      ...row,
      personName: person.name,
      teamId: school?.teamId ?? null,
      note: input.note ?? null,
    }
    const admitted = await tellAdmitted(trx, locked, enrolment, status, needsApproval)
    // A place may be free that only unconfirmed people wait for.
    const isFree = status === 'waitlisted' && locked.placesHeld < locked.capacity
    const moved = isFree ? await promoteNext(trx, locked.id) : []
    return moved.includes(row.id) ? { ...admitted, status: await statusNow(trx, row.id) } : admitted
  })
}

/** What somebody got who was promoted at once: the place, or an offer, which reads as a place in line. */
async function statusNow(trx: Transaction, id: number): Promise<Admitted['status']> {
  const { status } = await trx
    .selectFrom('enrolment')
    .select('status')
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  return status === 'confirmed' || status === 'requested' ? status : 'waitlisted'
}

/** For which school: the one that was chosen, or the only one; who works nowhere goes for nobody. */
function chooseSchool(schools: School[], membershipId: number | undefined): School | undefined {
  if (membershipId !== undefined) {
    const chosen = schools.find((school) => school.membershipId === membershipId)
    if (!chosen) throw new Refusal(texts.notYourSchool, 'membershipId')
    return chosen
  }
  if (schools.length > 1) throw new Refusal(texts.chooseSchool, 'membershipId')
  return schools[0]
}
