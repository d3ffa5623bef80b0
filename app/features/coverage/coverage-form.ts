import { z } from 'zod'
import { severalField } from '#app/platform/fields.server.ts'

/** What a school teaches: `P/PIE/01`, each once. */
export const taughtModulesForm = z.object({ modules: severalField(300) })
