import { z } from 'zod'
import { emailField, optionalText, requiredText } from '#app/platform/fields.server.ts'
import { contactTopics } from './contact-message-texts.ts'

/** What somebody writes to the region. */
export const contactForm = z.object({
  topic: z.enum(contactTopics, { error: 'Kies waarover het gaat.' }),
  name: requiredText('je naam', 120),
  email: emailField(),
  organisation: optionalText(160),
  message: requiredText('je bericht', 4000),
  // Nobody sees this field; what fills in everything is no person.
  website: z.string().max(2000).optional(),
})

export type ContactInput = z.output<typeof contactForm>
