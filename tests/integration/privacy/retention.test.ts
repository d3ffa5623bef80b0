import { expect } from 'vitest'
import { checkIn } from '#app/features/check-in/check-in.server.ts'
import { stepAt } from '#app/features/check-in/check-in.ts'
import { codeOfStep } from '#app/features/check-in/check-in-code.server.ts'
import { secretOf } from '#app/features/check-in/check-in-secret.server.ts'
import { enrolWithoutAccount } from '#app/features/enrolment/enrol-without-account.server.ts'
import { expireHolds } from '#app/features/enrolment/expire-holds.server.ts'
import { correctPerson } from '#app/features/people/correct-person.server.ts'
import { createPerson } from '#app/features/people/create-person.server.ts'
import { previewWhatHasHadItsTime } from '#app/features/privacy/delete-what-has-had-its-time.server.ts'
import { retention, terms } from '#app/features/privacy/retention.ts'
import { runJob } from '#app/jobs.server.ts'
import { createLinkToken } from '#app/platform/authentication/link-token.server.ts'
import { dayOf, now, setClock } from '#app/platform/clock.ts'
import { text } from '#app/platform/mail/mail.ts'
import { mailAddress } from '#app/platform/mail/queue-mail.server.ts'
import { type Db, inTransaction } from '#db/client.server.ts'
import {
  aCoordinator,
  anEdition,
  anEnrolment,
  anOrganisation,
  aPerson,
  theTestRegion,
} from '#tests/support/builders.ts'
import { test } from '#tests/support/database.ts'

const job = (db: Db) => runJob(db, 'delete-what-has-had-its-time')
const days = (amount: number) => new Date(now().getTime() + amount * 86_400_000)

/** Asks for a place by a form, as a visitor; returns whose it is. */
async function visitorWho(db: Db, email: string): Promise<number> {
  const edition = await anEdition(db)
  const { id: organisationId } = await anOrganisation(db)
  const who = { givenName: 'Noor', familyName: 'Proef', email, organisationId, role: 'teacher' as const }
  await enrolWithoutAccount(db, edition, who, email)
  const row = await db
    .selectFrom('emailAddress')
    .select('personId')
    .where('address', '=', email)
    .executeTakeFirstOrThrow()
  return row.personId
}

const ids = async (db: Db, among: number[]) =>
  (await db.selectFrom('person').select('id').where('id', 'in', among).orderBy('id').execute()).map(
    ({ id }) => id,
  )

test('what goes tonight can be seen before, and looking changes nothing', async ({ db }) => {
  await theTestRegion(db)
  const { id: personId } = await aPerson(db)
  const { id: viewerId } = await aPerson(db)
  const view = (ago: number) => ({
    personId,
    viewerId,
    what: 'dossier' as const,
    day: dayOf(days(-ago)),
    viewedAt: days(-ago),
  })
  await db
    .insertInto('dossierView')
    .values([view(1), view(800), view(900)])
    .execute()
  const preview = await previewWhatHasHadItsTime(db)
  expect(preview).toMatchObject({ views: 2, mails: 0, unconfirmedPeople: 0 })
  expect(Object.keys(preview).sort()).toEqual(terms.map(({ key }) => key).sort())
  const left = () => db.selectFrom('dossierView').select('id').execute()
  expect(await left()).toHaveLength(3)
  await job(db)
  expect(await left()).toHaveLength(1)
  expect((await previewWhatHasHadItsTime(db)).views).toBe(0)
})

test('who never confirmed is forgotten, and nobody else', async ({ db }) => {
  await theTestRegion(db)
  const coordinator = await aCoordinator(db)
  const never = await visitorWho(db, 'nooit@school.example')
  const confirmed = await visitorWho(db, 'wel@school.example')
  const corrected = await visitorWho(db, 'verbeterd@school.example')
  await db.updateTable('emailAddress').set({ confirmedAt: now() }).where('personId', '=', confirmed).execute()
  await correctPerson(db, coordinator, { personId: corrected }, { givenName: 'Nora', familyName: 'Proef' })
  const { personId: entered } = await inTransaction(db, (trx) =>
    createPerson(trx, coordinator, {
      givenName: 'Door',
      familyName: 'Bureau',
      address: 'bureau@school.example',
    }),
  )
  const all = [never, confirmed, corrected, entered]
  setClock(days(2))
  await expireHolds(db)
  await job(db)
  expect(await ids(db, all)).toEqual(all)
  setClock(days(retention.unconfirmedPersonDays))
  await job(db)
  await job(db)
  expect(await ids(db, all)).toEqual([confirmed, corrected, entered])
  const addresses = await db.selectFrom('emailAddress').select('address').execute()
  expect(addresses.map(({ address }) => address)).not.toContain('nooit@school.example')
  expect(
    await db.selectFrom('outbox').select('id').where('recipient', '=', 'nooit@school.example').execute(),
  ).toEqual([])
})

test('somebody whose place is still open is not forgotten', async ({ db }) => {
  await theTestRegion(db)
  const personId = await visitorWho(db, 'open@school.example')
  await db.updateTable('enrolment').set({ status: 'confirmed', heldUntil: null }).execute()
  setClock(days(retention.unconfirmedPersonDays + 1))
  await job(db)
  expect(await ids(db, [personId])).toEqual([personId])
})

