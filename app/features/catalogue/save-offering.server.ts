import type { Actor } from '#app/access/actor.ts'
import { authorize } from '#app/access/authorize.ts'
import { now } from '#app/platform/clock.ts'
import { note } from '#app/platform/journal.server.ts'
import { Refusal } from '#app/platform/refusal.ts'
import { freeSlugOf, slugOf } from '#app/platform/slug.ts'
import { type Db, inTransaction, type Transaction } from '#db/client.server.ts'
import type { OfferingInput } from './offering-form.ts'

/**
 * Makes an offering, or changes one when `offeringId` is given; returns its id and slug. A slug is made from the first
 * title and never changes, because people have shared it. Editions that run keep the completion rule they began with.
 */
export async function saveOffering(
  db: Db,
  actor: Actor,
  offeringId: number | undefined,
  input: OfferingInput,
): Promise<{ id: number; slug: string }> {
  authorize(actor, 'offering.manage')
  return inTransaction(db, async (trx) => {
    await checkReferences(trx, input)
    const { profiles, examModules, requires, lapsedMonthsAllowed, published, ...columns } = input
    const values = {
      ...columns,
      roomId: input.roomId ?? null,
      preparesFor: input.preparesFor ?? null,
      awardsOnTest: input.awardsOnTest ?? null,
      status: published ? ('published' as const) : ('draft' as const),
      updatedAt: now(),
    }
    const offering = offeringId
      ? await trx
          .updateTable('offering')
          .set(values)
          .where('id', '=', offeringId)
          .returning(['id', 'slug'])
          .executeTakeFirstOrThrow()
      : await trx
          .insertInto('offering')
          .values({ ...values, slug: await freeSlug(trx, input.title) })
          .returning(['id', 'slug'])
          .executeTakeFirstOrThrow()
    await replaceLists(trx, offering.id, { profiles, examModules, requires, lapsedMonthsAllowed })
    await note(trx, actor, offeringId ? 'offering.change' : 'offering.create', {
      type: 'offering',
      id: offering.id,
    })
    return offering
  })
}

async function checkReferences(trx: Transaction, input: OfferingInput): Promise<void> {
  if (input.examModules.length === 0) return
  const known = await trx
    .selectFrom('examModule')
    .select('code')
    .where('code', 'in', input.examModules)
    .execute()
  const unknown = input.examModules.filter((code) => !known.some((row) => row.code === code))
  if (unknown.length > 0) {
    throw new Refusal(
      `Deze code bestaat niet: ${unknown.join(', ')}. Een code ziet eruit als P/PIE/01.`,
      'examModules',
    )
  }
}

type Lists = Pick<OfferingInput, 'profiles' | 'examModules' | 'requires' | 'lapsedMonthsAllowed'>

async function replaceLists(trx: Transaction, offeringId: number, lists: Lists): Promise<void> {
  await trx.deleteFrom('offeringProfile').where('offeringId', '=', offeringId).execute()
  await trx.deleteFrom('offeringExamModule').where('offeringId', '=', offeringId).execute()
  await trx.deleteFrom('offeringRequirement').where('offeringId', '=', offeringId).execute()
  if (lists.profiles.length > 0) {
    await trx
      .insertInto('offeringProfile')
      .values([...new Set(lists.profiles)].map((profileCode) => ({ offeringId, profileCode })))
      .execute()
  }
  if (lists.examModules.length > 0) {
    await trx
      .insertInto('offeringExamModule')
      .values([...new Set(lists.examModules)].map((moduleCode) => ({ offeringId, moduleCode })))
      .execute()
  }
  if (lists.requires.length > 0) {
    const { lapsedMonthsAllowed } = lists
    await trx
      .insertInto('offeringRequirement')
      .values([...new Set(lists.requires)].map((typeCode) => ({ offeringId, typeCode, lapsedMonthsAllowed })))
      .execute()
  }
}

/** A slug from a title that no offering has yet. */
async function freeSlug(trx: Transaction, title: string): Promise<string> {
  const base = slugOf(title, 'aanbod')
  const taken = await trx.selectFrom('offering').select('slug').where('slug', 'like', `${base}%`).execute()
  return freeSlugOf(base, new Set(taken.map(({ slug }) => slug)))
}
