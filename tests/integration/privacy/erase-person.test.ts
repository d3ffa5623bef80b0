import { sql } from 'kysely'
import { describe, expect } from 'vitest'
import { findCertificate } from '#app/features/certificates/certificate-queries.server.ts'
import { checkCredential } from '#app/features/credentials/check-credential.server.ts'
import { signedCredential } from '#app/features/credentials/sign-credential.server.ts'
import { mergePeople } from '#app/features/dossier/merge-people.server.ts'
import { listRecordWork } from '#app/features/figures/desk-post-queries.server.ts'
import { reopenAccount } from '#app/features/people/close-account.server.ts'
import { updateProfile } from '#app/features/people/update-profile.server.ts'
import { askErasure, withdrawErasure } from '#app/features/privacy/ask-erasure.server.ts'
import { erasePerson } from '#app/features/privacy/erase-person.server.ts'
import { setClock } from '#app/platform/clock.ts'
import type { Db } from '#db/client.server.ts'
import { seedDemo } from '#db/seeds/demo/seed-demo.ts'
import {
  aCoordinator,
  actorOf,
  anAdministrator,
  anEdition,
  anEnrolment,
  aPerson,
  aTeacher,
  theTestRegion,
} from '#tests/support/builders.ts'
import { test } from '#tests/support/database.ts'
import { certificates } from '../credentials/support.ts'

const demo = async (db: Db) => {
  setClock(new Date('2026-11-24T08:30:00Z'))
  await seedDemo(db, { demoPassword: 'een-wachtwoord' })
}

/** Every row of the database in which one of these words stands, whatever the column. */
async function rowsNaming(db: Db, words: readonly string[]): Promise<string[]> {
  const { rows: tables } = await sql<{ name: string }>`
    select quote_ident(table_name) as name from information_schema.tables
    where table_schema = 'public' and table_type = 'BASE TABLE'`.execute(db)
  const found: string[] = []
  for (const { name } of tables) {
    const { rows } = await sql<{ row: string }>`
      select left(row_to_json(it)::text, 2000) as row from ${sql.raw(name)} it
      where exists (select from unnest(${words}::text[]) word
        where position(lower(word) in lower(row_to_json(it)::text)) > 0)`.execute(db)
    found.push(...rows.map(({ row }) => `${name}: ${row}`))
  }
  return found
}

const personAt = async (db: Db, address: string) => {
  const { rows } = await sql<{ id: number; name: string; familyName: string }>`
    select person.id, person.name, family_name from person join email_address on person_id = person.id
    where address = ${address}`.execute(db)
  const [person] = rows
  if (!person) throw new Error(`nobody has ${address}`)
  return person
}

/** What the programme accounts for. */
const accounts = async (db: Db) => {
  const { rows } = await sql<Record<string, unknown>>`
    select
      (select json_agg(it order by it) from (select school_year, organisation_id, sum(attended_now.minutes) as minutes,
          count(distinct person_id) as people
        from attended_now join enrolment on enrolment.id = enrolment_id group by 1, 2) it) as attended,
      (select json_agg(it order by it) from (select organisation_id, state, kind, count(*), sum(cents) as cents
        from contribution group by 1, 2, 3) it) as contributions,
      (select json_agg(json_build_array(number, code, title, minutes, revoked_at) order by number) from certificate) as issued,
      (select count(*) from enrolment where status = 'completed') as completed,
      (select sum(minutes) from past_attendance) as past`.execute(db)
  return rows[0]
}

const demoPeople = [
  'docent',
  'instructeur',
  'hanneke.brinkman',
  'ruud.wassink',
  'daan.roelofs',
  'patrick.lasser',
]

