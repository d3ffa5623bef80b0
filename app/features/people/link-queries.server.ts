import { findLinkToken, type LinkPurpose } from '#app/platform/authentication/link-token.server.ts'
import type { Db } from '#db/client.server.ts'

/**
 * Whose link this is and to which address it was mailed, to show its page; undefined when it was used, is past its
 * term, or its address left the account. Looking uses nothing up.
 */
export async function findLinkOwner(db: Db, purpose: LinkPurpose, token: string) {
  const link = await findLinkToken(db, purpose, token)
  if (!link?.personId || !link.subjectId) return undefined
  return db
    .selectFrom('person')
    .innerJoin('emailAddress', 'emailAddress.personId', 'person.id')
    .select(['person.name', 'person.givenName', 'emailAddress.address'])
    .where('person.id', '=', link.personId)
    .where('emailAddress.id', '=', link.subjectId)
    .where('person.deactivatedAt', 'is', null)
    .where('person.mergedIntoId', 'is', null)
    .executeTakeFirst()
}
