import { afterAll, beforeAll, beforeEach, describe, expect } from 'vitest'
import { runWorker } from '#app/jobs.server.ts'
import { deliverMail } from '#app/platform/mail/deliver-mail.server.ts'
import { act, type Mail, text } from '#app/platform/mail/mail.ts'
import { listRefusedMails } from '#app/platform/mail/outbox-queries.server.ts'
import { mailPerson } from '#app/platform/mail/queue-mail.server.ts'
import { sendDigests } from '#app/platform/mail/send-digests.server.ts'
import { withoutSecrets } from '#app/platform/mail/without-secrets.ts'
import type { Db } from '#db/client.server.ts'
import { aPerson, theTestRegion } from '#tests/support/builders.ts'
import { test } from '#tests/support/database.ts'
import { startMailServer } from '#tests/support/mail-server.ts'

let server: Awaited<ReturnType<typeof startMailServer>>
let answer: number | undefined

beforeAll(async () => {
  server = await startMailServer(() => answer)
  // Settings are read once, at first use: this file's portal sends to this server.
  process.env.SMTP_URL = server.url
})
afterAll(() => server.stop())
beforeEach(() => {
  answer = undefined
  server.received.length = 0
})

const mail: Mail = { title: 'Je bent ingeschreven', blocks: [text('Tot dan.'), act('Bekijk', '/mijn')] }

async function aMail(db: Db, subjectKey = 'enrolment:1', personId?: number): Promise<number> {
  await theTestRegion(db)
  const id = personId ?? (await aPerson(db, { givenName: 'Noor', address: 'noor@school.example' })).id
  const mailId = await mailPerson(db, id, { reason: 'enrolment.confirmed', subjectKey, mail })
  if (!mailId) throw new Error('no mail was queued')
  return mailId
}

const rowOf = (db: Db, id: number) =>
  db.selectFrom('outbox').selectAll().where('id', '=', id).executeTakeFirstOrThrow()

