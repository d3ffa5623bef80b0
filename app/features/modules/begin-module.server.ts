import type { Actor } from '#app/access/actor.ts'
import { authorize } from '#app/access/authorize.ts'
import { now } from '#app/platform/clock.ts'
import { note } from '#app/platform/journal.server.ts'
import { Refusal } from '#app/platform/refusal.ts'
import { freeSlugOf, slugOf } from '#app/platform/slug.ts'
import { type Db, inTransaction, type Transaction } from '#db/client.server.ts'
import { moduleOf, paragraph } from './blocks.ts'
import { type ModuleDocument, wordsToFind } from './document.ts'
import { readDocument } from './document-check.server.ts'
import { keepReferences } from './keep-references.server.ts'
import { moduleTexts as texts } from './module-texts.ts'

const longestTitle = 150
const mostTries = 5

/**
 * Begins a module of a company, with a text or without: its first version, that only the company sees. A text with pictures
 * or files is refused: those belong to a module that is there already.
 */
export async function beginModule(
  db: Db,
  actor: Actor,
  company: { organisationId: number },
  input: { title: string; document?: ModuleDocument },
): Promise<{ id: number }> {
  authorize(actor, 'module.write', company)
  const title = input.title.trim()
  const holds = title !== '' && title.length <= longestTitle && title.isWellFormed() && !/\p{Cc}/u.test(title)
  if (!holds) throw new Refusal(texts.fillTitle, 'title')
  const document = readDocument(input.document ?? moduleOf(paragraph()))
  return inTransaction(db, async (trx) => {
    const id = await insertUnderFreeSlug(trx, company.organisationId, title)
    const { id: versionId } = await trx
      .insertInto('moduleVersion')
      .values({
        moduleId: id,
        number: 1,
        title,
        document: JSON.stringify(document),
        words: wordsToFind(document),
        begunBy: actor.personId,
        begunAt: now(),
        changedBy: actor.personId,
        changedAt: now(),
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    await keepReferences(trx, id, versionId, document)
    await note(trx, actor, 'module.begin', { type: 'practical_module', id })
    return { id }
  })
}

/** Under a slug that no module has yet; who began at once with the same title gets the next one. */
async function insertUnderFreeSlug(trx: Transaction, organisationId: number, title: string): Promise<number> {
  const base = slugOf(title, 'module')
  for (let attempt = 0; attempt < mostTries; attempt++) {
    const taken = await trx
      .selectFrom('practicalModule')
      .select('slug')
      .where((where) => where.or([where('slug', '=', base), where('slug', 'like', `${base}-%`)]))
      .execute()
    const inserted = await trx
      .insertInto('practicalModule')
      .values({
        slug: freeSlugOf(base, new Set(taken.map(({ slug }) => slug))),
        organisationId,
        createdAt: now(),
      })
      .onConflict((conflict) => conflict.column('slug').doNothing())
      .returning('id')
      .executeTakeFirst()
    if (inserted) return inserted.id
  }
  throw new Refusal(texts.busy, 'title')
}
