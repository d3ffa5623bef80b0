import type { Actor } from '#app/access/actor.ts'
import { authorize } from '#app/access/authorize.ts'
import { now } from '#app/platform/clock.ts'
import { note } from '#app/platform/journal.server.ts'
import { orNotFound } from '#app/platform/refusal.ts'
import { type Db, inTransaction } from '#db/client.server.ts'
import type { OrganisationInput } from './organisation-form.ts'
import { refuseTakenName } from './refuse-taken-name.server.ts'

/** A new organisation; the same name in the same town is refused. Returns its id. */
export function createOrganisation(db: Db, actor: Actor, input: OrganisationInput): Promise<number> {
  authorize(actor, 'organisation.manage')
  return inTransaction(db, async (trx) => {
    const { id } = await refuseTakenName(() =>
      trx
        .insertInto('organisation')
        .values({ ...columns(input), createdAt: now() })
        .returning('id')
        .executeTakeFirstOrThrow(),
    )
    await note(trx, actor, 'organisation.create', { type: 'organisation', id })
    return id
  })
}

/** Changes what is known of an organisation. */
export function changeOrganisation(
  db: Db,
  actor: Actor,
  organisation: { id: number },
  input: OrganisationInput,
): Promise<void> {
  authorize(actor, 'organisation.manage')
  return inTransaction(db, async (trx) => {
    const row = await refuseTakenName(() =>
      trx
        .updateTable('organisation')
        .set(columns(input))
        .where('id', '=', organisation.id)
        .returning('id')
        .executeTakeFirst(),
    )
    await note(trx, actor, 'organisation.change', { type: 'organisation', id: orNotFound(row).id })
  })
}

const columns = (input: OrganisationInput) => ({
  name: input.name,
  town: input.town,
  kinds: input.kinds,
  isPartner: input.isPartner,
  sector: input.sector ?? null,
  chamberOfCommerceNumber: input.chamberOfCommerceNumber ?? null,
  website: input.website ?? null,
})
