import { sql } from 'kysely'
import { describe, expect } from 'vitest'
import { answerContributions } from '#app/features/contributions/answer-contributions.server.ts'
import { askForSignatures, sendRequest } from '#app/features/contributions/ask-signatures.server.ts'
import { changeRate } from '#app/features/contributions/change-rate.server.ts'
import { confirmHalfAnswered } from '#app/features/contributions/confirm-answers.server.ts'
import {
  listContributionsOf,
  totalContributions,
} from '#app/features/contributions/contribution-queries.server.ts'
import {
  findMeetingSource,
  listProposals,
} from '#app/features/contributions/meeting-contribution-queries.server.ts'
import {
  confirmProposals,
  recordContribution,
} from '#app/features/contributions/record-meeting-contributions.server.ts'
import { setContact } from '#app/features/contributions/set-contact.server.ts'
import {
  correctContribution,
  settleContribution,
} from '#app/features/contributions/settle-contribution.server.ts'
import {
  confirmContribution,
  withdrawContribution,
} from '#app/features/contributions/withdraw-contribution.server.ts'
import { cancelMeeting } from '#app/features/enrolment/cancel-meeting.server.ts'
import { runJob } from '#app/jobs.server.ts'
import { now, setClock } from '#app/platform/clock.ts'
import type { Db } from '#db/client.server.ts'
import {
  aCoordinator,
  actorOf,
  aMeeting,
  aMembership,
  anEdition,
  anOrganisation,
  aPerson,
  aRoom,
  aTeacher,
  dayFromNow,
  theTestRegion,
} from '#tests/support/builders.ts'
import { aCompany, anAskedCompany, aPastMeeting, aWaitingLine, lineOf } from '#tests/support/contributions.ts'
import { test } from '#tests/support/database.ts'
import { linkMailedTo, mails } from '#tests/support/mail.ts'
import { warmUp } from '#tests/support/without-locks.ts'

const signature = { name: 'Sanne Tekenaar', role: 'eigenaar' }
const hours = (minutes: number) => ({ kind: 'hours' as const, minutes })
const valuesIn = (db: Db) => db.selectFrom('contributionValue').selectAll().orderBy('id').execute()
const counted = async (db: Db) => (await valuesIn(db)).filter(({ counts }) => counts)

