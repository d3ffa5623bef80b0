import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { Db, Transaction } from '#db/client.server.ts'
import type { ContributionKind, ContributionState } from './contribution.ts'

export type ContributionLine = {
  id: number
  chainId: number
  replacesId: number | null
  organisationId: number
  organisation: string
  projectNumber: number
  projectTitle: string
  sourceKind: string
  sourceId: number
  sourceWords: string
  kind: ContributionKind
  what: string
  day: string
  minutes: number | null
  centsPerHour: number | null
  cents: number
  evidence: string
  evidenceFileId: number | null
  evidenceFileName: string | null
  state: ContributionState
  byCompany: boolean
  /** The account it was recorded by, as it is known now. */
  recordedBy: number | null
  recordedByName: string | null
  recordedAt: Date
  toCheck: string | null
  answeredAt: Date | null
  signerName: string | null
  signerRole: string | null
  readText: string | null
  readHash: string | null
  refusedReason: string | null
  withdrawnAt: Date | null
  withdrawnReason: string | null
  settledAt: Date | null
  settledNote: string | null
  requestId: number | null
  /** A later line of the same chain that was not withdrawn. */
  followed: boolean
}

/** Lines as they are shown everywhere; `where` says which, `rest` orders and limits them. */
export async function readLines(
  db: Db | Transaction,
  where: RawBuilder<SqlBool>,
  rest: RawBuilder<unknown>,
): Promise<ContributionLine[]> {
  const { rows } = await sql<ContributionLine>`
    select line.id, line.chain_id, line.replaces_id, line.organisation_id, organisation.name as organisation,
      line.project_number, project.title as project_title, line.source_kind, line.source_id, line.source_words,
      line.kind, line.what, line.day, line.minutes, line.cents_per_hour, line.cents, line.evidence,
      line.evidence_file_id, stored_file.name as evidence_file_name, line.state, line.by_company,
      coalesce(recorder.merged_into_id, recorder.id) as recorded_by, recorder.name as recorded_by_name,
      line.recorded_at, line.to_check, line.answered_at, line.signer_name, line.signer_role, line.read_text,
      line.read_hash, line.refused_reason, line.withdrawn_at, line.withdrawn_reason, line.settled_at,
      line.settled_note, line.request_id,
      exists (select from contribution next where next.replaces_id = line.id and next.state <> 'withdrawn') as followed
    from contribution line
    join organisation on organisation.id = line.organisation_id
    join project on project.number = line.project_number
    left join stored_file on stored_file.id = line.evidence_file_id
    left join person recorder on recorder.id = line.recorded_by
    where ${where} ${rest}`.execute(db)
  return rows
}

export async function findContribution(
  db: Db | Transaction,
  id: number,
): Promise<ContributionLine | undefined> {
  return (await readLines(db, sql`line.id = ${id}`, sql`limit 1`))[0]
}

/** Everything that corrected each other, the first first. */
export function listChain(db: Db, chainId: number): Promise<ContributionLine[]> {
  return readLines(db, sql`line.chain_id = ${chainId}`, sql`order by line.id limit 50`)
}

/** The lines that were recorded for one source, withdrawn ones left out, in order. */
export function listContributionsOf(
  db: Db | Transaction,
  source: { kind: string; id: number },
): Promise<ContributionLine[]> {
  return readLines(
    db,
    sql`line.source_kind = ${source.kind} and line.source_id = ${source.id} and line.state <> 'withdrawn'`,
    sql`order by line.id limit 200`,
  )
}

export type ContributionFilter = {
  state?: ContributionState | 'to_settle' | 'to_check' | 'counts'
  organisationId?: number
  projectNumber?: number
  /** `YYYY-MM` */
  month?: string
  /** The year in which a school year begins. */
  schoolYear?: number
}

const toSettle = sql<SqlBool>`line.settled_at is null
  and (line.state = 'refused' or (line.state = 'signed' and line.by_company))
  and not exists (select from contribution next where next.replaces_id = line.id and next.state <> 'withdrawn')`

