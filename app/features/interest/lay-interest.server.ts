import type { Actor } from '#app/access/actor.ts'
import { authorize } from '#app/access/authorize.ts'
import { now } from '#app/platform/clock.ts'
import { note } from '#app/platform/journal.server.ts'
import { orNotFound, Refusal } from '#app/platform/refusal.ts'
import { type Db, inTransaction, type Transaction } from '#db/client.server.ts'
import { type Workplace, workplacesOf } from './interest.ts'
import type { InterestInput } from './interest-form.ts'
import { interestTexts as texts } from './interest-texts.ts'

type Laid = { id: number; isNew: boolean; title: string }

/**
 * Puts somebody on the list of those who want to come to an offering, or changes what they said before: one line a
 * person and offering. Their place in line stays that of the first time.
 */
export async function layInterest(
  db: Db,
  actor: Actor,
  offering: { id: number },
  input: InterestInput,
): Promise<Laid> {
  authorize(actor, 'interest.lay', actor)
  return inTransaction(db, async (trx) => {
    const { title } = orNotFound(
      await trx
        .selectFrom('offering')
        .select('title')
        .where('id', '=', offering.id)
        .where('status', '<>', 'archived')
        .executeTakeFirst(),
    )
    const workplace = chooseWorkplace(actor, input)
    const laid = await upsertInterest(trx, offering.id, actor.personId, {
      organisationId: workplace?.organisationId ?? null,
      teamId: workplace?.teamId ?? null,
      people: input.people,
      halfDays: input.halfDays,
      fromDay: input.fromDay ?? null,
      untilDay: input.untilDay ?? null,
      remark: input.remark ?? null,
    })
    await note(
      trx,
      actor,
      laid.isNew ? 'interest.lay' : 'interest.change',
      { type: 'offering', id: offering.id },
      { details: { interestId: laid.id, people: input.people } },
    )
    return { ...laid, title }
  })
}

/** For which school: the one that was chosen, or the only one. Several people only for a team that one leads. */
export function chooseWorkplace(
  actor: Actor,
  input: { membershipId?: number | undefined; people: number },
): Workplace | undefined {
  const workplaces = workplacesOf(actor.memberships)
  const chosen = input.membershipId
    ? workplaces.find(({ membershipId }) => membershipId === input.membershipId)
    : workplaces[0]
  if (input.membershipId && !chosen) throw new Refusal(texts.notYourSchool, 'membershipId')
  if (!input.membershipId && workplaces.length > 1) throw new Refusal(texts.chooseSchool, 'membershipId')
  if (input.people > 1 && !chosen?.leads) throw new Refusal(texts.severalByLead, 'people')
  return chosen
}

type InterestValues = {
  organisationId: number | null
  teamId: number | null
  people: number
  halfDays: string[]
  fromDay: string | null
  untilDay: string | null
  remark: string | null
}

/** The line itself. Two presses at once make one line: the second changes the first. */
export async function upsertInterest(
  trx: Transaction,
  offeringId: number,
  personId: number,
  values: InterestValues,
): Promise<{ id: number; isNew: boolean }> {
  const at = now()
  const known = await trx
    .selectFrom('interest')
    .select('id')
    .where('offeringId', '=', offeringId)
    .where('personId', '=', personId)
    .where('endedAt', 'is', null)
    .forUpdate()
    .executeTakeFirst()
  const row = await trx
    .insertInto('interest')
    .values({ offeringId, personId, ...values, createdAt: at, changedAt: at })
    .onConflict((conflict) =>
      conflict
        .columns(['offeringId', 'personId'])
        .where('endedAt', 'is', null)
        .doUpdateSet({ ...values, changedAt: at }),
    )
    .returning('id')
    .executeTakeFirstOrThrow()
  return { id: row.id, isNew: known === undefined }
}