describe('what a meeting records', () => {
  test('the facts propose hours and a hall; confirmed twice, or by two at once, they are there once', async ({
    db,
  }) => {
    await theTestRegion(db)
    const company = await aCompany(db)
    const trainer = await aPerson(db, { givenName: 'Jan', familyName: 'Lasser' })
    await aMembership(db, { personId: trainer.id, organisationId: company.id, role: 'trainer' })
    const meeting = await aPastMeeting(db, { trainerId: trainer.id })
    const room = await aRoom(db)
    await sql`update organisation set is_partner = true where id =
      (select organisation_id from site where id = ${room.siteId})`.execute(db)
    await db
      .updateTable('meeting')
      .set({ roomId: room.id, breakMinutes: 30 })
      .where('id', '=', meeting.id)
      .execute()
    const source = (await findMeetingSource(db, meeting.id))!
    const proposals = await listProposals(db, source)
    expect(proposals).toMatchObject([
      {
        entryKey: `trainer:${trainer.id}`,
        minutes: 210,
        what: 'Les door Jan Lasser',
        organisationId: company.id,
      },
      { entryKey: `room:${room.id}`, kind: 'facility', cents: null },
    ])
    const actor = await actorOf(db, trainer.id)
    const amounts = new Map([[`trainer:${trainer.id}`, hours(210)]])
    await warmUp(db)
    const recorded = await Promise.all(
      Array.from({ length: 4 }, () => confirmProposals(db, actor, meeting.id, amounts)),
    )
    expect(recorded.toSorted()).toEqual([0, 0, 0, 1])
    const lines = await listContributionsOf(db, { kind: 'meeting', id: meeting.id })
    expect(lines).toMatchObject([
      { state: 'waits_for_signature', minutes: 210, centsPerHour: 6_000, cents: 21_000, projectNumber: 6 },
    ])
    expect(await listProposals(db, source)).toHaveLength(1)
    expect(
      await db.selectFrom('journal').select('action').where('action', '=', 'contribution.record').execute(),
    ).toHaveLength(1)
  })

  test('a form sent twice adds one line; a trainer of another edition may not', async ({ db }) => {
    await theTestRegion(db)
    const company = await aCompany(db)
    const trainer = await aPerson(db)
    const meeting = await aPastMeeting(db, { trainerId: trainer.id })
    const actor = await actorOf(db, trainer.id)
    const input = {
      once: 'form-number-1',
      organisationId: company.id,
      what: 'Lasdraad',
      amount: { kind: 'material' as const, cents: 12_500 },
    }
    expect(await recordContribution(db, actor, meeting.id, input)).toBe(true)
    expect(await recordContribution(db, actor, meeting.id, input)).toBe(false)
    const elsewhere = await actorOf(db, (await aPerson(db)).id)
    await expect(
      recordContribution(db, elsewhere, meeting.id, { ...input, once: 'form-number-2' }),
    ).rejects.toThrow()
    expect(await valuesIn(db)).toMatchObject([{ cents: 12_500, minutes: 0, kind: 'material', counts: false }])
  })

  test('nothing is recorded before the day, nor for a meeting that was called off', async ({ db }) => {
    await theTestRegion(db)
    const company = await aCompany(db)
    const coordinator = await aCoordinator(db)
    const edition = await anEdition(db)
    const { id } = await db
      .selectFrom('meeting')
      .select('id')
      .where('editionId', '=', edition.id)
      .executeTakeFirstOrThrow()
    const input = { once: 'form-number-1', organisationId: company.id, what: 'Hal', amount: hours(60) }
    await expect(recordContribution(db, coordinator, id, input)).rejects.toThrow('vanaf de dag')
    await db.updateTable('meeting').set({ status: 'cancelled' }).where('id', '=', id).execute()
    await expect(recordContribution(db, coordinator, id, input)).rejects.toThrow('ging niet door')
  })

  test('a line keeps the rate of its day, whatever the rate becomes', async ({ db }) => {
    await theTestRegion(db)
    const company = await aCompany(db)
    const line = await aWaitingLine(db, { organisationId: company.id })
    const coordinator = await aCoordinator(db)
    await changeRate(db, coordinator, { validFrom: dayFromNow(-30), centsPerHour: 7_500 })
    const later = await aWaitingLine(db, { organisationId: company.id })
    expect([(await lineOf(db, line.id)).cents, later.cents]).toEqual([12_000, 15_000])
    const early = await aWaitingLine(db, { organisationId: company.id, daysAgo: 40 })
    expect(early.cents).toBe(12_000)
    await expect(
      changeRate(db, await aTeacher(db), { validFrom: '2026-01-01', centsPerHour: 1 }),
    ).rejects.toThrow()
  })

  test('whoever recorded a line may withdraw it until it is answered', async ({ db }) => {
    const { lines, token, coordinator } = await anAskedCompany(db)
    const [first, second] = lines
    await expect(withdrawContribution(db, await aTeacher(db), first!.id, { reason: 'Zo.' })).rejects.toThrow()
    await withdrawContribution(db, coordinator, first!.id, { reason: 'Dubbel.' })
    await answerContributions(db, token, signature, { act: 'agree', lines: [second!] })
    await expect(withdrawContribution(db, coordinator, second!.id, { reason: 'Toch niet.' })).rejects.toThrow(
      'al beantwoord',
    )
  })
})

