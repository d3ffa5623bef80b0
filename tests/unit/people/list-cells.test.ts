import { expect, test } from 'vitest'
import {
  nameKey,
  parseMinutes,
  parsePastDay,
  splitName,
  titleKey,
  visible,
} from '#app/features/people/list-cells.ts'

test.each([
  ['2,5', 150],
  ['2.5', 150],
  ['2', 120],
  [',5', 30],
  ['2½', 150],
  ['2,5 uur', 150],
  ['2:30', 150],
  ['2:30:00', 150],
  ['12:00', 720],
  ['2u30', 150],
  ['2 uur en 30 min', 150],
  ['2 uur 30 minuten', 150],
  ['3u', 180],
  ['150 min', 150],
  ['150 minuten', 150],
  ['45m', 45],
  ['0,3333', 20],
  ['0', 0],
])('%s is %i minutes', (typed, minutes) => {
  expect(parseMinutes(typed)).toBe(minutes)
})

test.each(['', ' ', 'uur', 'een middag', '-2', '2:75', '2 uur 75 min', '1.2.3', '1e5', '٣', ',', '=2+2'])(
  '%j is no number of hours',
  (typed) => {
    expect(parseMinutes(typed)).toBeUndefined()
  },
)

test.each([
  ['12-3-2024', '2024-03-12'],
  ['12/3/24', '2024-03-12'],
  ['2024-03-12', '2024-03-12'],
  ['2024-03-12 00:00:00', '2024-03-12'],
  ['2024-03-12T13:30:00Z', '2024-03-12'],
  ['12 maart 2024', '2024-03-12'],
  ['dinsdag 12 maart 2024', '2024-03-12'],
  ["di. 12 mrt '24", '2024-03-12'],
  ['12-3-2024 13:30', '2024-03-12'],
  ['12-3-98', '1998-03-12'],
  ['45363', '2024-03-12'],
])('%s is the day %s', (typed, day) => {
  expect(parsePastDay(typed)).toBe(day)
})

test.each(['', 'maart', '31-2-2024', '12-13-2024', '2024', '123456', 'Q1 2024'])('%j is no day', (typed) => {
  expect(parsePastDay(typed)).toBeUndefined()
})

test.each([
  ['Sam de Vries', 'Sam', 'de Vries'],
  ['Vries, Sam de', 'Sam', 'de Vries'],
  ['Berg, Anne Marie van den', 'Anne Marie', 'van den Berg'],
  ['Anne Marie Jansen', 'Anne Marie', 'Jansen'],
  ["Noor van 't Hof", 'Noor', "van 't Hof"],
  ['J.P. Smit', 'J.P.', 'Smit'],
])('%s is %s and %s', (typed, givenName, familyName) => {
  expect(splitName(typed)).toEqual({ givenName, familyName })
})

test('one word is no name', () => {
  expect(splitName('Jansen')).toBeUndefined()
  expect(splitName(', Sam')).toBeUndefined()
})

test('names are compared whatever their order, capitals and accents', () => {
  expect(nameKey('Zoë van Dijk')).toBe(nameKey('DIJK, zoe van'))
  expect(nameKey("Noor van 't Hof")).toBe(nameKey('noor van ’t hof'))
  expect(nameKey('Jan de Vries')).not.toBe(nameKey('Jan Vries'))
})

test('titles are compared without signs and accents, in their order', () => {
  expect(titleKey('VCA-examen:  Lassen (één)')).toBe(titleKey('vca examen lassen een'))
  expect(titleKey('Lassen en frezen')).not.toBe(titleKey('Frezen en lassen'))
})

test('what cannot be seen is not taken over', () => {
  expect(visible('  Las\u0007sen\r\n \u202eniet\u202c\u200b  ')).toBe('Las sen niet')
  expect(visible('<b>vet</b> & =1+1')).toBe('<b>vet</b> & =1+1')
})
