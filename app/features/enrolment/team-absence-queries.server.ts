import { sql } from 'kysely'
import { today } from '#app/platform/clock.ts'
import type { Db, Transaction } from '#db/client.server.ts'
import type { TeamAbsence } from './team-absence.ts'

export type AbsenceQuestion = {
  key: number
  teamId: number
  editionId: number
  exceptPersonId: number | null
}

/**
 * For each question, who of the team is away on the half-days of the edition: with a place anywhere, if only asked for,
 * or before a class of their own. By `key`; one query for all.
 */
export async function findTeamAbsences(
  db: Db | Transaction,
  questions: readonly AbsenceQuestion[],
): Promise<Map<number, TeamAbsence>> {
  if (questions.length === 0) return new Map()
  type Row = { key: number; teamSize: number; number: number; away: string[] }
  const { rows } = await sql<Row>`
    with asked as (
      select * from json_to_recordset(${JSON.stringify(questions)}::json) as question(
        key bigint, "teamId" bigint, "editionId" bigint, "exceptPersonId" bigint)
    ), members as (
      select distinct membership.team_id, person.id, person.name, person.sort_name
      from membership join person on person.id = membership.person_id and person.deactivated_at is null
      where membership.team_id in (select "teamId" from asked) and membership.starts_on <= ${today()}::date
        and (membership.ends_on is null or membership.ends_on >= ${today()}::date)
    )
    select asked.key, number, (select count(*) from members where team_id = "teamId") as team_size,
      coalesce(json_agg(members.name order by members.sort_name) filter (where members.id is not null), '[]') as away
    from asked
    join meeting mine on mine.edition_id = "editionId" and mine.status = 'planned'
    cross join lateral
      generate_series(half_day_of(mine.starts_at), half_day_of(mine.ends_at - interval '1 second')) as number
    left join members on members.team_id = "teamId" and members.id is distinct from "exceptPersonId"
      and exists (select from meeting other
        where other.status = 'planned'
          -- Near enough for the index; the half-days themselves decide.
          and other.starts_at between mine.starts_at - interval '24 hours' and mine.ends_at + interval '24 hours'
          and half_day_of(other.starts_at) <= number and half_day_of(other.ends_at - interval '1 second') >= number
          and (exists (select from enrolment
              where enrolment.edition_id = other.edition_id and enrolment.person_id = members.id
                and enrolment.status in ('requested', 'confirmed'))
            or exists (select from meeting_trainer
              where meeting_trainer.meeting_id = other.id and meeting_trainer.person_id = members.id)))
    group by asked.key, "teamId", number
    order by asked.key, number
    limit 2000`.execute(db)
  const absences = new Map<number, TeamAbsence>()
  for (const { key, teamSize, number, away } of rows) {
    const known = absences.get(key) ?? { teamSize, halfDays: [] }
    known.halfDays.push({ number, away })
    absences.set(key, known)
  }
  return absences
}

/** The same for one team and edition; without a team there is nobody to miss. */
export async function findTeamAbsence(
  db: Db | Transaction,
  teamId: number | null,
  editionId: number,
  exceptPersonId: number | null,
): Promise<TeamAbsence | undefined> {
  if (teamId === null) return undefined
  return (await findTeamAbsences(db, [{ key: 1, teamId, editionId, exceptPersonId }])).get(1)
}
