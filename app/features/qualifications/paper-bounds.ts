import { addMonths } from '#app/platform/dates.ts'

/** Before this day nobody now working earned anything. */
export const earliestIssue = '1950-01-01'

/** No paper holds longer than fifty years from now; what does not expire has no last day. */
export const latestEnd = (today: string): string => addMonths(today, 50 * 12)

/** As many papers as one dossier holds, history and all. */
export const mostPapers = 100
