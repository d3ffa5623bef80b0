/** A question as it is asked: a scale from 1 to 5 with words at both ends, or room to write. */
export type Scale = { kind: 'scale'; text: string; low: string; high: string }
export type OpenQuestion = { kind: 'open'; text: string }
export type Question = Scale | OpenQuestion

export const mostScales = 6
export const mostOpen = 4
export const points = [1, 2, 3, 4, 5] as const

/** Below this many answers nothing is shown: who said what could be guessed. */
export const fewestAnswers = 5
/** How long one may answer, in days from the day it was asked. */
export const daysToAnswer = 14
export const daysToReminder = 7

const agreement = { low: 'helemaal oneens', high: 'helemaal eens' }

/** What is asked unless an offering has questions of its own. */
export const usualQuestions: readonly Question[] = [
  { kind: 'scale', text: 'Ik kan dit gebruiken in mijn lessen.', ...agreement },
  { kind: 'scale', text: 'De uitleg was duidelijk.', ...agreement },
  { kind: 'scale', text: 'Het tempo en het niveau pasten bij mij.', ...agreement },
  { kind: 'open', text: 'Wat neem je mee naar je les?' },
  { kind: 'open', text: 'Wat kan er beter?' },
]

/** One person's answers, in the order of the questions of each kind. */
export type Answers = { scores: number[]; words: (string | undefined)[] }
/** What was answered together: how often each point was chosen, and what was written. */
export type Tally = { answers: number; scores: number[][]; words: string[][] }

const scalesOf = (questions: readonly Question[]) => questions.filter(({ kind }) => kind === 'scale')
const openOf = (questions: readonly Question[]) => questions.filter(({ kind }) => kind === 'open')

/**
 * The tally with one more person in it. Words are kept in alphabetical order and scores as counts: the same answers
 * leave the same tally behind, in whatever order people gave them.
 */
export function addAnswers(questions: readonly Question[], tally: Tally, given: Answers): Tally {
  return {
    answers: tally.answers + 1,
    scores: scalesOf(questions).map((_, scale) =>
      points.map((point, at) => (tally.scores[scale]?.[at] ?? 0) + Number(given.scores[scale] === point)),
    ),
    words: openOf(questions).map((_, open) => {
      const said = given.words[open]
      const known = tally.words[open] ?? []
      return said === undefined ? known : [...known, said].toSorted()
    }),
  }
}

export type ScaleResult = Scale & { counts: number[]; mean: number }
/** `words` is null when they have had their time and were wiped. */
export type OpenResult = OpenQuestion & { words: string[] | null }
export type Results =
  /** Still being answered: not even how many did. */
  | { state: 'open'; openUntil: string }
  | { state: 'too-few' }
  | { state: 'shown'; answers: number; scales: ScaleResult[]; open: OpenResult[] }

/**
 * What anybody may see of an evaluation. Everything at once, when nobody can answer any more, and only when enough
 * people did: results that grow would show, from one look to the next, what the latest person answered.
 */
export function resultsOf(
  { questions, openUntil, ...tally }: Tally & { questions: readonly Question[]; openUntil: string },
  today: string,
): Results {
  if (today <= openUntil) return { state: 'open', openUntil }
  if (tally.answers < fewestAnswers) return { state: 'too-few' }
  const scales = questions.filter((question) => question.kind === 'scale')
  const open = questions.filter((question) => question.kind === 'open')
  return {
    state: 'shown',
    answers: tally.answers,
    scales: scales.map((scale, at) => {
      const counts = points.map((_, point) => tally.scores[at]?.[point] ?? 0)
      return { ...scale, counts, mean: meanOf(counts) }
    }),
    open: open.map((question, at) => ({ ...question, words: tally.words[at] ?? null })),
  }
}

/** The mean of 1 to 5 by how often each was chosen, to one decimal; 0 when nothing was. */
export function meanOf(counts: readonly number[]): number {
  const total = counts.reduce((sum, count) => sum + count, 0)
  if (total === 0) return 0
  const sum = counts.reduce((all, count, at) => all + count * (at + 1), 0)
  return Math.round((sum / total) * 10) / 10
}

export type ShownEdition = { editionId: number; code: string; results: Results & { state: 'shown' } }
export type QuestionOverTime = {
  key: string
  text: string
  editions: { editionId: number; code: string; mean: number }[]
}

/**
 * How each scale did from edition to edition. Only editions whose results are shown by themselves count: a total over
 * more would tell, less those, about the ones that must stay unseen. A question in other words is another question.
 */
export function overTime(editions: readonly ShownEdition[]): QuestionOverTime[] {
  const questions = new Map<string, QuestionOverTime>()
  for (const { editionId, code, results } of editions) {
    for (const { text, low, high, mean } of results.scales) {
      const key = JSON.stringify([text, low, high])
      const known = questions.get(key) ?? { key, text, editions: [] }
      known.editions.push({ editionId, code, mean })
      questions.set(key, known)
    }
  }
  return [...questions.values()]
}
