import { z } from 'zod'
import { emailField } from '#app/platform/fields.server.ts'

/** Asking for a mail with a link, by address. */
export const linkRequestForm = z.object({ address: emailField() })
