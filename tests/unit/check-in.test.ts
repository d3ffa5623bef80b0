import { createHmac, randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import {
  freshSteps,
  isInWindow,
  isTicketGood,
  type KnownCheckIn,
  mergeArrival,
  minutesLateAt,
  type Recognised,
  stepAt,
  stepMs,
} from '#app/features/check-in/check-in.ts'
import {
  codeOfStep,
  findFreshCode,
  findPastCode,
  ownQrOf,
} from '#app/features/check-in/check-in-code.server.ts'
import { codeLetters, lettersOf, readCode, readParticipantQr } from '#app/features/check-in/check-in-code.ts'
import { makeCodes } from '#app/features/check-in/make-codes.ts'

const at = (time: string) => new Date(`2026-11-24T${time}+01:00`)
const meeting = { startsAt: at('09:00:00'), endsAt: at('12:00:00') }
const secret = randomBytes(32)

test('a browser makes the same codes as the server, and knows the same participants', async () => {
  const codes = await makeCodes(secret.toString('base64'))
  for (let step = stepAt(at('09:00:00')); step < stepAt(at('09:05:00')); step++) {
    expect(await codes.codeOf(step)).toBe(codeOfStep(secret, step))
  }
  expect(await codes.isParticipant(readParticipantQr(ownQrOf(secret, 12, 345))!)).toBe(true)
  const other = readParticipantQr(ownQrOf(randomBytes(32), 12, 345))!
  expect(await codes.isParticipant(other)).toBe(false)
  expect(await codes.isParticipant({ ...other, enrolmentId: 346 })).toBe(false)
})

test('a code is six letters that cannot be mistaken for one another, spread evenly', () => {
  const counts = new Map<string, number>()
  for (let step = 0; step < 4000; step++) {
    const code = lettersOf(createHmac('sha256', secret).update(String(step)).digest())
    expect(code).toMatch(/^[BCDFGHJKLMNPQRSTVWXZ]{6}$/)
    for (const letter of code) counts.set(letter, (counts.get(letter) ?? 0) + 1)
  }
  expect(counts.size).toBe(codeLetters.length)
  for (const count of counts.values()) expect(Math.abs(count - 1200)).toBeLessThan(250)
})

test('typed letters are read as people type them', () => {
  expect(readCode(' bcd fgh')).toBe('BCDFGH')
  expect(readCode('BCD-FGH')).toBe('BCDFGH')
  for (const wrong of ['', 'BCDFG', 'BCDFGHJ', 'ABCDFG', '123456', 'BCDFG\u0130']) {
    expect(readCode(wrong)).toBeUndefined()
  }
})

test('a code is taken while it stands there and a moment longer, never after half a minute', () => {
  const shown = at('09:00:00')
  const code = codeOfStep(secret, stepAt(shown))
  for (let seconds = -60; seconds < 120; seconds++) {
    const now = new Date(shown.getTime() + seconds * 1000)
    expect(findFreshCode(secret, code, now) !== undefined).toBe(seconds >= -15 && seconds < 30)
  }
})

test('an old code is known for what it was, and one that is still to come is not', () => {
  const now = at('09:30:00')
  const moment = findPastCode(secret, codeOfStep(secret, stepAt(at('09:02:10'))), meeting, now)
  expect(moment).toEqual(at('09:02:00'))
  expect(findPastCode(secret, codeOfStep(secret, stepAt(at('09:31:00'))), meeting, now)).toBeUndefined()
  expect(findPastCode(secret, codeOfStep(secret, stepAt(at('08:10:00'))), meeting, now)).toBeUndefined()
  expect(findPastCode(randomBytes(32), codeOfStep(secret, stepAt(now)), meeting, now)).toBeUndefined()
})

test('a page that was opened in time may be sent until 90 seconds after its code', () => {
  expect(isTicketGood(at('09:00:00'), at('09:01:30'))).toBe(true)
  expect(isTicketGood(at('09:00:00'), at('09:01:31'))).toBe(false)
})

test('one checks in from half an hour before the start until the end', () => {
  expect(isInWindow(meeting, at('08:29:00'))).toBe(false)
  expect(isInWindow(meeting, at('08:30:00'))).toBe(true)
  expect(isInWindow(meeting, at('11:59:59'))).toBe(true)
  expect(isInWindow(meeting, at('12:00:00'))).toBe(false)
})

test('who comes later than a few minutes gets the whole minutes after the start', () => {
  expect(minutesLateAt(meeting, at('08:40:00'))).toBe(0)
  expect(minutesLateAt(meeting, at('09:05:59'))).toBe(0)
  expect(minutesLateAt(meeting, at('09:06:00'))).toBe(6)
  expect(minutesLateAt(meeting, at('10:30:59'))).toBe(90)
})

/** A small generator of its own, so that a failure comes again. */
function random(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return Math.floor((state / 2_147_483_648) * below)
  }
}

test('the same arrivals, twice over and in whatever order, come to one state', () => {
  for (let seed = 1; seed <= 300; seed++) {
    const next = random(seed)
    const late: Recognised[] = Array.from({ length: next(5) }, () => ({
      codeAt: new Date(meeting.startsAt.getTime() + next(600) * stepMs),
      inTime: false,
    }))
    const inTime = next(2) === 1 ? [{ codeAt: at('09:40:00'), inTime: true }] : []
    const arrivals = [...late, ...inTime]
    const outcomes = Array.from({ length: 6 }, () => {
      const order = [...arrivals, ...arrivals].sort(() => next(3) - 1)
      return order.reduce<KnownCheckIn | undefined>(
        (known, arrival) => mergeArrival(known, arrival, meeting) ?? known,
        undefined,
      )
    })
    expect(new Set(outcomes.map((outcome) => JSON.stringify(outcome))).size).toBe(1)
    if (inTime.length > 0) expect(outcomes[0]).toMatchObject({ state: 'accepted', minutesLate: 40 })
  }
})

test('whatever a trainer answered stays, whoever comes with what', () => {
  const fresh = { codeAt: at('09:10:00'), inTime: true }
  for (const state of ['accepted', 'confirmed', 'refused'] as const) {
    expect(mergeArrival({ state, codeAt: at('09:20:00'), minutesLate: 20 }, fresh, meeting)).toBeUndefined()
  }
})

test('three codes at most are taken at any moment', () => {
  expect(freshSteps(at('09:00:00'))).toHaveLength(3)
})
