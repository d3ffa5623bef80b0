import { describe, expect, test } from 'vitest'
import type { Attendance, Mark } from '#app/features/attendance/attendance.ts'
import {
  type Reply,
  type RosterState,
  rosterReducer,
  sendable,
  shown,
} from '#app/features/attendance/roster-state.ts'

const present: Attendance = { state: 'present', minutesLate: 0, minutesLeftEarly: 0, note: null }
const absent: Attendance = { ...present, state: 'absent' }
const start = (
  known: RosterState['known'] = new Map([
    [12, null],
    [13, { ...present, version: 3 }],
  ]),
): RosterState => ({
  known,
  unsent: new Map(),
  conflicts: new Map(),
  refused: new Map(),
})
const choose = (state: RosterState, enrolmentId: number, attendance: Attendance) =>
  rosterReducer(state, { kind: 'choose', enrolmentId, attendance })
const nothing: Reply = { kept: [], conflicts: [], refused: [] }
const answered = (state: RosterState, sent: Mark[], reply: Partial<Reply>) =>
  rosterReducer(state, { kind: 'answered', sent, reply: { ...nothing, ...reply } })
const theirs = { ...absent, version: 4, recordedByName: 'T. Rainer', recordedAt: '2026-11-24T12:04:00Z' }

test('a choice is shown at once and waits to be sent, based on what this page knows', () => {
  const state = choose(start(), 13, absent)
  expect(shown(state, 13)).toMatchObject(absent)
  expect(sendable(state)).toEqual([{ ...absent, enrolmentId: 13, basedOn: 3 }])
})

test('choosing back what is known already leaves nothing to send', () => {
  expect(sendable(choose(choose(start(), 13, absent), 13, present))).toEqual([])
})

test('minutes of who is not there are not kept', () => {
  const state = choose(start(), 12, { ...absent, minutesLate: 20, note: ' ziek ' })
  expect(sendable(state)).toEqual([{ ...absent, note: 'ziek', enrolmentId: 12, basedOn: 0 }])
})

describe('when the server has answered', () => {
  test('what it kept is known, with its new version', () => {
    const waiting = choose(start(), 12, present)
    const state = answered(waiting, sendable(waiting), { kept: [{ enrolmentId: 12, version: 1 }] })
    expect(state.unsent.size).toBe(0)
    expect(state.known.get(12)).toEqual({ ...present, version: 1 })
  })

  test('what was changed again meanwhile still waits, based on what has just arrived', () => {
    const first = choose(start(), 12, present)
    const second = choose(first, 12, absent)
    const state = answered(second, sendable(first), { kept: [{ enrolmentId: 12, version: 1 }] })
    expect(sendable(state)).toEqual([{ ...absent, enrolmentId: 12, basedOn: 1 }])
  })

  test('what it refused waits for another choice, and is not sent again and again', () => {
    const waiting = choose(start(), 12, { ...present, minutesLate: 900 })
    const state = answered(waiting, sendable(waiting), {
      refused: [{ enrolmentId: 12, sentence: 'Te veel.' }],
    })
    expect([state.refused.get(12), sendable(state), state.unsent.size]).toEqual(['Te veel.', [], 1])
    expect(sendable(choose(state, 12, present))).toHaveLength(1)
  })
})

describe('a conflict', () => {
  const waiting = choose(start(), 13, { ...present, minutesLate: 10 })
  const conflicted = answered(waiting, sendable(waiting), { conflicts: [{ enrolmentId: 13, theirs }] })

  test('keeps both, sends neither, and is not forgotten on this device', () => {
    expect(sendable(conflicted)).toEqual([])
    expect(conflicted.unsent.get(13)).toMatchObject({ minutesLate: 10 })
    expect(conflicted.known.get(13)).toMatchObject({ state: 'absent', version: 4 })
  })

  test('mine goes out again, based on theirs', () => {
    const state = rosterReducer(conflicted, { kind: 'settle', enrolmentId: 13, keep: 'mine' })
    expect(sendable(state)).toMatchObject([{ enrolmentId: 13, minutesLate: 10, basedOn: 4 }])
  })

  test('theirs leaves nothing to send', () => {
    const state = rosterReducer(conflicted, { kind: 'settle', enrolmentId: 13, keep: 'theirs' })
    expect(sendable(state)).toEqual([])
    expect(shown(state, 13)).toMatchObject(absent)
  })

  test('a new choice is the choice', () => {
    const state = choose(conflicted, 13, present)
    expect(sendable(state)).toEqual([{ ...present, enrolmentId: 13, basedOn: 4 }])
  })
})

describe('what was found on the device', () => {
  const kept = [
    { ...absent, enrolmentId: 12, basedOn: 0 },
    { ...present, enrolmentId: 13, basedOn: 2 },
    { ...present, enrolmentId: 99, basedOn: 0 },
  ]

  test('waits again, except what arrived after all and who is no longer on the list', () => {
    const state = rosterReducer(start(), { kind: 'restore', marks: kept })
    expect(sendable(state).map(({ enrolmentId }) => enrolmentId)).toEqual([12])
  })

  test('gives way to what was chosen since', () => {
    const state = rosterReducer(choose(start(), 12, present), { kind: 'restore', marks: kept })
    expect(state.unsent.get(12)).toMatchObject(present)
  })
})
