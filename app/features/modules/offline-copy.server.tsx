import { sql } from 'kysely'
import { renderToStaticMarkup } from 'react-dom/server'
import { paths } from '#app/paths.ts'
import { fullAddress } from '#app/platform/address.server.ts'
import { now } from '#app/platform/clock.ts'
import { formatDayYear } from '#app/ui/format.ts'
import spokenStyles from '#app/ui/spoken.module.css?inline'
import badgeStyles from '#app/ui/state-badge.module.css?inline'
import tokens from '#app/ui/tokens.css?inline'
import type { Db } from '#db/client.server.ts'
import textStyles from './components/module-text.module.css?inline'
import { ModuleText } from './components/module-text.tsx'
import pictogramStyles from './components/pictogram.module.css?inline'
import type { ModulePage } from './module-queries.server.ts'
import { licenceWords, moduleTexts as texts } from './module-texts.ts'
import ownStyles from './offline-copy.css?inline'

/** Wide enough for a sheet of paper, and no more to carry along than needed. */
const widest = 960

/**
 * A module as one HTML file that needs nothing else: with its pictures and styles in it, to keep on a device or to put in
 * an electronic learning environment. Files to download stay links to the portal.
 */
export async function offlineCopy(
  db: Db,
  module: ModulePage,
  { region, demo }: { region: string; demo: boolean },
): Promise<string> {
  const pictures = module.pictures.map(({ id, sizes }) => {
    const fits = sizes.filter(({ width }) => width <= widest).at(-1) ?? sizes[0]
    return { id, sizes: fits ? [fits] : [] }
  })
  const contents = await readPictures(db, pictures)
  const page = renderToStaticMarkup(
    <html lang="nl">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{module.title}</title>
        <style
          // biome-ignore lint/security/noDangerouslySetInnerHtml: our own stylesheets
          dangerouslySetInnerHTML={{
            __html: [ownStyles, tokens, textStyles, pictogramStyles, badgeStyles, spokenStyles].join('\n'),
          }}
        />
      </head>
      <body>
        {demo && <p>{texts.copyOfDemo}</p>}
        <h1>{module.title}</h1>
        <p>{module.summary}</p>
        <ModuleText
          document={module.document}
          pictures={pictures}
          files={module.files}
          examModules={module.examModules}
        />
        <p>
          {texts.by(module.company)}, {region}. {licenceWords[module.licence].name}:{' '}
          {licenceWords[module.licence].means}
        </p>
        <p>
          {texts.copied(formatDayYear(now()))}{' '}
          <a href={fullAddress(paths.module(module.slug))}>{texts.newest}</a>
        </p>
      </body>
    </html>,
  )
  return `<!DOCTYPE html>${standsAlone(page, contents)}`
}

/** Pictures become part of the file, and what still points to the portal gets its full address. */
const standsAlone = (page: string, contents: ReadonlyMap<string, string>) =>
  page
    .replace(/ srcSet="[^"]*"/g, '')
    .replace(
      / src="(\/praktijkmodules\/beeld\/[^"]+)"/g,
      (_all, path) => ` src="${contents.get(path) ?? ''}"`,
    )
    .replace(/ href="(\/[^"]*)"/g, (_all, path) => ` href="${fullAddress(path)}"`)

type Shown = { id: number; sizes: readonly { width: number }[] }

/** By the path under which the portal shows it, the picture as an address that holds it whole. */
async function readPictures(db: Db, pictures: readonly Shown[]): Promise<Map<string, string>> {
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
