import { describe, expect, test } from 'vitest'
import {
  type CompletionFacts,
  type CompletionRule,
  completion,
  type MeetingFacts,
} from '#app/features/certificates/completion.ts'

const present = { state: 'present', minutesLate: 0, minutesLeftEarly: 0 } as const
const absent = { ...present, state: 'absent' } as const
const excused = { ...present, state: 'excused' } as const

/** Four hours with a break of half an hour: 210 minutes count. */
const meeting = (more: Partial<MeetingFacts> = {}): MeetingFacts => ({
  startsAt: new Date('2026-11-12T12:00:00Z'),
  netMinutes: 210,
  attendance: present,
  madeUp: false,
  ...more,
})
const rule = (more: Partial<CompletionRule> = {}): CompletionRule => ({
  minimumAttendancePercent: 100,
  test: 'none',
  ...more,
})
const facts = (more: Partial<CompletionFacts> = {}): CompletionFacts => ({
  rule: rule(),
  meetings: [meeting()],
  ...more,
})
const passed = { passed: true, takenOn: '2026-12-03', examiner: 'P. Keurmeester' }

describe('attendance', () => {
  test('who was always there has met the rule, and nothing is missing', () => {
    expect(completion(facts())).toEqual({
      met: true,
      by: 'rule',
      missing: [],
      minutesAttended: 210,
      minutesTotal: 210,
      percent: 100,
      unrecorded: 0,
    })
  })

  test('a minute late is too much where 100% is asked', () => {
    const answer = completion(facts({ meetings: [meeting({ attendance: { ...present, minutesLate: 1 } })] }))
    expect(answer.met).toBe(false)
    expect(answer.percent).toBe(99)
    expect(answer.missing).toEqual([
      'Je was er 3 uur en 29 minuten van de 3,5 uur (99%). Nodig is 100%: je komt 1 minuut tekort.',
    ])
  })

  test('late and left early both count, net of the break', () => {
    const attendance = { ...present, minutesLate: 20, minutesLeftEarly: 30 }
    expect(completion(facts({ meetings: [meeting({ attendance })] })).minutesAttended).toBe(160)
  })

  test('late and left early never make less than nothing', () => {
    const attendance = { ...present, minutesLate: 120, minutesLeftEarly: 119 }
    expect(completion(facts({ meetings: [meeting({ attendance })] })).minutesAttended).toBe(0)
  })

  test.each([
    [0, true, 75],
    [1, false, 74],
  ])(
    '75%% of 4 × 100 minutes with %i minutes late: met is %s, shown as %i%%',
    (minutesLate, met, percent) => {
      const meetings = [100, 100, 100, 100].map((netMinutes, index) =>
        meeting({
          netMinutes,
          attendance: index === 3 ? absent : index === 0 ? { ...present, minutesLate } : present,
        }),
      )
      const answer = completion(facts({ rule: rule({ minimumAttendancePercent: 75 }), meetings }))
      expect([answer.met, answer.percent]).toEqual([met, percent])
    },
  )

  test('the decision does not round: 74.9% is not 75%, and needs whole minutes up', () => {
    // 75% of 211 is 158.25 minutes: 158 are too few, 159 are enough.
    const answer = (minutesLate: number) =>
      completion(
        facts({
          rule: rule({ minimumAttendancePercent: 75 }),
          meetings: [meeting({ netMinutes: 211, attendance: { ...present, minutesLate } })],
        }),
      )
    expect(answer(211 - 158).met).toBe(false)
    expect(answer(211 - 158).percent).toBe(74)
    expect(answer(211 - 158).missing[0]).toContain('je komt 1 minuut tekort')
    expect(answer(211 - 159).met).toBe(true)
    expect(answer(211 - 159).percent).toBe(75)
  })

  test('percentages are of all minutes together: a long day weighs more than a short one', () => {
    const long = meeting({ netMinutes: 300 })
    const short = meeting({ netMinutes: 100, attendance: absent })
    const at75 = rule({ minimumAttendancePercent: 75 })
    expect(completion(facts({ rule: at75, meetings: [long, short] })).met).toBe(true)
    expect(
      completion(
        facts({
          rule: at75,
          meetings: [
            { ...long, attendance: absent },
            { ...short, attendance: present },
          ],
        }),
      ).met,
    ).toBe(false)
  })

  test('excused is absent, and the sentence says that it can be made up', () => {
    const answer = completion(facts({ meetings: [meeting(), meeting({ attendance: excused })] }))
    expect(answer.met).toBe(false)
    expect(answer.percent).toBe(50)
    expect(answer.missing[1]).toBe(
      'Je was er niet op donderdag 12 november 2026. Die bijeenkomst kun je nog inhalen.',
    )
  })

  test('a missed meeting that was made up counts in full', () => {
    const answer = completion(
      facts({ meetings: [meeting(), meeting({ attendance: excused, madeUp: true })] }),
    )
    expect([answer.met, answer.percent]).toEqual([true, 100])
  })

  test('who was late and made the meeting up has all its minutes, not more', () => {
    const attendance = { ...present, minutesLate: 60 }
    const answer = completion(facts({ meetings: [meeting({ attendance, madeUp: true })] }))
    expect(answer.minutesAttended).toBe(210)
  })

  test('a meeting without a record is missing, also where the percentage is met without it', () => {
    const answer = completion(
      facts({
        rule: rule({ minimumAttendancePercent: 50 }),
        meetings: [meeting(), meeting({ attendance: null })],
      }),
    )
    expect([answer.met, answer.unrecorded]).toEqual([false, 1])
    expect(answer.missing).toEqual(['Er is nog niet ingevuld of je er was op donderdag 12 november 2026.'])
  })

  test('nobody falls short as long as what is not recorded yet may still suffice', () => {
    const at75 = rule({ minimumAttendancePercent: 75 })
    const meetings = [meeting(), meeting({ attendance: null })]
    expect(completion(facts({ rule: at75, meetings })).missing).toEqual([
      'Er is nog niet ingevuld of je er was op donderdag 12 november 2026.',
    ])
    const hopeless = [meeting({ attendance: absent }), meeting({ attendance: null })]
    expect(completion(facts({ rule: at75, meetings: hopeless })).missing[0]).toContain('tekort')
  })

  test('where no attendance is asked, who was never there has met the rule', () => {
    const answer = completion(
      facts({ rule: rule({ minimumAttendancePercent: 0 }), meetings: [meeting({ attendance: absent })] }),
    )
    expect([answer.met, answer.percent]).toEqual([true, 0])
  })

  test('without a meeting there is nothing to miss', () => {
    expect(completion(facts({ meetings: [] }))).toMatchObject({ met: true, percent: 100, minutesTotal: 0 })
  })
})

