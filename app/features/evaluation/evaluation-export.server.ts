import type { Actor } from '#app/access/actor.ts'
import { authorize } from '#app/access/authorize.ts'
import { today } from '#app/platform/clock.ts'
import { note } from '#app/platform/journal.server.ts'
import { orNotFound } from '#app/platform/refusal.ts'
import { theRegion } from '#app/platform/region.server.ts'
import type { Cell, Spreadsheet } from '#app/platform/spreadsheet/spreadsheet.ts'
import type { Db } from '#db/client.server.ts'
import {
  type EditionResults,
  findOfferingQuestions,
  listOfferingResults,
} from './evaluation-queries.server.ts'
import { pointWords } from './evaluation-texts.ts'

/**
 * The evaluations of an offering as a table to take along: a row for each answer that could be given, with how often it
 * was, and one for each thing that was written. It holds what the pages show and no more.
 */
export async function evaluationExport(db: Db, actor: Actor, offeringId: number): Promise<Spreadsheet> {
  authorize(actor, 'list.export')
  const { title } = orNotFound(await findOfferingQuestions(db, offeringId))
  const rows = (await listOfferingResults(db, offeringId)).flatMap((edition) =>
    rowsOf(edition).map((row) => ({ title, code: edition.code, asked: edition.asked, ...row })),
  )
  await note(db, actor, 'list.export', { type: 'list' }, { details: { list: 'evaluaties', offeringId } })
  const { demo } = await theRegion(db)
  if (demo) rows.push({ title: 'VOORBEELD: deze antwoorden zijn verzonnen.' } as (typeof rows)[number])
  return {
    name: `evaluaties-${today()}`,
    demo,
    rows,
    columns: [
      { key: 'title', title: 'Titel', kind: 'text' },
      { key: 'code', title: 'Uitvoering', kind: 'text' },
      { key: 'asked', title: 'Deelnemers', kind: 'number' },
      { key: 'answers', title: 'Antwoorden', kind: 'number' },
      { key: 'question', title: 'Vraag', kind: 'text' },
      { key: 'answer', title: 'Antwoord', kind: 'text' },
      { key: 'count', title: 'Aantal', kind: 'number' },
    ],
  }
}

function rowsOf({ results }: EditionResults): Record<string, Cell>[] {
  if (results?.state !== 'shown') return []
  const { answers, scales, open } = results
  return [
    ...scales.flatMap((scale) =>
      scale.counts.map((count, at) => ({
        answers,
        question: scale.text,
        answer: pointWords(scale, at + 1),
        count,
      })),
    ),
    ...open.flatMap(({ text, words }) =>
      (words ?? []).map((answer) => ({ answers, question: text, answer, count: 1 })),
    ),
  ]
}
