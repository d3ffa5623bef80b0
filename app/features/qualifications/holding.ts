import type { Stand } from './qualification.ts'
import { standOf } from './qualification.ts'
import { type Holding, type Paper, type Period, periodOfPaper } from './validity.ts'

/** What one person holds, paper by paper, put together by sort and scope. */

export type Verification = 'unverified' | 'verified' | 'refused'

/** One paper as it stands in a dossier. */
export type PaperRow = Paper & {
  id: number
  personId: number
  typeCode: string
  title: string
  scope: string | null
  verification: Verification
  withdrawnAt: Date | null
  remindMonthsBefore: readonly number[]
  /** The days for which the holder's employers designated them for this sort of work. */
  designations: readonly Period[]
}

/** Everything of one sort and scope: its papers, the newest first, and how it stands. */
export type Held<Row extends PaperRow = PaperRow> = {
  /** Of its person, sort and scope. */
  key: string
  newest: Row
  papers: Row[]
  stand: Stand
  /** How sure we are of what makes it stand as it does. */
  verification: Verification
}

/** Everything of one sort and scope, as a list shows it. */
export type HeldLine = {
  /** The newest paper. */
  id: number
  title: string
  scope: string | null
  stand: Stand
  verification: Verification
}

export const heldLine = ({ newest, stand, verification }: Held): HeldLine => ({
  id: newest.id,
  title: newest.title,
  scope: newest.scope,
  stand,
  verification,
})

export const isCounted = ({ withdrawnAt, verification }: PaperRow): boolean =>
  withdrawnAt === null && verification !== 'refused'

/** The plain facts that the rules of validity need. */
export const holdingOf = (rows: readonly PaperRow[]): Holding => ({
  papers: rows.filter(isCounted),
  designations: rows[0]?.designations ?? [],
})

/** By sort and scope, in the order in which they first come. Papers that do not count are kept, where any does. */
export function heldOf<Row extends PaperRow>(rows: readonly Row[], today: string): Held<Row>[] {
  return [...byHolding(rows)].map(([key, papers]) => {
    const newest = newestOf(papers)
    const stand = standOf(holdingOf(papers), today, newest.remindMonthsBefore)
    return { key, newest, papers, stand, verification: verificationOf(papers, stand) }
  })
}

/** The holdings of one sort, whatever their scope. */
export function holdingsOfType(rows: readonly PaperRow[], typeCode: string): Holding[] {
  return [...byHolding(rows.filter((row) => row.typeCode === typeCode)).values()].map(holdingOf)
}

function byHolding<Row extends PaperRow>(rows: readonly Row[]): Map<string, Row[]> {
  const found = new Map<string, Row[]>()
  for (const row of rows) {
    const key = `${row.personId} ${row.typeCode} ${scopeKey(row.scope)}`
    const papers = found.get(key)
    if (papers) papers.push(row)
    else found.set(key, [row])
  }
  for (const papers of found.values()) papers.sort((one, other) => (one.issuedOn < other.issuedOn ? 1 : -1))
  return found
}

/** How scopes are compared: without capitals, accents and signs. */
export const scopeKey = (scope: string | null): string =>
  (scope ?? '')
    .normalize('NFD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** The paper that was refused and that nothing took the place of: what its holder has to mend. */
export function refusedOf<Row extends PaperRow>({ papers }: Held<Row>): Row | undefined {
  const refused = papers.find(
    ({ withdrawnAt, verification }) => withdrawnAt === null && verification === 'refused',
  )
  if (!refused) return undefined
  return papers.some((one) => isCounted(one) && one.issuedOn >= refused.issuedOn) ? undefined : refused
}

const newestOf = <Row extends PaperRow>(papers: readonly Row[]): Row =>
  papers.find(isCounted) ?? (papers[0] as Row)

/** Of the papers by which it holds until its last day, the best checked: a renewal is not checked because the old one was. */
function verificationOf(papers: readonly PaperRow[], { since, until }: Stand): Verification {
  const counted = papers.filter(isCounted)
  const decisive = since
    ? counted.filter((paper) => {
        const period = periodOfPaper(paper)
        return period && (period.until === null || (until !== null && period.until >= until))
      })
    : counted.slice(0, 1)
  if (decisive.some(({ verification }) => verification === 'verified')) return 'verified'
  return decisive.length > 0 ? 'unverified' : 'refused'
}
