import { describe, expect } from 'vitest'
import { findMyQuestions } from '#app/features/dossier/mine-queries.server.ts'
import { answerEvaluation } from '#app/features/evaluation/answer-evaluation.server.ts'
import { askForEvaluations } from '#app/features/evaluation/ask-for-evaluations.server.ts'
import { changeQuestions } from '#app/features/evaluation/change-questions.server.ts'
import { usualQuestions } from '#app/features/evaluation/evaluation.ts'
import { findEvaluationToAnswer } from '#app/features/evaluation/evaluation-queries.server.ts'
import { setClock } from '#app/platform/clock.ts'
import type { Db } from '#db/client.server.ts'
import { aCoordinator, anEnrolment } from '#tests/support/builders.ts'
import { test } from '#tests/support/database.ts'
import { aFinishedEdition, evaluationMails, given } from './support.ts'

/** What stands on somebody's own page. */
const asked = async (db: Db, personId: number) =>
  (await findMyQuestions(db, { personId, leads: new Set() })).evaluations

const day = 86_400_000
const morning = new Date('2026-11-24T07:00:00Z')
const at = (days: number) => setClock(new Date(morning.getTime() + days * day))

describe('asking', () => {
  test('goes in the morning after to everyone who was there, and to nobody else', async ({ db }) => {
    at(0)
    const { editionId, participants } = await aFinishedEdition(db, { people: ['present', 'absent', null] })
    await anEnrolment(db, { editionId, status: 'waitlisted' })
    expect(await askForEvaluations(db)).toBe(1)
    const mails = await evaluationMails(db)
    expect(mails).toMatchObject([
      { reason: 'evaluation.ask', personId: participants[0]?.personId, kind: 'evaluations' },
    ])
    expect(mails[0]?.bodyText).toMatch(/\/evaluatie\/[\w-]{43}/)
    expect(mails[0]?.bodyText).toContain('tot en met 8 december 2026')
    expect(await asked(db, participants[0]!.personId)).toHaveLength(1)
    expect(await asked(db, participants[1]!.personId)).toEqual([])
    expect(await findEvaluationToAnswer(db, participants[1]!.enrolmentId)).toBeUndefined()
  })

  test('waits for the last meeting and for its attendance', async ({ db }) => {
    at(0)
    const { meetingId, participants } = await aFinishedEdition(db, { people: [null] })
    expect(await askForEvaluations(db)).toBe(0)
    const { enrolmentId } = participants[0]!
    await db.insertInto('attendance').values({ meetingId, enrolmentId, state: 'present' }).execute()
    at(-1)
    expect(await askForEvaluations(db)).toBe(0)
    at(3)
    expect(await askForEvaluations(db)).toBe(1)
  })

  test('reaches who turns out to have been there, a day later', async ({ db }) => {
    at(0)
    const { meetingId, participants } = await aFinishedEdition(db, { people: ['present', null] })
    await askForEvaluations(db)
    const { enrolmentId, personId } = participants[1]!
    await db.insertInto('attendance').values({ meetingId, enrolmentId, state: 'present' }).execute()
    at(1)
    expect(await askForEvaluations(db)).toBe(1)
    expect((await evaluationMails(db)).at(-1)?.personId).toBe(personId)
  })

  test('is done once for each person, also by two runs at once and however often it runs', async ({ db }) => {
    at(0)
    await aFinishedEdition(db, { people: Array(30).fill('present') })
    await Promise.all([askForEvaluations(db), askForEvaluations(db), askForEvaluations(db)])
    await askForEvaluations(db)
    expect(await evaluationMails(db)).toHaveLength(30)
    const links = await db.selectFrom('linkToken').select('id').where('purpose', '=', 'evaluate').execute()
    expect(links).toHaveLength(30)
  })

  test('is repeated once, a week later, to who did not answer', async ({ db }) => {
    at(0)
    const { participants } = await aFinishedEdition(db, { people: ['present', 'present'] })
    await askForEvaluations(db)
    await answerEvaluation(db, participants[0]!.actor, participants[0]!.enrolmentId, given(4))
    at(6)
    expect(await askForEvaluations(db)).toBe(0)
    for (const days of [7, 8, 12]) {
      at(days)
      await askForEvaluations(db)
    }
    const again = (await evaluationMails(db)).filter(({ reason }) => reason === 'evaluation.remind')
    expect(again).toMatchObject([{ personId: participants[1]!.personId }])
  })

  test('leaves alone who left this sort of mail, unless their proof depends on it', async ({ db }) => {
    at(0)
    for (const required of [false, true]) {
      const { participants } = await aFinishedEdition(db, { required })
      const { personId } = participants[0]!
      await db.insertInto('mailOptout').values({ personId, kind: 'evaluations' }).execute()
      expect(await askForEvaluations(db)).toBe(Number(required))
      expect(await asked(db, personId)).toHaveLength(1)
    }
    const links = await db.selectFrom('linkToken').select('id').where('purpose', '=', 'evaluate').execute()
    expect(links).toHaveLength(1)
  })

  test('does not begin about what ended long ago', async ({ db }) => {
    at(0)
    await aFinishedEdition(db)
    at(40)
    expect(await askForEvaluations(db)).toBe(0)
  })
})

describe('questions of an offering', () => {
  test('are asked from then on; what was asked already keeps the words it was asked in', async ({ db }) => {
    at(0)
    const first = await aFinishedEdition(db)
    await askForEvaluations(db)
    const own = [{ kind: 'open' as const, text: 'Wat miste je?' }]
    await changeQuestions(db, await aCoordinator(db), first.offeringId, own)
    const second = await aFinishedEdition(db, { offeringId: first.offeringId })
    await askForEvaluations(db)
    const questions = async ({ participants }: typeof first) =>
      (await findEvaluationToAnswer(db, participants[0]!.enrolmentId))?.questions
    expect(await questions(first)).toEqual(usualQuestions)
    expect(await questions(second)).toEqual(own)
  })

  test('are changed by a coordinator only', async ({ db }) => {
    at(0)
    const { offeringId, trainer } = await aFinishedEdition(db)
    expect(() => changeQuestions(db, trainer, offeringId, [])).toThrow(Response)
    expect(await db.selectFrom('offeringEvaluation').selectAll().execute()).toEqual([])
  })
})
