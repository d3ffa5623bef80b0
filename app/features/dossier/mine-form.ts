import { z } from 'zod'
import { idField } from '#app/platform/fields.server.ts'

const meeting = { enrolmentId: idField('de inschrijving'), meetingId: idField('de bijeenkomst') }

/** Everything one press on one's own page can be. */
export const mineForm = z.discriminatedUnion(
  'act',
  [
    z.object({ act: z.literal('report-absence'), ...meeting }),
    z.object({ act: z.literal('withdraw-absence'), ...meeting }),
    z.object({ act: z.literal('accept-offer'), enrolmentId: idField('de inschrijving') }),
    z.object({ act: z.literal('decline-offer'), enrolmentId: idField('de inschrijving') }),
    z.object({ act: z.literal('accept-substitution'), substitutionId: idField('de vraag') }),
    z.object({ act: z.literal('decline-substitution'), substitutionId: idField('de vraag') }),
    z.object({ act: z.literal('keep'), questionId: idField('de vraag') }),
    z.object({ act: z.literal('hand_over'), questionId: idField('de vraag') }),
    z.object({ act: z.literal('leave'), questionId: idField('de vraag') }),
  ],
  { error: 'Kies wat je wilt doen.' },
)
export type MineAct = z.output<typeof mineForm>
