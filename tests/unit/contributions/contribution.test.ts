import { describe, expect, test } from 'vitest'
import {
  isToSettle,
  parseAmount,
  parseCents,
  parseMinutes,
  valueOfMinutes,
} from '#app/features/contributions/contribution.ts'
import { lineText, typedAmount } from '#app/features/contributions/contribution-texts.ts'
import { readProposals } from '#app/features/contributions/proposal-form.ts'
import { readAnswer } from '#app/features/contributions/read-answer.ts'

describe('hours as people type them', () => {
  test.each([
    ['2,5', 150],
    ['2.5 uur', 150],
    ['2,5 uur', 150],
    ['2:30', 150],
    ['2 uur 30', 150],
    ['2 uur en 30 minuten', 150],
    ['2u30', 150],
    ['4', 240],
    ['90 minuten', 90],
    ['45 min', 45],
    ['0,25', 15],
    [' 1,75  uur ', 105],
  ])('%s is %i minutes', (typed, minutes) => {
    expect(parseMinutes(typed)).toBe(minutes)
  })

  test.each(['', '0', '-2', 'twee uur', '2,5,1', '2:75', '1e3', '99999 uur', '2 kilo', '€ 2'])(
    '%s is no length of time',
    (typed) => {
      expect(parseMinutes(typed)).toBeUndefined()
    },
  )
})

describe('amounts as people type them', () => {
  test.each([
    ['150', 15_000],
    ['€ 150,00', 15_000],
    ['€150,5', 15_050],
    ['150 euro', 15_000],
    ['1.250,50', 125_050],
    ['1.250', 125_000],
    ['12.50', 1_250],
    ['150,-', 15_000],
    ['0,01', 1],
  ])('%s is %i cents', (typed, cents) => {
    expect(parseCents(typed)).toBe(cents)
  })

  test.each(['', '0', '0,00', '-5', 'gratis', '1,234', '12.5.0', '99.999.999', '1e6', '2 uur'])(
    '%s is no amount',
    (typed) => {
      expect(parseCents(typed)).toBeUndefined()
    },
  )
})

test('what is shown in the field is read back as the same amount', () => {
  for (let minutes = 1; minutes < 1_500; minutes++) {
    expect(parseAmount('hours', typedAmount({ kind: 'hours', minutes }))).toEqual({ kind: 'hours', minutes })
  }
  for (const cents of [1, 10, 99, 100, 12_345, 9_999_999]) {
    const amount = { kind: 'material', cents } as const
    expect(parseAmount('material', typedAmount(amount))).toEqual(amount)
  }
})

test('an hour is worth its rate; half a cent goes up', () => {
  expect(valueOfMinutes(60, 6_000)).toBe(6_000)
  expect(valueOfMinutes(150, 6_000)).toBe(15_000)
  expect(valueOfMinutes(1, 6_000)).toBe(100)
  // 30 minutes at € 50,01 is 2500,5 cents.
  expect(valueOfMinutes(30, 5_001)).toBe(2_501)
  expect(valueOfMinutes(20, 5_000)).toBe(1_667)
})

test('a refusal and a number of the company’s own wait for a coordinator, until something came of it', () => {
  const open = { settledAt: null, byCompany: false }
  expect(isToSettle({ ...open, state: 'refused' }, false)).toBe(true)
  expect(isToSettle({ ...open, state: 'signed', byCompany: true }, false)).toBe(true)
  expect(isToSettle({ ...open, state: 'signed' }, false)).toBe(false)
  expect(isToSettle({ ...open, state: 'corrected' }, false)).toBe(false)
  expect(isToSettle({ ...open, state: 'refused' }, true)).toBe(false)
  expect(isToSettle({ ...open, state: 'refused', settledAt: new Date() }, false)).toBe(false)
})

test('the text that is signed names everything that matters: any other number is another text', () => {
  const line = {
    id: 12,
    organisation: 'Voorbeeldbedrijf',
    kind: 'hours' as const,
    what: 'Les door Jan',
    day: '2026-11-03',
    minutes: 150,
    centsPerHour: 6_000,
    cents: 15_000,
    projectNumber: 6,
    projectTitle: 'Scholing',
    sourceKind: 'meeting',
    sourceWords: 'Lassen, 13.00–17.00 uur',
    evidence: '',
    evidenceFileName: null,
  }
  const text = lineText(line)
  expect(text).toContain('Bijdrage 12 van Voorbeeldbedrijf')
  expect(text).toContain('Hoeveel: 2,5 uur')
  expect(text).toContain('Bewijs: de presentielijst van de bijeenkomst')
  const others = [
    { ...line, minutes: 151 },
    { ...line, cents: 15_001 },
    { ...line, centsPerHour: 6_001 },
    { ...line, day: '2026-11-04' },
    { ...line, what: 'Les door Piet' },
    { ...line, organisation: 'Ander bedrijf' },
    { ...line, projectNumber: 5 },
    { ...line, evidence: 'pakbon' },
  ]
  for (const other of others) expect(lineText(other)).not.toBe(text)
})

const hash = 'a'.repeat(64)
const formOf = (fields: Record<string, string>) => {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  return form
}

test('the button that was pressed says which line is meant; the others are left alone', () => {
  const fields = {
    'hash-3': hash,
    'hash-4': hash,
    'amount-3': '2',
    'amount-4': '3 uur',
    'reason-4': ' niet van ons ',
  }
  expect(readAnswer(formOf({ ...fields, act: 'agree-3' }))).toEqual({
    act: 'agree',
    lines: [{ id: 3, hash }],
  })
  expect(readAnswer(formOf({ ...fields, act: 'correct-4' }))).toEqual({
    act: 'correct',
    line: { id: 4, hash },
    amount: '3 uur',
  })
  expect(readAnswer(formOf({ ...fields, act: 'refuse-4' }))).toMatchObject({ reason: 'niet van ons' })
  expect(readAnswer(formOf({ ...fields, act: 'agree-all' }))).toMatchObject({
    lines: [{ id: 3 }, { id: 4 }],
  })
})

test.each(['', 'agree', 'agree-', 'agree-0', 'agree-9', 'burn-3', 'agree-3; drop'])(
  'a form that presses %s says nothing',
  (act) => {
    expect(readAnswer(formOf({ 'hash-3': hash, act }))).toBeUndefined()
  },
)

test('a proposal that is left empty is not recorded, and a wrong one holds up the others', () => {
  const asked = [
    { entryKey: 'trainer:1', kind: 'hours' as const },
    { entryKey: 'room:2', kind: 'facility' as const },
  ]
  const fine = readProposals(formOf({ 'amount-trainer-1': '4 uur', 'amount-room-2': '' }), asked)
  expect([...fine.amounts]).toEqual([['trainer:1', { kind: 'hours', minutes: 240 }]])
  expect(fine.wrong).toBe(false)
  const wrong = readProposals(formOf({ 'amount-trainer-1': '4 uur', 'amount-room-2': 'veel' }), asked)
  expect(wrong.wrong).toBe(true)
  expect(wrong.typed['room:2']?.error).toContain('bedrag')
  expect(wrong.typed['trainer:1']?.value).toBe('4 uur')
})
