import { describe, expect, test } from 'vitest'
import { type EditionToClose, kindEarned, obstaclesToClosing } from '#app/features/certificates/closing.ts'
import { newVerificationCode, readVerificationCode } from '#app/features/certificates/verification-code.ts'

const now = new Date('2026-11-24T18:00:00Z')
const meeting = {
  id: 7,
  startsAt: new Date('2026-11-24T12:00:00Z'),
  endsAt: new Date('2026-11-24T16:00:00Z'),
  unrecorded: 0,
}
const edition: EditionToClose = { status: 'going_ahead', meetings: [meeting], participants: [] }
const sentences = (more: Partial<EditionToClose>) =>
  obstaclesToClosing({ ...edition, ...more }, now).map(({ sentence }) => sentence)

test('nothing stands in the way of a finished, complete edition', () => {
  expect(sentences({})).toEqual([])
})

test.each([
  ['closed', 'al afgerond'],
  ['cancelled', 'gaat niet door'],
  ['planned', 'nog niet open'],
] as const)('an edition that is %s is not closed', (status, words) => {
  expect(sentences({ status })[0]).toContain(words)
})

test('each meeting that is not ready is named, with the place to go', () => {
  const later = { ...meeting, id: 8, endsAt: new Date('2026-11-25T16:00:00Z') }
  const open = { ...meeting, unrecorded: 1 }
  expect(obstaclesToClosing({ ...edition, meetings: [open, later] }, now)).toEqual([
    { sentence: expect.stringContaining('1 deelnemer zonder antwoord'), meetingId: 7 },
    { sentence: expect.stringContaining('nog niet geweest'), meetingId: 8 },
  ])
  expect(sentences({ meetings: [] })).toEqual(['Deze uitvoering heeft geen bijeenkomsten.'])
})

test('only a passed test of the organiser makes a certificate', () => {
  expect(kindEarned('organiser', { passed: true })).toBe('certificate')
  expect(kindEarned('organiser', { passed: false })).toBe('proof_of_participation')
  expect(kindEarned('organiser', null)).toBe('proof_of_participation')
  expect(kindEarned('external', { passed: true })).toBe('proof_of_participation')
  expect(kindEarned('none', null)).toBe('proof_of_participation')
})

describe('a verification code', () => {
  test('has 80 bits of chance, in signs that nobody mixes up', () => {
    const codes = Array.from({ length: 500 }, newVerificationCode)
    expect(new Set(codes).size).toBe(500)
    for (const code of codes) expect(code).toMatch(/^[2-9A-HJ-NP-Z]{16}$/)
    expect(new Set(codes.join('')).size).toBe(32)
  })

  test('is read as people type it off paper', () => {
    expect(readVerificationCode(' 33ca-du7r 4ujw-3ja5 ')).toBe('33CADU7R4UJW3JA5')
    for (const wrong of [
      '',
      'kort',
      '33CADU7R4UJW3JA0',
      '33CADU7R4UJW3JAI',
      'A'.repeat(41),
      '../../etc/passwd',
    ]) {
      expect(readVerificationCode(wrong)).toBeUndefined()
    }
  })
})