describe('a mail', () => {
  test('is delivered once, with a sender, a subject and the same words in text and HTML', async ({ db }) => {
    const id = await aMail(db)
    expect(await deliverMail(db, id)).toBe('sent')
    expect(await deliverMail(db, id)).toBe('nothing')
    expect(server.received).toHaveLength(1)
    const { to, source } = server.received[0] ?? { to: [], source: '' }
    expect(to).toEqual(['noor@school.example'])
    expect(source).toContain('Subject: Je bent ingeschreven')
    expect(source).toContain(`Message-ID: <outbox-${id}@localhost>`)
    expect(source).toContain('Auto-Submitted: auto-generated')
    expect(source).toContain('text/plain')
    expect(source).toContain('text/html')
    expect((await rowOf(db, id)).sentAt).not.toBeNull()
  })

  test('about the same thing is told once, ever', async ({ db }) => {
    const person = await aPerson(db)
    await aMail(db, 'enrolment:7', person.id)
    const again = await mailPerson(db, person.id, {
      reason: 'enrolment.confirmed',
      subjectKey: 'enrolment:7',
      mail,
    })
    expect(again).toBeUndefined()
    expect(await db.selectFrom('outbox').select('id').execute()).toHaveLength(1)
  })

  test('about the same thing is told once, also after its reader chose another address', async ({ db }) => {
    const person = await aPerson(db)
    await aMail(db, 'enrolment:7', person.id)
    await db.updateTable('emailAddress').set({ isPrimary: false }).where('personId', '=', person.id).execute()
    const address = { personId: person.id, address: 'nieuw@school.example', isPrimary: true }
    await db.insertInto('emailAddress').values(address).execute()
    const about = { reason: 'enrolment.confirmed', subjectKey: 'enrolment:7', mail }
    expect(await mailPerson(db, person.id, about)).toBeUndefined()
  })

  test('that may be left says how, at its foot and to the mail program; an essential one does not', async ({
    db,
  }) => {
    const essential = await aMail(db)
    const { personId } = await rowOf(db, essential)
    const about = { reason: 'meeting.reminder', subjectKey: 'meeting:1', mail, kind: 'reminders' as const }
    const reminder = await mailPerson(db, personId as number, about)
    await deliverMail(db, essential)
    await deliverMail(db, reminder as number)
    const [plain, leavable] = server.received.map(({ source }) => source.replace(/=?\r\n[ \t]?/g, ''))
    expect(plain).not.toMatch(/List-Unsubscribe|mail-afmelden/)
    expect(leavable).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click')
    expect(leavable).toMatch(
      /List-Unsubscribe: ?<http:\/\/localhost:3000\/mail-afmelden\/\d+\.reminders\.[\w-]{32}>/,
    )
    const { bodyText, bodyHtml } = await rowOf(db, reminder as number)
    for (const body of [bodyText, bodyHtml]) expect(body).toMatch(/mail-afmelden\/\d+\.reminders\./)
    expect(withoutSecrets(bodyText, { delivered: true })).not.toMatch(/reminders\./)
  })

  test('goes out once when two workers take it at the same moment', async ({ db }) => {
    const id = await aMail(db)
    const outcomes = await Promise.all([deliverMail(db, id), deliverMail(db, id), deliverMail(db, id)])
    expect(outcomes.toSorted()).toEqual(['nothing', 'nothing', 'sent'])
    expect(server.received).toHaveLength(1)
  })

  test('is sent again under the same Message-ID by the next worker, when the first died before it could say so', async ({
    db,
  }) => {
    const id = await aMail(db)
    const death = new Error('killed between the answer and the commit')
    const killed = db.transaction().execute(async (trx) => {
      await deliverMail(trx, id)
      throw death
    })
    await expect(killed).rejects.toBe(death)
    expect(await deliverMail(db, id)).toBe('sent')
    const ids = server.received.map(({ source }) => /^Message-ID: (.+)$/m.exec(source)?.[1])
    expect(ids).toEqual([`<outbox-${id}@localhost>`, `<outbox-${id}@localhost>`])
  })

  test('that is refused for good is shown, with its person, and not tried again', async ({ db }) => {
    const id = await aMail(db)
    answer = 550
    expect(await deliverMail(db, id)).toBe('refused')
    expect(await deliverMail(db, id)).toBe('nothing')
    expect(await listRefusedMails(db, 10)).toMatchObject([{ id, recipient: 'noor@school.example' }])
    const address = await db.selectFrom('emailAddress').select('refusedAt').executeTakeFirstOrThrow()
    expect(address.refusedAt).not.toBeNull()
  })

  test('that the server cannot take just now waits, and its error holds no address', async ({ db }) => {
    const id = await aMail(db)
    answer = 451
    const failure = await deliverMail(db, id).catch((error: Error) => error)
    expect(String(failure)).toContain('not delivered')
    expect(String(failure)).not.toContain('noor@')
    expect(await rowOf(db, id)).toMatchObject({
      sentAt: null,
      refusedAt: null,
      attempts: 1,
      lastError: 'SMTP 451',
    })
    answer = undefined
    expect(await deliverMail(db, id)).toBe('sent')
  })
})

test('the worker delivers by itself what is committed, and nothing of what is rolled back', async ({
  db,
  connection,
}) => {
  await theTestRegion(db)
  const person = await aPerson(db)
  await db
    .transaction()
    .execute(async (trx) => {
      await mailPerson(trx, person.id, { reason: 'a.b', subjectKey: 'rolled:back', mail })
      throw new Error('changed our mind')
    })
    .catch(() => undefined)
  const id = await aMail(db, 'stays:1', person.id)
  const runner = await runWorker(connection)
  try {
    await expect.poll(async () => (await rowOf(db, id)).sentAt, { timeout: 10_000 }).not.toBeNull()
  } finally {
    await runner.stop()
  }
  expect(server.received).toHaveLength(1)
})

test('who chose a digest gets the messages of a day in one mail', async ({ db }) => {
  await theTestRegion(db)
  const person = await aPerson(db, { address: 'rustig@school.example' })
  await db.updateTable('person').set({ mailChoice: 'digest' }).where('id', '=', person.id).execute()
  for (const subjectKey of ['enrolment:1', 'enrolment:2']) {
    await mailPerson(db, person.id, { reason: 'enrolment.confirmed', subjectKey, mail, digestible: true })
  }
  expect(await sendDigests(db)).toBe(1)
  expect(await sendDigests(db)).toBe(0)
  const waiting = await db.selectFrom('outbox').select(['id', 'title']).where('sentAt', 'is', null).execute()
  expect(waiting.map(({ title }) => title)).toEqual(['2 berichten van vandaag'])
  expect(await deliverMail(db, waiting[0]?.id ?? 0)).toBe('sent')
  expect(server.received).toHaveLength(1)
})
