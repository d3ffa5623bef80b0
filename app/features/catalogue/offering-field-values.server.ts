import type { OfferingFieldValues } from './components/offering-form-fields.tsx'
import type { findManagedOffering } from './offering-management-queries.server.ts'

type ManagedOffering = NonNullable<Awaited<ReturnType<typeof findManagedOffering>>>

const number = (value: number) => String(value).replace('.', ',')
const euros = (cents: number) => (cents / 100).toFixed(2).replace('.', ',')

/** An offering as it would be typed into its form. */
export function offeringFieldValues(offering: ManagedOffering): OfferingFieldValues {
  return {
    kind: offering.kind,
    title: offering.title,
    summary: offering.summary,
    description: offering.description,
    learn: offering.learn.join('\n'),
    audience: offering.audience,
    audienceNote: offering.audienceNote,
    bring: offering.bring.join('\n'),
    level: offering.level,
    projectNumber: String(offering.projectNumber),
    organiserId: String(offering.organiserId),
    studyMinutes: number(offering.studyMinutes / 60),
    capacity: String(offering.capacity),
    minimum: String(offering.minimum),
    roomId: offering.roomId === null ? '' : String(offering.roomId),
    pricePartnersCents: euros(offering.pricePartnersCents),
    priceOthersCents: euros(offering.priceOthersCents),
    lessonsToCover: String(offering.lessonsToCover),
    profiles: offering.profiles,
    examModules: offering.examModules.join('\n'),
    preparesFor: offering.preparesFor ?? '',
    test: offering.test,
    awardsOnTest: offering.awardsOnTest ?? '',
    minimumAttendancePercent: String(offering.minimumAttendancePercent),
    evaluationRequired: offering.evaluationRequired ? 'on' : '',
    requires: offering.requires.map((requirement) => requirement.typeCode),
    lapsedMonthsAllowed: String(offering.requires[0]?.lapsedMonthsAllowed ?? 0),
    published: offering.status === 'published' ? 'on' : '',
  }
}
