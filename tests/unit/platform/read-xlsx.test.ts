import { deflateRawSync } from 'node:zlib'
import ExcelJS from 'exceljs'
import { expect, test } from 'vitest'
import { unzipWithin } from '#app/platform/spreadsheet/bounded-zip.server.ts'
import { readTable } from '#app/platform/spreadsheet/read-table.server.ts'
import { usualLimits } from '#app/platform/spreadsheet/table-rows.ts'
import { writeXlsx } from '#app/platform/spreadsheet/write-xlsx.server.ts'
import { zipOf } from '#tests/support/zip.ts'

const wanted = [
  { key: 'text', names: ['tekst'] as [string], required: true },
  { key: 'value', names: ['waarde'] as [string] },
]

async function workbookOf(fill: (sheet: ExcelJS.Worksheet, workbook: ExcelJS.Workbook) => void) {
  const workbook = new ExcelJS.Workbook()
  const sheet = workbook.addWorksheet('Lijst')
  sheet.addRow(['Tekst', 'Waarde', 'Iets anders'])
  fill(sheet, workbook)
  return new Uint8Array(await workbook.xlsx.writeBuffer())
}
const read = (bytes: Uint8Array) => readTable(bytes, wanted)

test('an Excel file is read by what it holds: each cell as somebody would type it', async () => {
  const file = await workbookOf((sheet) => {
    const values: ExcelJS.CellValue[] = [
      'tekst',
      2.5,
      0.1 + 0.2,
      true,
      new Date('2024-03-12T00:00:00Z'),
      new Date('2024-03-12T13:30:00Z'),
      { richText: [{ text: 'vet ' }, { text: 'en niet' }] },
      { text: 'sam@school.example', hyperlink: 'mailto:sam@school.example' },
      { formula: '1+1', result: 2 },
      { formula: 'NOW()', result: new Date('2024-03-12T00:00:00Z') },
      { error: '#N/A' },
      '=1+1',
    ]
    for (const [index, value] of values.entries()) sheet.addRow([`regel ${index}`, value])
    const duration = sheet.addRow(['duur', 2.5 / 24])
    duration.getCell(2).numFmt = '[h]:mm'
  })
  const { rows, ignored } = await read(file)
  expect(ignored).toEqual(['Iets anders'])
  expect(rows.map(({ values }) => values.value)).toEqual([
    'tekst',
    '2.5',
    '0.3',
    'ja',
    '2024-03-12',
    '2024-03-12',
    'vet en niet',
    'sam@school.example',
    '2',
    '2024-03-12',
    '#N/A',
    '=1+1',
    '2:30',
  ])
})

test('lines have the numbers that the spreadsheet shows; empty rows are passed over', async () => {
  const file = await workbookOf((sheet) => {
    sheet.getCell('A4').value = 'vier'
    sheet.getCell('A9').value = 'negen'
    sheet.getCell('B12').value = '  '
  })
  expect((await read(file)).rows.map(({ line }) => line)).toEqual([4, 9])
})

test('the first sheet that can be seen counts, whatever people marked on it', async () => {
  const file = await workbookOf((sheet, workbook) => {
    sheet.state = 'hidden'
    const list = workbook.addWorksheet('Echt')
    list.addRow(['tekst'])
    list.addRow(['gezien'])
    list.mergeCells('A2:C2')
    list.getColumn(1).font = { bold: true }
  })
  expect((await read(file)).rows.map(({ values }) => values.text)).toEqual(['gezien'])
})

test('what we write ourselves comes back', async () => {
  const columns = [
    { key: 'text', title: 'Tekst', kind: 'text' as const },
    { key: 'value', title: 'Waarde', kind: 'day' as const },
  ]
  const file = await writeXlsx({ name: 'Lijst', columns, rows: [{ text: '=CMD()', value: '2024-03-12' }] })
  expect((await read(file)).rows).toEqual([{ line: 2, values: { text: '=CMD()', value: '2024-03-12' } }])
})

/** A zip with one file, of as many zeros as it says. */
function bombOf(name: string, size: number): Buffer {
  const stored = zipOf({ [name]: '' })
  const packed = deflateRawSync(Buffer.alloc(size, 0x20))
  const at = 30 + name.length
  const start = Buffer.from(stored.subarray(0, at))
  const rest = Buffer.from(stored.subarray(at))
  // In the listing: compressed, so long, and that it unpacks to nothing much.
  rest.writeUInt16LE(8, 10)
  rest.writeUInt32LE(packed.length, 20)
  rest.writeUInt32LE(10, 24)
  rest.writeUInt32LE(at + packed.length, rest.length - 6)
  return Buffer.concat([start, packed, rest])
}

test('what is no list, or more than a list, is refused with a sentence', async () => {
  const rows = await workbookOf((sheet) => {
    for (let n = 0; n < 5_001; n++) sheet.addRow([`regel ${n}`])
  })
  const wide = await workbookOf((sheet) => {
    sheet.addRow(Array.from({ length: 101 }, () => 'x'))
  })
  const sheetXml = (cells: string) => `<worksheet><sheetData>${cells}</sheetData></worksheet>`
  const many = (mark: string, count: number) =>
    zipOf({ 'xl/worksheets/sheet1.xml': sheetXml(mark.repeat(count)) })
  const cases: [string, Uint8Array, RegExp][] = [
    ['rows', rows, /meer dan 5\.000 rijen/],
    ['columns', wide, /meer dan 100 kolommen/],
    ['a hundred thousand rows', many('<row/>', 100_000), /meer dan 5\.000 rijen/],
    ['cells', many('<c>', 500_001), /te veel cellen/],
    ['a bomb', bombOf('xl/worksheets/sheet1.xml', 100_000_000), /Er zit te veel in dit Excel-bestand/],
    ['another zip', zipOf({ 'content.xml': '<x/>' }), /kunnen we niet lezen/],
    ['no sheet', zipOf({ 'xl/worksheets/sheet1.xml': 'x' }), /kunnen we niet lezen/],
    ['half a zip', rows.subarray(0, 5_000), /kunnen we niet lezen/],
    [
      'an old file',
      new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 1, 2]),
      /oud Excel-bestand, of een met een wachtwoord/,
    ],
    ['nothing in it', await workbookOf(() => {}), /Er staan geen rijen/],
  ]
  for (const [what, bytes, sentence] of cases) {
    await expect(read(bytes), what).rejects.toThrow(sentence)
  }
})

test('a zip says nothing of itself that is believed', async () => {
  const bomb = bombOf('a', 10_000_000)
  expect(bomb.length).toBeLessThan(20_000)
  await expect(unzipWithin(bomb, { bytes: 9_999_999, entries: 10 })).rejects.toThrow('too large')
  expect((await unzipWithin(bomb, { bytes: 10_000_000, entries: 10 }))[0]?.content.length).toBe(10_000_000)
  const two = zipOf({ a: 'aaaa', b: 'bbbb' })
  await expect(unzipWithin(two, { bytes: 7, entries: 10 })).rejects.toThrow('too large')
  await expect(unzipWithin(two, { bytes: 8, entries: 1 })).rejects.toThrow('too large')
  expect(usualLimits.bytes).toBeLessThan(10_000_000)
})
