import { describe, expect, test } from 'vitest'
import {
  type Choice,
  markFrom,
  marksSchema,
  readRosterForm,
} from '#app/features/attendance/attendance-form.ts'

const form = (fields: Record<string, string>) => {
  const data = new FormData()
  for (const [name, value] of Object.entries(fields)) data.set(name, value)
  return data
}
const none = { everyone: false, announced: false }
const choice = (more: Partial<Choice>): Choice => ({
  enrolmentId: 12,
  basedOn: 0,
  chosen: 'present',
  ...more,
})

describe('the roster as a form', () => {
  test('says of each row what was chosen and which version was seen', () => {
    const { choices } = readRosterForm(form({ basis: '12:3 13:0', s12: 'absent' }))
    expect(choices).toEqual([
      { enrolmentId: 12, basedOn: 3, chosen: 'absent' },
      { enrolmentId: 13, basedOn: 0, chosen: '' },
    ])
  })

  test('reads minutes, note and excuse of a row that shows them', () => {
    const fields = { basis: '12:1', s12: 'late', l12: '20', e12: '', x12: 'on', n12: ' lekke band ' }
    expect(readRosterForm(form(fields)).choices).toEqual([
      { enrolmentId: 12, basedOn: 1, chosen: 'late', excused: true, late: 20, early: 0, note: 'lekke band' },
    ])
  })

  test.each(['-5', '1,5', 'veel', '1441', '99999'])('says of %s that it is no number of minutes', (typed) => {
    const { choices, errors } = readRosterForm(form({ basis: '12:1', s12: 'late', l12: typed, n12: '' }))
    expect([choices, errors.map(({ enrolmentId }) => enrolmentId)]).toEqual([[], [12]])
  })

  test('ignores what is no row', () => {
    expect(readRosterForm(form({ basis: 'x:1 12 :3 0:1 1:-2' })).choices).toEqual([])
    expect(readRosterForm(form({})).choices).toEqual([])
  })
})

describe('what a choice comes to', () => {
  const late = { state: 'present', minutesLate: 20, minutesLeftEarly: 5, note: 'file' } as const

  test('nothing, where nothing was chosen', () => {
    expect(markFrom(choice({ chosen: '' }), null, none)).toBeUndefined()
  })

  test('everyone present, except who said they would not come', () => {
    const everyone = (announced: boolean) =>
      markFrom(choice({ chosen: '' }), null, { everyone: true, announced })
    expect(everyone(false)).toMatchObject({ state: 'present', minutesLate: 0 })
    expect(everyone(true)).toMatchObject({ state: 'excused' })
  })

  test('a row that did not show minutes and note keeps those it had', () => {
    expect(markFrom(choice({ chosen: 'late', basedOn: 2 }), late, none)).toEqual({
      enrolmentId: 12,
      basedOn: 2,
      ...late,
    })
    expect(markFrom(choice({ chosen: 'present' }), late, none)).toMatchObject({
      minutesLate: 0,
      minutesLeftEarly: 5,
      note: 'file',
    })
  })

  test('late without minutes is asked again', () => {
    expect(markFrom(choice({ chosen: 'late' }), null, none)).toMatchObject({
      sentence: expect.stringContaining('Hoeveel minuten'),
    })
  })

  test('absent is excused when it was, or was told beforehand', () => {
    expect(markFrom(choice({ chosen: 'absent' }), { ...late, state: 'excused' }, none)).toMatchObject({
      state: 'excused',
    })
    expect(markFrom(choice({ chosen: 'absent' }), null, { ...none, announced: true })).toMatchObject({
      state: 'excused',
    })
    expect(
      markFrom(choice({ chosen: 'absent', excused: false }), null, { ...none, announced: true }),
    ).toMatchObject({ state: 'absent' })
  })
})

test('marks of a phone are whole numbers within bounds, and not too many', () => {
  const mark = {
    enrolmentId: 1,
    state: 'present',
    minutesLate: 0,
    minutesLeftEarly: 0,
    note: null,
    basedOn: 0,
  }
  const accepts = (marks: unknown) => marksSchema.safeParse({ as: 1, waited: false, marks }).success
  expect(accepts([mark])).toBe(true)
  for (const wrong of [
    { minutesLate: -1 },
    { minutesLate: 1.5 },
    { state: 'late' },
    { note: 'x'.repeat(501) },
    { basedOn: -1 },
  ]) {
    expect(accepts([{ ...mark, ...wrong }])).toBe(false)
  }
  expect(accepts(Array.from({ length: 1001 }, () => mark))).toBe(false)
})
