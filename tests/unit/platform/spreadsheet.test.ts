import ExcelJS from 'exceljs'
import { expect, test } from 'vitest'
import { Refusal } from '#app/platform/refusal.ts'
import { readCsv } from '#app/platform/spreadsheet/read-csv.server.ts'
import type { Spreadsheet } from '#app/platform/spreadsheet/spreadsheet.ts'
import { spreadsheetResponse } from '#app/platform/spreadsheet/spreadsheet-response.server.ts'
import { writeCsv } from '#app/platform/spreadsheet/write-csv.server.ts'
import { writeXlsx } from '#app/platform/spreadsheet/write-xlsx.server.ts'

const oneColumn = (...texts: string[]): Spreadsheet => ({
  name: 'Lijst',
  columns: [{ key: 'text', title: 'Tekst', kind: 'text' }],
  rows: texts.map((text) => ({ text })),
})
const hostile = [
  '=1+1',
  '+1+1',
  '-1+1',
  '@SUM(A1)',
  '\t=1+1',
  '\r=1+1',
  '\n=1+1',
  ' =1+1',
  '\u200b=1+1',
  '＝1+1',
  '＋1',
  '－1',
  '＠SUM(A1)',
  '=HYPERLINK("http://example.test";"klik")',
]
const wanted = [{ key: 'text', names: ['tekst'] as [string] }]
const refusal = (work: () => unknown): string => {
  try {
    work()
  } catch (error) {
    if (error instanceof Refusal) return error.message
    throw error
  }
  throw new Error('No refusal.')
}
const csv = (text: string) => Buffer.from(text)

test('CSV: byte order mark, semicolons, CRLF, days as they are, a comma in numbers', () => {
  const file = writeCsv({
    name: 'Uren',
    columns: [
      { key: 'name', title: 'Naam', kind: 'text' },
      { key: 'hours', title: 'Uren', kind: 'number' },
      { key: 'day', title: 'Dag', kind: 'day' },
      { key: 'at', title: 'Tijdstip', kind: 'instant' },
      { key: 'there', title: 'Aanwezig', kind: 'boolean' },
    ],
    rows: [
      { name: 'Zoë', hours: -3.5, day: '2027-01-12', at: new Date('2027-07-01T10:00:00Z'), there: true },
      { name: null, hours: Number.NaN },
    ],
  })
  expect(file.toString()).toBe(
    '\uFEFF"Naam";"Uren";"Dag";"Tijdstip";"Aanwezig"\r\n"Zoë";"-3,5";"2027-01-12";"2027-07-01 12:00";"ja"\r\n;;;;\r\n',
  )
})

