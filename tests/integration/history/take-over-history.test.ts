import { sql } from 'kysely'
import { describe, expect, vi } from 'vitest'
import type { Actor } from '#app/access/actor.ts'
import { findMyHours } from '#app/features/dossier/mine-queries.server.ts'
import { checkHistoryFile } from '#app/features/history/check-history.server.ts'
import { findHistoryImport, listPastAttendance } from '#app/features/history/history-queries.server.ts'
import { startHistoryImport } from '#app/features/history/start-history.server.ts'
import { takeBackHistory } from '#app/features/history/take-back-history.server.ts'
import { runJob } from '#app/jobs.server.ts'
import { setClock } from '#app/platform/clock.ts'
import { writeXlsx } from '#app/platform/spreadsheet/write-xlsx.server.ts'
import { connect, type Db } from '#db/client.server.ts'
import {
  aCoordinator,
  aMeeting,
  aMembership,
  anEdition,
  anEnrolment,
  anOffering,
  anOrganisation,
  aPerson,
  aTeacher,
  theTestRegion,
} from '#tests/support/builders.ts'
import { test } from '#tests/support/database.ts'

const head = 'naam;e-mailadres;school;datum;titel;uren;project'
const csv = (...lines: string[]) => ({
  bytes: new Uint8Array(Buffer.from([head, ...lines].join('\n'))),
  name: 'oud.csv',
})

async function aSchool(db: Db) {
  await theTestRegion(db)
  const school = await anOrganisation(db, { name: 'Etty College' })
  return { coordinator: await aCoordinator(db), school }
}

async function check(db: Db, actor: Actor, file: { bytes: Uint8Array; name: string }): Promise<number> {
  const checked = await checkHistoryFile(db, actor, file)
  if (checked.outcome !== 'checked') throw new Error(JSON.stringify(checked))
  return checked.importId
}

async function takeOver(db: Db, actor: Actor, file: { bytes: Uint8Array; name: string }) {
  const importId = await check(db, actor, file)
  await startHistoryImport(db, actor, { importId })
  await runJob(db, 'carry-out-history')
  const list = await findHistoryImport(db, importId)
  return { importId, state: list?.state, result: list?.result }
}

const takenOver = async (db: Db) =>
  (
    await sql<{ name: string; title: string; heldOn: string; minutes: number; line: number }>`
      select person.name, title, held_on, minutes, line from past_attendance
      join person on person.id = person_id order by line, person.id`.execute(db)
  ).rows
