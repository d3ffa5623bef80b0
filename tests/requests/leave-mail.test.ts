import { describe, expect } from 'vitest'
import { mailPerson } from '#app/platform/mail/queue-mail.server.ts'
import { seal } from '#app/platform/signing.server.ts'
import type { Db } from '#db/client.server.ts'
import { aPerson, aTeacher, theTestRegion } from '#tests/support/builders.ts'
import { test } from '#tests/support/portal.ts'

const oneClick = { method: 'POST', body: new URLSearchParams({ 'List-Unsubscribe': 'One-Click' }) }
const mail = { title: 'Binnenkort', blocks: [] }

async function aReader(db: Db) {
  await theTestRegion(db)
  const person = await aPerson(db)
  return { ...person, path: `/mail-afmelden/${seal('leave-mail', `${person.id}.reminders`)}` }
}

const left = async (db: Db, personId: number) =>
  (
    await db
      .selectFrom('mailOptout')
      .select('kind')
      .where('personId', '=', personId)
      .orderBy('kind')
      .execute()
  ).map(({ kind }) => kind)
const remind = (db: Db, personId: number, subjectKey: string) =>
  mailPerson(db, personId, { reason: 'meeting.reminder', subjectKey, mail, kind: 'reminders' })

describe('leaving a sort of mail by its link', () => {
  test('opening it changes nothing; one press does, and it is that sort alone', async ({ db, portal }) => {
    const reader = await aReader(db)
    expect(await remind(db, reader.id, 'meeting:1')).toBeDefined()
    const page = await portal.get(reader.path)
    expect(page.status).toBe(200)
    expect(await page.text()).toContain('Stuur me geen herinneringen meer')
    expect(await left(db, reader.id)).toEqual([])
    const pressed = await portal.post(reader.path, { 'List-Unsubscribe': 'One-Click' })
    expect(pressed.status).toBe(200)
    expect(await pressed.text()).toContain('Je krijgt geen herinneringen meer.')
    expect(await left(db, reader.id)).toEqual(['reminders'])
    expect(await remind(db, reader.id, 'meeting:2')).toBeUndefined()
    const essential = { reason: 'meeting.moved', subjectKey: 'meeting:2', mail }
    expect(await mailPerson(db, reader.id, essential)).toBeDefined()
  })

  test('a mail provider presses it without coming from a page, twice, and is not redirected', async ({
    db,
    portal,
  }) => {
    const reader = await aReader(db)
    for (const _ of [1, 2]) expect((await portal.fetch(reader.path, oneClick)).status).toBe(200)
    const form = new FormData()
    form.set('List-Unsubscribe', 'One-Click')
    expect((await portal.fetch(reader.path, { method: 'POST', body: form })).status).toBe(200)
    expect(await left(db, reader.id)).toEqual(['reminders'])
  })

  test('nothing else comes through that door', async ({ db, portal }) => {
    const reader = await aReader(db)
    const post = (path: string, headers: HeadersInit = {}) => portal.fetch(path, { ...oneClick, headers })
    // Another site in a browser always says so, with a cookie or without.
    expect((await post(reader.path, { Origin: 'https://evil.example' })).status).toBe(403)
    expect((await post(reader.path, { Origin: 'null' })).status).toBe(403)
    expect((await post(reader.path, { 'Sec-Fetch-Site': 'cross-site' })).status).toBe(403)
    expect((await post(reader.path, { Cookie: 'bijblijven=x' })).status).toBe(403)
    for (const path of [
      `${reader.path}.data`,
      `${reader.path}?x=1`,
      `${reader.path}/x`,
      '/mail-afmelden/../mijn/account',
      '/mail-afmelden//mijn/account',
      '/mijn/account',
    ]) {
      expect([path, (await post(path)).status]).toEqual([path, 403])
    }
    expect(await left(db, reader.id)).toEqual([])
  })

  test('a link that is not ours is a 404 and leaves nothing', async ({ db, portal }) => {
    const reader = await aReader(db)
    const other = await aPerson(db)
    const [, mac] = reader.path.split('.reminders.')
    for (const path of [
      `/mail-afmelden/${other.id}.reminders.${mac}`,
      `/mail-afmelden/${reader.id}.messages.${mac}`,
    ]) {
      expect((await portal.get(path)).status).toBe(404)
      expect((await portal.fetch(path, oneClick)).status).toBe(404)
    }
    expect(await left(db, reader.id)).toEqual([])
  })

  test('each sort can be chosen there, and the choice stands with the account', async ({ db, portal }) => {
    const teacher = await aTeacher(db)
    await theTestRegion(db)
    const path = `/mail-afmelden/${seal('leave-mail', `${teacher.personId}.digest`)}`
    expect((await portal.post(path, { 'List-Unsubscribe': 'One-Click' })).status).toBe(200)
    expect(await left(db, teacher.personId)).toEqual([
      'evaluations',
      'invitations',
      'lapsing',
      'messages',
      'reminders',
      'team-lapsing',
    ])
    expect((await portal.post(path, { act: 'choose', wanted: 'reminders' })).status).toBe(303)
    expect(await left(db, teacher.personId)).not.toContain('reminders')
    expect(await left(db, teacher.personId)).toHaveLength(5)
    expect((await portal.post(path, { act: 'choose', wanted: 'everything' })).status).toBe(422)

    const own = await portal.as(teacher.personId)
    const page = await (await own.get('/mijn/account')).text()
    expect(page).toMatch(/checked="" value="reminders"/)
    expect(page).not.toMatch(/checked="" value="messages"/)
    expect((await own.post('/mijn/account', { intent: 'mail-kinds' })).status).toBe(303)
    expect(await left(db, teacher.personId)).toHaveLength(6)
  })
})
