import { randomUUID } from 'node:crypto'
import { describe, expect } from 'vitest'
import { listReaders } from '#app/features/messages/edition-message-queries.server.ts'
import { sendEditionMessage } from '#app/features/messages/send-edition-message.server.ts'
import { findSentMail, listSentMails } from '#app/features/messages/sent-mail-queries.server.ts'
import { deleteWhatHasHadItsTime } from '#app/features/privacy/delete-what-has-had-its-time.server.ts'
import { setClock } from '#app/platform/clock.ts'
import { mailPerson } from '#app/platform/mail/queue-mail.server.ts'
import type { Db } from '#db/client.server.ts'
import {
  aCoordinator,
  actorOf,
  anEdition,
  anEnrolment,
  aPerson,
  theTestRegion,
} from '#tests/support/builders.ts'
import { test } from '#tests/support/database.ts'
import { mails } from '#tests/support/mail.ts'

async function aTaughtEdition(db: Db, school = 'school.example') {
  await theTestRegion(db)
  const trainerPerson = await aPerson(db, { givenName: 'Tineke', address: `tineke@${school}` })
  const edition = await anEdition(db, { trainerId: trainerPerson.id })
  const meetings = db.selectFrom('meeting').select('id').where('editionId', '=', edition.id)
  const { id: meetingId } = await meetings.executeTakeFirstOrThrow()
  const people: Record<string, number> = {}
  for (const [name, status] of [
    ['Anna', 'confirmed'],
    ['Bert', 'requested'],
    ['Carla', 'waitlisted'],
    ['Dirk', 'withdrawn'],
    ['Els', 'offered'],
  ] as const) {
    const person = await aPerson(db, { givenName: name, address: `${name.toLowerCase()}@${school}` })
    people[name] = (await anEnrolment(db, { editionId: edition.id, personId: person.id, status })).id
  }
  return { edition, meetingId, people, trainer: await actorOf(db, trainerPerson.id) }
}

const input = (values: object = {}) => ({
  formKey: randomUUID(),
  audience: 'participants' as const,
  subject: 'De achterdeur',
  body: 'Kom achterom.\r\n\r\nTot dan!',
  ...values,
})
const names = async (db: Db, editionId: number, to: Parameters<typeof listReaders>[2]) =>
  (await listReaders(db, editionId, to)).map(({ name }) => name.split(' ')[0])

describe('a message to an edition', () => {
  test('goes to everyone of the group as a mail of their own, and answers go to its writer', async ({
    db,
  }) => {
    const { edition, trainer } = await aTaughtEdition(db)
    expect(await sendEditionMessage(db, trainer, edition, input())).toEqual({ sent: 2 })
    const rows = await db.selectFrom('outbox').selectAll().orderBy('recipient').execute()
    expect(rows.map(({ recipient }) => recipient)).toEqual(['anna@school.example', 'bert@school.example'])
    for (const row of rows) {
      expect(row).toMatchObject({
        replyTo: 'tineke@school.example',
        editionId: edition.id,
        kind: 'messages',
      })
      expect(row.bodyText).toContain('Kom achterom.\n\nTot dan!')
    }
  })

  test('knows who misses a meeting, and who waits', async ({ db }) => {
    const { edition, meetingId, people } = await aTaughtEdition(db)
    const absent = { audience: 'absent' as const, meetingId }
    expect(await names(db, edition.id, absent)).toEqual([])
    await db.insertInto('absenceNotice').values({ enrolmentId: people.Anna!, meetingId }).execute()
    expect(await names(db, edition.id, absent)).toEqual(['Anna'])
    const by = { recordedBy: (await aCoordinator(db)).personId }
    await db
      .insertInto('attendance')
      .values([
        { enrolmentId: people.Anna!, meetingId, state: 'present', ...by },
        { enrolmentId: people.Bert!, meetingId, state: 'excused', ...by },
      ])
      .execute()
    expect(await names(db, edition.id, absent)).toEqual(['Bert'])
    expect(await names(db, edition.id, { audience: 'waiting' })).toEqual(['Carla', 'Els'])
    const elsewhere = await aTaughtEdition(db, 'elders.example')
    expect(await names(db, edition.id, { audience: 'absent', meetingId: elsewhere.meetingId })).toEqual([])
  })

  test('pressed twice, also at once, goes out once', async ({ db }) => {
    const { edition, trainer } = await aTaughtEdition(db)
    const once = input()
    await Promise.all([1, 2, 3].map(() => sendEditionMessage(db, trainer, edition, once)))
    await sendEditionMessage(db, trainer, edition, once)
    expect(await mails(db)).toHaveLength(2)
    await sendEditionMessage(db, trainer, edition, input())
    expect(await mails(db)).toHaveLength(4)
  })

  test('skips who wants no such messages, and tells its writer who that is', async ({ db }) => {
    const { edition, trainer } = await aTaughtEdition(db)
    const [anna] = await listReaders(db, edition.id, { audience: 'participants' })
    await db.insertInto('mailOptout').values({ personId: anna!.personId, kind: 'messages' }).execute()
    expect((await listReaders(db, edition.id, { audience: 'participants' })).map((r) => r.reachable)).toEqual(
      [false, true],
    )
    expect(await sendEditionMessage(db, trainer, edition, input())).toEqual({ sent: 1 })
  })

  test('is not sent by a trainer of something else', async ({ db }) => {
    const { edition } = await aTaughtEdition(db)
    const { trainer } = await aTaughtEdition(db, 'elders.example')
    await expect(async () => sendEditionMessage(db, trainer, edition, input())).rejects.toMatchObject({
      status: 403,
    })
    expect(await mails(db)).toEqual([])
  })
})

describe('what was sent', () => {
  test('stands with the edition, together what went out together, and its words go after ninety days', async ({
    db,
  }) => {
    const { edition, trainer, people } = await aTaughtEdition(db)
    await sendEditionMessage(db, trainer, edition, input())
    const enrolment = await db
      .selectFrom('enrolment')
      .select('personId')
      .where('id', '=', people.Anna!)
      .executeTakeFirstOrThrow()
    const own = { title: 'Je bent ingeschreven', blocks: [] }
    const about = { reason: 'enrolment.confirmed', subjectKey: `enrolment:${people.Anna}`, mail: own }
    await mailPerson(db, enrolment.personId, about)
    const list = (everything: boolean) => listSentMails(db, edition.id, { page: 1, everything })
    expect((await list(true)).mails).toMatchObject([
      { title: 'Je bent ingeschreven', readers: 1, name: expect.stringContaining('Anna') },
      { reason: 'message.sent', readers: 2, waiting: 2, sent: 0, writer: trainer.name },
    ])
    // What somebody was told about their own place is not the trainer's to read.
    const seen = (await list(false)).mails
    expect(seen.map(({ reason }) => reason)).toEqual(['message.sent'])
    const hidden = (await list(true)).mails[0]!.id
    expect(await findSentMail(db, { id: hidden, editionId: edition.id, everything: false })).toBeUndefined()
    const opened = { id: seen[0]!.id, editionId: edition.id, everything: false }
    expect((await findSentMail(db, opened))?.readers).toHaveLength(2)
    expect(await findSentMail(db, { ...opened, editionId: edition.id + 1 })).toBeUndefined()

    setClock(new Date(Date.now() + 91 * 86_400_000))
    await deleteWhatHasHadItsTime(db)
    expect((await findSentMail(db, opened))?.bodyText).toBe('De tekst van deze mail is gewist.')
    const message = await db.selectFrom('editionMessage').select('body').executeTakeFirstOrThrow()
    expect(message.body).not.toContain('achterom')
  })
})
