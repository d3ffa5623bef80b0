import { z } from 'zod'
import { tooLarge } from '#app/platform/spreadsheet/table-rows.ts'
import { paperListLimits } from './paper-import.ts'
import { howChecked } from './verification.ts'

export const paperFileForm = z.object({
  file: z
    .instanceof(File, { error: 'Kies een bestand.' })
    .refine((file) => file.size > 0, 'Kies een bestand. Er is nog geen gekozen, of het is leeg.')
    .refine((file) => file.size <= paperListLimits.bytes, tooLarge(paperListLimits)),
})

/** Whether what a list holds was checked, and how. */
export const carryOutPapersForm = z.object({
  how: z.enum([...howChecked, 'not'], { error: 'Kies of de bewijzen zijn nagekeken.' }),
})
