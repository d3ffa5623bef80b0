import { readFile } from 'node:fs/promises'
import { wordsToFind } from '#app/features/modules/document.ts'
import { readDocument } from '#app/features/modules/document-check.server.ts'
import { keepReferences } from '#app/features/modules/keep-references.server.ts'
import { reviewMonths } from '#app/features/modules/module.ts'
import { putPicture } from '#app/features/modules/put-picture.server.ts'
import { addMonths } from '#app/platform/dates.ts'
import { inPageWidths, type PictureSize } from '#app/platform/files/picture.server.ts'
import type { Transaction } from '#db/client.server.ts'
import { dayFrom, instantOf } from '../teaching-weeks.ts'
import { idOf, type Places } from './insert-people.ts'
import { accuVeiligSpanningsloos } from './modules/accu-veilig-spanningsloos.ts'
import { bodemvochtsensor } from './modules/bodemvochtsensor.ts'
import { cobotPickAndPlace } from './modules/cobot-pick-and-place.ts'
import type { DemoModule } from './modules/demo-module.ts'
import { houtskeletdetail } from './modules/houtskeletdetail.ts'
import { spanningMetenNen3140 } from './modules/spanning-meten-nen-3140.ts'
import { warmtepompInregelen } from './modules/warmtepomp-inregelen.ts'

/** What the companies of the demo wrote, the one that was published last first. */
export const demoModules: readonly DemoModule[] = [
  cobotPickAndPlace,
  warmtepompInregelen,
  spanningMetenNen3140,
  houtskeletdetail,
  accuVeiligSpanningsloos,
  bodemvochtsensor,
]

const licences = { 'CC BY': 'cc_by', 'CC BY-SA': 'cc_by_sa', 'CC BY-NC-SA': 'cc_by_nc_sa' } as const

/** Drawn once in a process: tests fill a database often. */
const drawn = new Map<string, Promise<PictureSize[]>>()

function drawing(name: string): Promise<PictureSize[]> {
  const known = drawn.get(name) ?? draw(name)
  drawn.set(name, known)
  return known
}

const draw = async (name: string) =>
  inPageWidths(await readFile(new URL(`./modules/pictures/${name}.svg`, import.meta.url)), 'picture', ['svg'])

export async function insertModules(trx: Transaction, places: Places, today: string): Promise<void> {
  for (const [index, module] of demoModules.entries()) {
    await insertModule(trx, places, module, dayFrom(today, { days: -30 * index - 12 }))
  }
}

async function insertModule(
  trx: Transaction,
  places: Places,
  module: DemoModule,
  publishedOn: string,
): Promise<void> {
  const organisationId = idOf(places.organisations, `Voorbeeldbedrijf ${module.company}`)
  const { personId } = await trx
    .selectFrom('membership')
    .select('personId')
    .where('organisationId', '=', organisationId)
    .where('role', '=', 'company_author')
    .executeTakeFirstOrThrow()
  const publishedAt = instantOf(publishedOn, '15:20')
  const { id } = await trx
    .insertInto('practicalModule')
    .values({
      slug: module.slug,
      organisationId,
      createdAt: instantOf(dayFrom(publishedOn, { days: -20 }), '19:30'),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const pictures = new Map<string, number>()
  for (const name of module.pictures) {
    const picture = { name: `${name}.webp`, sizes: await drawing(name) }
    pictures.set(name, await putPicture(trx, { personId }, { id }, picture))
  }
  const document = readDocument(module.write((name) => idOf(pictures, name)))
  const { id: versionId } = await trx
    .insertInto('moduleVersion')
    .values({
      moduleId: id,
      number: 1,
      title: module.title,
      summary: module.summary,
      document: JSON.stringify(document),
      words: wordsToFind(document),
      levels: [...module.levels],
      schoolYears: [...module.schoolYears],
      lessons: module.lessons,
      licence: licences[module.licence],
      begunBy: personId,
      begunAt: instantOf(dayFrom(publishedOn, { days: -20 }), '19:30'),
      changedBy: personId,
      changedAt: instantOf(dayFrom(publishedOn, { days: -2 }), '20:10'),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await keepReferences(trx, id, versionId, document)
  await trx
    .insertInto('moduleVersionProfile')
    .values(module.profiles.map((profileCode) => ({ versionId, profileCode })))
    .execute()
  // Published last: from then on nothing of it changes.
  await trx
    .updateTable('moduleVersion')
    .set({ status: 'published', publishedAt })
    .where('id', '=', versionId)
    .execute()
  await trx
    .updateTable('practicalModule')
    .set({ publishedVersionId: versionId, reviewBy: addMonths(publishedOn, reviewMonths) })
    .where('id', '=', id)
    .execute()
}
