import { sql } from 'kysely'
import type { Actor } from '#app/access/actor.ts'
import type { Db, Transaction } from '#db/client.server.ts'
import { peopleLedBy, worksToday } from './team-of-queries.server.ts'
import type { HowChecked } from './verification.ts'

/** What this person may check: of the teams they lead, or of everybody for a coordinator; never their own. */
const waitsFor = (actor: Actor) => sql`
  verification = 'unverified' and withdrawn_at is null and held.person_id <> ${actor.personId}
  and (${actor.isCoordinator} or held.person_id in (${peopleLedBy(actor)}))`

export async function countToVerify(db: Db, actor: Actor): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) from qualification held where ${waitsFor(actor)}`.execute(db)
  return rows[0]?.count ?? 0
}

/** A paper as whoever checks it reads it. */
export type PaperToCheck = {
  id: number
  personId: number
  name: string
  organisations: string[]
  title: string
  scopeLabel: string | null
  scope: string | null
  number: string | null
  issuedOn: string
  validUntil: string | null
  lastDayByTerm: boolean
  issuer: string | null
  validityNote: string
  registerNumberIsProof: boolean
  createdAt: Date
  changedAt: Date
  file: { name: string; mediaType: string; byteSize: number } | null
  /** What somebody said of it before its holder changed it. */
  earlier: string | null
}

/** The next one to check after `afterId`, the longest waiting first; from the start again when there is none. */
export async function findNextToVerify(
  db: Db,
  actor: Actor,
  afterId: number,
): Promise<PaperToCheck | undefined> {
  const { rows } = await sql<PaperToCheck>`
    select held.id, held.person_id, person.name, type.title, type.scope_label, type.register_number_is_proof,
      held.scope, held.number, held.issued_on, held.valid_until, held.last_day_by_term, held.issuer,
      term.validity_note, held.created_at, held.changed_at,
      case when stored_file.id is not null then json_build_object('name', stored_file.name,
        'mediaType', stored_file.media_type, 'byteSize', stored_file.byte_size) end as file,
      (select reason from qualification_check where qualification_id = held.id order by id desc limit 1) as earlier,
      coalesce((select json_agg(distinct organisation.name) from membership
        join organisation on organisation.id = membership.organisation_id
        where membership.person_id = held.person_id and ${worksToday()}), '[]') as organisations
    from qualification held
    join person on person.id = held.person_id
    join qualification_type type on type.code = held.type_code
    join qualification_term term on term.id = held.term_id
    left join stored_file on stored_file.id = held.file_id
    where ${waitsFor(actor)}
    order by held.id <= ${afterId}, held.id
    limit 1`.execute(db)
  return rows[0]
}

export type PaperCheck = {
  id: number
  qualificationId: number
  outcome: 'verified' | 'refused'
  how: HowChecked | 'test_result' | null
  reason: string | null
  checkedBy: string | null
  checkedAt: Date
}

/** Every check of these papers, the newest first. */
export async function listChecks(
  db: Db | Transaction,
  qualificationIds: readonly number[],
): Promise<PaperCheck[]> {
  const { rows } = await sql<PaperCheck>`
    select qualification_check.id, qualification_id, outcome, how, reason, person.name as checked_by, checked_at
    from qualification_check left join person on person.id = checked_by
    where qualification_id = any(${qualificationIds}::bigint[])
    order by qualification_check.id desc
    limit 500`.execute(db)
  return rows
}

/** The file of a paper, with what decides who may have it. */
export function findScan(db: Db, qualificationId: number) {
  return db
    .selectFrom('qualification')
    .select(['id', 'personId', 'fileId', 'verification', 'withdrawnAt'])
    .where('id', '=', qualificationId)
    .where('fileId', 'is not', null)
    .executeTakeFirst()
}