test('CSV: no cell and no title can run as a formula', () => {
  const file = writeCsv({
    name: 'x',
    columns: [{ key: 'text', title: '=1+1', kind: 'text' }],
    rows: hostile.map((text) => ({ text })),
  }).toString()
  expect(file.match(/(^|\r\n|;)\uFEFF?"'/g)).toHaveLength(hostile.length + 1)
  expect(file).not.toMatch(/(^|;|\r\n)"?[=+\-@＝＋－＠]/)
})

test('CSV: telephone numbers, codes, apostrophes and quotes come back as they went', () => {
  const texts = [
    ...['+31612345678', '0612345678', '0570 123456', '8712345678901234', "'s-Gravenhage", "'5 uur", "''"],
    ...['a "b" c', 'een;twee,drie', 'twee\r\nregels', '=1+1', 'Zoë', '-'],
  ]
  const { rows } = readCsv(writeCsv(oneColumn(...texts)), wanted)
  expect(rows.map((row) => row.values.text)).toEqual(texts)
  expect(writeCsv(oneColumn("'s-Gravenhage")).toString()).toContain(`"'s-Gravenhage"`)
})

test('XLSX: text is text, days are dates, the head stays in sight', async () => {
  const texts = [...hostile, '+31612345678', '0612', 'klein\u0000teken']
  const file = await writeXlsx({
    name: 'Lijst: alles/iedereen',
    columns: [
      { key: 'text', title: 'Tekst', kind: 'text' },
      { key: 'day', title: 'Dag', kind: 'day' },
      { key: 'at', title: 'Tijdstip', kind: 'instant' },
      { key: 'hours', title: 'Uren', kind: 'number' },
    ],
    rows: texts.map((text) => ({
      text,
      day: '2027-01-12',
      at: new Date('2027-07-01T10:00:00Z'),
      hours: 3.5,
    })),
  })
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load(file as unknown as ExcelJS.Buffer)
  const sheet = workbook.worksheets[0]!
  expect(sheet.name).toBe('Lijst  alles iedereen')
  expect(sheet.views[0]).toMatchObject({ state: 'frozen', ySplit: 1 })
  expect(sheet.getRow(1).font?.bold).toBe(true)
  texts.forEach((text, index) => {
    const row = sheet.getRow(index + 2)
    expect(row.getCell(1).type).toBe(ExcelJS.ValueType.String)
    expect(row.getCell(1).numFmt).toBe('@')
    // XML keeps no lone carriage return, and no control characters.
    expect(String(row.getCell(1).value)).toBe(text.replace('\r', '').replace('\0', ''))
    expect(row.getCell(2).value).toEqual(new Date('2027-01-12T00:00:00Z'))
    expect(row.getCell(2).numFmt).toBe('dd-mm-yyyy')
    expect(row.getCell(3).value).toEqual(new Date('2027-07-01T12:00:00Z'))
    expect(row.getCell(4).value).toBe(3.5)
  })
})

test('a download carries its name, and may not be guessed at', async () => {
  const response = await spreadsheetResponse({ ...oneColumn('a'), name: 'Inschrijvingen Zoë' }, 'csv')
  expect(response.headers.get('Content-Disposition')).toBe(
    `attachment; filename="Inschrijvingen Zoe.csv"; filename*=UTF-8''Inschrijvingen%20Zo%C3%AB.csv`,
  )
  expect(response.headers.get('X-Content-Type-Options')).toBe('nosniff')
  const xlsx = await spreadsheetResponse(oneColumn('a'), 'xlsx')
  expect(
    Buffer.from(await xlsx.arrayBuffer())
      .subarray(0, 2)
      .toString(),
  ).toBe('PK')
})

const people = [
  { key: 'first', names: ['voornaam'] as [string], required: true },
  { key: 'email', names: ['e-mailadres', 'e-mail'] as [string, string], required: true },
  { key: 'team', names: ['team'] as [string] },
]

test('reading: semicolon or comma, any capitals and accents, with line numbers', () => {
  for (const text of [
    '\uFEFFVoornaam;E-MAILADRES;Opmerking\r\nZoë;zoe@example.nl;x\r\n\r\n"Jan\r\nPiet";jp@example.nl;\r\nAn;an@example.nl;\r\n',
    'voornáám,e mail,Opmerking\nZoë,zoe@example.nl,x\n\n"Jan\r\nPiet",jp@example.nl,\nAn,an@example.nl,',
    'sep=;\nvoornaam;e-mail;Opmerking\nZoë;zoe@example.nl;x\n\n"Jan\r\nPiet";jp@example.nl;\nAn;an@example.nl',
  ]) {
    const extra = text.startsWith('sep') ? 1 : 0
    expect(readCsv(csv(text), people)).toEqual({
      ignored: ['Opmerking'],
      rows: [
        { line: 2 + extra, values: { first: 'Zoë', email: 'zoe@example.nl' } },
        { line: 4 + extra, values: { first: 'Jan\r\nPiet', email: 'jp@example.nl' } },
        { line: 6 + extra, values: { first: 'An', email: 'an@example.nl' } },
      ],
    })
  }
})

test('reading: Windows-1252 when it is no UTF-8, and UTF-16 from Excel', () => {
  const old = Buffer.from('voornaam;e-mail\nZo\xeb \x80\x92;zoe@example.nl', 'latin1')
  expect(readCsv(old, people).rows[0]?.values.first).toBe('Zoë €’')
  const wide = Buffer.from('\uFEFFvoornaam;e-mail\nZoë;zoe@example.nl', 'utf16le')
  expect(readCsv(wide, people).rows[0]?.values.first).toBe('Zoë')
})

test('reading: says what is wrong and where', () => {
  const head = 'voornaam;e-mail\n'
  expect(refusal(() => readCsv(csv(`${head}An;an@x.nl\n"Jan;jan@x.nl\n`), people))).toMatch(/^Bij regel \d/)
  expect(refusal(() => readCsv(csv(`${head}An;an@x.nl\nJ"an;jan@x.nl\n`), people))).toMatch(/^Bij regel 3 /)
  expect(refusal(() => readCsv(csv(`${head}"An" x;an@x.nl\n`), people))).toMatch(/^Bij regel 2 /)
  expect(refusal(() => readCsv(csv(`${head}"${'a'.repeat(200_000)}`), people))).toMatch(/te lang/)
  expect(refusal(() => readCsv(csv('voornaam\nAn\n'), people))).toBe(
    'De kolom ‘e-mailadres’ staat niet in het bestand.',
  )
  expect(refusal(() => readCsv(csv('naam\nAn\n'), people))).toBe(
    'Deze kolommen staan niet in het bestand: ‘voornaam’, ‘e-mailadres’.',
  )
  expect(refusal(() => readCsv(csv('voornaam;e-mail;E-mailadres\nAn;a;b'), people))).toMatch(/twee keer/)
  expect(refusal(() => readCsv(csv(head), people))).toMatch(/geen rijen/)
  expect(refusal(() => readCsv(csv(''), people))).toMatch(/geen rijen/)
  expect(refusal(() => readCsv(csv('voornaam;e-mail\n\0;b'), people))).toMatch(/geen CSV-bestand/)
  const surplus = readCsv(csv(`${head}An;an@x.nl;nog iets\nJan;jan@x.nl;;`), people).rows
  expect(surplus.map((row) => row.fault)).toEqual([
    'Deze regel heeft meer cellen dan er kolommen zijn.',
    undefined,
  ])
})

test('reading: has limits', () => {
  const head = 'voornaam;e-mail\n'
  expect(readCsv(csv(head + 'a;b\n'.repeat(5_000)), people).rows).toHaveLength(5_000)
  expect(refusal(() => readCsv(csv(head + 'a;b\n'.repeat(5_001)), people))).toMatch(/5\.000 rijen/)
  expect(refusal(() => readCsv(csv(head + '\n'.repeat(1_900_000)), people))).toMatch(/5\.000 rijen/)
  expect(refusal(() => readCsv(csv(head + 'a;b\n'.repeat(600_000)), people))).toMatch(/2 MB/)
  expect(refusal(() => readCsv(csv(';'.repeat(99_000)), people))).toMatch(/100 kolommen/)
})
