import { sql } from 'kysely'
import { now } from '#app/platform/clock.ts'
import type { Db } from '#db/client.server.ts'

/** What an employer did for a paper: confirmed it, or designated its holder for the sort of work. */
export type EmployerAct = {
  id: number
  kind: 'confirmation' | 'designation'
  title: string
  typeCode: string
  qualificationId: number | null
  organisationId: number
  organisation: string
  by: string
  /** The work, of a designation. */
  tasks: string | null
  day: string
  until: string | null
  withdrawnReason: string | null
  withdrawnAt: Date | null
}

/** The employers' acts about somebody, the newest first; withdrawn ones too. */
export async function listEmployerActsOf(db: Db, personId: number): Promise<EmployerAct[]> {
  const { rows } = await sql<EmployerAct>`
    select acts.*, type.title, organisation.name as organisation, person.name as by
    from (
      select it.id, 'confirmation' as kind, type_code, qualification_id, organisation_id, confirmed_by as by_id,
        null as tasks, confirmed_on as day, null::date as until, it.withdrawn_reason, it.withdrawn_at
      from qualification_confirmation it
      join qualification on qualification.id = qualification_id
      where person_id = ${personId}
      union all
      select id, 'designation', type_code, null, organisation_id, designated_by, tasks, starts_on, ends_on,
        withdrawn_reason, withdrawn_at
      from designation where person_id = ${personId}
    ) acts
    join qualification_type type on type.code = type_code
    join organisation on organisation.id = organisation_id
    join person on person.id = by_id
    order by day desc, kind, id desc
    limit 200`.execute(db)
  return rows
}

/** Those about one paper: its confirmations, and the designations for its sort of work. */
export async function listEmployerActs(
  db: Db,
  paper: { id: number; personId: number; typeCode: string },
): Promise<EmployerAct[]> {
  const acts = await listEmployerActsOf(db, paper.personId)
  return acts.filter(({ kind, typeCode, qualificationId }) =>
    kind === 'confirmation' ? qualificationId === paper.id : typeCode === paper.typeCode,
  )
}

/** Whom the holder asked for an employer's act for one paper, and when; while nobody did it. The last asked first. */
export async function listAsked(db: Db, qualificationId: number): Promise<{ name: string; askedAt: Date }[]> {
  const { rows } = await sql<{ name: string; askedAt: Date }>`
    select person.name, max(link_token.created_at) as asked_at
    from link_token join person on person.id = link_token.person_id
    where purpose = 'attest-qualification' and subject_id = ${qualificationId} and used_at is null
      and expires_at > ${now()}
    group by person.id, person.name
    order by asked_at desc, person.name
    limit 20`.execute(db)
  return rows
}

/** The people who asked somebody for an employer's act and still wait, the first first. */
export async function listWhoAsks(db: Db, leadId: number): Promise<{ personId: number; name: string }[]> {
  const { rows } = await sql<{ personId: number; name: string }>`
    select holder.id as person_id, holder.name
    from link_token
    join qualification on qualification.id = subject_id and withdrawn_at is null
    join person holder on holder.id = qualification.person_id and holder.deactivated_at is null
    where purpose = 'attest-qualification' and link_token.person_id = ${leadId} and used_at is null
      and expires_at > ${now()}
    group by holder.id, holder.name
    order by min(link_token.created_at)
    limit 100`.execute(db)
  return rows
}
