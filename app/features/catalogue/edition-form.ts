import { z } from 'zod'
import {
  checkbox,
  dayField,
  optionalDay,
  optionalId,
  optionalText,
  timeField,
  wholeNumber,
} from '#app/platform/fields.server.ts'

/** One meeting as planned: day and times as on the wall in Amsterdam. */
export const meetingForm = z
  .object({
    day: dayField('een datum'),
    startsAt: timeField('een begintijd'),
    endsAt: timeField('een eindtijd'),
    breakMinutes: wholeNumber('de pauze in minuten', 0, 300),
    roomId: optionalId(),
    placeNote: optionalText(200),
  })
  .refine((meeting) => meeting.startsAt < meeting.endsAt, {
    path: ['endsAt'],
    error: 'Het einde ligt vóór het begin. Kijk de tijden na.',
  })
  .refine((meeting) => meeting.roomId !== undefined || meeting.placeNote !== undefined, {
    path: ['roomId'],
    error: 'Kies een lokaal, of schrijf erbij waar het is.',
  })

const common = {
  minimum: wholeNumber('het minimum aantal deelnemers', 0, 1000),
  enrolUntil: optionalDay(),
  leaveUntil: optionalDay(),
  decideOn: optionalDay(),
  hasMeal: checkbox(),
  participantsNote: optionalText(1000).transform((value) => value ?? ''),
  trainers: z
    .array(
      z
        .string()
        .regex(/^\d{1,15}$/)
        .transform(Number),
    )
    .max(10)
    .default([]),
}

/** A new edition: its first meeting, and how the series goes on. */
export const planEditionForm = z
  .object({
    ...common,
    capacity: wholeNumber('het aantal plekken', 1, 1000),
    first: meetingForm,
    /** How many meetings in all. */
    meetings: wholeNumber('het aantal bijeenkomsten', 1, 30),
    /** 0: on following days; else every so many weeks. */
    everyWeeks: wholeNumber('het aantal weken ertussen', 0, 8),
    skipHolidays: checkbox(),
  })
  .refine((value) => value.minimum <= value.capacity, {
    path: ['minimum'],
    error: 'Het minimum kan niet hoger zijn dan het aantal plekken.',
  })

/** The same, planned for those who showed interest: they are offered its places first. */
export const planWithInvitationForm = planEditionForm.safeExtend({ invite: checkbox() })

/** The agreements about an edition, but for how many places it has. */
export const changeEditionForm = z.object(common)

/** An edition again, on new dates: as many days later as lie between the old first day and the new one. */
export const copyEditionForm = z.object({ firstDay: dayField('de eerste dag') })

/** What a button on the page of an edition does. */
export const editionActForm = z.object({ act: z.enum(['open', 'go-ahead']).default('open') })

export type MeetingInput = z.output<typeof meetingForm>
export type PlanEditionInput = z.output<typeof planEditionForm>
export type ChangeEditionInput = z.output<typeof changeEditionForm>
