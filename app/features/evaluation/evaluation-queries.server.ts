import { type RawBuilder, type SqlBool, sql } from 'kysely'
import { rosterStatuses } from '#app/features/attendance/attendance-queries.server.ts'
import { today } from '#app/platform/clock.ts'
import type { Db, Transaction } from '#db/client.server.ts'
import { type Question, type Results, resultsOf, type Tally, usualQuestions } from './evaluation.ts'

type Reader = Db | Transaction

/** Whether whose `enrolment` it is was there: at one meeting at least, or made one up. Only they can have an opinion. */
export const wasThere: RawBuilder<SqlBool> = sql`(
  exists (select from attendance join meeting on meeting.id = attendance.meeting_id and meeting.status = 'planned'
    where attendance.enrolment_id = enrolment.id and attendance.state = 'present')
  or exists (select from attendance_make_up where attendance_make_up.enrolment_id = enrolment.id))`

export const hasGiven: RawBuilder<SqlBool> = sql`
  exists (select from evaluation_given where evaluation_given.enrolment_id = enrolment.id)`

export const takesPart: RawBuilder<SqlBool> = sql`
  enrolment.status = any(${rosterStatuses}::enrolment_status[]) and enrolment.status <> 'requested'`

export type EvaluationToAnswer = {
  enrolmentId: number
  personId: number
  editionId: number
  title: string
  questions: Question[]
  openUntil: string
  required: boolean
  given: boolean
}

/** The evaluation that somebody was asked, or undefined when they were not; `openUntil` may be past. */
export async function findEvaluationToAnswer(
  db: Reader,
  enrolmentId: number,
): Promise<EvaluationToAnswer | undefined> {
  const { rows } = await sql<EvaluationToAnswer>`
    select enrolment.id as enrolment_id, enrolment.person_id, enrolment.edition_id, offering.title,
      evaluation.questions, evaluation.open_until, edition.evaluation_required as required, ${hasGiven} as given
    from enrolment
    join edition on edition.id = enrolment.edition_id
    join offering on offering.id = edition.offering_id
    join evaluation on evaluation.edition_id = edition.id
    where enrolment.id = ${enrolmentId} and ${takesPart} and ${wasThere}
  `.execute(db)
  return rows[0]
}

export type MyEvaluation = { enrolmentId: number; title: string; openUntil: string; required: boolean }

/** What this person may still answer, the most urgent first: as a query, for whoever asks more than this. */
export const myEvaluations = (personId: number): RawBuilder<MyEvaluation> => sql`
  select enrolment.id as enrolment_id, offering.title, evaluation.open_until,
    edition.evaluation_required as required
  from enrolment
  join edition on edition.id = enrolment.edition_id
  join offering on offering.id = edition.offering_id
  join evaluation on evaluation.edition_id = edition.id and evaluation.open_until >= ${today()}::date
  where enrolment.person_id = ${personId} and ${takesPart} and ${wasThere} and not ${hasGiven}
  order by evaluation.open_until, enrolment.id
  limit 20`

export type EditionResults = {
  editionId: number
  offeringId: number
  code: string
  title: string
  askedOn: string | null
  openUntil: string | null
  required: boolean
  /** Who could answer: who was there. */
  asked: number
  /** Null: nothing was asked yet. */
  results: Results | null
}

type ResultsRow = Omit<EditionResults, 'results'> & Partial<Tally> & { questions: Question[] | null }

const resultsColumns = sql`
  edition.id as edition_id, edition.offering_id, edition.code, offering.title,
  edition.evaluation_required as required, evaluation.asked_on, evaluation.open_until, evaluation.questions,
  evaluation.answers, evaluation.scores, evaluation.words,
  (select count(*) from enrolment where enrolment.edition_id = edition.id and ${takesPart} and ${wasThere}) as asked`

/** What may be seen of an edition's evaluation. The answers themselves never leave this file unsifted. */
export async function findEditionResults(db: Db, editionId: number): Promise<EditionResults | undefined> {
  const { rows } = await sql<ResultsRow>`
    select ${resultsColumns} from edition join offering on offering.id = edition.offering_id
    left join evaluation on evaluation.edition_id = edition.id
    where edition.id = ${editionId}
  `.execute(db)
  return rows[0] && sift(rows[0])
}

/** The evaluated editions of an offering, the earliest first; of the last forty. */
export async function listOfferingResults(db: Db, offeringId: number): Promise<EditionResults[]> {
  const { rows } = await sql<ResultsRow>`
    select ${resultsColumns} from edition join offering on offering.id = edition.offering_id
    join evaluation on evaluation.edition_id = edition.id
    where edition.offering_id = ${offeringId}
    order by evaluation.asked_on desc, edition.id desc
    limit 40
  `.execute(db)
  return rows.map(sift).toReversed()
}

function sift({ questions, answers, scores, words, ...edition }: ResultsRow): EditionResults {
  if (!questions || !edition.openUntil) return { ...edition, results: null }
  const tally = { answers: answers ?? 0, scores: scores ?? [], words: words ?? [] }
  const results = resultsOf({ questions, openUntil: edition.openUntil, ...tally }, today())
  // Who was found absent afterwards has answered all the same.
  const asked = results.state === 'shown' ? Math.max(edition.asked, results.answers) : edition.asked
  return { ...edition, asked, results }
}

/** The questions that an offering asks now, and whether they are its own. */
export async function findOfferingQuestions(
  db: Reader,
  offeringId: number,
): Promise<{ title: string; questions: readonly Question[]; own: boolean } | undefined> {
  const row = await db
    .selectFrom('offering')
    .leftJoin('offeringEvaluation', 'offeringEvaluation.offeringId', 'offering.id')
    .select(['offering.title', 'offeringEvaluation.questions'])
    .where('offering.id', '=', offeringId)
    .executeTakeFirst()
  if (!row) return undefined
  const own = row.questions as Question[] | null
  return { title: row.title, questions: own ?? usualQuestions, own: own !== null }
}
