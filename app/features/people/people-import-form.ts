import { z } from 'zod'
import { today } from '#app/platform/clock.ts'
import { addDays } from '#app/platform/dates.ts'
import { optionalDay } from '#app/platform/fields.server.ts'

export const importFileForm = z.object({
  file: z
    .instanceof(File, { error: 'Kies een bestand.' })
    .refine((file) => file.size > 0, 'Kies een bestand. Er is nog geen gekozen, of het is leeg.')
    .refine(
      (file) => file.size <= 2 * 1024 * 1024,
      'Het bestand is groter dan 2 MB. Verdeel het over meer bestanden.',
    ),
})

/** Whether those who are new are invited, and when. */
export const carryOutImportForm = z
  .object({
    invite: z.enum(['now', 'later', 'never'], { error: 'Kies of we de nieuwe mensen uitnodigen.' }),
    inviteOn: optionalDay(),
  })
  .superRefine(({ invite, inviteOn }, context) => {
    if (invite !== 'later') return
    const complain = (message: string) => context.addIssue({ code: 'custom', path: ['inviteOn'], message })
    if (!inviteOn) complain('Vul in op welke dag de uitnodigingen gaan, als 3-12-2026.')
    else if (inviteOn <= today()) complain('Deze dag is al begonnen. Kies een latere, of nodig nu uit.')
    else if (inviteOn > addDays(today(), 365)) complain('Kies een dag binnen een jaar.')
  })
