import { z } from 'zod'

/** As much as a visitor may send. */
const mostBytes = 1_000_000

export const checkCredentialForm = z.object({
  file: z
    .instanceof(File, { error: 'Kies een bestand.' })
    .refine((file) => file.size > 0, 'Kies een bestand. Er is nog geen gekozen, of het is leeg.')
    .refine((file) => file.size <= mostBytes, 'Dit bestand is groter dan 1 MB. Kies het bewijs zelf.'),
  address: z.string().trim().max(254, 'Dit is geen e-mailadres.').optional(),
})