const countRows = async (db: Db) => (await takenOver(db)).length
const stateOf = (db: Db, id: number) =>
  db
    .selectFrom('historyImport')
    .select(['state', 'doneCount', 'attempts'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()

const bigFile = (rows: number) =>
  csv(
    ...Array.from(
      { length: rows },
      (_, n) => `Test Nummer${n % 500};;Etty College;12-3-2024;Scholing ${Math.floor(n / 500)};2,5;6`,
    ),
  )

describe('taking over past attendance', () => {
  test('gives known people their hours, and makes who is new; a second time it adds nothing', async ({
    db,
  }) => {
    const { coordinator, school } = await aSchool(db)
    setClock(new Date('2026-11-24T10:00:00Z'))
    const known = await aPerson(db, {
      givenName: 'Zoë',
      familyName: 'de Vries',
      address: 'zoe@school.example',
    })
    const teacher = await aPerson(db, { givenName: 'Jan', familyName: 'Smit' })
    await aMembership(db, { personId: teacher.id, organisationId: school.id })
    const file = csv(
      'Z. de Vries;Zoe@School.example;;12-9-2026;Lassen;2,5;6',
      'Smit, Jan;;Etty College Deventer;12-3-2024;=1+1;150 min;',
      'Nieuw Iemand;;Etty College;12-3-2024;<b>Frezen</b>;2:30;',
      'Nieuw Iemand;nieuw@school.example;Etty College;13-3-2024;Frezen;1;',
    )
    const { state, result, importId } = await takeOver(db, coordinator, file)
    expect({ state, result }).toEqual({
      state: 'done',
      result: { added: 4, newPeople: 1, known: 0, minutes: 510 },
    })
    expect(await takenOver(db)).toEqual([
      { line: 2, name: 'Zoë de Vries', title: 'Lassen', heldOn: '2026-09-12', minutes: 150 },
      { line: 3, name: 'Jan Smit', title: '=1+1', heldOn: '2024-03-12', minutes: 150 },
      { line: 4, name: 'Nieuw Iemand', title: '<b>Frezen</b>', heldOn: '2024-03-12', minutes: 150 },
      { line: 5, name: 'Nieuw Iemand', title: 'Frezen', heldOn: '2024-03-13', minutes: 60 },
    ])
    expect((await findMyHours(db, known.id)).takenOver).toBe(150)
    expect((await listPastAttendance(db, teacher.id)).minutesOf).toEqual({ '2023-24': 150 })
    expect(await db.selectFrom('certificate').select('id').execute()).toEqual([])
    expect(await db.selectFrom('outbox').select('id').execute()).toEqual([])
    const journal = await db
      .selectFrom('journal')
      .select(['action', 'actorId', 'subjectId'])
      .where('subjectType', '=', 'history_import')
      .orderBy('id')
      .execute()
    const by = { actorId: coordinator.personId, subjectId: importId }
    expect(journal).toEqual([
      { action: 'history.import', ...by },
      { action: 'history.take-over', ...by },
    ])
    expect(await checkHistoryFile(db, coordinator, file)).toEqual({ outcome: 'nothing new', rows: 4 })
    const more = await takeOver(
      db,
      coordinator,
      csv('Nieuw Iemand;;Etty College;14-3-2024;Frezen;1;', 'Jan Smit;;Etty College;12-3-2024;=1+1;3;'),
    )
    expect(more.result).toEqual({ added: 1, newPeople: 0, known: 1, minutes: 60 })
  })

  test('reads Excel as it reads CSV', async ({ db }) => {
    const { coordinator } = await aSchool(db)
    const columns = [
      { key: 'name', title: 'Naam', kind: 'text' as const },
      { key: 'school', title: 'School', kind: 'text' as const },
      { key: 'day', title: 'Datum', kind: 'day' as const },
      { key: 'title', title: 'Titel', kind: 'text' as const },
      { key: 'hours', title: 'Uren', kind: 'number' as const },
    ]
    const rows = [
      { name: 'Nieuw Iemand', school: 'Etty College', day: '2024-03-12', title: 'Frezen', hours: 2.5 },
    ]
    const bytes = new Uint8Array(await writeXlsx({ name: 'oud', columns, rows }))
    await takeOver(db, coordinator, { bytes, name: 'oud.csv' })
    expect(await takenOver(db)).toMatchObject([{ heldOn: '2024-03-12', minutes: 150 }])
  })

  test('with one fault keeps nothing, and says every fault', async ({ db }) => {
    const { coordinator } = await aSchool(db)
    const checked = await checkHistoryFile(
      db,
      coordinator,
      csv('Nieuw Iemand;;Etty College;12-3-2024;Frezen;2;', 'Iemand;;Etty;12-3-2024;Frezen;veel;'),
    )
    expect(checked).toMatchObject({ outcome: 'faults', faults: [{ line: 3 }, { line: 3 }, { line: 3 }] })
    expect(await db.selectFrom('historyImport').select('id').execute()).toEqual([])
  })

  test('leaves out what the portal recorded itself', async ({ db }) => {
    const { coordinator, school } = await aSchool(db)
    const offering = await anOffering(db, { title: 'Lassen' })
    const edition = await anEdition(db, { offeringId: offering.id, meeting: false })
    const meeting = await aMeeting(db, { editionId: edition.id, startsAt: new Date('2026-03-12T12:00:00Z') })
    const person = await aPerson(db, { address: 'jan@school.example' })
    const enrolment = await anEnrolment(db, {
      editionId: edition.id,
      personId: person.id,
      organisationId: school.id,
    })
    await db
      .insertInto('attendance')
      .values({ meetingId: meeting.id, enrolmentId: enrolment.id, state: 'present' })
      .execute()
    const file = csv('Jan Smit;jan@school.example;Etty College;12-3-2026;LASSEN;4;')
    expect(await checkHistoryFile(db, coordinator, file)).toEqual({ outcome: 'nothing new', rows: 1 })
  })

  test('pressed twice, by two coordinators, with two workers: once', async ({ db }) => {
    const { coordinator } = await aSchool(db)
    const other = await aCoordinator(db)
    const importId = await check(db, coordinator, bigFile(2_000))
    await Promise.all([coordinator, other].map((actor) => startHistoryImport(db, actor, { importId })))
    await Promise.all([runJob(db, 'carry-out-history'), runJob(db, 'carry-out-history')])
    expect(await stateOf(db, importId)).toEqual({ state: 'done', doneCount: 2_000, attempts: 1 })
    expect(await countRows(db)).toBe(2_000)
    expect(await db.selectFrom('historyPerson').select('personId').execute()).toHaveLength(500)
    const noted = await db.selectFrom('journal').select('id').where('action', 'like', 'history.%').execute()
    expect(noted).toHaveLength(2)
  })

  test('killed halfway leaves nothing, and is taken up again', async ({ db, connection }) => {
    const { coordinator } = await aSchool(db)
    const importId = await check(db, coordinator, bigFile(5_000))
    await startHistoryImport(db, coordinator, { importId })
    const victim = connect(`${connection.connectionString}?application_name=victim`)
    await cutHalfway(db, victim.db, importId)
    await victim.db.destroy()
    const left = await stateOf(db, importId)
    expect(left).toEqual({ state: 'started', doneCount: 2_000, attempts: 1 })
    expect(await countRows(db)).toBe(0)
    expect(await db.selectFrom('historyPerson').select('personId').execute()).toEqual([])
    await runJob(db, 'carry-out-history')
    expect(await stateOf(db, importId)).toEqual({ state: 'done', doneCount: 5_000, attempts: 2 })
    expect(await countRows(db)).toBe(5_000)
  })

  test('that keeps failing is given up, with a sentence; the next list has its turn', async ({ db }) => {
    const { coordinator } = await aSchool(db)
    const bad = await check(db, coordinator, csv('Nieuw Iemand;;Etty College;12-3-2024;Frezen;2;'))
    const good = await check(db, coordinator, csv('Ander Iemand;;Etty College;12-3-2024;Lassen;2;'))
    await sql`alter table past_attendance add constraint no_frezen check (title <> 'Frezen')`.execute(db)
    for (const importId of [bad, good]) await startHistoryImport(db, coordinator, { importId })
    for (let attempt = 1; attempt < 5; attempt++) {
      await expect(runJob(db, 'carry-out-history')).rejects.toThrow('no_frezen')
    }
    await runJob(db, 'carry-out-history')
    expect(await findHistoryImport(db, bad)).toMatchObject({ state: 'failed', failure: expect.any(String) })
    expect(await stateOf(db, good)).toMatchObject({ state: 'done' })
    expect(await takenOver(db)).toMatchObject([{ name: 'Ander Iemand' }])
  })

  test('that no longer fits since it was checked takes over nothing', async ({ db }) => {
    const { coordinator, school } = await aSchool(db)
    const importId = await check(db, coordinator, csv('Jan Smit;;Etty College;12-3-2024;Frezen;2;'))
    for (let n = 0; n < 2; n++) {
      const { id } = await aPerson(db, { givenName: 'Jan', familyName: 'Smit' })
      await aMembership(db, { personId: id, organisationId: school.id })
    }
    await startHistoryImport(db, coordinator, { importId })
    await runJob(db, 'carry-out-history')
    expect(await findHistoryImport(db, importId)).toMatchObject({ state: 'failed' })
    expect(await countRows(db)).toBe(0)
  })

  test('is taken back whole, with who came by it and by nothing else', async ({ db }) => {
    const { coordinator, school } = await aSchool(db)
    const lines = ['Een Nieuw;een@school.example;', 'Twee Nieuw;;', 'Drie Nieuw;;'].map(
      (who) => `${who}Etty College;12-3-2024;Lassen;2;`,
    )
    const { importId } = await takeOver(db, coordinator, csv(...lines))
    const kept = await takeOver(db, coordinator, csv('Twee Nieuw;;Etty College;1-2-2024;Frezen;2;'))
    const { id } = await db
      .selectFrom('person')
      .select('id')
      .where('givenName', '=', 'Drie')
      .executeTakeFirstOrThrow()
    const editionId = (await anEdition(db)).id
    await anEnrolment(db, { editionId, personId: id, organisationId: school.id })
    expect(await takeBackHistory(db, coordinator, { importId }, { reason: 'Verkeerd jaar' })).toEqual({
      rows: 3,
      people: 1,
    })
    await runJob(db, 'forget-history-people')
    const people = await db
      .selectFrom('person')
      .select('name')
      .where('familyName', '=', 'Nieuw')
      .orderBy('id')
      .execute()
    expect(people.map(({ name }) => name)).toEqual(['Twee Nieuw', 'Drie Nieuw'])
    expect(await takenOver(db)).toMatchObject([{ name: 'Twee Nieuw', title: 'Frezen' }])
    expect(await stateOf(db, kept.importId)).toMatchObject({ state: 'done' })
    const journal = await db
      .selectFrom('journal')
      .selectAll()
      .where('action', '=', 'history.take-back')
      .execute()
    expect(journal).toMatchObject([{ reason: 'Verkeerd jaar', subjectId: importId }])
    const again = takeBackHistory(db, coordinator, { importId }, { reason: 'Nog eens' })
    await expect(again).rejects.toThrow('al teruggehaald')
    expect((await takeOver(db, coordinator, csv(...lines))).result).toMatchObject({ added: 3, newPeople: 1 })
  })

  test('waits a day for who read it, and is then forgotten', async ({ db }) => {
    const { coordinator } = await aSchool(db)
    await check(db, coordinator, bigFile(1))
    await runJob(db, 'delete-expired-history')
    expect(await db.selectFrom('historyImport').select('id').execute()).toHaveLength(1)
    setClock(new Date(Date.now() + 25 * 3_600_000))
    await runJob(db, 'delete-expired-history')
    expect(await db.selectFrom('historyImport').select('id').execute()).toEqual([])
  })

  test('is not for a teacher', async ({ db }) => {
    await theTestRegion(db)
    const teacher = await aTeacher(db)
    const subject = { importId: 1 }
    await expect(checkHistoryFile(db, teacher, bigFile(1))).rejects.toMatchObject({ status: 403 })
    expect(() => startHistoryImport(db, teacher, subject)).toThrow()
    expect(() => takeBackHistory(db, teacher, subject, { reason: 'x' })).toThrow()
  })
})

/** Carries a list out on a connection of its own, and cuts that in the middle: the row on line 2,100 waits for us. */
async function cutHalfway(db: Db, victim: Db, importId: number): Promise<void> {
  await sql`
    create function wait_for_test() returns trigger language plpgsql as
      'begin perform pg_advisory_xact_lock_shared(42); return new; end';
    create trigger wait_for_test before insert on past_attendance
      for each row when (new.line = 2100) execute function wait_for_test()`.execute(db)
  await db.connection().execute(async (holder) => {
    await sql`select pg_advisory_lock(42)`.execute(holder)
    const work = Promise.allSettled([runJob(victim, 'carry-out-history')])
    await vi.waitFor(async () => expect((await stateOf(db, importId)).doneCount).toBe(2_000), 10_000)
    expect(await countRows(db)).toBe(0)
    await sql`select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'victim'`.execute(
      db,
    )
    expect((await work)[0].status).toBe('rejected')
    await sql`select pg_advisory_unlock(42)`.execute(holder)
  })
}