describe('who is erased', () => {
  test.for(demoPeople)(
    '%s leaves no name and no address behind, and the accounts stay right',
    async (key, { db }) => {
      await demo(db)
      const coordinator = await actorOf(db, (await personAt(db, 'coordinator@demo.test')).id)
      const address = `${key}@demo.test`
      const person = await personAt(db, address)
      const words = [person.name, person.familyName, address]
      await sql`update evaluation set words = ${JSON.stringify([[`${person.name} legt het goed uit.`]])}::jsonb
        where edition_id = (select min(edition_id) from evaluation)`.execute(db)
      expect((await rowsNaming(db, words)).length).toBeGreaterThan(2)
      const before = await accounts(db)
      await erasePerson(db, coordinator, { personId: person.id })
      expect(await rowsNaming(db, words)).toEqual([])
      expect(await accounts(db)).toEqual(before)
    },
  )

  test('keeps what was issued checkable by the copy that its holder has', async ({ db }) => {
    const [certificate, other] = await certificates(db, 2)
    if (!certificate || !other) throw new Error('there are no certificates')
    const { credential } = await signedCredential(db, certificate)
    await signedCredential(db, other)
    await erasePerson(db, await aCoordinator(db), { personId: certificate.personId })
    const report = await checkCredential(db, Buffer.from(JSON.stringify(credential)))
    expect('lines' in report && report.lines.map(({ outcome }) => outcome)).toEqual(['ok', 'ok', 'ok', 'ok'])
    const kept = await findCertificate(db, certificate.id)
    expect(kept).toMatchObject({ holderName: 'Naam gewist', number: certificate.number })
    // Nothing is left to sign again, or to hand out.
    await expect(signedCredential(db, certificate)).rejects.toMatchObject({ status: 404 })
    expect((await signedCredential(db, other)).jwt).toBeTruthy()
  })

  test('gives a coming place to the first in line', async ({ db }) => {
    await theTestRegion(db)
    const edition = await anEdition(db, { capacity: 1 })
    const leaves = await aPerson(db)
    await anEnrolment(db, { editionId: edition.id, personId: leaves.id })
    const waits = await anEnrolment(db, { editionId: edition.id, status: 'waitlisted' })
    await erasePerson(db, await aCoordinator(db), { personId: leaves.id })
    const row = await db
      .selectFrom('enrolment')
      .select('status')
      .where('id', '=', waits.id)
      .executeTakeFirstOrThrow()
    expect(row.status).toBe('confirmed')
  })

  test('cannot come back, and is not erased twice', async ({ db }) => {
    await theTestRegion(db)
    const person = await aPerson(db)
    const coordinator = await aCoordinator(db)
    await erasePerson(db, coordinator, { personId: person.id })
    await expect(erasePerson(db, coordinator, { personId: person.id })).rejects.toMatchObject({ status: 404 })
    await expect(reopenAccount(db, coordinator, { personId: person.id })).rejects.toMatchObject({
      status: 404,
    })
  })

  test('a namesake keeps what is theirs', async ({ db }) => {
    await theTestRegion(db)
    const [leaves, stays] = [
      await aPerson(db, { givenName: 'Jan', familyName: 'Smit' }),
      await aPerson(db, { givenName: 'Jan', familyName: 'Smit' }),
    ]
    await erasePerson(db, await aCoordinator(db), { personId: leaves.id })
    const row = await db.selectFrom('person').select('name').where('id', '=', stays.id).executeTakeFirst()
    expect(row?.name).toBe('Jan Smit')
    expect(await rowsNaming(db, [leaves.address])).toEqual([])
  })
})

describe('erasing', () => {
  test('waits for who still stands before a class, or has a role in the region', async ({ db }) => {
    await demo(db)
    const coordinator = await actorOf(db, (await personAt(db, 'coordinator@demo.test')).id)
    const trainer = await personAt(db, 'trainer@demo.test')
    await expect(erasePerson(db, coordinator, { personId: trainer.id })).rejects.toThrow(
      'kies eerst een andere',
    )
    expect((await personAt(db, 'trainer@demo.test')).name).toBe(trainer.name)
    const keeper = await personAt(db, 'beheerder@demo.test')
    await expect(erasePerson(db, coordinator, { personId: keeper.id })).rejects.toMatchObject({ status: 403 })
    const administrator = await anAdministrator(db)
    await expect(erasePerson(db, administrator, { personId: keeper.id })).rejects.toThrow('rol in de regio')
  })

  test('is not for somebody themselves, nor for a colleague', async ({ db }) => {
    await theTestRegion(db)
    const teacher = await aTeacher(db)
    for (const who of [teacher, await aTeacher(db)]) {
      await expect(erasePerson(db, who, teacher)).rejects.toMatchObject({ status: 403 })
    }
  })

  test('is asked for and taken back by the person; asked twice is once', async ({ db }) => {
    await theTestRegion(db)
    const teacher = await aTeacher(db)
    await askErasure(db, teacher)
    await askErasure(db, teacher)
    const asked = await db
      .selectFrom('journal')
      .select('id')
      .where('action', '=', 'person.ask-erasure')
      .execute()
    expect(asked).toHaveLength(1)
    await withdrawErasure(db, teacher)
    await expect(withdrawErasure(db, teacher)).rejects.toThrow('geen verzoek')
  })
})

test('a request waits on the desk of who may carry it out', async ({ db }) => {
  await theTestRegion(db)
  const [teacher, coordinator, administrator] = [
    await aTeacher(db),
    await aCoordinator(db),
    await anAdministrator(db),
  ]
  for (const who of [teacher, coordinator]) await askErasure(db, who)
  const onDeskOf = async (actor: typeof teacher) => {
    const work = await listRecordWork(db, actor, 10)
    return work.filter(({ kind }) => kind === 'erasure').map(({ id }) => id)
  }
  expect(await onDeskOf(coordinator)).toEqual([teacher.personId])
  expect(await onDeskOf(administrator)).toEqual([teacher.personId, coordinator.personId])
})

