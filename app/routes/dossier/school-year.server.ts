import { type SchoolYear, schoolYearFrom } from '#app/features/dossier/hour-card.ts'
import { today } from '#app/platform/clock.ts'
import { schoolYearStart } from '#app/platform/dates.ts'

/** The school year of a page: `?jaar=2026`, the one of today unless told, and those one can choose. */
export function schoolYearOfRequest(request: Request): SchoolYear & { firstYear: number; years: number[] } {
  const current = Number(schoolYearStart(today()).slice(0, 4))
  const years = Array.from({ length: 6 }, (_, ago) => current - ago)
  const wanted = Number(new URL(request.url).searchParams.get('jaar'))
  const firstYear = years.includes(wanted) ? wanted : current
  return { ...schoolYearFrom(firstYear), firstYear, years }
}
