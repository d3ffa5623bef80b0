import { z } from 'zod'
import { emailField, idField, optionalText, requiredText } from '#app/platform/fields.server.ts'
import { deskTexts } from './desk-texts.ts'

const reason = requiredText('kort in waarom', 300)
const id = idField('iets dat er nog staat')

/** Everything that is finished from the desk, by the name of its button. */
export const deskForm = z.discriminatedUnion(
  'act',
  [
    z.object({ act: z.literal('approve'), id }),
    z.object({ act: z.literal('decline'), id, reason }),
    z.object({ act: z.literal('go-ahead'), id }),
    z.object({ act: z.literal('cancel'), id, reason }),
    z.object({ act: z.literal('remind-offer'), id }),
    z.object({ act: z.literal('withdraw-offer'), id, reason }),
    z.object({ act: z.literal('assign-trainer'), id, personId: idField('een trainer') }),
    z.object({ act: z.literal('mail-seen'), id }),
    z.object({
      act: z.literal('give-address'),
      id,
      personId: idField('iemand'),
      address: emailField('het goede e-mailadres'),
    }),
    z.object({ act: z.literal('message-handled'), id, note: optionalText(500) }),
    z.object({ act: z.literal('keep-certificate'), id, reason }),
    z.object({ act: z.literal('dismiss-suggestion'), id }),
  ],
  { error: deskTexts.reload },
)
export type DeskAct = z.output<typeof deskForm>
