import { sql } from 'kysely'
import { findPeopleInList } from '#app/features/people/people-in-list-queries.server.ts'
import { schoolYearOf } from '#app/platform/dates.ts'
import type { Db, Transaction } from '#db/client.server.ts'
import type { KnownNames, PastRow } from './history-import.ts'
import type { KnownPeople } from './history-plan.ts'

/** What a list may name: every organisation, and the projects of the programme. */
export async function listKnownNames(db: Db | Transaction): Promise<KnownNames> {
  const organisations = await db
    .selectFrom('organisation')
    .select(['id', 'name', 'town'])
    .orderBy('id')
    .limit(20_000)
    .execute()
  const projects = await db.selectFrom('project').select('number').orderBy('number').limit(1_000).execute()
  return { organisations, projects: projects.map(({ number }) => number) }
}

/** Who the people in these rows may be, and where those were already. Three queries, however many rows. */
export async function findKnownPeople(db: Db | Transaction, rows: readonly PastRow[]): Promise<KnownPeople> {
  const { owners, atSchool } = await findPeopleInList(db, rows)
  const ids = [...new Set([...owners, ...atSchool].map(({ personId }) => personId))]
  return { owners, atSchool, attended: await listAttended(db, ids) }
}

/** Where these people were, taken over or recorded here: what is in the portal already isn't taken over again. */
async function listAttended(db: Db | Transaction, people: number[]): Promise<KnownPeople['attended']> {
  const { rows } = await sql<KnownPeople['attended'][number]>`
    select person_id, held_on, title from past_attendance where person_id = any(${people}::bigint[])
    union all
    select enrolment.person_id, meeting.starts_at::date, offering.title
    from enrolment
    join attendance on attendance.enrolment_id = enrolment.id and attendance.state = 'present'
    join meeting on meeting.id = attendance.meeting_id
    join edition on edition.id = enrolment.edition_id
    join offering on offering.id = edition.offering_id
    where enrolment.person_id = any(${people}::bigint[])`.execute(db)
  return rows
}

export type HistoryState = 'checked' | 'started' | 'done' | 'failed' | 'taken_back'

/** What came of a list. */
export type HistoryResult = { added: number; newPeople: number; known: number; minutes: number }

/** The lists that were read, the newest first. */
export function listHistoryImports(db: Db) {
  return db
    .selectFrom('historyImport')
    .innerJoin('person', 'person.id', 'historyImport.createdBy')
    .select([
      'historyImport.id',
      'fileName',
      'historyImport.createdAt',
      'person.name as createdBy',
      'rowCount',
      'doneCount',
      sql<HistoryState>`state`.as('state'),
      sql<HistoryResult | null>`result`.as('result'),
    ])
    .orderBy('historyImport.id', 'desc')
    .limit(100)
    .execute()
}

/** One list, with how it looked when it was checked, how far it is, and what came of it. */
export function findHistoryImport(db: Db, id: number) {
  return db
    .selectFrom('historyImport')
    .innerJoin('person as reader', 'reader.id', 'historyImport.createdBy')
    .leftJoin('person as starter', 'starter.id', 'historyImport.startedBy')
    .leftJoin('person as undoer', 'undoer.id', 'historyImport.takenBackBy')
    .select([
      'historyImport.id',
      'fileName',
      'historyImport.createdAt',
      'reader.name as createdBy',
      'starter.name as startedBy',
      'undoer.name as takenBackBy',
      'rowCount',
      'doneCount',
      'startedAt',
      'finishedAt',
      'takenBackAt',
      'takenBackReason',
      'failure',
      sql<HistoryState>`state`.as('state'),
      sql<HistoryPreview>`preview`.as('preview'),
      sql<HistoryResult | null>`result`.as('result'),
    ])
    .where('historyImport.id', '=', id)
    .executeTakeFirst()
}

export type HistoryPreview = {
  counts: {
    rows: number
    add: number
    known: number
    minutes: number
    knownPeople: number
    newPeople: number
    schools: number
    firstDay: string
    lastDay: string
  }
  /** The first rows as they will be. */
  rows: {
    line: number
    name: string
    /** Under what name we know them, when it is another than in the list. */
    knownAs: string | null
    isNew: boolean
    organisation: string | null
    heldOn: string
    title: string
    minutes: number
    projectNumber: number | null
  }[]
  /** The first of those who are new. */
  newPeople: { line: number; name: string; address: string | null; organisation: string | null }[]
}

const pastShown = 300

type PastRowOfPerson = {
  id: number
  importId: number
  fileName: string
  line: number
  title: string
  heldOn: string
  minutes: number
  organisation: string | null
  total: number
  ofYear: number
}

/** What somebody did before the portal, the newest first, with the minutes of each school year. */
export async function listPastAttendance(db: Db, personId: number) {
  const { rows } = await sql<PastRowOfPerson>`
    select past_attendance.id, import_id, history_import.file_name, line, title, held_on, minutes,
      organisation.name as organisation, count(*) over () as total,
      sum(minutes) over (partition by date_trunc('year', held_on - interval '7 months')) as of_year
    from past_attendance
    join history_import on history_import.id = import_id
    left join organisation on organisation.id = past_attendance.organisation_id
    where past_attendance.person_id = ${personId}
    order by held_on desc, past_attendance.id desc
    limit ${pastShown}`.execute(db)
  const minutesOf: Record<string, number> = {}
  const listed = rows.map(({ total: _, ofYear, ...row }) => {
    const schoolYear = schoolYearOf(row.heldOn)
    minutesOf[schoolYear] = ofYear
    return { ...row, schoolYear }
  })
  return { rows: listed, minutesOf, total: rows[0]?.total ?? 0 }
}

export type PastAttendance = Awaited<ReturnType<typeof listPastAttendance>>

/** Whether somebody is in the portal only because a list named them; the list. */
export function findListOfPerson(db: Db, personId: number) {
  return db
    .selectFrom('historyPerson')
    .innerJoin('historyImport', 'historyImport.id', 'historyPerson.importId')
    .select(['historyImport.id', 'fileName'])
    .where('personId', '=', personId)
    .executeTakeFirst()
}
