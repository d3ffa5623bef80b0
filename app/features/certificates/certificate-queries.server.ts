import { sql } from 'kysely'
import type { Attendance } from '#app/features/attendance/attendance.ts'
import { changeOf } from '#app/features/attendance/roster-queries.server.ts'
import type { Db, Transaction } from '#db/client.server.ts'
import type { CertificateKind, CertificateSnapshot } from './certificate.ts'

type Reader = Db | Transaction

export type Certificate = CertificateSnapshot & { id: number; enrolmentId: number; personId: number }

const snapshotColumns = [
  'certificate.id',
  'certificate.enrolmentId',
  'certificate.personId',
  'certificate.kind',
  'certificate.number',
  'certificate.code',
  'certificate.holderName',
  'certificate.title',
  'certificate.minutes',
  'certificate.meetings',
  'certificate.attendancePercent',
  'certificate.firstDay',
  'certificate.lastDay',
  'certificate.testPassedOn',
  'certificate.testExaminer',
  'certificate.projectNumber',
  'certificate.projectTitle',
  'certificate.examModules',
  'certificate.regionName',
  'certificate.signatoryName',
  'certificate.signatoryRole',
  'certificate.demo',
  'certificate.issuedAt',
  'certificate.revokedAt',
  'certificate.revokedReason',
] as const

export async function findCertificate(db: Reader, id: number): Promise<Certificate | undefined> {
  const row = await db
    .selectFrom('certificate')
    .select(snapshotColumns)
    .where('certificate.id', '=', id)
    .executeTakeFirst()
  return row && { ...row, examModules: row.examModules as Certificate['examModules'] }
}

/** What anybody who has the code may know of a certificate, and nothing else. */
export type CheckedCertificate = {
  kind: CertificateKind
  holderName: string
  title: string
  minutes: number
  demo: boolean
  revokedAt: Date | null
}

/** `id` and `personId` are for who may have more of it; they go to nobody else. */
export function findCertificateByCode(
  db: Reader,
  code: string,
): Promise<(CheckedCertificate & { id: number; personId: number }) | undefined> {
  return db
    .selectFrom('certificate')
    .select(['id', 'personId', 'kind', 'holderName', 'title', 'minutes', 'demo', 'revokedAt'])
    .where('code', '=', code)
    .executeTakeFirst()
}

export type CertificateFilter = {
  search?: string
  kind?: CertificateKind
  state?: 'valid' | 'revoked' | 'review'
  year?: number
}

export type CertificateLine = {
  id: number
  kind: CertificateKind
  number: string
  holderName: string
  title: string
  issuedAt: Date
  revokedAt: Date | null
  inReview: boolean
}

export const certificatesPerPage = 50

/** What was issued, the latest first; those that wait for a decision stand on top of their own filter. */
export async function listCertificates(
  db: Db,
  { search, kind, state, year }: CertificateFilter,
  page: number,
): Promise<{ lines: CertificateLine[]; total: number }> {
  const found = db
    .selectFrom('certificate')
    .leftJoin('certificateReview as review', (join) =>
      join.onRef('review.certificateId', '=', 'certificate.id').on('review.decidedAt', 'is', null),
    )
    .$if(kind !== undefined, (query) => query.where('certificate.kind', '=', kind as CertificateKind))
    .$if(state === 'valid', (query) => query.where('certificate.revokedAt', 'is', null))
    .$if(state === 'revoked', (query) => query.where('certificate.revokedAt', 'is not', null))
    .$if(state === 'review', (query) => query.where('review.id', 'is not', null))
    .$if(year !== undefined, (query) => query.where('certificate.number', 'like', `${year}-%`))
    .$if(search !== undefined, (query) =>
      query.where(
        sql<boolean>`(plain(certificate.holder_name || ' ' || certificate.title || ' ' || certificate.number)
          like '%' || plain(${escapeLike(search ?? '')}) || '%')`,
      ),
    )
  const [lines, { total }] = await Promise.all([
    found
      .select([
        'certificate.id',
        'certificate.kind',
        'certificate.number',
        'certificate.holderName',
        'certificate.title',
        'certificate.issuedAt',
        'certificate.revokedAt',
        sql<boolean>`review.id is not null`.as('inReview'),
      ])
      .orderBy('certificate.issuedAt', 'desc')
      .orderBy('certificate.id', 'desc')
      .limit(certificatesPerPage)
      .offset((page - 1) * certificatesPerPage)
      .execute(),
    found.select(({ fn }) => fn.countAll<number>().as('total')).executeTakeFirstOrThrow(),
  ])
  return { lines, total }
}

const escapeLike = (words: string) => words.replace(/[\\%_]/g, (sign) => `\\${sign}`)

export type CertificateReview = {
  noticedAt: Date
  decidedAt: Date | null
  decidedByName: string | null
  decision: string | null
}

/** The questions that changes after issue raised, the latest first. */
export function listReviews(db: Db, certificateId: number): Promise<CertificateReview[]> {
  return db
    .selectFrom('certificateReview as review')
    .leftJoin('person', 'person.id', 'review.decidedBy')
    .select(['review.noticedAt', 'review.decidedAt', 'person.name as decidedByName', 'review.decision'])
    .where('review.certificateId', '=', certificateId)
    .orderBy('review.id', 'desc')
    .limit(50)
    .execute()
}

/** How many certificates wait for a coordinator's decision. */
export async function countReviews(db: Db): Promise<number> {
  const { count } = await db
    .selectFrom('certificateReview')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('decidedAt', 'is', null)
    .executeTakeFirstOrThrow()
  return count
}

export type ChangeAfterIssue = {
  meetingStartsAt: Date
  id: number
  from: Attendance | null
  to: Attendance
  reason: string | null
  way: 'roster' | 'device' | 'correction' | 'import' | 'check_in'
  recordedBy: string | null
  recordedAt: Date
}

/** What changed in the attendance after a certificate was issued for it, the latest first; at most 50. */
export async function listChangesAfterIssue(
  db: Db,
  certificate: { enrolmentId: number; issuedAt: Date },
): Promise<ChangeAfterIssue[]> {
  const rows = await db
    .selectFrom('attendanceChange as change')
    .innerJoin('meeting', 'meeting.id', 'change.meetingId')
    .leftJoin('person', 'person.id', 'change.recordedBy')
    .selectAll('change')
    .select(['meeting.startsAt', 'person.name'])
    .where('change.enrolmentId', '=', certificate.enrolmentId)
    .where('change.recordedAt', '>', certificate.issuedAt)
    .orderBy('change.id', 'desc')
    .limit(50)
    .execute()
  return rows.map((row) => ({ ...changeOf(row), meetingStartsAt: row.startsAt, recordedBy: row.name }))
}