describe('a meeting that is changed', () => {
  test('puts its unsigned lines to the side until somebody says they hold; signed ones stay', async ({
    db,
  }) => {
    await theTestRegion(db)
    const company = await aCompany(db)
    const coordinator = await aCoordinator(db)
    const meeting = await aPastMeeting(db)
    const line = await aWaitingLine(db, { organisationId: company.id, meetingId: meeting.id })
    const signed = await aWaitingLine(db, { organisationId: company.id, meetingId: meeting.id })
    await sendRequest(db, coordinator, company.id)
    const token = (await linkMailedTo(db, company.signer.address)).split('/').at(-1) ?? ''
    await answerContributions(db, token, signature, { act: 'agree', lines: [signed] })
    const startsAt = new Date(meeting.startsAt.getTime() - 86_400_000)
    await db
      .updateTable('meeting')
      .set({ startsAt, endsAt: new Date(startsAt.getTime() + 3_600_000) })
      .where('id', '=', meeting.id)
      .execute()
    expect(await lineOf(db, line.id)).toMatchObject({ toCheck: 'moved', state: 'waits_for_signature' })
    expect(await lineOf(db, signed.id)).toMatchObject({ toCheck: null, state: 'signed', day: signed.day })
    expect(await answerContributions(db, token, signature, { act: 'agree', lines: [line] })).toMatchObject({
      answered: 0,
      changed: 1,
    })
    await confirmContribution(db, coordinator, line.id)
    const now = await lineOf(db, line.id)
    expect(now).toMatchObject({ toCheck: null, day: dayFromNow(-3), cents: line.cents })
    expect(await answerContributions(db, token, signature, { act: 'agree', lines: [now] })).toMatchObject({
      answered: 1,
    })
  })

  test('called off on the day itself, its lines are not asked for', async ({ db }) => {
    await theTestRegion(db)
    const company = await aCompany(db)
    const coordinator = await aCoordinator(db)
    const edition = await anEdition(db, { startsAt: new Date(now().getTime() - 3_600_000) })
    await aMeeting(db, { editionId: edition.id })
    const { id: meetingId } = await db
      .selectFrom('meeting')
      .select('id')
      .where('editionId', '=', edition.id)
      .orderBy('startsAt')
      .executeTakeFirstOrThrow()
    const line = await aWaitingLine(db, { organisationId: company.id, meetingId })
    await cancelMeeting(db, coordinator, { id: meetingId }, { reason: 'Ziek.' })
    expect(await lineOf(db, line.id)).toMatchObject({ toCheck: 'cancelled' })
    await expect(sendRequest(db, coordinator, company.id)).rejects.toThrow('wacht er niets')
  })
})

describe('what was signed', () => {
  test('never changes, and is never deleted; without the guard it would', async ({ db }) => {
    const { lines, token } = await anAskedCompany(db, 1)
    const { id } = lines[0]!
    await answerContributions(db, token, signature, { act: 'agree', lines })
    const changes = [
      sql`update contribution set cents = 1200, minutes = 12 where id = ${id}`,
      sql`update contribution set what = 'Iets anders' where id = ${id}`,
      sql`update contribution set day = day - 1 where id = ${id}`,
      sql`update contribution set read_text = 'Iets anders' where id = ${id}`,
      sql`update contribution set signer_name = 'Iemand anders' where id = ${id}`,
      sql`update contribution set answered_at = now() where id = ${id}`,
      sql`update contribution set state = 'waits_for_signature', answered_at = null, request_id = null,
        read_text = null, read_hash = null where id = ${id}`,
      sql`delete from contribution where id = ${id}`,
    ]
    const before = await lineOf(db, id)
    for (const change of changes) await expect(change.execute(db)).rejects.toThrow(/change|deleted/)
    expect(await lineOf(db, id)).toEqual(before)
    // The control: it is the trigger that held them.
    await sql`alter table contribution disable trigger contribution_keep`.execute(db)
    for (const change of changes) await expect(change.execute(db)).resolves.toBeDefined()
  })

  test('is the text that was read, with its hash, the name and the time', async ({ db }) => {
    const { lines, token } = await anAskedCompany(db, 1)
    await answerContributions(db, token, signature, { act: 'agree', lines })
    expect(await lineOf(db, lines[0]!.id)).toMatchObject({
      state: 'signed',
      signerName: 'Sanne Tekenaar',
      signerRole: 'eigenaar',
      readHash: lines[0]!.hash,
    })
  })

  test('is what was read: a line that says something else by then is not signed', async ({ db }) => {
    const { lines, token } = await anAskedCompany(db)
    await sql`update organisation set name = name || ' BV' where id = ${lines[0]!.organisationId}`.execute(db)
    expect(await answerContributions(db, token, signature, { act: 'agree', lines })).toEqual({
      answered: 0,
      already: 0,
      changed: 2,
    })
    const now = await Promise.all(lines.map(({ id }) => lineOf(db, id)))
    expect(await answerContributions(db, token, signature, { act: 'agree', lines: now })).toMatchObject({
      answered: 2,
    })
  })

  test('is signed once, however often and by however many it is pressed', async ({ db }) => {
    const { lines, token } = await anAskedCompany(db, 3)
    await warmUp(db)
    const outcomes = await Promise.all(
      Array.from({ length: 6 }, (_, index) =>
        answerContributions(db, token, { name: `Tekenaar ${index}` }, { act: 'agree', lines }),
      ),
    )
    expect(outcomes.reduce((sum, { answered }) => sum + answered, 0)).toBe(3)
    expect(outcomes.reduce((sum, { already }) => sum + already, 0)).toBe(15)
    const noted = await db
      .selectFrom('journal')
      .select('id')
      .where('action', '=', 'contribution.answer')
      .execute()
    expect(noted).toHaveLength(3)
    expect((await mails(db)).filter(({ reason }) => reason === 'contribution.answered')).toHaveLength(1)
  })

  test('and refused at once by somebody else: one of the two stands', async ({ db }) => {
    const { lines, token } = await anAskedCompany(db, 1)
    const line = lines[0]!
    await warmUp(db)
    const outcomes = await Promise.all([
      answerContributions(db, token, signature, { act: 'agree', lines }),
      answerContributions(db, token, signature, { act: 'refuse', line, reason: 'Nee.' }),
      answerContributions(db, token, signature, { act: 'correct', line, amount: '1 uur' }),
    ])
    expect(outcomes.map(({ answered }) => answered).toSorted()).toEqual([0, 0, 1])
  })
})

