import { describe, expect, test } from 'vitest'
import { placesInWords } from '#app/features/catalogue/catalogue-texts.ts'
import { isOpenFor, netMinutesOf, type PlaceFacts, placesOf } from '#app/features/catalogue/offering.ts'

const at = new Date('2026-11-24T10:00:00Z')
const edition: PlaceFacts = {
  status: 'open',
  capacity: 12,
  minimum: 6,
  placesHeld: 8,
  waiting: 0,
  enrolUntil: null,
  startsAt: new Date('2026-12-09T08:00:00Z'),
  endsAt: new Date('2026-12-10T16:00:00Z'),
}
const words = (facts: Partial<PlaceFacts>) => placesInWords(placesOf({ ...edition, ...facts }, at)).text

describe('the places of an edition', () => {
  test('are told by how many are left', () => {
    expect(words({})).toBe('4 plekken')
    expect(words({ placesHeld: 11 })).toBe('1 plek')
  })

  test('are told by how many are still needed, until it is sure to go ahead', () => {
    expect(words({ placesHeld: 4 })).toBe('nog 2 nodig')
    expect(words({ placesHeld: 4, status: 'going_ahead' })).toBe('8 plekken')
  })

  test('are full when all are held, and also while others wait for one that came free', () => {
    expect(words({ placesHeld: 12 })).toBe('vol, wachtlijst')
    expect(words({ placesHeld: 11, waiting: 2 })).toBe('vol, wachtlijst')
  })

  test('cannot be asked for before, after and without it', () => {
    const closed = [
      { status: 'planned' as const },
      { status: 'cancelled' as const },
      { status: 'closed' as const },
      { enrolUntil: new Date('2026-11-24T09:00:00Z') },
      { startsAt: new Date('2026-11-24T09:00:00Z') },
      { startsAt: new Date('2026-11-20T09:00:00Z'), endsAt: new Date('2026-11-21T09:00:00Z') },
    ]
    expect(closed.map(words)).toEqual([
      'inschrijven kan nog niet',
      'gaat niet door',
      'geweest',
      'inschrijving gesloten',
      'is begonnen',
      'geweest',
    ])
    for (const facts of closed) expect(isOpenFor(placesOf({ ...edition, ...facts }, at))).toBe(false)
    expect(isOpenFor(placesOf({ ...edition, placesHeld: 12 }, at))).toBe(true)
  })
})

test('the time of meetings is net of their breaks', () => {
  const startsAt = new Date('2026-12-09T08:00:00Z')
  const endsAt = new Date('2026-12-09T16:00:00Z')
  expect(netMinutesOf([{ startsAt, endsAt, breakMinutes: 30 }])).toBe(450)
  expect(netMinutesOf([])).toBe(0)
})
