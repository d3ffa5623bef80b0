import type { LoaderFunctionArgs } from '@remix-run/node'
import { authorize } from '#app/access/authorize.ts'
import { requireActor } from '#app/access/require-actor.server.ts'
import { spreadsheetResponse } from '#app/platform/spreadsheet/spreadsheet-response.server.ts'

/** A file of people with every column, to begin with. */
export async function loader(args: LoaderFunctionArgs) {
  authorize(await requireActor(args), 'person.import')
  const titles = ['voornaam', 'achternaam', 'e-mailadres', 'school', 'team', 'rol', 'vanaf']
  const columns = titles.map((title) => ({ key: title, title, kind: 'text' as const }))
  const row = {
    voornaam: 'Sam',
    achternaam: 'van Voorbeeld',
    'e-mailadres': 'sam@school.example',
    school: 'Voorbeeldschool Deventer',
    team: '',
    rol: 'docent',
    vanaf: '1-8-2026',
  }
  return spreadsheetResponse({ name: 'voorbeeld-mensen', columns, rows: [row] }, 'csv')
}
