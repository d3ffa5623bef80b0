import { type KyselyPlugin, type RootOperationNode, sql } from 'kysely'
import type { Db } from '#db/client.server.ts'

/**
 * The same database with every row lock left out of every query: the control of a race test. What holds with it and
 * fails without it is held by the lock; what holds either way proves nothing.
 */
export function withoutLocks(db: Db): Db {
  const plugin: KyselyPlugin = {
    transformQuery: ({ node }) => stripLocks(node),
    transformResult: async ({ result }) => result,
  }
  return db.withPlugin(plugin)
}

function stripLocks(node: RootOperationNode): RootOperationNode {
  return node.kind === 'SelectQueryNode' ? { ...node, endModifiers: undefined } : node
}

/** Opens every connection of the pool, so that what starts together runs together. */
export async function warmUp(db: Db): Promise<void> {
  await Promise.all(Array.from({ length: 10 }, () => sql`select pg_sleep(0.05)`.execute(db)))
}
