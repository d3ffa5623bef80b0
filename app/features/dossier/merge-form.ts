import { z } from 'zod'
import { idField } from '#app/platform/fields.server.ts'

export const mergeForm = z.object({
  keptId: idField('het account dat blijft'),
  mergedId: idField('het account dat erin opgaat'),
})
