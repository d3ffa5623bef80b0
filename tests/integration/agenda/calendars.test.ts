import { describe, expect } from 'vitest'
import { attachmentsOfPlace } from '#app/features/agenda/calendar-attachments.server.ts'
import {
  addressOfFeed,
  findFeed,
  findFeedOfPerson,
} from '#app/features/agenda/calendar-feed-queries.server.ts'
import { calendarFile } from '#app/features/agenda/calendar-file.server.ts'
import { calendarOfCatalogue, calendarOfFeed } from '#app/features/agenda/calendars.server.ts'
import { renewFeed, stopFeed } from '#app/features/agenda/change-calendar-feed.server.ts'
import { noFilter } from '#app/features/catalogue/catalogue-filter.ts'
import { mergePeople } from '#app/features/dossier/merge-people.server.ts'
import { addMeetingAndTell } from '#app/features/enrolment/add-meeting-and-tell.server.ts'
import { cancelEdition } from '#app/features/enrolment/cancel-edition.server.ts'
import { cancelMeeting } from '#app/features/enrolment/cancel-meeting.server.ts'
import { letEditionGoAhead } from '#app/features/enrolment/let-edition-go-ahead.server.ts'
import { moveEnrolment } from '#app/features/enrolment/move-enrolment.server.ts'
import { moveMeeting } from '#app/features/enrolment/move-meeting.server.ts'
import { withdraw } from '#app/features/enrolment/withdraw.server.ts'
import { now } from '#app/platform/clock.ts'
import type { MailAttachment } from '#app/platform/mail/queue-mail.server.ts'
import type { Db } from '#db/client.server.ts'
import {
  aCoordinator,
  actorOf,
  aMeeting,
  anEdition,
  anEnrolment,
  anOffering,
  aPerson,
  aRoom,
  dayFromNow,
  theTestRegion,
} from '#tests/support/builders.ts'
import { test } from '#tests/support/database.ts'
import { mails } from '#tests/support/mail.ts'

const inDays = (days: number) => new Date(now().getTime() + days * 86_400_000)
const later = (date: Date, hours: number) => new Date(date.getTime() + hours * 3_600_000)

/** Somebody with a place in an edition of two meetings. */
async function aPlace(db: Db) {
  await theTestRegion(db)
  const coordinator = await aCoordinator(db)
  const trainer = await aPerson(db)
  const offering = await anOffering(db, { title: 'Lassen' })
  const edition = await anEdition(db, {
    offeringId: offering.id,
    startsAt: inDays(20),
    trainerId: trainer.id,
  })
  await aMeeting(db, { editionId: edition.id, startsAt: inDays(27) })
  const enrolment = await anEnrolment(db, { editionId: edition.id })
  const meetings = await db.selectFrom('meeting').selectAll().orderBy('startsAt').execute()
  return { coordinator, trainer, offering, edition, enrolment, meetings }
}

async function feedOf(db: Db, personId: number) {
  const calendar = await calendarOfFeed(db, { personId, roomId: null })
  return calendar.events
}

/** The events in the file that went along with the newest mail of this kind to somebody, by what a reader asks. */
async function mailedEvents(db: Db, personId: number, reason: string) {
  const { attachments } = await db
    .selectFrom('outbox')
    .select('attachments')
    .where('personId', '=', personId)
    .where('reason', '=', reason)
    .orderBy('id', 'desc')
    .executeTakeFirstOrThrow()
  return (attachments as MailAttachment[]).flatMap(({ content }) => {
    const events = content.replaceAll('\r\n ', '').split('BEGIN:VEVENT').slice(1)
    return events.map((event) => ({
      uid: /UID:(.*)\r/.exec(event)?.[1],
      sequence: Number(/SEQUENCE:(.*)\r/.exec(event)?.[1]),
      status: /STATUS:(.*)\r/.exec(event)?.[1],
      summary: /SUMMARY:(.*)\r/.exec(event)?.[1],
    }))
  })
}

