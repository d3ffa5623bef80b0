import { sql } from 'kysely'
import {
  attention,
  bold,
  bullets,
  figure,
  heading,
  moduleOf,
  paragraph,
  workStep,
} from '#app/features/modules/blocks.ts'
import { type ModuleDocument, referencesOf, textOf } from '#app/features/modules/document.ts'
import { readDocument } from '#app/features/modules/document-check.server.ts'
import { paths } from '#app/paths.ts'
import type { Db } from '#db/client.server.ts'
import { type Act, timed } from './acts.ts'
import { send } from './send.ts'
import type { Running } from './servers.ts'

const many = 5_000
const pictures = 20
const words = 3_000

/** Words as teaching material has them; what a number of them says is the same every time. */
const vocabulary =
  'meet de spanning tussen beide klemmen en schrijf de waarde in het rapport voordat je de leiding aansluit op de pomp met een momentsleutel zodat de koppeling niet lekt en de druk gelijk blijft tijdens het vullen van de installatie'.split(
    ' ',
  )
const sentence = (length: number, from: number) =>
  Array.from({ length }, (_, index) => vocabulary[(from * 7 + index * 5) % vocabulary.length]).join(' ')

/** A module of so many words in work steps, each with a list, something to look at, and a picture while there are any. */
function aModule(wordCount: number, pictureIds: readonly number[]): ModuleDocument {
  const steps = Math.max(pictureIds.length, Math.ceil(wordCount / 150))
  const each = Math.floor(wordCount / steps)
  return moduleOf(
    heading('Waar het om gaat'),
    ...Array.from({ length: steps }, (_, index) =>
      workStep(
        `bench-stap-${index}`,
        sentence(4, index),
        5,
        paragraph(bold(sentence(5, index)), ' ', sentence(Math.max(1, each - 45), index)),
        bullets(sentence(10, index + 1), sentence(10, index + 2)),
        attention(sentence(10, index + 3)),
        ...(pictureIds[index] ? [figure(pictureIds[index], sentence(6, index), sentence(6, index))] : []),
      ),
    ),
  )
}

/** A published module of 3,000 words with 20 pictures; gives its address. Once for a region. */
export async function moduleOf3000Words(db: Db): Promise<string> {
  const slug = 'bench-van-3000-woorden'
  const known = await db
    .selectFrom('practicalModule')
    .select('id')
    .where('slug', '=', slug)
    .executeTakeFirst()
  if (known) return paths.module(slug)
  const { rows } = await sql<{ moduleId: number }>`
    insert into practical_module (slug, organisation_id)
    values (${slug}, (select id from organisation where 'company' = any(kinds) order by id limit 1))
    returning id as module_id`.execute(db)
  const moduleId = rows[0]?.moduleId ?? 0
  const { rows: made } = await sql<{ id: number }>`
    with picture as (
      insert into module_picture (module_id) select ${moduleId} from generate_series(1, ${pictures}::int) returning id
    ), file as (
      insert into stored_file (name, media_type, byte_size, sha256, content)
      values ('bench.webp', 'image/webp', 4, repeat('0', 64), 'bits') returning id
    )
    insert into module_picture_size (picture_id, width, height, file_id)
    select picture.id, width, width * 2 / 3, file.id
    from picture cross join file cross join unnest('{480,960,1600}'::int[]) width
    returning picture_id as id`.execute(db)
  const ids = [...new Set(made.map(({ id }) => id))]
  await publish(db, moduleId, aModule(words, ids))
  return paths.module(slug)
}

async function publish(db: Db, moduleId: number, document: ModuleDocument): Promise<void> {
  const { rows } = await sql<{ id: number }>`
    insert into module_version (module_id, number, title, summary, document, words, levels, school_years, lessons, licence)
    values (${moduleId}, 1, 'Een lange module', 'Om te meten.', ${JSON.stringify(document)}::jsonb,
      ${textOf(document)}, '{kb}', '{3}', 4, 'cc_by')
    returning id`.execute(db)
  const versionId = rows[0]?.id ?? 0
  for (const pictureId of referencesOf(document).pictures) {
    await db.insertInto('moduleVersionPicture').values({ versionId, pictureId }).execute()
  }
  await sql`update module_version set status = 'published', published_at = now() where id = ${versionId}`.execute(
    db,
  )
  await sql`update practical_module set published_version_id = ${versionId}, review_by = current_date + 365
    where id = ${moduleId}`.execute(db)
}