describe('what is another’s', () => {
  const mailTo = async (db: Db, recipient: string, bodyText: string, sentAt: Date | null) => {
    const row = {
      reason: 'test',
      recipient,
      subjectKey: bodyText,
      title: 'Bericht',
      bodyText,
      bodyHtml: '',
      sentAt,
    }
    const { id } = await db.insertInto('outbox').values(row).returning('id').executeTakeFirstOrThrow()
    return () => db.selectFrom('outbox').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
  }

  test('is not wiped by claiming their address', async ({ db }) => {
    await theTestRegion(db)
    const leaves = await aPerson(db)
    await db
      .insertInto('emailAddress')
      .values({ personId: leaves.id, address: 'bedrijf@test.example' })
      .execute()
    const mail = await mailTo(db, 'bedrijf@test.example', 'Uw bijdragen van oktober', new Date())
    await db
      .insertInto('contactMessage')
      .values({ topic: 'question', name: 'Een bedrijf', email: 'bedrijf@test.example', message: 'Vraag' })
      .execute()
    await erasePerson(db, await aCoordinator(db), { personId: leaves.id })
    expect(await mail()).toMatchObject({
      recipient: 'bedrijf@test.example',
      bodyText: 'Uw bijdragen van oktober',
    })
    expect(await db.selectFrom('contactMessage').select('id').execute()).toHaveLength(1)
  })

  test('stays where a name or an address is a part of theirs, and waits to be sent without the name', async ({
    db,
  }) => {
    await theTestRegion(db)
    const leaves = await aPerson(db, { givenName: 'Jan', familyName: 'Bos', address: 'jan@test.example' })
    const longer = await mailTo(db, 'a@test.example', 'Van Jan Boswijk, marjan@test.example', new Date())
    const waits = await mailTo(db, 'b@test.example', 'Jan Bos wil mee (jan@test.example).', null)
    const sent = await mailTo(db, 'c@test.example', 'Jan Bos ging mee.', new Date())
    await erasePerson(db, await aCoordinator(db), { personId: leaves.id })
    expect((await longer()).bodyText).toBe('Van Jan Boswijk, marjan@test.example')
    expect(await waits()).toMatchObject({ bodyText: 'Naam gewist wil mee (Naam gewist).', sentAt: null })
    expect((await sent()).bodyText).not.toContain('Jan')
  })

  test('who is erased does not come back by a form on its way, or by merging', async ({ db }) => {
    await theTestRegion(db)
    const leaves = await aTeacher(db)
    const stays = await aPerson(db)
    const coordinator = await aCoordinator(db)
    await erasePerson(db, coordinator, leaves)
    await expect(
      updateProfile(db, leaves, leaves, { givenName: 'Toch', familyName: 'Terug' }),
    ).rejects.toThrow('does not change')
    for (const pair of [
      { keptId: stays.id, mergedId: leaves.personId },
      { keptId: leaves.personId, mergedId: stays.id },
    ]) {
      await expect(mergePeople(db, coordinator, pair)).rejects.toMatchObject({ status: 404 })
    }
  })

  test('the line of a company stays, without the name of who came', async ({ db }) => {
    await demo(db)
    const coordinator = await actorOf(db, (await personAt(db, 'coordinator@demo.test')).id)
    const person = await aPerson(db, { givenName: 'Sjoerd', familyName: 'Lesgever-Proef' })
    const { rows } = await sql<{ id: number }>`
      insert into contribution (organisation_id, project_number, source_kind, source_id, source_words, entry_key, kind, what,
        day, minutes, cents_per_hour, cents, state, answered_at, signer_name, request_id, read_text, read_hash)
      select organisation_id, project_number, source_kind, source_id, source_words, 'proef', kind,
        'Les door Sjoerd Lesgever-Proef', day, minutes, cents_per_hour, cents, 'signed', answered_at, signer_name, request_id,
        'Wat: Les door Sjoerd Lesgever-Proef', read_hash
      from contribution where state = 'signed' and kind = 'hours' limit 1 returning id`.execute(db)
    const id = rows[0]?.id ?? 0
    await erasePerson(db, coordinator, { personId: person.id })
    const line = await db.selectFrom('contribution').selectAll().where('id', '=', id).executeTakeFirst()
    expect(line).toMatchObject({
      what: 'Les door Naam gewist',
      readText: 'Wat: Les door Naam gewist',
      state: 'signed',
    })
    // For anything else what is signed does not change.
    await expect(
      db.updateTable('contribution').set({ what: 'Iets anders' }).where('id', '=', id).execute(),
    ).rejects.toThrow('does not change')
  })
})
