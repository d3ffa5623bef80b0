import { sql } from 'kysely'
import type { Transaction } from '#db/client.server.ts'

export type LockedModule = {
  id: number
  organisationId: number
  archivedAt: Date | null
  /** The version that is being written, where there is one. */
  draft: { id: number; status: 'draft' | 'in_review' | 'changes_requested'; revision: number } | null
}

/** A module with the version that is being written, until the transaction ends; undefined when there is none. */
export async function lockModule(trx: Transaction, id: number): Promise<LockedModule | undefined> {
  const module = await trx
    .selectFrom('practicalModule')
    .select(['id', 'organisationId', 'archivedAt'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!module) return undefined
  const { rows } = await sql<NonNullable<LockedModule['draft']>>`
    select id, status, revision from module_version where module_id = ${id} and status <> 'published'`.execute(
    trx,
  )
  return { ...module, draft: rows[0] ?? null }
}
