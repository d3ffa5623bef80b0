import { z } from 'zod'
import { optionalId, requiredText } from '#app/platform/fields.server.ts'
import { audiences, longestMessage, longestSubject } from './edition-message.ts'
import { messageTexts } from './edition-message-texts.ts'

/** A message to people of an edition: first looked at, then sent. */
export const editionMessageForm = z
  .object({
    act: z.enum(['preview', 'edit', 'send']),
    /** Made with the page: sent once, however often it is pressed. */
    formKey: z.uuid({ error: 'Ververs de bladzijde en probeer het opnieuw.' }),
    audience: z.enum(audiences, { error: 'Kies aan wie je schrijft.' }),
    meetingId: optionalId(),
    subject: requiredText('een onderwerp', longestSubject),
    body: requiredText('een bericht', longestMessage),
  })
  .refine(({ audience, meetingId }) => audience !== 'absent' || meetingId !== undefined, {
    path: ['meetingId'],
    message: messageTexts.meetingNeeded,
  })

export type EditionMessageInput = z.output<typeof editionMessageForm>