test('mails lose their words, and still are not sent twice', async ({ db }) => {
  await theTestRegion(db)
  const send = (subjectKey: string) =>
    mailAddress(
      db,
      { address: 'sam@school.example', greeting: 'Sam' },
      { reason: 'a.test', subjectKey, mail: { title: 'Titel', blocks: [text('Een geheim')] } },
    )
  await send('oud')
  setClock(days(retention.mailTextDays - 1))
  await send('nieuw')
  setClock(days(2))
  await job(db)
  const rows = await db
    .selectFrom('outbox')
    .select(['subjectKey', 'bodyText', 'bodyHtml'])
    .orderBy('id')
    .execute()
  expect(rows.map((row) => JSON.stringify(row).includes('geheim'))).toEqual([false, true])
  expect(await send('oud')).toBeUndefined()
})

test('links whose term is long over, and wishes for a day that is, are thrown away', async ({ db }) => {
  const person = await aPerson(db)
  const [past, coming] = [await anEdition(db, { startsAt: days(-40) }), await anEdition(db)]
  for (const { id: editionId } of [past, coming]) {
    const { id } = await anEnrolment(db, { editionId, personId: person.id })
    await db
      .updateTable('enrolment')
      .set({ dietaryWishes: 'geen vis', telephone: '06 12345678', networkHash: 'net', note: 'tot dan' })
      .where('id', '=', id)
      .execute()
  }
  await createLinkToken(db, 'login', { personId: person.id, minutes: 15 })
  await job(db)
  const rows = await db
    .selectFrom('enrolment')
    .select(['dietaryWishes', 'telephone', 'networkHash', 'note'])
    .orderBy('id')
    .execute()
  expect(rows).toEqual([
    { dietaryWishes: null, telephone: null, networkHash: null, note: 'tot dan' },
    { dietaryWishes: 'geen vis', telephone: '06 12345678', networkHash: null, note: 'tot dan' },
  ])
  expect(await db.selectFrom('linkToken').select('id').execute()).toHaveLength(1)
  setClock(days(retention.linkDays + 1))
  await job(db)
  expect(await db.selectFrom('linkToken').select('id').execute()).toEqual([])
})

test('by which browser somebody checked in is forgotten a month later, and the attendance is not', async ({
  db,
}) => {
  await theTestRegion(db)
  const edition = await anEdition(db, { startsAt: days(-1) })
  const enrolment = await anEnrolment(db, { editionId: edition.id })
  const meeting = await db
    .selectFrom('meeting')
    .select(['id', 'startsAt'])
    .where('editionId', '=', edition.id)
    .executeTakeFirstOrThrow()
  const during = new Date(meeting.startsAt.getTime() + 60_000)
  setClock(during)
  const code = codeOfStep(await secretOf(db, meeting.id), stepAt(during))
  const who = {
    enrolmentId: enrolment.id,
    by: 'login',
    device: 'a browser',
    networkAddress: '192.0.2.1',
  } as const
  await checkIn(db, who, meeting.id, { code })
  const devices = async () =>
    (await db.selectFrom('checkIn').select('device').execute()).map(({ device }) => device)
  const secrets = () => db.selectFrom('checkInSecret').select('meetingId').execute()
  setClock(new Date(during.getTime() + (retention.checkInDays - 1) * 86_400_000))
  await job(db)
  expect(await devices()).toEqual([expect.any(String)])
  expect(await secrets()).toHaveLength(1)
  setClock(new Date(during.getTime() + (retention.checkInDays + 1) * 86_400_000))
  await job(db)
  expect(await devices()).toEqual([null])
  expect(await secrets()).toEqual([])
  expect(await db.selectFrom('attendance').select('state').execute()).toEqual([{ state: 'present' }])
})

test('what was written in an evaluation goes after two years, and who answered when the term is over', async ({
  db,
}) => {
  await theTestRegion(db)
  const evaluated = async (openFor: number, evaluationRequired = false) => {
    const edition = await anEdition(db)
    await db.updateTable('edition').set({ evaluationRequired }).where('id', '=', edition.id).execute()
    const enrolment = await anEnrolment(db, { editionId: edition.id })
    await db
      .insertInto('evaluation')
      .values({
        editionId: edition.id,
        questions: JSON.stringify([{ kind: 'open', text: 'Wat kan er beter?' }]),
        askedOn: dayOf(days(openFor - 14)),
        openUntil: dayOf(days(openFor)),
        answers: 1,
        words: JSON.stringify([['De koffie.']]),
      })
      .execute()
    await db.insertInto('evaluationGiven').values({ enrolmentId: enrolment.id }).execute()
    return { editionId: edition.id, enrolmentId: enrolment.id }
  }
  const running = await evaluated(0)
  const over = await evaluated(-2)
  const overAndRequired = await evaluated(-2, true)
  const old = await evaluated(-retention.evaluationWordsDays - 2)
  await job(db)
  await job(db)
  const given = await db.selectFrom('evaluationGiven').select('enrolmentId').orderBy('enrolmentId').execute()
  expect(given.map(({ enrolmentId }) => enrolmentId)).toEqual([
    running.enrolmentId,
    overAndRequired.enrolmentId,
  ])
  const written = await db.selectFrom('evaluation').select(['editionId', 'words', 'answers']).execute()
  expect(written.filter(({ words }) => (words as string[]).length === 0)).toEqual([
    { editionId: old.editionId, words: [], answers: 1 },
  ])
  expect(written).toHaveLength(4)
  expect(over.editionId).not.toBe(old.editionId)
})
