import { sql } from 'kysely'
import { findLinkToken } from '#app/platform/authentication/link-token.server.ts'
import type { Db, Transaction } from '#db/client.server.ts'
import { mostLines } from './contribution.ts'
import { type ContributionLine, readLines } from './contribution-queries.server.ts'
import { listSigners, maySign } from './signer-queries.server.ts'

export type LinkedRequest = {
  id: number
  organisationId: number
  organisation: string
  month: string
  untilDay: string
  expiresAt: Date
  /** Whose link it is, to fill in beforehand; empty where that is not known. */
  signer: string
}

/**
 * The request a link leads to: undefined when unknown or past its term, and when whoever got it may no longer sign for
 * the organisation. The link is not used up: it works until its term.
 */
export async function findLinkedRequest(
  db: Db | Transaction,
  token: string,
): Promise<LinkedRequest | undefined> {
  const link = await findLinkToken(db, 'sign-contributions', token)
  if (!link?.subjectId) return undefined
  const request = await db
    .selectFrom('contributionRequest as request')
    .innerJoin('organisation', 'organisation.id', 'request.organisationId')
    .select([
      'request.id',
      'request.organisationId',
      'organisation.name as organisation',
      'request.month',
      'request.untilDay',
    ])
    .where('request.id', '=', link.subjectId)
    .executeTakeFirst()
  if (!request) return undefined
  const { expiresAt } = link
  if (link.personId === null) {
    const [contact] = await listSigners(db, request.organisationId)
    return { ...request, expiresAt, signer: contact?.personId === null ? contact.name : '' }
  }
  const person = await db
    .selectFrom('membership')
    .innerJoin('person', 'person.id', 'membership.personId')
    .select('person.name')
    .where('membership.personId', '=', link.personId)
    .where('membership.organisationId', '=', request.organisationId)
    .where('person.deactivatedAt', 'is', null)
    .where(maySign())
    .limit(1)
    .executeTakeFirst()
  return person && { ...request, expiresAt, signer: person.name }
}

const asked = (request: { organisationId: number; untilDay: string }) =>
  sql<boolean>`line.organisation_id = ${request.organisationId} and line.state = 'waits_for_signature'
    and line.to_check is null and line.day <= ${request.untilDay}::date`

/** The lines of a request that wait, the oldest day first; as many as one page holds. */
export function listWaitingLines(
  db: Db | Transaction,
  request: { organisationId: number; untilDay: string },
): Promise<ContributionLine[]> {
  return readLines(db, asked(request), sql`order by line.day, line.id limit ${mostLines}`)
}

/** The lines that were answered by the links of this request, in order. */
export function listAnsweredLines(db: Db | Transaction, requestId: number): Promise<ContributionLine[]> {
  return readLines(db, sql`line.request_id = ${requestId}`, sql`order by line.answered_at, line.id limit 500`)
}

/** How much waits for a request. */
export async function countWaiting(
  db: Db | Transaction,
  request: { organisationId: number; untilDay: string },
): Promise<{ count: number; cents: number }> {
  const { rows } = await sql<{ count: number; cents: number }>`
    select count(*) as count, coalesce(sum(cents), 0)::bigint as cents from contribution line
    where ${asked(request)}`.execute(db)
  return rows[0] ?? { count: 0, cents: 0 }
}

export type AskedOrganisation = {
  id: number
  name: string
  town: string
  waiting: number
  cents: number
  sentAt: Date | null
  timesSent: number
  signers: number
}

/** Organisations with lines that wait or with a link that was sent: who has nobody to sign on top, then by name. */
export async function listAskedOrganisations(db: Db): Promise<AskedOrganisation[]> {
  const { rows } = await sql<AskedOrganisation>`
    select organisation.id, organisation.name, organisation.town, coalesce(waits.lines, 0)::integer as waiting,
      coalesce(waits.cents, 0)::bigint as cents, request.sent_at, coalesce(request.times_sent, 0) as times_sent,
      (select count(*) from membership where membership.organisation_id = organisation.id and ${maySign()})
        + (select count(*) from contribution_contact where organisation_id = organisation.id) as signers
    from organisation
    left join (select organisation_id, count(*) as lines, sum(cents) as cents from contribution
      where state = 'waits_for_signature' and to_check is null group by 1) waits
      on waits.organisation_id = organisation.id
    left join (select distinct on (organisation_id) * from contribution_request order by organisation_id, month desc)
      request on request.organisation_id = organisation.id
    where waits.lines is not null or request.id is not null
    order by (coalesce(waits.lines, 0) > 0) desc, organisation.name limit 500`.execute(db)
  return rows
}
