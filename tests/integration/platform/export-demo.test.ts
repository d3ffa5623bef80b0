import { expect } from 'vitest'
import { exportFile } from '#app/features/figures/export-file.server.ts'
import { spreadsheetResponse } from '#app/platform/spreadsheet/spreadsheet-response.server.ts'
import { aCoordinator, theTestRegion } from '#tests/support/builders.ts'
import { test } from '#tests/support/database.ts'

test('a list of a demo says VOORBEELD: in its name, and in its last row', async ({ db }) => {
  await theTestRegion(db, { demo: true })
  const file = await exportFile(db, await aCoordinator(db), 'mensen', {})
  const answer = await spreadsheetResponse(file, 'csv')
  expect(answer.headers.get('content-disposition')).toContain('VOORBEELD-mensen')
  const lines = (await answer.text()).trim().split('\n')
  expect(lines.at(-1)).toContain('VOORBEELD: deze lijst')
})
