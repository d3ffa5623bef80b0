import type { Actor } from '#app/access/actor.ts'
import { authorize } from '#app/access/authorize.ts'
import { note } from '#app/platform/journal.server.ts'
import { orNotFound, Refusal } from '#app/platform/refusal.ts'
import { type Db, inTransaction, type Transaction } from '#db/client.server.ts'
import type { TeamInput } from './organisation-form.ts'
import { findOrganisation } from './organisation-queries.server.ts'
import { organisationTexts as texts } from './organisation-texts.ts'
import { refuseTakenName } from './refuse-taken-name.server.ts'

/** One more team of an organisation. */
export function addTeam(
  db: Db,
  actor: Actor,
  organisation: { id: number },
  input: TeamInput,
): Promise<number> {
  authorize(actor, 'organisation.manage')
  return inTransaction(db, async (trx) => {
    const { id: organisationId } = orNotFound(await findOrganisation(trx, organisation.id))
    await checkSite(trx, organisationId, input.siteId)
    const { id } = await refuseTakenName(() =>
      trx
        .insertInto('team')
        .values({ ...input, siteId: input.siteId ?? null, organisationId })
        .returning('id')
        .executeTakeFirstOrThrow(),
    )
    await note(
      trx,
      actor,
      'team.save',
      { type: 'organisation', id: organisationId },
      { details: { teamId: id } },
    )
    return id
  })
}

/** Changes a team: its name, its site, and whether its lead is asked before somebody goes. */
export function changeTeam(
  db: Db,
  actor: Actor,
  team: { id: number; organisationId: number },
  input: TeamInput,
): Promise<void> {
  authorize(actor, 'organisation.manage')
  return inTransaction(db, async (trx) => {
    await checkSite(trx, team.organisationId, input.siteId)
    const row = await refuseTakenName(() =>
      trx
        .updateTable('team')
        .set({ ...input, siteId: input.siteId ?? null })
        .where('id', '=', team.id)
        .where('organisationId', '=', team.organisationId)
        .returning('id')
        .executeTakeFirst(),
    )
    const subject = { type: 'organisation', id: team.organisationId }
    await note(trx, actor, 'team.save', subject, { details: { teamId: orNotFound(row).id } })
  })
}

async function checkSite(
  trx: Transaction,
  organisationId: number,
  siteId: number | undefined,
): Promise<void> {
  if (siteId === undefined) return
  const site = await trx
    .selectFrom('site')
    .select('id')
    .where('id', '=', siteId)
    .where('organisationId', '=', organisationId)
    .executeTakeFirst()
  if (!site) throw new Refusal(texts.siteElsewhere, 'siteId')
}
