import type { Db, Transaction } from '#db/client.server.ts'

export type Region = {
  code: string
  name: string
  shortName: string
  area: string
  demo: boolean
  signatoryName: string
  signatoryRole: string
  contactEmail: string | null
}

const kept = new WeakMap<object, { region: Region; until: number }>()
const keepForMs = 15_000

/** The region of this installation. Every page names it, so it is kept for some seconds. */
export async function theRegion(db: Db | Transaction): Promise<Region> {
  const known = kept.get(db)
  if (known && known.until > Date.now()) return known.region
  const region = await db
    .selectFrom('region')
    .select(['code', 'name', 'shortName', 'area', 'demo', 'signatoryName', 'signatoryRole', 'contactEmail'])
    .executeTakeFirstOrThrow()
  if (!db.isTransaction) kept.set(db, { region, until: Date.now() + keepForMs })
  return region
}
