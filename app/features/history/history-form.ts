import { z } from 'zod'
import { requiredText } from '#app/platform/fields.server.ts'
import { tooLarge } from '#app/platform/spreadsheet/table-rows.ts'
import { historyLimits } from './history-import.ts'

export const historyFileForm = z.object({
  file: z
    .instanceof(File, { error: 'Kies een bestand.' })
    .refine((file) => file.size > 0, 'Kies een bestand. Er is nog geen gekozen, of het is leeg.')
    .refine((file) => file.size <= historyLimits.bytes, tooLarge(historyLimits)),
})

/** What a coordinator does with a list: have it carried out, or take it back whole. */
export const historyActForm = z.discriminatedUnion('act', [
  z.object({ act: z.literal('start') }),
  z.object({ act: z.literal('take-back'), reason: requiredText('de reden', 500) }),
])
