import { z } from 'zod'
import { idField } from '#app/platform/fields.server.ts'

export const planRenewalsForm = z.object({ offeringId: idField('het aanbod') })
