import type { LoaderFunctionArgs } from '@remix-run/node'
import { authorize } from '#app/access/authorize.ts'
import { requireActor } from '#app/access/require-actor.server.ts'
import { contributionFilterFrom } from '#app/features/contributions/contribution-filter.ts'
import { exportFile } from '#app/features/figures/export-file.server.ts'
import { exportLists } from '#app/features/figures/export-list.ts'
import { parseDay } from '#app/platform/dates.ts'
import { orNotFound } from '#app/platform/refusal.ts'
import { idOf } from '#app/platform/search-params.ts'
import { spreadsheetResponse } from '#app/platform/spreadsheet/spreadsheet-response.server.ts'
import { database } from '#db/client.server.ts'

/** A list as a file: `deelnemers.xlsx?uitvoering=12`, `presentie.csv?vanaf=1-8-2026`. */
export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  authorize(actor, 'list.export')
  const [name, format] = (args.params.file ?? '').split('.')
  const list = orNotFound(exportLists.find((one) => one === name))
  const as = orNotFound((['csv', 'xlsx'] as const).find((one) => one === format))
  const params = new URL(args.request.url).searchParams
  const file = await exportFile(database(), actor, list, {
    from: parseDay(params.get('vanaf') ?? ''),
    until: parseDay(params.get('tot') ?? ''),
    editionId: idOf(params, 'uitvoering'),
    ...(list === 'bijdragen' ? { contributions: contributionFilterFrom(params) } : {}),
  })
  return spreadsheetResponse(file, as)
}