describe('a meeting in a calendar', () => {
  test('keeps its uid, and its sequence rises, through moving, going ahead and being called off', async ({
    db,
  }) => {
    const { coordinator, enrolment, edition, meetings } = await aPlace(db)
    const [first] = meetings
    if (!first) throw new Error('no meeting')
    const seen = [(await feedOf(db, enrolment.personId))[0]]
    const look = async () => seen.push((await feedOf(db, enrolment.personId))[0])
    const move = { breakMinutes: 0, roomId: null, placeNote: 'Testplek' }

    await moveMeeting(db, coordinator, first, { ...move, startsAt: inDays(21), endsAt: later(inDays(21), 4) })
    await look()
    await moveMeeting(db, coordinator, first, {
      ...move,
      placeNote: 'Elders',
      startsAt: inDays(21),
      endsAt: later(inDays(21), 4),
    })
    await look()
    await letEditionGoAhead(db, coordinator, edition)
    await look()
    await cancelMeeting(db, coordinator, first, { reason: 'Ziek' })
    await look()

    expect(new Set(seen.map((event) => event?.uid)).size).toBe(1)
    const sequences = seen.map((event) => event?.sequence ?? -1)
    expect(sequences).toEqual([...new Set(sequences)].sort((one, other) => one - other))
    expect(seen.at(-1)).toMatchObject({ state: 'cancelled', title: 'Vervalt: Lassen', busy: false })
    expect(seen.at(-1)?.lines).toContain('Reden: Ziek')
    // The other one stands as it was.
    expect((await feedOf(db, enrolment.personId))[1]).toMatchObject({ state: 'confirmed', title: 'Lassen' })
  })

  test('does not rise by what is no change of time, place or state', async ({ db }) => {
    const { meetings } = await aPlace(db)
    const { id = 0 } = meetings[0] ?? {}
    await db.updateTable('meeting').set({ breakMinutes: 15 }).where('id', '=', id).execute()
    const { sequence } = await db
      .selectFrom('meeting')
      .select('sequence')
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
    expect(sequence).toBe(0)
  })

  test('that is called off with its whole edition stays in sight, as called off', async ({ db }) => {
    const { coordinator, enrolment, edition } = await aPlace(db)
    const before = await feedOf(db, enrolment.personId)
    await cancelEdition(db, coordinator, edition, { reason: 'Te weinig' })
    const after = await feedOf(db, enrolment.personId)
    expect(after.map(({ uid }) => uid)).toEqual(before.map(({ uid }) => uid))
    expect(after.map(({ state }) => state)).toEqual(['cancelled', 'cancelled'])
    expect(await mailedEvents(db, enrolment.personId, 'enrolment.cancelled')).toMatchObject([
      { status: 'CANCELLED', uid: before[0]?.uid },
      { status: 'CANCELLED', uid: before[1]?.uid },
    ])
  })

  test('is tentative while the team or the coordinator still decides', async ({ db }) => {
    await theTestRegion(db)
    const edition = await anEdition(db)
    const asked = await anEnrolment(db, { editionId: edition.id, status: 'requested' })
    expect(await feedOf(db, asked.personId)).toMatchObject([{ state: 'tentative' }])
    const undecided = await anEdition(db, { minimum: 4 })
    const { personId } = await anEnrolment(db, { editionId: undecided.id })
    expect(await feedOf(db, personId)).toMatchObject([{ state: 'tentative' }])
  })
})

