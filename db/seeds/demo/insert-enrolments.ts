import type { Transaction } from '#db/client.server.ts'
import type { EnrolmentStatus } from '#db/schema.ts'
import type { EditionIds } from './insert-catalogue.ts'
import { type Ids, idOf, type Places } from './insert-people.ts'
import { decidesFor } from './people.ts'
import type { EnrolmentPlan } from './plan-enrolments.ts'
import type { Outcome } from './plan-results.ts'

const hour = 3_600_000

export type EnrolmentIds = Map<EnrolmentPlan, number>

/** Every enrolment, in the state to which it has come; substitutes after those whose place it was. */
export async function insertEnrolments(
  trx: Transaction,
  plans: EnrolmentPlan[],
  outcomes: Outcome[],
  known: { editions: Map<string, EditionIds>; people: Ids; places: Places },
  now: Date,
): Promise<EnrolmentIds> {
  const ids: EnrolmentIds = new Map()
  const outcomeOf = new Map(outcomes.map((outcome) => [outcome.enrolment, outcome]))
  const rowOf = (plan: EnrolmentPlan) => {
    const { edition, person, membership } = plan
    const before = plans.find((one) => one.edition === edition && one.person.key === plan.handedOverFrom)
    const pending = plan.approval === 'pending'
    const toCoordinator = pending && decidesFor(plan.person, membership) === 'coordinator'
    return {
      editionId: known.editions.get(edition.key)!.id,
      personId: idOf(known.people, person.key),
      status: finalStatus(plan, outcomeOf.get(plan)),
      origin: plan.origin,
      approval: plan.approval,
      organisationId: membership ? idOf(known.places.organisations, membership.organisation) : null,
      teamId: membership?.team
        ? idOf(known.places.teams, `${membership.organisation}/${membership.team}`)
        : null,
      createdAt: plan.createdAt,
      statusChangedAt:
        edition.closedAt && plan.status === 'confirmed' ? edition.closedAt : plan.statusChangedAt,
      waitingSince: plan.status === 'waitlisted' ? plan.createdAt : null,
      heldUntil: plan.status === 'unconfirmed' ? new Date(now.getTime() + 21 * hour) : null,
      approvalAskedAt: plan.approval === 'not_needed' ? null : plan.createdAt,
      approvalToDeputyAt: toCoordinator ? plan.createdAt : null,
      approvalToCoordinatorAt: toCoordinator ? plan.createdAt : null,
      note: plan.note ?? null,
      dietaryWishes: plan.dietaryWishes ?? null,
      telephone: edition.hasMeal ? '06 0000 0000' : null,
      withdrawnLate: plan.withdrawnLate,
      statusReason: plan.reason ?? null,
      handedOverFromId: before ? ids.get(before)! : null,
    }
  }
  for (const group of [
    plans.filter((plan) => !plan.handedOverFrom),
    plans.filter((plan) => plan.handedOverFrom),
  ]) {
    const rows = await trx.insertInto('enrolment').values(group.map(rowOf)).returning('id').execute()
    for (const [i, plan] of group.entries()) ids.set(plan, rows[i]!.id)
  }
  return ids
}

function finalStatus(plan: EnrolmentPlan, outcome: Outcome | undefined): EnrolmentStatus {
  if (!outcome || plan.edition.status !== 'closed') return plan.status
  return outcome.completed ? 'completed' : 'not_completed'
}
