import { createCredential, createList } from '@digitalbazaar/vc-bitstring-status-list'
import { sql } from 'kysely'
import { now } from '#app/platform/clock.ts'
import { environment } from '#app/platform/environment.server.ts'
import type { Db } from '#db/client.server.ts'
import { didOf, issuerPaths, statusListLength } from './issuer.ts'
import { signDocument } from './sign-credential.server.ts'

/** A list tells nobody anything new for so long. */
export const statusMinutes = 10

/**
 * Which credentials of a list were revoked, signed (W3C Bitstring Status List 1.0); undefined for a list in which nothing
 * stands. Whoever looks learns of all of them at once, and we do not learn of which one they wanted to know.
 */
export async function statusList(db: Db, number: number): Promise<object | undefined> {
  if (!Number.isSafeInteger(number * statusListLength)) return undefined
  const first = (number - 1) * statusListLength
  const { rows } = await sql<{ place: number; revoked: boolean }>`
    select status_index - ${first}::bigint as place, revoked_at is not null as revoked
    from credential join certificate on certificate.id = certificate_id
    where status_index between ${first}::bigint and ${first + statusListLength - 1}::bigint
      and (revoked_at is not null or status_index = ${first}::bigint)`.execute(db)
  if (rows.length === 0 && !(await hasAny(db, first))) return undefined
  const list = await createList({ length: statusListLength })
  for (const { place, revoked } of rows) if (revoked) list.setStatus(place, true)
  const { baseUrl } = environment()
  const credential = await createCredential({
    id: baseUrl + issuerPaths.status(number),
    list,
    statusPurpose: 'revocation',
  })
  return signDocument(db, { ...credential, issuer: didOf(baseUrl), validFrom: now().toISOString() })
}

async function hasAny(db: Db, first: number): Promise<boolean> {
  const row = await db
    .selectFrom('credential')
    .select('certificateId')
    .where('statusIndex', '>=', first)
    .where('statusIndex', '<', first + statusListLength)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}
