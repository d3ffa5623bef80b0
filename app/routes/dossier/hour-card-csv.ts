import type { LoaderFunctionArgs } from '@remix-run/node'
import { authorize } from '#app/access/authorize.ts'
import { requireActor } from '#app/access/require-actor.server.ts'
import { findHourCard } from '#app/features/dossier/hour-queries.server.ts'
import { choiceWords, sourceWords, yearWords } from '#app/features/dossier/hour-texts.ts'
import { theRegion } from '#app/platform/region.server.ts'
import { spreadsheetResponse } from '#app/platform/spreadsheet/spreadsheet-response.server.ts'
import { database } from '#db/client.server.ts'
import { schoolYearOfRequest } from './school-year.server.ts'

/** The rows of one's own hour card, for whoever goes on with them in a spreadsheet. */
export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  authorize(actor, 'qualification.keep', actor)
  const db = database()
  const year = schoolYearOfRequest(args.request)
  const [{ rows }, { demo }] = await Promise.all([findHourCard(db, actor.personId, year), theRegion(db)])
  return spreadsheetResponse(
    {
      name: `urenkaart-${yearWords(year.firstYear)}`,
      columns: [
        { key: 'day', title: 'dag', kind: 'day' },
        { key: 'title', title: 'wat', kind: 'text' },
        { key: 'source', title: 'waar het vandaan komt', kind: 'text' },
        { key: 'choice', title: 'keuze', kind: 'text' },
        { key: 'hours', title: 'uren', kind: 'number' },
      ],
      rows: rows.map(({ day, title, source, ownChoice, minutes }) => ({
        day,
        title,
        source: sourceWords[source],
        choice: choiceWords(ownChoice),
        hours: Math.round((minutes / 60) * 100) / 100,
      })),
      demo,
    },
    'csv',
  )
}
