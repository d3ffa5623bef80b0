import { moduleOf, paragraph } from '#app/features/modules/blocks.ts'
import type { ModuleDocument } from '#app/features/modules/document.ts'
import { keepReferences } from '#app/features/modules/keep-references.server.ts'
import { putPicture } from '#app/features/modules/put-picture.server.ts'
import { storeScan } from '#app/platform/files/store-file.server.ts'
import { type Db, inTransaction } from '#db/client.server.ts'
import { anOrganisation } from './builders.ts'

let count = 0

/** A module with one version, which is a draft until it is published (`publish`). */
export async function aModule(db: Db, values: { organisationId?: number } = {}) {
  const organisationId = values.organisationId ?? (await anOrganisation(db, { kinds: ['company'] })).id
  const slug = `module-${++count}-${Date.now()}`
  const { id } = await db
    .insertInto('practicalModule')
    .values({ slug, organisationId })
    .returning('id')
    .executeTakeFirstOrThrow()
  const { id: versionId } = await aVersion(db, id, 1)
  return { id, slug, versionId }
}

export const aVersion = (db: Db, moduleId: number, number: number) =>
  db
    .insertInto('moduleVersion')
    .values({
      moduleId,
      number,
      title: 'Een module',
      summary: 'Om te proberen.',
      document: JSON.stringify(moduleOf(paragraph())),
      levels: ['kb'],
      lessons: 2,
      licence: 'cc_by',
    })
    .returning('id')
    .executeTakeFirstOrThrow()

/** Gives a version this text, with everything that it shows. */
export const write = (db: Db, moduleId: number, versionId: number, document: ModuleDocument) =>
  inTransaction(db, async (trx) => {
    await trx
      .updateTable('moduleVersion')
      .set({ document: JSON.stringify(document) })
      .where('id', '=', versionId)
      .execute()
    await keepReferences(trx, moduleId, versionId, document)
  })

export async function publish(db: Db, { id, versionId }: { id: number; versionId: number }): Promise<void> {
  await db
    .updateTable('moduleVersion')
    .set({ status: 'published', publishedAt: new Date() })
    .where('id', '=', versionId)
    .execute()
  await db
    .updateTable('practicalModule')
    .set({ publishedVersionId: versionId, reviewBy: '2030-01-01' })
    .where('id', '=', id)
    .execute()
}

export const aPictureOf = (db: Db, moduleId: number, personId: number) =>
  inTransaction(db, (trx) =>
    putPicture(
      trx,
      { personId },
      { id: moduleId },
      { name: 'foto.webp', sizes: [{ width: 480, height: 320, content: Buffer.from('RIFF') }] },
    ),
  )

/** A file of a module: its own id, and that of what is stored. */
export async function aFileOf(db: Db, moduleId: number, personId: number) {
  const content = Buffer.from('%PDF-1.7')
  const fileId = await storeScan(
    db,
    { personId },
    { name: 'blad.pdf', content, mediaType: 'application/pdf' },
  )
  const { id } = await db
    .insertInto('moduleFile')
    .values({ moduleId, fileId })
    .returning('id')
    .executeTakeFirstOrThrow()
  return { id, fileId }
}