describe('a correction', () => {
  test('by the company is a new line, signed by that act; it counts once a coordinator took it over', async ({
    db,
  }) => {
    const { lines, token, coordinator } = await anAskedCompany(db, 1)
    const line = lines[0]!
    await expect(
      answerContributions(db, token, signature, { act: 'correct', line, amount: '2 uur' }),
    ).rejects.toThrow('hetzelfde aantal')
    await expect(
      answerContributions(db, token, signature, { act: 'correct', line, amount: 'veel' }),
    ).rejects.toThrow('aantal uren')
    await answerContributions(db, token, signature, { act: 'correct', line, amount: '1,5 uur' })
    const [old, own] = await valuesIn(db)
    expect([old, own]).toMatchObject([
      { id: line.id, state: 'corrected', minutes: 120, counts: false },
      { chainId: line.id, state: 'signed', minutes: 90, cents: 9_000, counts: false },
    ])
    expect((await totalContributions(db, {})).toSettle).toBe(1)
    await settleContribution(db, coordinator, own!.id!, {})
    expect(await counted(db)).toMatchObject([{ id: own!.id, cents: 9_000 }])
    await expect(settleContribution(db, coordinator, own!.id!, {})).rejects.toThrow('al iets mee gedaan')
  })

  test('by a coordinator waits for its own signature; the old one counts until then', async ({ db }) => {
    const { lines, token, coordinator, company } = await anAskedCompany(db, 1)
    await answerContributions(db, token, signature, { act: 'agree', lines })
    const change = { amount: hours(60), reason: 'Eén uur was pauze.' }
    const ids = await Promise.allSettled([
      correctContribution(db, coordinator, lines[0]!.id, change),
      correctContribution(db, coordinator, lines[0]!.id, change),
    ])
    expect(ids.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    expect(await counted(db)).toMatchObject([{ id: lines[0]!.id, cents: 12_000 }])
    const [newer] = (await valuesIn(db)).filter(({ state }) => state === 'waits_for_signature')
    const again = await lineOf(db, newer!.id!)
    expect(again).toMatchObject({ replacesId: lines[0]!.id, organisationId: company.id })
    // The link of this month shows it too, although it was sent before.
    await answerContributions(db, token, signature, { act: 'agree', lines: [again] })
    expect(await counted(db)).toMatchObject([{ id: again.id, cents: 6_000 }])
  })

  test('of a refusal is a new line; a refusal put away with a note stays refused', async ({ db }) => {
    const { lines, token, coordinator } = await anAskedCompany(db, 2)
    for (const line of lines) {
      await answerContributions(db, token, signature, { act: 'refuse', line, reason: 'Niet van ons.' })
    }
    expect((await totalContributions(db, { state: 'to_settle' })).rows).toBe(2)
    await settleContribution(db, coordinator, lines[0]!.id, { note: 'Gebeld.' })
    await correctContribution(db, coordinator, lines[1]!.id, { amount: hours(60), reason: 'Gebeld.' })
    expect((await totalContributions(db, {})).toSettle).toBe(0)
    expect(await counted(db)).toEqual([])
  })
})

describe('the monthly link', () => {
  /** On the third of next month everything of this month is asked for. */
  const startOfNextMonth = () => {
    const day = new Date(now())
    day.setUTCMonth(day.getUTCMonth() + 1, 3)
    return day
  }

  test('goes out once an organisation and month, whoever runs it and however often', async ({ db }) => {
    await theTestRegion(db)
    const companies = [await aCompany(db), await aCompany(db), await aCompany(db)]
    for (const { id } of companies) await aWaitingLine(db, { organisationId: id })
    setClock(startOfNextMonth())
    await warmUp(db)
    const asked = await Promise.all([askForSignatures(db), askForSignatures(db), askForSignatures(db)])
    expect(asked.reduce((sum, count) => sum + count, 0)).toBe(3)
    expect(await askForSignatures(db)).toBe(0)
    expect((await mails(db)).map(({ recipient }) => recipient).toSorted()).toEqual(
      companies.map(({ signer }) => signer.address).toSorted(),
    )
    expect(await db.selectFrom('linkToken').selectAll().execute()).toHaveLength(3)
  })

  test('would go out more than once without the rule that a month has one', async ({ db }) => {
    await theTestRegion(db)
    const company = await aCompany(db)
    await aWaitingLine(db, { organisationId: company.id })
    setClock(startOfNextMonth())
    // The control: a rule under the same name that never says no.
    await sql`alter table contribution_request drop constraint contribution_request_once,
      add constraint contribution_request_once unique (organisation_id, month, id)`.execute(db)
    await warmUp(db)
    await Promise.all(Array.from({ length: 8 }, () => askForSignatures(db)))
    const { length } = await db.selectFrom('contributionRequest').selectAll().execute()
    expect(length).toBeGreaterThan(1)
  })

  test('killed halfway leaves nothing half; the next run does the rest', async ({ db }) => {
    await theTestRegion(db)
    const companies = [await aCompany(db), await aCompany(db), await aCompany(db)]
    for (const { id } of companies) await aWaitingLine(db, { organisationId: id })
    setClock(startOfNextMonth())
    await sql`create function break_off() returns trigger language plpgsql as $$
      begin if new.recipient = ${sql.lit(companies[1]!.signer.address)} then raise exception 'broken off'; end if;
      return new; end $$`.execute(db)
    await sql`create trigger break_off before insert on outbox for each row execute function break_off()`.execute(
      db,
    )
    await expect(askForSignatures(db)).rejects.toThrow('broken off')
    expect(await db.selectFrom('contributionRequest').selectAll().execute()).toHaveLength(1)
    expect(await db.selectFrom('linkToken').selectAll().execute()).toHaveLength(1)
    await sql`drop trigger break_off on outbox`.execute(db)
    expect(await askForSignatures(db)).toBe(2)
    expect(await mails(db)).toHaveLength(3)
  })

  test('asks only for the months before', async ({ db }) => {
    await theTestRegion(db)
    const company = await aCompany(db)
    const third = startOfNextMonth()
    setClock(third)
    await aWaitingLine(db, { organisationId: company.id, daysAgo: 1 })
    expect(await askForSignatures(db)).toBe(0)
    await aWaitingLine(db, { organisationId: company.id, daysAgo: 10 })
    expect(await askForSignatures(db)).toBe(1)
    expect((await mails(db))[0]?.bodyText).toContain('1 regel')
  })

  test('goes to who signs, else to who administers, else to the address that a coordinator keeps', async ({
    db,
  }) => {
    await theTestRegion(db)
    const coordinator = await aCoordinator(db)
    const { id } = await anOrganisation(db, { kinds: ['company'] })
    await aWaitingLine(db, { organisationId: id })
    const lastTo = async () => (await mails(db)).at(-1)?.recipient
    const send = async () => {
      setClock(new Date(now().getTime() + 120_000))
      await sendRequest(db, coordinator, id)
    }
    await expect(sendRequest(db, coordinator, id)).rejects.toThrow('kan niemand tekenen')
    expect(await askForSignatures(db)).toBe(0)
    await setContact(db, coordinator, id, { name: 'Hilde Kamp', email: 'hilde@bedrijf.example' })
    await send()
    expect(await lastTo()).toBe('hilde@bedrijf.example')
    const admin = await aPerson(db)
    await aMembership(db, { personId: admin.id, organisationId: id, role: 'company_admin' })
    await send()
    expect(await lastTo()).toBe(admin.address)
    const signer = await aPerson(db)
    await aMembership(db, { personId: signer.id, organisationId: id, role: 'contribution_signer' })
    await send()
    expect(await lastTo()).toBe(signer.address)
    await expect(sendRequest(db, coordinator, id)).rejects.toThrow('net verstuurd')
  })

  test('sent again leaves what was signed, and the link that was sent first still works', async ({ db }) => {
    const { lines, token, coordinator, company } = await anAskedCompany(db)
    await answerContributions(db, token, signature, { act: 'agree', lines: [lines[0]!] })
    setClock(new Date(now().getTime() + 3_600_000))
    await sendRequest(db, coordinator, company.id)
    expect(await lineOf(db, lines[0]!.id)).toMatchObject({ state: 'signed' })
    expect(
      await answerContributions(db, token, signature, { act: 'agree', lines: [lines[1]!] }),
    ).toMatchObject({
      answered: 1,
    })
  })

  test('dies with the role of who got it, with its term, and with the address it went to', async ({ db }) => {
    const { lines, token, company, coordinator } = await anAskedCompany(db)
    const agree = (given: string) =>
      answerContributions(db, given, signature, { act: 'agree', lines: [lines[0]!] })
    await expect(agree(`${token.slice(0, -1)}x`)).rejects.toThrow('werkt niet meer')
    await db
      .updateTable('membership')
      .set({ endsOn: dayFromNow(-1) })
      .where('personId', '=', company.signer.id)
      .execute()
    await expect(agree(token)).rejects.toThrow('werkt niet meer')
    await setContact(db, coordinator, company.id, { name: 'Hilde', email: 'hilde@bedrijf.example' })
    setClock(new Date(now().getTime() + 3_600_000))
    await sendRequest(db, coordinator, company.id)
    const mailed = (await linkMailedTo(db, 'hilde@bedrijf.example')).split('/').at(-1) ?? ''
    await setContact(db, coordinator, company.id, { name: 'Joost', email: 'joost@bedrijf.example' })
    await expect(agree(mailed)).rejects.toThrow('werkt niet meer')
    setClock(new Date(now().getTime() + 3_600_000))
    await sendRequest(db, coordinator, company.id)
    const last = (await linkMailedTo(db, 'joost@bedrijf.example')).split('/').at(-1) ?? ''
    setClock(new Date(now().getTime() + 61 * 86_400_000))
    await expect(agree(last)).rejects.toThrow('werkt niet meer')
    setClock(new Date(now().getTime() - 2 * 86_400_000))
    expect(await agree(last)).toMatchObject({ answered: 1 })
  })

  test('names only its own organisation’s lines', async ({ db }) => {
    const mine = await anAskedCompany(db)
    const theirs = await anAskedCompany(db)
    await expect(
      answerContributions(db, mine.token, signature, {
        act: 'agree',
        lines: [mine.lines[0]!, theirs.lines[0]!],
      }),
    ).rejects.toThrow('hoort niet bij deze link')
    expect((await valuesIn(db)).every(({ state }) => state === 'waits_for_signature')).toBe(true)
    // The control: the same answer by the link of that company is taken.
    expect(
      await answerContributions(db, theirs.token, signature, { act: 'agree', lines: [theirs.lines[0]!] }),
    ).toMatchObject({ answered: 1 })
  })

  test('is confirmed by mail when all is answered, and an hour after who stopped halfway', async ({ db }) => {
    const { lines, token } = await anAskedCompany(db, 3)
    const confirmations = async () =>
      (await mails(db)).filter(({ reason }) => reason === 'contribution.answered')
    await answerContributions(db, token, signature, {
      act: 'refuse',
      line: lines[0]!,
      reason: 'Niet van ons.',
    })
    expect(await confirmHalfAnswered(db)).toBe(0)
    setClock(new Date(now().getTime() + 3_700_000))
    expect(await confirmHalfAnswered(db)).toBe(1)
    expect(await confirmHalfAnswered(db)).toBe(0)
    expect((await confirmations())[0]?.bodyText).toContain('Niet van ons.')
    setClock(new Date(now().getTime() + 60_000))
    await answerContributions(db, token, signature, { act: 'agree', lines: lines.slice(1) })
    const [, second] = await confirmations()
    expect(second?.bodyText).toContain('2 regels')
    expect(second?.bodyText).not.toContain('Niet van ons.')
  })
})

test('after ten years the name of who signed is wiped, and nothing else', async ({ db }) => {
  const { lines, token } = await anAskedCompany(db, 1)
  await answerContributions(db, token, signature, { act: 'agree', lines })
  const signed = await lineOf(db, lines[0]!.id)
  setClock(new Date(now().getTime() + 3_650 * 86_400_000))
  await runJob(db, 'delete-what-has-had-its-time')
  expect(await lineOf(db, signed.id)).toEqual(signed)
  setClock(new Date(now().getTime() + 5 * 86_400_000))
  await runJob(db, 'delete-what-has-had-its-time')
  expect(await lineOf(db, signed.id)).toEqual({ ...signed, signerName: null, signerRole: null })
})

test('totals add up to their rows, by state, organisation and month', async ({ db }) => {
  const one = await anAskedCompany(db, 3)
  const other = await anAskedCompany(db, 2)
  await answerContributions(db, one.token, signature, { act: 'agree', lines: one.lines.slice(0, 2) })
  const all = await totalContributions(db, {})
  expect(all).toMatchObject({
    rows: 5,
    counts: { lines: 2, minutes: 240, cents: 24_000 },
    waits: { lines: 3, minutes: 360, cents: 36_000 },
  })
  const parts = await Promise.all(
    [one, other].map(({ company }) => totalContributions(db, { organisationId: company.id })),
  )
  expect(parts.reduce((sum, { counts }) => sum + counts.cents, 0)).toBe(all.counts.cents)
  expect((await totalContributions(db, { state: 'counts' })).rows).toBe(2)
  expect((await totalContributions(db, { month: '2001-01' })).rows).toBe(0)
  const { rows } = await sql<{ broken: number }>`select count(*) as broken from contribution
    where kind = 'hours' and cents <> round(minutes * cents_per_hour / 60.0)`.execute(db)
  expect(rows).toEqual([{ broken: 0 }])
})

test('the database refuses a line that does not add up', async ({ db }) => {
  await theTestRegion(db)
  const company = await aCompany(db)
  const line = await aWaitingLine(db, { organisationId: company.id })
  const insert = (cents: number) =>
    sql`insert into contribution (chain_id, organisation_id, project_number, source_kind, source_id, source_words,
        entry_key, kind, what, day, minutes, cents_per_hour, cents)
      values (0, ${line.organisationId}, 6, 'meeting', 1, '', 'x', 'hours', 'x', '2026-01-01', 60, 6000, ${cents})`
  await expect(insert(5_999).execute(db)).rejects.toThrow('contribution_value')
  await expect(insert(6_000).execute(db)).resolves.toBeDefined()
})
