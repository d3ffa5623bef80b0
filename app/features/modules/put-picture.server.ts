import type { PictureSize } from '#app/platform/files/picture.server.ts'
import { storeScan } from '#app/platform/files/store-file.server.ts'
import type { Transaction } from '#db/client.server.ts'

/** Keeps a picture that was drawn in its widths (`inPageWidths`) with a module. The caller has authorised. Gives its id. */
export async function putPicture(
  trx: Transaction,
  actor: { personId: number },
  module: { id: number },
  { name, sizes }: { name: string; sizes: readonly PictureSize[] },
): Promise<number> {
  const { id } = await trx
    .insertInto('modulePicture')
    .values({ moduleId: module.id })
    .returning('id')
    .executeTakeFirstOrThrow()
  for (const { width, height, content } of sizes) {
    const fileId = await storeScan(trx, actor, { name, content, mediaType: 'image/webp' })
    await trx.insertInto('modulePictureSize').values({ pictureId: id, width, height, fileId }).execute()
  }
  return id
}
