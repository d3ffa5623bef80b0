import { sql } from 'kysely'
import type { Db, Transaction } from '#db/client.server.ts'
import { rosterStatuses } from './attendance-queries.server.ts'

export type TestResultRow = {
  enrolmentId: number
  name: string
  school: string | null
  /** The latest; null with none. */
  result: { passed: boolean; takenOn: string; examiner: string; number: string | null } | null
}

/** Everybody who takes part, by name, with the latest result of each. */
export async function listTestResults(db: Db | Transaction, editionId: number): Promise<TestResultRow[]> {
  const { rows } = await sql<TestResultRow>`
    select enrolment.id as enrolment_id, person.name, organisation.name as school,
      (select json_build_object('passed', passed, 'takenOn', taken_on, 'examiner', examiner, 'number', number)
        from test_result where test_result.enrolment_id = enrolment.id order by id desc limit 1) as result
    from enrolment
    join person on person.id = enrolment.person_id
    left join organisation on organisation.id = enrolment.organisation_id
    where enrolment.edition_id = ${editionId} and enrolment.status = any(${rosterStatuses}::enrolment_status[])
    order by person.sort_name, enrolment.id
  `.execute(db)
  return rows
}
