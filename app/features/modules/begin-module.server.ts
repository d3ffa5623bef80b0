import type { Actor } from '#app/access/actor.ts'
import { authorize } from '#app/access/authorize.ts'
import { now } from '#app/platform/clock.ts'
import { note } from '#app/platform/journal.server.ts'
import { freeSlugOf, slugOf } from '#app/platform/slug.ts'
import { type Db, inTransaction, type Transaction } from '#db/client.server.ts'
import { moduleOf, paragraph } from './blocks.ts'
import { type ModuleDocument, textOf } from './document.ts'
import { readDocument } from './document-check.server.ts'

/**
 * Begins a module of a company, with a text or without: its first version, that only the company sees. What the text shows
 * must be the module's own, so a new one has no pictures yet.
 */
export function beginModule(
  db: Db,
  actor: Actor,
  company: { organisationId: number },
  input: { title: string; document?: ModuleDocument },
): Promise<{ id: number }> {
  authorize(actor, 'module.write', company)
  const document = readDocument(input.document ?? moduleOf(paragraph()))
  return inTransaction(db, async (trx) => {
    const { id } = await trx
      .insertInto('practicalModule')
      .values({
        slug: await freeSlug(trx, input.title),
        organisationId: company.organisationId,
        createdAt: now(),
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    await trx
      .insertInto('moduleVersion')
      .values({
        moduleId: id,
        number: 1,
        title: input.title,
        document: JSON.stringify(document),
        words: textOf(document),
        begunBy: actor.personId,
        begunAt: now(),
        changedBy: actor.personId,
        changedAt: now(),
      })
      .execute()
    await note(trx, actor, 'module.begin', { type: 'practical_module', id })
    return { id }
  })
}

/** A slug from a title that no module has yet. Two who begin at once with one title: the second is told by the constraint. */
async function freeSlug(trx: Transaction, title: string): Promise<string> {
  const base = slugOf(title, 'module')
  const taken = await trx
    .selectFrom('practicalModule')
    .select('slug')
    .where((where) => where.or([where('slug', '=', base), where('slug', 'like', `${base}-%`)]))
    .execute()
  return freeSlugOf(base, new Set(taken.map(({ slug }) => slug)))
}
