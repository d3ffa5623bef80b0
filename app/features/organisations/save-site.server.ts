import type { Actor } from '#app/access/actor.ts'
import { authorize } from '#app/access/authorize.ts'
import { note } from '#app/platform/journal.server.ts'
import { orNotFound } from '#app/platform/refusal.ts'
import { type Db, inTransaction, type Transaction } from '#db/client.server.ts'
import type { SiteInput } from './organisation-form.ts'
import { findOrganisation } from './organisation-queries.server.ts'
import { refuseTakenName } from './refuse-taken-name.server.ts'

/** One more site of an organisation, with its rooms. */
export function addSite(
  db: Db,
  actor: Actor,
  organisation: { id: number },
  { newRooms, ...input }: SiteInput,
): Promise<number> {
  authorize(actor, 'organisation.manage')
  return inTransaction(db, async (trx) => {
    const { id: organisationId } = orNotFound(await findOrganisation(trx, organisation.id))
    const { id } = await refuseTakenName(() =>
      trx
        .insertInto('site')
        .values({ ...columns(input), organisationId })
        .returning('id')
        .executeTakeFirstOrThrow(),
    )
    await addRooms(trx, id, newRooms)
    await note(
      trx,
      actor,
      'site.save',
      { type: 'organisation', id: organisationId },
      { details: { siteId: id } },
    )
    return id
  })
}

/** Changes a site: where it is, in which holiday region, how to get there; and adds rooms. */
export function changeSite(
  db: Db,
  actor: Actor,
  site: { id: number; organisationId: number },
  { newRooms, ...input }: SiteInput,
): Promise<void> {
  authorize(actor, 'organisation.manage')
  return inTransaction(db, async (trx) => {
    const row = await refuseTakenName(() =>
      trx
        .updateTable('site')
        .set(columns(input))
        .where('id', '=', site.id)
        .where('organisationId', '=', site.organisationId)
        .returning('id')
        .executeTakeFirst(),
    )
    const { id } = orNotFound(row)
    await addRooms(trx, id, newRooms)
    const subject = { type: 'organisation', id: site.organisationId }
    await note(trx, actor, 'site.save', subject, { details: { siteId: id } })
  })
}

/** Gives a room another name; who has a meeting there reads the new one. */
export function renameRoom(
  db: Db,
  actor: Actor,
  room: { id: number; organisationId: number },
  input: { name: string },
): Promise<void> {
  authorize(actor, 'organisation.manage')
  return inTransaction(db, async (trx) => {
    const row = await refuseTakenName(() =>
      trx
        .updateTable('room')
        .set(input)
        .from('site')
        .whereRef('site.id', '=', 'room.siteId')
        .where('room.id', '=', room.id)
        .where('site.organisationId', '=', room.organisationId)
        .returning('room.id')
        .executeTakeFirst(),
    )
    const details = { roomId: orNotFound(row).id }
    await note(trx, actor, 'room.rename', { type: 'organisation', id: room.organisationId }, { details })
  })
}

/** Rooms that are there already stay as they are. */
async function addRooms(trx: Transaction, siteId: number, names: string[]): Promise<void> {
  if (names.length === 0) return
  await trx
    .insertInto('room')
    .values([...new Set(names)].map((name) => ({ siteId, name })))
    .onConflict((conflict) => conflict.constraint('room_name_unique').doNothing())
    .execute()
}

const columns = (input: Omit<SiteInput, 'newRooms'>) => ({
  name: input.name,
  street: input.street ?? null,
  postcode: input.postcode ?? null,
  town: input.town,
  holidayRegion: input.holidayRegion,
  directions: input.directions ?? null,
})
