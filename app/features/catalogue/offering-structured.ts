import type { OfferingEdition, OfferingPage } from './offering-queries.server.ts'

/** An offering as search engines read it (schema.org Course), with the dates that can still be chosen. */
export function structuredOffering(
  offering: OfferingPage,
  editions: OfferingEdition[],
  address: string,
): object {
  return {
    '@context': 'https://schema.org',
    '@type': 'Course',
    name: offering.title,
    description: offering.summary,
    url: address,
    inLanguage: 'nl',
    provider: { '@type': 'Organization', name: offering.organiser },
    hasCourseInstance: editions
      .filter(({ status, startsAt }) => startsAt && (status === 'open' || status === 'going_ahead'))
      .map((edition) => ({
        '@type': 'CourseInstance',
        courseMode: 'onsite',
        startDate: edition.startsAt?.toISOString(),
        endDate: edition.endsAt?.toISOString(),
        location: edition.meetings[0]?.site ?? offering.organiserTown,
      })),
  }
}
