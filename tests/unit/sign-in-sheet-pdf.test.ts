import { expect, test } from 'vitest'
import { type SignInSheet, signInSheetPdf } from '#app/features/attendance/sign-in-sheet-pdf.server.ts'
import { readPdf } from '#tests/support/read-pdf.ts'

const sheet = (participants: number, demo = false): SignInSheet => ({
  offering: 'MIG/MAG-lassen: opfrissen, met proef',
  edition: 'najaar 2026',
  meetingNumber: 2,
  meetingCount: 4,
  startsAt: new Date('2026-11-26T12:00:00Z'),
  endsAt: new Date('2026-11-26T16:00:00Z'),
  place: 'Technicampus, lashal',
  trainers: ['V. Voorbeeld', 'W. Proef'],
  region: 'STO Deventer-Twello',
  participants: Array.from({ length: participants }, (_, index) => ({
    name: `Deelnemer ${index + 1}`,
    school: 'Zone.college',
  })),
  demo,
})

test('the sheet says which meeting it is and has a row for each, and empty ones', async () => {
  const { pages, text, structure, source } = readPdf(await signInSheetPdf(sheet(8)))
  expect(pages).toBe(1)
  for (const part of [
    'PRESENTIELIJST',
    'MIG/MAG-lassen: opfrissen, met proef',
    'najaar 2026',
    '2 van 4',
    'donderdag 26 november 2026',
    '13.00–17.00',
    'Technicampus, lashal',
    'V. Voorbeeld, W. Proef',
    'Deelnemer 8',
    'pagina 1 van 1',
  ]) {
    expect(text[0]).toContain(part)
  }
  expect(text[0]).not.toContain('VOORBEELD')
  expect(structure.match(/THead/g)).toHaveLength(1)
  expect(structure.match(/ TR\b/g)).toHaveLength(1 + 8 + 5)
  expect(source).toContain('/Scope /Column')
})

test('two hundred participants go over pages, each with its head and number', async () => {
  const { pages, text, structure } = readPdf(await signInSheetPdf(sheet(200, true)))
  expect(pages).toBe(14)
  text.forEach((page, index) => {
    expect(page).toContain('HANDTEKENING')
    expect(page).toContain('VOORBEELD')
    expect(page).toContain(`pagina ${index + 1} van 14`)
  })
  const whole = text.join(' ')
  for (let number = 1; number <= 200; number++) expect(whole).toContain(`${number} Deelnemer ${number} Zone`)
  // One table, whose head is read aloud once.
  expect(structure.match(/Table/g)).toHaveLength(1)
  expect(structure.match(/ TR\b/g)).toHaveLength(1 + 205)
})