describe('the file that goes along with a mail', () => {
  test('tells of a moved or cancelled meeting that one alone, to participants and trainers', async ({
    db,
  }) => {
    const { coordinator, trainer, enrolment, meetings } = await aPlace(db)
    const [first, second] = meetings
    if (!first || !second) throw new Error('no meetings')
    const uid = first.calendarUid
    await moveMeeting(db, coordinator, first, {
      startsAt: inDays(22),
      endsAt: later(inDays(22), 3),
      breakMinutes: 0,
      roomId: null,
      placeNote: 'Testplek',
    })
    const moved = { uid, sequence: 1, status: 'CONFIRMED', summary: 'Lassen' }
    expect(await mailedEvents(db, enrolment.personId, 'meeting.moved')).toEqual([moved])
    expect(await mailedEvents(db, trainer.id, 'meeting.moved')).toEqual([moved])
    await cancelMeeting(db, coordinator, first, { reason: 'Ziek' })
    const off = { uid, sequence: 2, status: 'CANCELLED', summary: 'Vervalt: Lassen' }
    expect(await mailedEvents(db, enrolment.personId, 'meeting.cancelled')).toEqual([off])
    expect(await mailedEvents(db, trainer.id, 'meeting.cancelled')).toEqual([off])
  })

  test('tells of a meeting that was added, with what it falls together with; leaving is free then', async ({
    db,
  }) => {
    const { coordinator, trainer, enrolment, edition } = await aPlace(db)
    const other = await anEdition(db, { startsAt: inDays(34) })
    await anEnrolment(db, { editionId: other.id, personId: enrolment.personId })
    const input = {
      day: dayFromNow(34),
      startsAt: '00:00',
      endsAt: '23:59',
      breakMinutes: 0,
      placeNote: 'Erbij',
    }
    const { id, told } = await addMeetingAndTell(db, coordinator, edition.id, input)
    expect(told).toBe(1)
    const added = await db.selectFrom('meeting').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
    const event = { uid: added.calendarUid, sequence: 0, status: 'CONFIRMED', summary: 'Lassen' }
    expect(await mailedEvents(db, enrolment.personId, 'meeting.added')).toEqual([event])
    expect(await mailedEvents(db, trainer.id, 'meeting.added')).toEqual([event])
    const mail = (await mails(db)).find(({ reason }) => reason === 'meeting.added')
    expect(mail?.bodyText).toContain('valt samen met')
    const { leaveFreelyUntil } = await db
      .selectFrom('enrolment')
      .select('leaveFreelyUntil')
      .where('id', '=', enrolment.id)
      .executeTakeFirstOrThrow()
    expect(leaveFreelyUntil).toEqual(added.startsAt)
  })

  test('takes a place that was left out of the calendar, and one that comes back into it again', async ({
    db,
  }) => {
    const { enrolment, edition } = await aPlace(db)
    const [given] = await feedOf(db, enrolment.personId)
    await withdraw(db, await actorOf(db, enrolment.personId), enrolment, {})
    const [left] = await mailedEvents(db, enrolment.personId, 'enrolment.withdrawn')
    expect(left).toMatchObject({ uid: given?.uid, status: 'CANCELLED' })
    expect(left?.sequence).toBeGreaterThan(given?.sequence ?? 0)
    expect(await feedOf(db, enrolment.personId)).toEqual([])

    await anEnrolment(db, { editionId: edition.id, personId: enrolment.personId })
    const [again] = await feedOf(db, enrolment.personId)
    expect(again).toMatchObject({ uid: given?.uid, state: 'confirmed' })
    expect(again?.sequence).toBeGreaterThan(left?.sequence ?? 0)
  })

  test('takes the one out and puts the other in for who is moved to another date', async ({ db }) => {
    const { coordinator, enrolment, offering } = await aPlace(db)
    const before = await feedOf(db, enrolment.personId)
    const other = await anEdition(db, { offeringId: offering.id, startsAt: inDays(60) })
    await moveEnrolment(db, coordinator, enrolment, { editionId: other.id, reason: 'Beter zo' })
    const [now, ...gone] = await mailedEvents(db, enrolment.personId, 'enrolment.moved')
    expect(now).toMatchObject({ status: 'CONFIRMED' })
    expect(gone.map(({ uid, status }) => [uid, status])).toEqual(before.map(({ uid }) => [uid, 'CANCELLED']))
  })

  test('is not sent to who only waits', async ({ db }) => {
    const { edition } = await aPlace(db)
    const waiting = await anEnrolment(db, { editionId: edition.id, status: 'waitlisted' })
    expect(await attachmentsOfPlace(db, waiting)).toEqual([])
    await withdraw(db, await actorOf(db, waiting.personId), waiting, {})
    expect(await mailedEvents(db, waiting.personId, 'enrolment.withdrawn')).toEqual([])
  })

  test('says VOORBEELD in a demo region, in its name and in every meeting', async ({ db }) => {
    await theTestRegion(db, { demo: true })
    const { id } = await anEdition(db)
    const enrolment = await anEnrolment(db, { editionId: id })
    const [file] = await attachmentsOfPlace(db, enrolment)
    expect(file?.contentType).toContain('method=PUBLISH')
    expect(file?.content).toMatch(/X-WR-CALNAME:VOORBEELD: /)
    expect(file?.content).toMatch(/SUMMARY:VOORBEELD: /)
  })
})

