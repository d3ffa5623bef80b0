import { askNow } from '#app/features/evaluation/ask-for-evaluations.server.ts'
import {
  type Answers,
  addAnswers,
  daysToAnswer,
  type Question,
  type Tally,
  usualQuestions,
} from '#app/features/evaluation/evaluation.ts'
import type { Transaction } from '#db/client.server.ts'
import { dayFrom } from '../teaching-weeks.ts'
import { type Ids, idOf } from './insert-people.ts'
import type { Known } from './insert-results.ts'
import type { EditionPlan } from './plan-editions.ts'

const excursionQuestions: Question[] = [
  {
    kind: 'scale',
    text: 'Ik weet nu bij welk bedrijf ik met een klas terechtkan.',
    low: 'helemaal oneens',
    high: 'helemaal eens',
  },
  { kind: 'scale', text: 'De dag was …', low: 'veel te vol', high: 'precies goed' },
  ...usualQuestions.filter(({ kind }) => kind === 'open'),
]

type Plan = {
  edition: string
  questions?: Question[]
  /** Still to be answered, for so many days; without it the term is over. */
  openForDays?: number
  /** Who answered, where that is still kept. */
  givenBy?: string[]
  answers: Answers[]
}

const said = (scores: number[], takes?: string, better?: string): Answers => ({
  scores,
  words: [takes, better],
})

const plans: Plan[] = [
  {
    edition: 'veilig-werken-nen3140:past',
    answers: [
      said([5, 5, 4], 'Het stappenplan voor spanningsloos maken hangt nu in ons lokaal.'),
      said([4, 5, 4], 'Zelf meten met de duspol. Dat laat ik leerlingen ook doen.', 'Meer tijd aan de kast.'),
      said([5, 4, 5]),
      said([4, 4, 3], 'De voorbeelden van ongelukken blijven hangen.', 'De theorie ging in de ochtend snel.'),
      said([3, 4, 4], undefined, 'Een samenvatting op papier had ik graag gehad.'),
      said([5, 5, 5], 'Dat veilig werken begint met nee durven zeggen.'),
      said([4, 5, 4]),
      said([2, 3, 3], undefined, 'Voor wie geen elektro geeft, ging het te diep.'),
      said([5, 5, 4], 'De oefening met het vergrendelen neem ik zo over.'),
      said([4, 4, 4], 'Ik controleer nu eerst het meetgereedschap.', 'De lunch was wel erg kort.'),
    ],
  },
  {
    edition: 'cobots-in-de-les:past',
    answers: [
      said([5, 4, 4], 'Een les rond oppakken en neerzetten.'),
      said([4, 4, 5]),
      said([3, 4, 3], undefined, 'Met vier mensen bij één robot is te veel.'),
    ],
  },
  {
    edition: 'docentexcursie-maakindustrie:past',
    questions: excursionQuestions,
    answers: [
      said([5, 4], 'Foto’s van de gieterij voor mijn les over materialen.'),
      said([4, 4]),
      said([5, 5], 'De baas van de kanterij wil in de klas komen vertellen.'),
      said([3, 2], undefined, 'Drie bedrijven op één dag was te veel.'),
      said([4, 3], 'Leerlingen mogen komen meelopen.', 'Bij het tweede bedrijf was het niet te verstaan.'),
      said([5, 4]),
      said([4, 5], 'Hoe schoon een fabriek tegenwoordig is.'),
    ],
  },
  {
    edition: '3d-printen-en-lasersnijden:past',
    openForDays: 9,
    givenBy: ['sanne.van.voorbeeld'],
    answers: [said([4, 5, 4], 'Zelf een sleutelhanger ontwerpen en snijden.')],
  },
  {
    edition: 'circulair-bouwen:past',
    openForDays: 6,
    givenBy: ['ruud.wassink', 'anouk.ten.voorbeeld', 'daan.roelofs', 'peter.scholten', 'luuk.hendriks'],
    answers: [
      said([4, 4, 4], 'De opdracht met sloophout.'),
      said([5, 4, 5]),
      said([3, 4, 4], undefined, 'Meer voorbeelden voor de onderbouw.'),
      said([4, 5, 4], 'Eerst kijken wat er al is, dan pas tekenen.'),
      said([5, 5, 4]),
    ],
  },
]

/** The offering that asks the evaluation before it hands out proofs. */
export const evaluatesToComplete = 'circulair-bouwen'

/** What participants thought: of some it can be seen, of one there is too little, and some are still being asked. */
export async function insertEvaluations(
  trx: Transaction,
  editions: EditionPlan[],
  known: Known & { offerings: Ids },
  today: string,
): Promise<void> {
  await trx
    .insertInto('offeringEvaluation')
    .values({
      offeringId: idOf(known.offerings, 'docentexcursie-maakindustrie'),
      questions: JSON.stringify(excursionQuestions),
      changedAt: editions[0]!.createdAt,
    })
    .execute()
  for (const table of ['offering', 'edition'] as const) {
    await trx
      .updateTable(table)
      .set({ evaluationRequired: true })
      .where(table === 'offering' ? 'id' : 'offeringId', '=', idOf(known.offerings, evaluatesToComplete))
      .execute()
  }
  await trx
    .insertInto('evaluation')
    .values(plans.map((plan) => rowOf(plan, editions, known, today)))
    .execute()
  const given = plans.flatMap(({ edition, givenBy = [] }) =>
    [...known.enrolments].flatMap(([enrolment, enrolmentId]) =>
      enrolment.edition.key === edition && givenBy.includes(enrolment.person.key) ? [{ enrolmentId }] : [],
    ),
  )
  if (given.length > 0) await trx.insertInto('evaluationGiven').values(given).execute()
  for (const { edition, openForDays } of plans) {
    if (openForDays) await askNow(trx, known.editions.get(edition)!.id)
  }
}

function rowOf(plan: Plan, editions: EditionPlan[], known: Known, today: string) {
  const { edition: key, questions = usualQuestions, openForDays } = plan
  const last = editions.find((edition) => edition.key === key)!.meetings.at(-1)!.day
  const askedOn = dayFrom(openForDays ? dayFrom(today, { days: openForDays - daysToAnswer }) : last, {
    days: 1,
  })
  const term = dayFrom(askedOn, { days: daysToAnswer })
  const yesterday = dayFrom(today, { days: -1 })
  const openUntil = openForDays ? dayFrom(today, { days: openForDays }) : term < yesterday ? term : yesterday
  const nothing: Tally = { answers: 0, scores: [], words: [] }
  const tally = plan.answers.reduce((sum, one) => addAnswers(questions, sum, one), nothing)
  return {
    editionId: known.editions.get(key)!.id,
    questions: JSON.stringify(questions),
    askedOn: askedOn < openUntil ? askedOn : openUntil,
    openUntil,
    answers: tally.answers,
    scores: JSON.stringify(tally.scores),
    words: JSON.stringify(tally.words),
  }
}