/** The filter as a condition on `contribution line`. */
export function contributionWhere(filter: ContributionFilter): RawBuilder<SqlBool> {
  const { state, organisationId, projectNumber, month, schoolYear } = filter
  const parts: RawBuilder<SqlBool>[] = [sql`true`]
  if (state === 'to_settle') parts.push(toSettle)
  else if (state === 'to_check')
    parts.push(sql`line.to_check is not null and line.state = 'waits_for_signature'`)
  else if (state === 'counts') parts.push(sql`line.id in (select id from contribution_value where counts)`)
  else if (state) parts.push(sql`line.state = ${state}`)
  if (organisationId) parts.push(sql`line.organisation_id = ${organisationId}`)
  if (projectNumber) parts.push(sql`line.project_number = ${projectNumber}`)
  if (month)
    parts.push(
      sql`line.day >= ${`${month}-01`}::date and line.day < ${`${month}-01`}::date + interval '1 month'`,
    )
  if (schoolYear)
    parts.push(
      sql`line.day >= ${`${schoolYear}-08-01`}::date and line.day < ${`${schoolYear + 1}-08-01`}::date`,
    )
  return sql`${sql.join(parts, sql` and `)}`
}

export const contributionsPerPage = 50

/** The latest day first. */
export function listContributions(
  db: Db,
  filter: ContributionFilter,
  page: number,
): Promise<ContributionLine[]> {
  return readLines(
    db,
    contributionWhere(filter),
    sql`order by line.day desc, line.id desc limit ${contributionsPerPage} offset ${(page - 1) * contributionsPerPage}`,
  )
}

export type ContributionTotals = {
  rows: number
  counts: { lines: number; minutes: number; cents: number }
  waits: { lines: number; minutes: number; cents: number }
  toSettle: number
  toCheck: number
}

/** What the rows under a filter add up to. */
export async function totalContributions(db: Db, filter: ContributionFilter): Promise<ContributionTotals> {
  const { rows } = await sql<Record<string, number>>`
    select count(*) as rows,
      count(*) filter (where value.counts) as counted,
      coalesce(sum(line.minutes) filter (where value.counts), 0)::bigint as counted_minutes,
      coalesce(sum(line.cents) filter (where value.counts), 0)::bigint as counted_cents,
      count(*) filter (where line.state = 'waits_for_signature') as waiting,
      coalesce(sum(line.minutes) filter (where line.state = 'waits_for_signature'), 0)::bigint as waiting_minutes,
      coalesce(sum(line.cents) filter (where line.state = 'waits_for_signature'), 0)::bigint as waiting_cents,
      count(*) filter (where ${toSettle}) as to_settle,
      count(*) filter (where line.to_check is not null and line.state = 'waits_for_signature') as to_check
    from contribution line join contribution_value value on value.id = line.id
    where ${contributionWhere(filter)}`.execute(db)
  const row = rows[0] ?? {}
  const of = (key: string) => Number(row[key] ?? 0)
  return {
    rows: of('rows'),
    counts: { lines: of('counted'), minutes: of('countedMinutes'), cents: of('countedCents') },
    waits: { lines: of('waiting'), minutes: of('waitingMinutes'), cents: of('waitingCents') },
    toSettle: of('toSettle'),
    toCheck: of('toCheck'),
  }
}

/** How many answers of companies, and lines of meetings that changed, wait for a coordinator. */
export async function countContributionsToSettle(db: Db): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from contribution line
    where (${toSettle}) or (line.to_check is not null and line.state = 'waits_for_signature')`.execute(db)
  return Number(rows[0]?.count ?? 0)
}

/** Organisations to choose from: companies and partners first, then the others, by name; at most 2,000. */
export function listContributors(db: Db): Promise<{ id: number; name: string; town: string }[]> {
  return db
    .selectFrom('organisation')
    .select(['id', 'name', 'town'])
    .orderBy(sql`is_partner or kinds && array['company', 'training_centre', 'industry_platform']`, 'desc')
    .orderBy('name')
    .limit(2_000)
    .execute()
}

/** Organisations that brought something, by name. */
export function listOrganisationsWithContributions(db: Db): Promise<{ id: number; name: string }[]> {
  return db
    .selectFrom('organisation')
    .select(['id', 'name'])
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('contribution')
          .select('contribution.id')
          .whereRef('contribution.organisationId', '=', 'organisation.id'),
      ),
    )
    .orderBy('name')
    .limit(2_000)
    .execute()
}

export function listProjects(db: Db): Promise<{ number: number; title: string }[]> {
  return db.selectFrom('project').select(['number', 'title']).orderBy('number').execute()
}

/** The months in which something was brought, `YYYY-MM`, the latest first; at most ten years of them. */
export async function listContributionMonths(db: Db): Promise<string[]> {
  const { rows } = await sql<{ month: string }>`
    select distinct to_char(day, 'YYYY-MM') as month from contribution order by 1 desc limit 120`.execute(db)
  return rows.map(({ month }) => month)
}
