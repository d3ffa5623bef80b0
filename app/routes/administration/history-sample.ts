import type { LoaderFunctionArgs } from '@remix-run/node'
import { authorize } from '#app/access/authorize.ts'
import { requireActor } from '#app/access/require-actor.server.ts'
import { orNotFound } from '#app/platform/refusal.ts'
import type { Spreadsheet } from '#app/platform/spreadsheet/spreadsheet.ts'
import { spreadsheetResponse } from '#app/platform/spreadsheet/spreadsheet-response.server.ts'

const sample: Spreadsheet = {
  name: 'eerdere-scholing',
  columns: [
    { key: 'name', title: 'naam', kind: 'text' },
    { key: 'address', title: 'e-mailadres', kind: 'text' },
    { key: 'school', title: 'school', kind: 'text' },
    { key: 'town', title: 'plaats', kind: 'text' },
    { key: 'heldOn', title: 'datum', kind: 'day' },
    { key: 'title', title: 'titel', kind: 'text' },
    { key: 'hours', title: 'uren', kind: 'number' },
    { key: 'project', title: 'project', kind: 'number' },
  ],
  rows: [
    {
      name: 'Sam van Voorbeeld',
      address: 'sam@school.example',
      school: 'Voorbeeldschool',
      town: 'Deventer',
      heldOn: '2024-03-12',
      title: 'Lassen voor beginners',
      hours: 3.5,
      project: 6,
    },
    {
      name: 'Noor Voorbeeld',
      school: 'Voorbeeldschool',
      town: 'Deventer',
      heldOn: '2024-03-12',
      title: 'Lassen voor beginners',
      hours: 3.5,
    },
  ],
}

/** A list of past attendance with every column, to begin with. */
export async function loader(args: LoaderFunctionArgs) {
  authorize(await requireActor(args), 'history.import')
  const [name, format] = (args.params.file ?? '').split('.')
  orNotFound(name === sample.name || undefined)
  return spreadsheetResponse(sample, orNotFound((['csv', 'xlsx'] as const).find((one) => one === format)))
}
