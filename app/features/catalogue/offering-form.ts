import { z } from 'zod'
import {
  checkbox,
  eurosField,
  hoursField,
  idField,
  linesField,
  optionalId,
  optionalText,
  requiredText,
  wholeNumber,
} from '#app/platform/fields.server.ts'

/** What a coordinator fills in for an offering. */
export const offeringForm = z
  .object({
    kind: z.enum(['course', 'workshop', 'excursion', 'exam_exchange'], { error: 'Kies een soort.' }),
    title: requiredText('een titel', 160),
    summary: requiredText('een samenvatting van één zin', 300),
    description: optionalText(6000).transform((value) => value ?? ''),
    learn: linesField(12),
    audience: z.array(z.enum(['teacher', 'instructor', 'company'])).default([]),
    audienceNote: optionalText(600).transform((value) => value ?? ''),
    bring: linesField(12),
    level: z.enum(['basis', 'gevorderd', 'expert'], { error: 'Kies een niveau.' }),
    projectNumber: idField('een project'),
    organiserId: idField('wie het geeft'),
    studyMinutes: hoursField('het aantal uren', 500),
    capacity: wholeNumber('het aantal plekken', 1, 1000),
    minimum: wholeNumber('het minimum aantal deelnemers', 0, 1000),
    roomId: optionalId(),
    pricePartnersCents: eurosField('de prijs voor partners'),
    priceOthersCents: eurosField('de prijs voor anderen'),
    lessonsToCover: wholeNumber('het aantal lessen', 0, 200),
    profiles: z.array(z.string().max(10)).max(20).default([]),
    examModules: linesField(30, 20),
    preparesFor: optionalText(40),
    test: z.enum(['none', 'organiser', 'external'], { error: 'Kies of er een toets is.' }),
    awardsOnTest: optionalText(40),
    minimumAttendancePercent: wholeNumber('het percentage', 0, 100),
    evaluationRequired: checkbox(),
    requires: z.array(z.string().max(40)).max(10).default([]),
    lapsedMonthsAllowed: wholeNumber('het aantal maanden', 0, 60),
    published: checkbox(),
  })
  .refine((value) => value.minimum <= value.capacity, {
    path: ['minimum'],
    error: 'Het minimum kan niet hoger zijn dan het aantal plekken.',
  })
  .refine((value) => value.awardsOnTest === undefined || value.test === 'organiser', {
    path: ['awardsOnTest'],
    error: 'Een bewijs volgt alleen uit een eigen toets. Kies bij toets: door ons afgenomen.',
  })

export type OfferingInput = z.output<typeof offeringForm>
