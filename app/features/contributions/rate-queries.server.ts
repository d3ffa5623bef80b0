import type { Db, Transaction } from '#db/client.server.ts'

export type Rate = { id: number; validFrom: string; centsPerHour: number; note: string }

/** All rates, the latest first. */
export function listRates(db: Db): Promise<Rate[]> {
  return db
    .selectFrom('contributionRate')
    .select(['id', 'validFrom', 'centsPerHour', 'note'])
    .orderBy('validFrom', 'desc')
    .limit(200)
    .execute()
}

/** The rate in force on a day; undefined before the first one. */
export function findRate(db: Db | Transaction, day: string): Promise<Rate | undefined> {
  return db
    .selectFrom('contributionRate')
    .select(['id', 'validFrom', 'centsPerHour', 'note'])
    .where('validFrom', '<=', day)
    .orderBy('validFrom', 'desc')
    .limit(1)
    .executeTakeFirst()
}