/**
 * The check of a document of 200 kB, in this process, as each write does it; and searches over 5,000 modules, asked by
 * somebody who is logged in, so that nothing is kept.
 */
export async function benchModules(
  db: Db,
  portal: Running,
  headers: Record<string, string>,
  { quick }: { quick: boolean },
): Promise<Act[]> {
  const times = quick ? 10 : 100
  return [await checkLarge(portal, times), await searchMany(db, portal, headers, times)]
}

async function checkLarge(portal: Running, times: number): Promise<Act> {
  console.log('Measuring: the check of a document of 200 kB …')
  const text = JSON.stringify(largeDocument())
  const check = async () => {
    const started = performance.now()
    readDocument(JSON.parse(text))
    return performance.now() - started
  }
  for (let nth = 0; nth < 5; nth++) await check()
  const here = { ...portal, pid: process.pid }
  return {
    ...(await timed('checking a document of 200 kB', here, times, check)),
    said: `${Math.round(text.length / 1000)} kB, parsing included`,
  }
}

function largeDocument(): ModuleDocument {
  let wordCount = 10_000
  let document = aModule(wordCount, [])
  while (JSON.stringify(document).length < 200_000) {
    wordCount += 1_000
    document = aModule(wordCount, [])
  }
  return document
}

async function searchMany(
  db: Db,
  portal: Running,
  headers: Record<string, string>,
  times: number,
): Promise<Act> {
  console.log(`Measuring: searching ${many} modules …`)
  await fillModules(db)
  const sought = ['spanning', 'pomp', 'meet rapport', 'installatie vullen', 'koppel', 'leiding druk', 'lek']
  const search = async (index: number) => {
    const query = new URLSearchParams({ zoek: sought[index % sought.length] ?? '' })
    const { ms, text } = await send(portal, `${paths.modules()}?${query}`, headers)
    if (!text.includes('praktijkmodule')) throw new Error(`Searching for ${query} found no page.`)
    return ms
  }
  for (let nth = 0; nth < sought.length; nth++) await search(nth)
  return timed(`searching ${many} modules`, portal, times, search)
}

/** Modules of 300 words, up to 5,000 of them. */
async function fillModules(db: Db): Promise<void> {
  const { there } = await db
    .selectFrom('practicalModule')
    .select(({ fn }) => fn.countAll<number>().as('there'))
    .executeTakeFirstOrThrow()
  const rows = Array.from({ length: Math.max(0, many - there) }, (_, index) => {
    const document = aModule(300, [])
    return {
      slug: `bench-${index}`,
      title: sentence(4, index),
      summary: sentence(12, index * 3),
      document,
      words: `${sentence(300, index)} ${textOf(document)}`,
    }
  })
  for (let at = 0; at < rows.length; at += 500) {
    await sql`
      with given as (
        select * from json_to_recordset(${JSON.stringify(rows.slice(at, at + 500))}::json) as row(
          slug text, title text, summary text, document jsonb, words text)
      ), module as (
        insert into practical_module (slug, organisation_id)
        select slug, (select id from organisation where 'company' = any(kinds) order by id limit 1) from given
        returning id, slug
      )
      insert into module_version (module_id, number, status, title, summary, document, words, levels, school_years,
        lessons, licence, published_at)
      select module.id, 1, 'published', title, summary, document, words, '{kb}', '{3}', 2, 'cc_by', now()
      from given join module using (slug)`.execute(db)
  }
  await sql`update practical_module set published_version_id = version.id, review_by = current_date + 365
    from module_version version
    where version.module_id = practical_module.id and published_version_id is null and version.status = 'published'`.execute(
    db,
  )
  for (const table of ['practical_module', 'module_version'])
    await sql`analyze ${sql.table(table)}`.execute(db)
}
