import { expect, test } from 'vitest'
import { absenceSentences, lessonsSentence } from '#app/features/enrolment/team-absence.ts'
import { halfDayNumber } from '#app/features/interest/half-day.ts'

const on = (day: string, part: 'morning' | 'afternoon', away: string[]) => ({
  number: halfDayNumber(day, part),
  away,
})

test('a lead reads who is away per half-day, and how many it would make', () => {
  const halfDays = [on('2026-12-08', 'afternoon', ['Anna', 'Bert']), on('2026-12-15', 'afternoon', [])]
  expect(absenceSentences({ teamSize: 8, halfDays }, 1)).toEqual([
    'dinsdag 8 december, middag: Anna en Bert zijn al weg. Zeg je ja, dan zijn er 3 van de 8 weg.',
    'Op het andere dagdeel is er verder niemand weg.',
  ])
})

test('and in one sentence that nobody is', () => {
  expect(absenceSentences({ teamSize: 8, halfDays: [on('2026-12-08', 'morning', [])] }, 1)).toEqual([
    'Verder is er op die dagdelen niemand van het team weg.',
  ])
})

test('lessons to cover are told for one, for several, and not when there are none', () => {
  expect(lessonsSentence(4)).toBe('Er moeten 4 lessen opgevangen worden.')
  expect(lessonsSentence(1)).toBe('Er moet 1 les opgevangen worden.')
  expect(lessonsSentence(4, 3)).toBe('Per collega moeten er 4 lessen opgevangen worden, samen 12.')
  expect(lessonsSentence(0)).toBeUndefined()
})
