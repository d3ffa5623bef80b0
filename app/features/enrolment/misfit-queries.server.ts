import type { Clash } from '#app/features/agenda/agenda.ts'
import { listClashes } from '#app/features/agenda/agenda-queries.server.ts'
import type { Lacking } from '#app/features/qualifications/qualification.ts'
import { listUnmetRequirements } from '#app/features/qualifications/qualification-queries.server.ts'
import { dayOf } from '#app/platform/clock.ts'
import type { Db, Transaction } from '#db/client.server.ts'

export type Misfit = { clashes: Clash[]; unmet: Lacking[] }

/** Why this person cannot take part in this edition: what they are at already, and what they lack. Undefined: fits. */
export async function findMisfit(
  db: Db | Transaction,
  personId: number,
  edition: { id: number; offeringId: number; startsAt: Date | null },
): Promise<Misfit | undefined> {
  const clashes = await listClashes(db, personId, edition.id)
  const unmet = edition.startsAt
    ? await listUnmetRequirements(db, personId, edition.offeringId, dayOf(edition.startsAt))
    : []
  return clashes.length + unmet.length > 0 ? { clashes, unmet } : undefined
}