describe('the test', () => {
  const tested = rule({ test: 'organiser' })

  test("an organiser's test has to be passed", () => {
    expect(completion(facts({ rule: tested, testResult: passed })).met).toBe(true)
  })

  test('no result yet is missing', () => {
    expect(completion(facts({ rule: tested, testResult: null })).missing).toEqual([
      'Er is nog geen uitslag van je toets.',
    ])
    expect(completion(facts({ rule: tested })).met).toBe(false)
  })

  test('a failed test names its date and examiner', () => {
    expect(completion(facts({ rule: tested, testResult: { ...passed, passed: false } })).missing).toEqual([
      'Je hebt de toets van 3 dec 2026 bij P. Keurmeester nog niet gehaald.',
    ])
  })

  test('a passed test does not stand in for attendance', () => {
    expect(
      completion(facts({ rule: tested, testResult: passed, meetings: [meeting({ attendance: absent })] }))
        .met,
    ).toBe(false)
  })

  test.each(['none', 'external'] as const)(
    'with test %s nothing is waited for, and a failed one does not count',
    (test_) => {
      const failed = { ...passed, passed: false }
      expect(completion(facts({ rule: rule({ test: test_ }), testResult: failed })).met).toBe(true)
    },
  )
})

describe('other parts', () => {
  test('every module has to be done, and the one that is not is named', () => {
    const modules = [
      { title: 'Cobots', done: true },
      { title: 'Sensoren', done: false },
    ]
    expect(completion(facts({ modules })).missing).toEqual(['De module Sensoren is nog niet af.'])
  })

  test('an evaluation counts only where it is asked', () => {
    expect(completion(facts({ evaluation: { given: true } })).met).toBe(true)
    expect(completion(facts({ evaluation: { given: false } })).missing).toEqual([
      'Je hebt de evaluatie nog niet ingevuld.',
    ])
  })

  test('everything that is missing is said at once, in a fixed order', () => {
    const { missing } = completion({
      rule: rule({ test: 'organiser' }),
      meetings: [meeting({ attendance: absent }), meeting({ attendance: null })],
      modules: [{ title: 'Cobots', done: false }],
      evaluation: { given: false },
    })
    expect(missing).toHaveLength(6)
    expect(missing[0]).toContain('(0%)')
    expect(missing.at(-1)).toContain('evaluatie')
  })
})

describe('a dispensation', () => {
  const dispensation = { reason: 'Geeft de cursus zelf al jaren.' }

  test('lets someone complete, and still says what is missing', () => {
    const answer = completion(facts({ dispensation, meetings: [meeting({ attendance: absent })] }))
    expect([answer.met, answer.by]).toEqual([true, 'dispensation'])
    expect(answer.missing.length).toBeGreaterThan(0)
  })

  test('is not the reason when the rule was met anyway', () => {
    expect(completion(facts({ dispensation })).by).toBe('rule')
  })
})
