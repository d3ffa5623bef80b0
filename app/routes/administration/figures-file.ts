import type { LoaderFunctionArgs } from '@remix-run/node'
import { authorize } from '#app/access/authorize.ts'
import { requireActor } from '#app/access/require-actor.server.ts'
import { dimensionFrom, filterFrom, measureFrom } from '#app/features/figures/figure.ts'
import { figureRowsFile, figuresFile } from '#app/features/figures/figure-file.server.ts'
import { orNotFound } from '#app/platform/refusal.ts'
import { spreadsheetResponse } from '#app/platform/spreadsheet/spreadsheet-response.server.ts'
import { database } from '#db/client.server.ts'

/** Figures as a file: `cijfers.xlsx?per=project`, or the rows behind one: `mensen.csv?schooljaar=2026-27`. */
export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  authorize(actor, 'figures.see')
  const [name, format, ...rest] = (args.params.file ?? '').split('.')
  const as = orNotFound((['csv', 'xlsx'] as const).find((one) => one === format && rest.length === 0))
  const params = new URL(args.request.url).searchParams
  const filter = filterFrom(params)
  const db = database()
  const file =
    name === 'cijfers'
      ? await figuresFile(db, actor, filter, dimensionFrom(params.get('per')) ?? 'project')
      : await figureRowsFile(db, actor, filter, orNotFound(measureFrom(name)))
  return spreadsheetResponse(file, as)
}