describe('a feed', () => {
  const tokenOf = (address: string) => /\/agenda\/(.+)\.ics$/.exec(address)?.[1] ?? ''

  test('holds what one attends and what one gives, and nothing of anybody else', async ({ db }) => {
    const { trainer, enrolment, edition } = await aPlace(db)
    const elsewhere = await anEdition(db, { startsAt: inDays(40) })
    await anEnrolment(db, { editionId: elsewhere.id })
    await anEnrolment(db, { editionId: elsewhere.id, personId: enrolment.personId, status: 'waitlisted' })
    await anEnrolment(db, { editionId: elsewhere.id, personId: trainer.id })

    const attended = await feedOf(db, enrolment.personId)
    expect(attended.map(({ page }) => page)).toEqual(
      Array(2).fill(`http://localhost:3000/mijn/inschrijvingen/${enrolment.id}`),
    )
    const given = await feedOf(db, trainer.id)
    expect(given.map(({ page }) => page.split('/').slice(3).join('/'))).toEqual([
      `lesgeven/uitvoeringen/${edition.id}`,
      `lesgeven/uitvoeringen/${edition.id}`,
      expect.stringMatching(/^mijn\/inschrijvingen\//),
    ])
    expect(await feedOf(db, (await aPerson(db)).id)).toEqual([])
  })

  test('opens by its address until it is replaced or stopped; a forged one opens nothing', async ({ db }) => {
    const { enrolment } = await aPlace(db)
    const actor = await actorOf(db, enrolment.personId)
    const of = { personId: actor.personId }
    expect(await renewFeed(db, actor, of)).toEqual({ replaced: false })
    const first = tokenOf((await findFeedOfPerson(db, actor.personId))?.address ?? '')
    expect(await findFeed(db, first)).toMatchObject({ owner: of })

    const id = first.split('.')[0]
    for (const forged of [
      '',
      id,
      `${id}.`,
      `${id}.${'a'.repeat(32)}`,
      `${Number(id) + 1}.${first.split('.')[1]}`,
    ]) {
      expect(await findFeed(db, forged ?? '')).toBeUndefined()
    }
    expect(await renewFeed(db, actor, of)).toEqual({ replaced: true })
    const second = tokenOf((await findFeedOfPerson(db, actor.personId))?.address ?? '')
    expect(await findFeed(db, first)).toBeUndefined()
    expect(await findFeed(db, second)).toMatchObject({ owner: of })
    await stopFeed(db, actor, of)
    expect(await findFeed(db, second)).toBeUndefined()
    expect(await findFeedOfPerson(db, actor.personId)).toBeNull()
  })

  test('asked for twice at once is one that holds, and nobody else asks for it', async ({ db }) => {
    const person = await aPerson(db)
    const actor = await actorOf(db, person.id)
    await Promise.all([1, 2, 3].map(() => renewFeed(db, actor, { personId: person.id })))
    const feeds = await db.selectFrom('calendarFeed').select('revokedAt').execute()
    expect(feeds.filter(({ revokedAt }) => revokedAt === null)).toHaveLength(1)
    const other = await actorOf(db, (await aPerson(db)).id)
    await expect(renewFeed(db, other, { personId: person.id })).rejects.toMatchObject({ status: 403 })
    await expect(stopFeed(db, other, { personId: person.id })).rejects.toMatchObject({ status: 403 })
    await expect(renewFeed(db, other, { roomId: (await aRoom(db)).id })).rejects.toMatchObject({
      status: 403,
    })
  })

  test('of a closed account is dead; of one that was merged it goes on as the other', async ({ db }) => {
    await theTestRegion(db)
    const coordinator = await aCoordinator(db)
    const [kept, merged] = [await aPerson(db), await aPerson(db)]
    await renewFeed(db, await actorOf(db, merged.id), { personId: merged.id })
    const token = tokenOf((await findFeedOfPerson(db, merged.id))?.address ?? '')
    await db.updateTable('person').set({ deactivatedAt: now() }).where('id', '=', merged.id).execute()
    expect(await findFeed(db, token)).toBeUndefined()
    await db.updateTable('person').set({ deactivatedAt: null }).where('id', '=', merged.id).execute()
    await mergePeople(db, coordinator, { keptId: kept.id, mergedId: merged.id })
    expect(await findFeed(db, token)).toMatchObject({ owner: { personId: kept.id } })
  })

  test('of a room holds what happens there, with who gives it, and no participants', async ({ db }) => {
    const { coordinator, trainer, meetings, enrolment } = await aPlace(db)
    const room = await aRoom(db)
    const { id = 0 } = meetings[0] ?? {}
    await db.updateTable('meeting').set({ roomId: room.id }).where('id', '=', id).execute()
    await db
      .insertInto('meetingTrainer')
      .values({ meetingId: id, personId: trainer.id, during: 'empty' })
      .execute()
    await renewFeed(db, coordinator, { roomId: room.id })
    const feed = await db.selectFrom('calendarFeed').select('id').executeTakeFirstOrThrow()
    const found = await findFeed(db, tokenOf(addressOfFeed(feed)))
    if (!found) throw new Error('no feed')
    const calendar = await calendarOfFeed(db, found.owner)
    expect(calendar.events).toHaveLength(1)
    const file = calendarFile(calendar).replaceAll('\r\n ', '')
    expect(file).toContain(`Trainer: ${trainer.name}`)
    expect(file).toContain(`LOCATION:${room.name}\\, `)
    const { name } = await db
      .selectFrom('person')
      .select('name')
      .where('id', '=', enrolment.personId)
      .executeTakeFirstOrThrow()
    expect(file).not.toContain(name)
  })
})

test('the calendar of the catalogue shows what is published and open, called off too, within the filter', async ({
  db,
}) => {
  await theTestRegion(db)
  const coordinator = await aCoordinator(db)
  const offering = await anOffering(db, { title: 'Cobots' })
  await anEdition(db, { offeringId: offering.id, startsAt: inDays(10) })
  const off = await anEdition(db, { offeringId: offering.id, startsAt: inDays(11) })
  await cancelEdition(db, coordinator, off, { reason: 'Te weinig' })
  await anEdition(db, { offeringId: offering.id, startsAt: inDays(12), status: 'planned' })
  const draft = await anOffering(db, { status: 'draft' })
  await anEdition(db, { offeringId: draft.id })

  const all = await calendarOfCatalogue(db, noFilter)
  expect(all.events.map(({ title, state }) => [title, state])).toEqual([
    ['Cobots', 'confirmed'],
    ['Vervalt: Cobots', 'cancelled'],
  ])
  expect((await calendarOfCatalogue(db, { ...noFilter, project: 6, search: 'cobots' })).events).toHaveLength(
    2,
  )
  expect((await calendarOfCatalogue(db, { ...noFilter, project: 4 })).events).toEqual([])
  expect((await calendarOfCatalogue(db, { ...noFilter, profile: 'PIE' })).events).toEqual([])
})
