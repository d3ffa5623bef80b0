import type { LapsingLine } from '#app/features/dossier/components/my-lapsing.tsx'
import { nextRenewal } from '#app/features/dossier/renewal.ts'
import {
  type BookedRenewal,
  listBookedRenewals,
  listRenewalEditions,
} from '#app/features/dossier/renewal-queries.server.ts'
import { heldLine, heldOf, holdingOf, refusedOf } from '#app/features/qualifications/holding.ts'
import { needsAttention } from '#app/features/qualifications/qualification.ts'
import { listPapers } from '#app/features/qualifications/qualification-queries.server.ts'
import { validPeriods } from '#app/features/qualifications/validity.ts'
import { listChecks } from '#app/features/qualifications/verification-queries.server.ts'
import { listViews } from '#app/features/qualifications/view-queries.server.ts'
import { dayOf, today } from '#app/platform/clock.ts'
import { addMonths } from '#app/platform/dates.ts'
import { database } from '#db/client.server.ts'

/** How far back and ahead the drawing goes, in months. */
const span = { back: 48, ahead: 48 }

/** Everything that one's own dossier shows. */
export async function loadDossier({ personId }: { personId: number }) {
  const db = database()
  const day = today()
  const [papers, views, booked] = await Promise.all([
    listPapers(db, [personId]),
    listViews(db, personId),
    listBookedRenewals(db, [personId]),
  ])
  const held = heldOf(
    papers.filter(({ withdrawnAt }) => withdrawnAt === null),
    day,
  )
  const bookedFor = new Map([...booked].reverse().map((one) => [one.typeCode, one]))
  const loud = held
    .filter(({ stand, verification }) => verification !== 'refused' && needsAttention(stand))
    // What is booked in time is quiet: it stands in the list below, with the day.
    .filter(({ newest, stand }) => {
      const renewal = bookedFor.get(newest.typeCode)
      return stand.endsBy !== 'paper' || !renewal || !isInTime(renewal, stand.until)
    })
    .sort((one, other) => ((one.stand.until ?? '') < (other.stand.until ?? '') ? -1 : 1))
  const refused = held.flatMap((one) => {
    const paper = refusedOf(one)
    return paper ? [{ one, paper }] : []
  })
  const [editions, checks] = await Promise.all([
    listRenewalEditions(db, [...new Set(loud.map(({ newest }) => newest.typeCode))]),
    listChecks(
      db,
      refused.map(({ paper }) => paper.id),
    ),
  ])
  return {
    lapsing: [
      ...refused.map(({ one, paper }): LapsingLine => {
        const check = checks.find(({ qualificationId }) => qualificationId === paper.id)
        return {
          ...heldLine(one),
          id: paper.id,
          verification: 'refused',
          typeCode: paper.typeCode,
          refused: { by: check?.checkedBy ?? null, reason: check?.reason ?? null },
          renewal: null,
          booked: null,
        }
      }),
      ...loud.map(
        (one): LapsingLine => ({
          ...heldLine(one),
          typeCode: one.newest.typeCode,
          refused: null,
          renewal: nextRenewal(one, editions) ?? null,
          booked: (one.stand.endsBy === 'paper' && bookedFor.get(one.newest.typeCode)) || null,
        }),
      ),
    ],
    held: held.map((one) => {
      const renewal = bookedFor.get(one.newest.typeCode)
      return {
        ...heldLine(one),
        booked: renewal ? { title: renewal.title, startsAt: renewal.startsAt } : null,
      }
    }),
    timeline: {
      rows: held.flatMap((one) => {
        const periods = validPeriods(holdingOf(one.papers))
        return periods.length === 0 ? [] : [{ ...heldLine(one), periods }]
      }),
      from: addMonths(day, -span.back),
      until: addMonths(day, span.ahead),
      today: day,
    },
    views,
  }
}

/** Whether it begins while what it renews still holds. */
const isInTime = ({ startsAt }: BookedRenewal, until: string | null): boolean =>
  until !== null && dayOf(startsAt) <= until
