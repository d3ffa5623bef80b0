import type { LoaderFunctionArgs } from '@remix-run/node'
import { authorize } from '#app/access/authorize.ts'
import { requireActor } from '#app/access/require-actor.server.ts'
import { evaluationExport } from '#app/features/evaluation/evaluation-export.server.ts'
import { idFrom } from '#app/platform/forms.server.ts'
import { orNotFound } from '#app/platform/refusal.ts'
import { spreadsheetResponse } from '#app/platform/spreadsheet/spreadsheet-response.server.ts'
import { database } from '#db/client.server.ts'

/** The evaluations of an offering as a file: `lijst.csv`, `lijst.xlsx`. */
export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  authorize(actor, 'list.export')
  const as = orNotFound((['csv', 'xlsx'] as const).find((format) => args.params.file === `lijst.${format}`))
  return spreadsheetResponse(await evaluationExport(database(), actor, idFrom(args.params.id)), as)
}
