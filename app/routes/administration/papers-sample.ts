import type { LoaderFunctionArgs } from '@remix-run/node'
import { authorize } from '#app/access/authorize.ts'
import { requireActor } from '#app/access/require-actor.server.ts'
import { orNotFound } from '#app/platform/refusal.ts'
import type { Spreadsheet } from '#app/platform/spreadsheet/spreadsheet.ts'
import { spreadsheetResponse } from '#app/platform/spreadsheet/spreadsheet-response.server.ts'

const sample: Spreadsheet = {
  name: 'bewijzen',
  columns: [
    { key: 'name', title: 'naam', kind: 'text' },
    { key: 'address', title: 'e-mailadres', kind: 'text' },
    { key: 'school', title: 'school', kind: 'text' },
    { key: 'town', title: 'plaats', kind: 'text' },
    { key: 'type', title: 'soort', kind: 'text' },
    { key: 'scope', title: 'waarvoor', kind: 'text' },
    { key: 'number', title: 'nummer', kind: 'text' },
    { key: 'issuedOn', title: 'afgegeven', kind: 'day' },
    { key: 'validUntil', title: 'geldig tot', kind: 'day' },
    { key: 'issuer', title: 'afgegeven door', kind: 'text' },
  ],
  rows: [
    {
      name: 'Sam van Voorbeeld',
      address: 'sam@school.example',
      school: 'Voorbeeldschool',
      town: 'Deventer',
      type: 'BHV',
      issuedOn: '2026-03-12',
      validUntil: '2027-03-12',
      issuer: 'Voorbeeldopleider',
    },
    {
      name: 'Noor Voorbeeld',
      school: 'Voorbeeldschool',
      town: 'Deventer',
      type: 'Heftruckcertificaat',
      scope: 'reachtruck',
      issuedOn: '2024-09-03',
    },
  ],
}

/** A list of papers with every column, to begin with. */
export async function loader(args: LoaderFunctionArgs) {
  authorize(await requireActor(args), 'qualification.import')
  const [name, format] = (args.params.file ?? '').split('.')
  orNotFound(name === sample.name || undefined)
  return spreadsheetResponse(sample, orNotFound((['csv', 'xlsx'] as const).find((one) => one === format)))
}
