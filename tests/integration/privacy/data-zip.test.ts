import { buffer } from 'node:stream/consumers'
import { sql } from 'kysely'
import { describe, expect } from 'vitest'
import { dataZip } from '#app/features/privacy/data-zip.server.ts'
import { heldParts, readHeldData } from '#app/features/privacy/held-data.server.ts'
import { setClock } from '#app/platform/clock.ts'
import { unzipWithin } from '#app/platform/spreadsheet/bounded-zip.server.ts'
import type { Db } from '#db/client.server.ts'
import { seedDemo } from '#db/seeds/demo/seed-demo.ts'
import { actorOf } from '#tests/support/builders.ts'
import { test } from '#tests/support/database.ts'

async function aDemoPerson(db: Db, key: string) {
  setClock(new Date('2026-11-24T08:30:00Z'))
  await seedDemo(db, { demoPassword: 'een-wachtwoord' })
  const { personId } = await db
    .selectFrom('emailAddress')
    .select('personId')
    .where('address', '=', `${key}@demo.test`)
    .executeTakeFirstOrThrow()
  return actorOf(db, personId)
}

describe('everything that is kept about somebody', () => {
  test('comes along as JSON, tables, scans, certificates and a dossier', async ({ db }) => {
    const holder = await aDemoPerson(db, 'docent')
    const entries = await unzipWithin(await buffer(await dataZip(db, holder)), {
      entries: 500,
      bytes: 50_000_000,
    })
    const files = new Map(entries.map(({ name, content }) => [name, content]))
    const all = JSON.parse(String(files.get('alles.json')))
    expect(all.persoon).toMatchObject([{ voornaam: 'Noor', achternaam: 'Voorbeelddocent' }])
    expect(all.adressen).toMatchObject([{ adres: 'docent@demo.test', hoofdadres: true }])
    expect(all.inschrijvingen.length).toBeGreaterThan(3)
    expect(String(files.get('tabellen/bewijzen.csv'))).toContain('VB-104.221')
    expect(String(files.get('dossier.pdf')).startsWith('%PDF-')).toBe(true)
    const names = [...files.keys()]
    const { rows: scans } = await sql<{ name: string }>`
      select id || ' ' || name as name from stored_file where uploaded_by = ${holder.personId}`.execute(db)
    expect(scans.length).toBeGreaterThan(0)
    for (const { name } of scans) expect(names).toContain(`bestanden/${name}`)
    for (const { nummer } of all.certificaten) {
      expect(names).toContain(`certificaten/${nummer}.pdf`)
      expect(JSON.parse(String(files.get(`certificaten/${nummer}.json`))).proof).toBeTruthy()
    }
    expect(String(files.get('LEESMIJ.txt'))).toContain('VOORBEELD')
  })

  test('holds nothing that opens an account, and nobody else’s address', async ({ db }) => {
    const holder = await aDemoPerson(db, 'teamleider')
    const { rows } = await sql<{ hash: string }>`
      select password_hash as hash from person where id = ${holder.personId}
      union select token_hash from link_token`.execute(db)
    const text = JSON.stringify([...(await readHeldData(db, holder.personId))])
    for (const { hash } of rows) expect(text).not.toContain(hash)
    expect(text).not.toContain('instructeur@demo.test')
  })

  test('holds no link that works, and nothing that was sent to an address one only claims', async ({
    db,
  }) => {
    const holder = await aDemoPerson(db, 'docent')
    await db
      .insertInto('emailAddress')
      .values({ personId: holder.personId, address: 'iemand.anders@demo.test' })
      .execute()
    const mail = (recipient: string, personId: number | null, bodyText: string) => ({
      reason: 'test',
      recipient,
      personId,
      subjectKey: bodyText,
      title: 'Bericht',
      bodyText,
      bodyHtml: '',
    })
    await db
      .insertInto('outbox')
      .values([
        mail('iemand.anders@demo.test', null, 'Alleen voor een ander'),
        mail('docent@demo.test', holder.personId, 'Bevestig: http://localhost:3000/adres-bevestigen/geheim'),
      ])
      .execute()
    await db
      .insertInto('contactMessage')
      .values({
        topic: 'question',
        name: 'Ander',
        email: 'iemand.anders@demo.test',
        message: 'Alleen voor jullie',
      })
      .execute()
    const text = JSON.stringify([...(await readHeldData(db, holder.personId))])
    for (const secret of ['Alleen voor een ander', 'geheim', 'Alleen voor jullie'])
      expect(text).not.toContain(secret)
  })

  test('is in words: no code of the database stands in it', async ({ db }) => {
    await aDemoPerson(db, 'docent')
    const { rows: labels } = await sql<{ label: string }>`
      select distinct enumlabel as label from pg_enum where enumlabel not in ('trainer', 'director')`.execute(
      db,
    )
    const codes = new Set([...labels.map(({ label }) => label), 'taken_back', 'login', 'person', 'enrolment'])
    const people = await db.selectFrom('person').select('id').where('mergedIntoId', 'is', null).execute()
    const found = new Set<string>()
    for (const { id } of people) {
      for (const [part, rows] of await readHeldData(db, id)) {
        for (const [column, value] of rows.flatMap((row) => Object.entries(row))) {
          if ([value].flat().some((one) => codes.has(String(one)))) found.add(`${part}.${column}: ${value}`)
        }
      }
    }
    expect([...found]).toEqual([])
    expect(people.length).toBeGreaterThan(50)
  })

  test('every part can be read for somebody of whom nothing is kept', async ({ db }) => {
    const parts = await readHeldData(db, 0)
    expect([...parts]).toEqual([])
  })

  /** A new table about people makes this fail until it is told of. */
  test('has thought of every column that points to a person', async ({ db }) => {
    const { rows } = await sql<{ table: string; column: string }>`
      select conrelid::regclass::text as table, attname as column
      from pg_constraint join pg_attribute on attrelid = conrelid and attnum = conkey[1]
      where contype = 'f' and confrelid = any(array['person', 'enrolment', 'certificate', 'qualification']::regclass[])
      order by 1, 2`.execute(db)
    const told = Object.values(heldParts)
      .map((part) => part(1).compile(db).sql)
      .join('\n')
    // What somebody did to others is told as lines of the journal; what was signed comes along as a file.
    const byTheJournal = /_by$|^(actor_id|viewer_id|merged_into_id|handed_over_from_id|certificate_id)$/
    const silent = rows.filter(
      ({ table, column }) => !byTheJournal.test(column) && !new RegExp(`\\b${table}\\b`).test(told),
    )
    expect(silent).toEqual([])
    expect(rows.length).toBeGreaterThan(50)
  })
})
