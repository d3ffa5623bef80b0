import { describe, expect, test } from 'vitest'
import {
  type Answers,
  addAnswers,
  fewestAnswers,
  meanOf,
  overTime,
  type Question,
  resultsOf,
  type ShownEdition,
  type Tally,
  usualQuestions,
} from '#app/features/evaluation/evaluation.ts'
import { answersForm, questionsForm } from '#app/features/evaluation/evaluation-form.ts'

const nothing: Tally = { answers: 0, scores: [], words: [] }
const given = (score: number, said?: string): Answers => ({
  scores: [score, score, score],
  words: [said, undefined],
})
const together = (answers: Answers[], questions: readonly Question[] = usualQuestions) =>
  answers.reduce((tally, one) => addAnswers(questions, tally, one), nothing)
const results = (count: number, today: string) =>
  resultsOf(
    {
      ...together(Array.from({ length: count }, () => given(4, 'Ja'))),
      questions: usualQuestions,
      openUntil: '2026-12-01',
    },
    today,
  )

describe('what is shown', () => {
  test('is nothing at all as long as somebody may still answer, however many did', () => {
    for (const count of [0, 1, fewestAnswers, 40])
      expect(results(count, '2026-12-01')).toEqual({ state: 'open', openUntil: '2026-12-01' })
  })

  test('is nothing under five answers, not even how many there were', () => {
    for (const count of [0, 1, 4]) expect(results(count, '2026-12-02')).toEqual({ state: 'too-few' })
  })

  test('is everything from five answers on, when nobody can answer any more', () => {
    expect(results(5, '2026-12-02')).toMatchObject({
      state: 'shown',
      answers: 5,
      scales: [{ counts: [0, 0, 0, 5, 0], mean: 4 }, {}, {}],
      open: [{ words: ['Ja', 'Ja', 'Ja', 'Ja', 'Ja'] }, { words: [] }],
    })
  })

  test('over time leaves out what is not shown by itself, so that no difference tells about it', () => {
    const shown: ShownEdition[] = [1, 2].map((editionId) => ({
      editionId,
      code: `2026-27-${editionId}`,
      results: results(6, '2026-12-02') as ShownEdition['results'],
    }))
    expect(overTime(shown)[0]).toMatchObject({
      text: 'Ik kan dit gebruiken in mijn lessen.',
      editions: [
        { code: '2026-27-1', mean: 4 },
        { code: '2026-27-2', mean: 4 },
      ],
    })
    expect(overTime([])).toEqual([])
  })

  test('takes a question in other words for another question', () => {
    const of = (text: string): ShownEdition => ({
      editionId: 1,
      code: 'x',
      results: {
        state: 'shown',
        answers: 5,
        open: [],
        scales: [{ kind: 'scale', text, low: 'nee', high: 'ja', counts: [0, 0, 0, 0, 5], mean: 5 }],
      },
    })
    expect(overTime([of('Was het nuttig?'), of('Was het leuk?')])).toHaveLength(2)
  })
})

test('the same answers leave the same behind, in whatever order people gave them', () => {
  const answers = [given(1, 'Zwak'), given(5, 'Fijn'), given(3), given(5, 'Aardig')]
  expect(together(answers.toReversed())).toEqual(together(answers))
  expect(together(answers).words[0]).toEqual(['Aardig', 'Fijn', 'Zwak'])
})

test('a mean has one decimal, and of nothing it is nothing', () => {
  expect(meanOf([0, 1, 1, 4, 4])).toBe(4.1)
  expect(meanOf([0, 0, 0, 0, 0])).toBe(0)
})

describe('the form of a participant', () => {
  const form = answersForm(usualQuestions)
  const filled = { scale0: '5', scale1: '4', scale2: '1', open0: ' Veel. ', open1: '' }

  test('asks a point for every scale, and leaves what is open open', () => {
    expect(form.parse(filled)).toEqual({ scores: [5, 4, 1], words: ['Veel.', undefined] })
    expect(form.safeParse({ ...filled, scale1: undefined }).error?.issues).toMatchObject([
      { path: ['scale1'], message: 'Kies een cijfer van 1 tot 5.' },
    ])
  })

  test('takes no other number', () => {
    for (const scale0 of ['0', '6', '4.5', '-1', '5x', '', '1e0'])
      expect(form.safeParse({ ...filled, scale0 }).success, scale0).toBe(false)
  })

  test('takes no more words than anybody reads', () => {
    expect(form.safeParse({ ...filled, open0: 'x'.repeat(2001) }).success).toBe(false)
  })
})

describe('the form of a coordinator', () => {
  test('leaves out what is empty, and gives a scale its usual ends', () => {
    const scales = [
      { text: 'Was het nuttig?', low: 'nee', high: 'ja' },
      { text: ' ' },
      { text: 'Beviel het?' },
    ]
    expect(questionsForm.parse({ scales, open: [{ text: '' }, { text: 'Wat mis je?' }] })).toEqual([
      { kind: 'scale', text: 'Was het nuttig?', low: 'nee', high: 'ja' },
      { kind: 'scale', text: 'Beviel het?', low: 'helemaal oneens', high: 'helemaal eens' },
      { kind: 'open', text: 'Wat mis je?' },
    ])
  })

  test('wants one question at least, none of them twice, and no more than there is room for', () => {
    expect(questionsForm.safeParse({ scales: [{ text: '' }] }).error?.issues[0]?.message).toMatch(
      /ten minste één/,
    )
    const twice = [{ text: 'Beviel het?' }, { text: 'Beviel het?' }]
    expect(questionsForm.safeParse({ scales: twice }).error?.issues[0]?.message).toMatch(/maar één keer/)
    const many = Array.from({ length: 7 }, (_, at) => ({ text: `Vraag ${at}` }))
    expect(questionsForm.safeParse({ scales: many }).success).toBe(false)
  })
})
