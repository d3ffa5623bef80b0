import { findLinkToken } from '#app/platform/authentication/link-token.server.ts'
import { today } from '#app/platform/clock.ts'
import type { Db } from '#db/client.server.ts'
import { heldOf, isCounted } from './holding.ts'
import { listPapers } from './qualification-queries.server.ts'

/** What the mailed link of an employer's act is about; undefined when it was used, or there is nothing to do any more. */
export async function findPaperToAttest(db: Db, token: string) {
  const link = await findLinkToken(db, 'attest-qualification', token)
  if (!link?.personId || !link.subjectId) return undefined
  const found = await db
    .selectFrom('qualification')
    .innerJoin('person', 'person.id', 'personId')
    .select(['personId', 'person.name', 'person.givenName'])
    .where('qualification.id', '=', link.subjectId)
    .executeTakeFirst()
  if (!found) return undefined
  const papers = await listPapers(db, [found.personId])
  const held = heldOf(papers, today()).find((one) => one.papers.some(({ id }) => id === link.subjectId))
  const paper = held?.papers.find(({ id }) => id === link.subjectId)
  if (!held || !paper || !isCounted(paper)) return undefined
  return { ...found, leadId: link.personId, paper, held }
}
