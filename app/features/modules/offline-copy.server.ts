import { sql } from 'kysely'
import { paths } from '#app/paths.ts'
import { fullAddress } from '#app/platform/address.server.ts'
import type { Db } from '#db/client.server.ts'
import type { ModulePage } from './module-queries.server.ts'

/** Wide enough for a sheet of paper, and no more to carry along than needed. */
const widest = 960

/** The module with each picture in one width: that of a copy to keep. */
export function withOneWidth(module: ModulePage): ModulePage {
  const pictures = module.pictures.map(({ id, sizes }) => {
    const fits = sizes.filter(({ width }) => width <= widest).at(-1) ?? sizes[0]
    return { id, sizes: fits ? [fits] : [] }
  })
  return { ...module, pictures }
}

/** Makes a page need nothing else: its pictures become part of it, and what points to the portal gets its full address. */
export async function standsAlone(db: Db, { pictures }: ModulePage, page: string): Promise<string> {
  const contents = await readPictures(db, pictures)
  return page
    .replace(/ srcSet="[^"]*"/gi, '')
    .replace(
      / src="(\/praktijkmodules\/beeld\/[^"]+)"/g,
      (_all, path) => ` src="${contents.get(path) ?? ''}"`,
    )
    .replace(/ href="(\/[^"]*)"/g, (_all, path) => ` href="${fullAddress(path)}"`)
}

/** By the path under which the portal shows it, the picture as an address that holds it whole. */
async function readPictures(db: Db, pictures: ModulePage['pictures']): Promise<Map<string, string>> {
  const wanted = pictures.flatMap(({ id, sizes }) => sizes.map(({ width }) => ({ id, width })))
  const { rows } = await sql<{ id: number; width: number; content: Buffer }>`
    select wanted.id, wanted.width, content
    from json_to_recordset(${JSON.stringify(wanted)}::json) as wanted(id bigint, width int)
    join module_picture_size size on size.picture_id = wanted.id and size.width = wanted.width
    join stored_file on stored_file.id = file_id`.execute(db)
  return new Map(
    rows.map(({ id, width, content }) => [
      paths.modulePicture(id, width),
      `data:image/webp;base64,${content.toString('base64')}`,
    ]),
  )
}
