import { describe, expect, test } from 'vitest'
import { type DeskGroup, type DeskKind, deskKinds, mostUrgentFirst } from '#app/features/figures/desk.ts'
import { deskWords } from '#app/features/figures/desk-texts.ts'

const group = (kind: DeskKind, ...due: (string | null)[]): DeskGroup => ({
  kind,
  total: due.length,
  rows: due.map((at, id) => ({ id, due: at === null ? null : new Date(at) })),
})
const order = (...groups: DeskGroup[]) => mostUrgentFirst(groups).map(({ kind }) => kind)

describe('the order of the desk', () => {
  test('what goes wrong by itself comes first, in the order in which it does', () => {
    const offer = group('offer', '2026-11-25T09:00:00Z')
    const trainer = group('trainer', '2026-12-15T12:00:00Z', '2026-11-24T12:00:00Z')
    expect(order(group('message', null), offer, trainer)).toEqual(['trainer', 'offer', 'message'])
  })

  test('what only keeps somebody waiting follows in a fixed order', () => {
    const kinds = deskKinds.map((kind) => group(kind, null))
    expect(order(...kinds.toReversed())).toEqual([...deskKinds])
  })

  test('a kind of which there is nothing is not there', () => {
    expect(order(group('review'), group('closing', null))).toEqual(['closing'])
  })
})

test('every kind has an address of its own', () => {
  expect(new Set(deskKinds.map((kind) => deskWords[kind].slug)).size).toBe(deskKinds.length)
})
