import { Readable } from 'node:stream'
import { ZipFile } from 'yazl'
import type { Actor } from '#app/access/actor.ts'
import { authorize } from '#app/access/authorize.ts'
import { certificatePdf } from '#app/features/certificates/certificate-pdf.server.ts'
import { findCertificate } from '#app/features/certificates/certificate-queries.server.ts'
import { listCertificatesToTake } from '#app/features/certificates/certificates-of-person-queries.server.ts'
import { signedCredential } from '#app/features/credentials/sign-credential.server.ts'
import { makeDossierPdf } from '#app/features/dossier/dossier-pdf-queries.server.ts'
import { paths } from '#app/paths.ts'
import { now } from '#app/platform/clock.ts'
import { environment } from '#app/platform/environment.server.ts'
import { note } from '#app/platform/journal.server.ts'
import { theRegion } from '#app/platform/region.server.ts'
import type { Cell, Column } from '#app/platform/spreadsheet/spreadsheet.ts'
import { writeCsv } from '#app/platform/spreadsheet/write-csv.server.ts'
import { formatMoment } from '#app/ui/format.ts'
import type { Db } from '#db/client.server.ts'
import { type HeldRows, listFilesOf, readHeldData } from './held-data.server.ts'

/**
 * Everything that is kept about somebody, for themselves, as a zip that is written while it is read: one JSON file, a table
 * (CSV) of each part, their scans, their certificates with their badges, and the dossier on paper. Files are
 * fetched one by one; the tables stand in memory.
 */
export async function dataZip(db: Db, actor: Actor): Promise<Readable> {
  authorize(actor, 'account.manage', actor)
  const [parts, files, certificates, region] = await Promise.all([
    readHeldData(db, actor.personId),
    listFilesOf(db, actor.personId),
    listCertificatesToTake(db, actor.personId),
    theRegion(db),
  ])
  await note(db, actor, 'person.take-data', { type: 'person', id: actor.personId })
  const zip = new ZipFile()
  const output = zip.outputStream as Readable
  zip.on('error', (error) => output.destroy(error as Error))
  const add = (path: string, make: () => Promise<Uint8Array>) =>
    zip.addReadStreamLazy(path, { mtime: now() }, (ready) => {
      make().then(
        (content) => ready(null, Readable.from([content])),
        (error) => ready(error, Readable.from([])),
      )
    })
  const text = (path: string, content: string | Buffer) =>
    zip.addBuffer(Buffer.from(content), path, { mtime: now() })

  text('LEESMIJ.txt', readMe(region.name, actor.name, region.demo))
  text('alles.json', JSON.stringify(everything(region.name, parts), null, 2))
  for (const [name, rows] of parts) text(`tabellen/${name}.csv`, tableOf(name, rows))
  add('dossier.pdf', () => makeDossierPdf(db, actor))
  for (const { id, number } of certificates) {
    // Once for both, and only when its turn comes.
    const find = once(async () => {
      const certificate = await findCertificate(db, id)
      if (!certificate) throw new Error('a certificate went away while it was packed')
      const { credential } = await signedCredential(db, certificate)
      return { certificate, json: JSON.stringify(credential, null, 2) }
    })
    add(`certificaten/${number}.json`, async () => Buffer.from((await find()).json))
    add(`certificaten/${number}.pdf`, async () => {
      const { certificate, json } = await find()
      const url = environment().baseUrl + paths.certificateCheck(certificate.code)
      return certificatePdf(certificate, url, json)
    })
  }
  for (const { id, name } of files) add(`bestanden/${id} ${fileName(name)}`, () => contentOf(db, id))
  zip.end()
  return output
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined
  return () => {
    made ??= make()
    return made
  }
}

const everything = (region: string, parts: ReadonlyMap<string, HeldRows>) => ({
  vanWie: region,
  gemaaktOp: now().toISOString(),
  ...Object.fromEntries(parts),
})

const readMe = (region: string, holder: string, demo: boolean) =>
  `${[
    ...(demo ? ['VOORBEELD: deze gegevens zijn verzonnen en bewijzen niets.', ''] : []),
    `Alles wat ${region} over ${holder} bewaart, op ${formatMoment(now())}.`,
    '',
    'alles.json      alles bij elkaar, voor een programma',
    'tabellen        hetzelfde in tabellen, voor een rekenblad',
    'dossier.pdf     je bewijzen en certificaten op papier',
    'certificaten    wat je hier behaalde, ook als badge (JSON)',
    'bestanden       de scans en bestanden die je opstuurde',
    '',
    'Wachtwoorden en codes bewaren we zo dat ook wij ze niet kunnen lezen. Die zitten er niet bij.',
  ].join('\r\n')}\r\n`

function tableOf(name: string, rows: HeldRows): Buffer {
  const keys = Object.keys(rows[0] ?? {})
  const columns: Column[] = keys.map((key) => ({
    key,
    title: key.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`),
    kind: 'instant',
  }))
  return writeCsv({
    name,
    columns,
    rows: rows.map((row) => Object.fromEntries(keys.map((key) => [key, cellOf(row[key])]))),
  })
}

function cellOf(value: unknown): Cell {
  if (value === null || value === undefined || value instanceof Date) return value
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value
  return Array.isArray(value) ? value.join(', ') : JSON.stringify(value)
}

/** Without what a path is made of: it is opened on somebody's own computer. */
const fileName = (name: string) => name.replace(/[\p{Cc}\p{Cf}\\/:*?"<>|]/gu, '_').slice(-120)

async function contentOf(db: Db, id: number): Promise<Uint8Array> {
  const { content } = await db
    .selectFrom('storedFile')
    .select('content')
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  return content
}
