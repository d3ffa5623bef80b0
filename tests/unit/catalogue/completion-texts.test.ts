import { describe, expect, test } from 'vitest'
import { lessonsInWords, priceInWords } from '#app/features/catalogue/catalogue-texts.ts'
import {
  completionInWords,
  earningsInWords,
  requirementInWords,
} from '#app/features/catalogue/completion-texts.ts'

const rule = (minimumAttendancePercent: number, test: 'none' | 'organiser' | 'external' = 'none') => ({
  minimumAttendancePercent,
  test,
  evaluationRequired: false,
})
const nen = { title: 'NEN 3140 VOP', validityNote: 'Drie jaar is gebruikelijk.', designationNote: null }

describe('when somebody has completed it', () => {
  test('says how much of the time, in hours', () => {
    expect(completionInWords(rule(75), { meetings: 4, netMinutes: 960 })[0]).toBe(
      'Je bent er ten minste 75% van de tijd bij: 12 van de 16 uur. Pauzes tellen niet mee.',
    )
    expect(completionInWords(rule(75), { meetings: 0, netMinutes: 0 })[0]).toBe(
      'Je bent er ten minste 75% van de tijd bij. Pauzes tellen niet mee.',
    )
  })

  test('says so when it is all of it, for one meeting and for more', () => {
    expect(completionInWords(rule(100), { meetings: 1, netMinutes: 240 })[0]).toBe(
      'Je bent er van begin tot eind bij.',
    )
    expect(completionInWords(rule(100), { meetings: 2, netMinutes: 240 })[0]).toMatch(/alle bijeenkomsten/)
  })

  test('counts the test that the organiser takes, and says that one elsewhere does not count', () => {
    expect(completionInWords(rule(100, 'organiser'), { meetings: 1, netMinutes: 60 })).toContain(
      'Je haalt de toets.',
    )
    expect(completionInWords(rule(100, 'external'), { meetings: 1, netMinutes: 60 }).join(' ')).toMatch(
      /telt voor het afronden niet mee/,
    )
  })
})

test('an evaluation that belongs to completing is told beforehand', () => {
  const of = (evaluationRequired: boolean) =>
    completionInWords({ ...rule(100), evaluationRequired }, { meetings: 1, netMinutes: 60 })
  expect(of(true)).toContain('Je vult na afloop de evaluatie in.')
  expect(of(false).join(' ')).not.toContain('evaluatie')
})

describe('what it earns', () => {
  test('is a proof of participation for attendance, a certificate with a test', () => {
    expect(earningsInWords('none', null, null)[0]).toMatch(/bewijs van deelname/)
    expect(earningsInWords('external', null, null)[0]).toMatch(/bewijs van deelname/)
    expect(earningsInWords('organiser', null, null)[0]).toMatch(/certificaat/)
  })

  test('puts a proof in the dossier only by passing the test', () => {
    expect(earningsInWords('organiser', nen, null)[1]).toBe(
      'Haal je de toets, dan komt het bewijs NEN 3140 VOP in je dossier. Drie jaar is gebruikelijk.',
    )
  })

  test('never promises what it only prepares for', () => {
    const told = earningsInWords('external', null, nen).join(' ')
    expect(told).toMatch(/bereidt je voor op NEN 3140 VOP/)
    expect(told).toMatch(/krijg je hier niet/)
    expect(told).not.toMatch(/kwalificatie/i)
  })
})

test('a requirement says for how long it may have lapsed', () => {
  expect(requirementInWords('BHV', 0)).toBe('een geldig bewijs BHV')
  expect(requirementInWords('BHV', 12)).toBe(
    'een bewijs BHV dat nog geldig is, of niet langer dan 12 maanden verlopen',
  )
})

test('costs and lessons are told in words', () => {
  expect(priceInWords(0, 0)).toBe('gratis')
  expect(priceInWords(0, 12500)).toBe('gratis voor partners, €\u00a0125 voor anderen')
  expect(priceInWords(5000, 5000)).toBe('€\u00a050')
  expect(lessonsInWords(0)).toMatch(/geen lessen/)
  expect(lessonsInWords(1)).toMatch(/ongeveer 1 les\./)
})
