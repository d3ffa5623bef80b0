import { sql } from 'kysely'
import type { Transaction } from '#db/client.server.ts'
import { dayFrom, instantOf } from '../teaching-weeks.ts'
import { type Ids, idOf } from './insert-people.ts'

const fileName = 'Scholing techniek 2024-2026.xlsx'

/** What stood in the list that was kept before there was a portal: days ago, hours, project, and who was there. */
const held = [
  {
    daysAgo: 640,
    title: 'Werken met de lasersnijder',
    minutes: 180,
    project: 6,
    people: ['docent', 'eline.dijk', 'mehmet.aydin', 'sanne.van.voorbeeld'],
  },
  {
    daysAgo: 575,
    title: 'Docentendag techniek',
    minutes: 360,
    project: 6,
    people: ['docent', 'instructeur', 'eline.dijk', 'kees.mulder', 'fatma.yildiz', 'tarik.bensaid'],
  },
  {
    daysAgo: 430,
    title: 'Duurzame energie in het praktijklokaal',
    minutes: 240,
    project: 4,
    people: ['instructeur', 'mehmet.aydin', 'joris.hofstede', 'luuk.hendriks'],
  },
  {
    daysAgo: 420,
    title: 'Rondleiding langs drie metaalbedrijven',
    minutes: 210,
    project: null,
    people: ['docent', 'gerrit.assink', 'pawel.nowak', 'wim.klein'],
  },
]

/** A list of attendance from before the portal, taken over a week ago; one of its people is known by it alone. */
export async function insertHistory(trx: Transaction, people: Ids, now: Date): Promise<void> {
  const coordinator = idOf(people, 'coordinator')
  const day = (daysAgo: number) => dayFrom(now.toISOString().slice(0, 10), { days: -daysAgo })
  const { id: leftSchool } = await trx
    .insertInto('person')
    .values({ givenName: 'Toon', familyName: 'Voorbeeld-Gerritsen' })
    .returning('id')
    .executeTakeFirstOrThrow()
  const rows = held
    .flatMap(({ people: keys, ...it }) => [
      ...keys.map((key) => ({ ...it, personId: idOf(people, key) })),
      ...(it.project === null ? [{ ...it, personId: leftSchool }] : []),
    ])
    .map((row, index) => ({ ...row, line: index + 2, heldOn: day(row.daysAgo) }))
  const minutes = rows.reduce((sum, row) => sum + row.minutes, 0)
  const counts = {
    rows: rows.length,
    add: rows.length,
    known: 0,
    minutes,
    knownPeople: new Set(rows.map(({ personId }) => personId)).size - 1,
    newPeople: 1,
    schools: 0,
    firstDay: rows[0]?.heldOn,
    lastDay: rows.at(-1)?.heldOn,
  }
  const { id: importId } = await trx
    .insertInto('historyImport')
    .values({
      fileName,
      createdBy: coordinator,
      createdAt: instantOf(day(7), '10:40'),
      state: 'done',
      startedBy: coordinator,
      startedAt: instantOf(day(7), '10:42'),
      finishedAt: instantOf(day(7), '10:42'),
      rows: '[]',
      preview: JSON.stringify({ counts, rows: [], newPeople: [] }),
      result: JSON.stringify({ added: rows.length, newPeople: 1, known: 0, minutes }),
      rowCount: rows.length,
      doneCount: rows.length,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await trx.insertInto('historyPerson').values({ personId: leftSchool, importId }).execute()
  // At the school where they work now, as the list says; who left it stands there without one.
  await sql`
    insert into past_attendance (import_id, line, person_id, organisation_id, title, held_on, minutes, project_number)
    select ${importId}, line, "personId", (
        select organisation_id from membership
        where membership.person_id = "personId" and membership.role in ('teacher', 'instructor') order by id limit 1
      ), title, "heldOn", minutes, project
    from json_to_recordset(${JSON.stringify(rows)}::json) as row(line int, "personId" bigint, title text,
      "heldOn" date, minutes int, project smallint)`.execute(trx)
}
