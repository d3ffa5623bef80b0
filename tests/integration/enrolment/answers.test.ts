import { expect } from 'vitest'
import { approveEnrolment, declineEnrolment } from '#app/features/enrolment/answer-approval.server.ts'
import { answerMembershipQuestion } from '#app/features/enrolment/answer-membership-question.server.ts'
import { acceptOffer, declineOffer } from '#app/features/enrolment/answer-offer.server.ts'
import {
  acceptSubstitution,
  declineSubstitution,
} from '#app/features/enrolment/answer-substitution.server.ts'
import { askAboutMemberships } from '#app/features/enrolment/ask-about-memberships.server.ts'
import { enrol } from '#app/features/enrolment/enrol.server.ts'
import { expireHolds } from '#app/features/enrolment/expire-holds.server.ts'
import { handOverPlace, revokeSubstitution } from '#app/features/enrolment/hand-over-place.server.ts'
import { remindApprovals } from '#app/features/enrolment/remind-approvals.server.ts'
import { withdraw } from '#app/features/enrolment/withdraw.server.ts'
import { now, setClock } from '#app/platform/clock.ts'
import { connect, type Db } from '#db/client.server.ts'
import {
  aCoordinator,
  anEdition,
  anEnrolment,
  aTeacher,
  aTeam,
  dayFromNow,
  theTestRegion,
} from '#tests/support/builders.ts'
import { test as base } from '#tests/support/database.ts'
import { mails } from '#tests/support/mail.ts'

const test = base.extend<{ region: undefined }>({
  region: [
    async ({ db }, use) => {
      await theTestRegion(db)
      await use(undefined)
    },
    { auto: true },
  ],
})

const inHours = (hours: number) => new Date(now().getTime() + hours * 3_600_000)
const rowOf = (db: Db, id: number) =>
  db.selectFrom('enrolment').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
const statusOf = async (db: Db, id: number) => (await rowOf(db, id)).status
const reasonsTo = async (db: Db, personId: number) =>
  (await mails(db)).filter((mail) => mail.personId === personId).map(({ reason }) => reason)

async function aTeamWithLead(db: Db) {
  const team = await aTeam(db)
  const place = { teamId: team.id, organisationId: team.organisationId }
  const lead = await aTeacher(db, { ...place, role: 'team_lead' })
  const deputy = await aTeacher(db, { ...place, role: 'deputy_lead' })
  const teacher = await aTeacher(db, place)
  return { team, place, lead, deputy, teacher }
}

test('a team that approves is asked, and its yes makes the place certain', async ({ db }) => {
  const { lead, deputy, teacher } = await aTeamWithLead(db)
  const place = await enrol(db, teacher, await anEdition(db), {})
  expect(place.status).toBe('requested')
  expect(await reasonsTo(db, lead.personId)).toEqual(['enrolment.approval-asked'])
  expect(await reasonsTo(db, deputy.personId)).toEqual([])
  await expect(approveEnrolment(db, teacher, place)).rejects.toMatchObject({ status: 403 })
  const stranger = (await aTeamWithLead(db)).lead
  await expect(approveEnrolment(db, stranger, place)).rejects.toMatchObject({ status: 403 })
  await approveEnrolment(db, lead, place)
  expect(await rowOf(db, place.id)).toMatchObject({ status: 'confirmed', approval: 'approved' })
  await expect(approveEnrolment(db, lead, place)).rejects.toThrow('al over beslist')
})

test('nobody decides about themselves: a deputy’s request goes to the lead', async ({ db }) => {
  const { lead, deputy } = await aTeamWithLead(db)
  const place = await enrol(db, deputy, await anEdition(db), {})
  expect(place.status).toBe('requested')
  await expect(approveEnrolment(db, deputy, place)).rejects.toMatchObject({ status: 403 })
  expect((await enrol(db, lead, await anEdition(db), {})).status).toBe('confirmed')
})

test('a no needs a reason, frees the place, and tells why', async ({ db }) => {
  const { lead, teacher } = await aTeamWithLead(db)
  const edition = await anEdition(db, { capacity: 1 })
  const place = await enrol(db, teacher, edition, {})
  const waiting = await enrol(db, await aTeacher(db), edition, {})
  await expect(declineEnrolment(db, lead, place, { reason: '' })).rejects.toThrow('Schrijf kort waarom niet')
  await declineEnrolment(db, lead, place, { reason: 'Toetsweek' })
  expect(await statusOf(db, place.id)).toBe('declined')
  expect(await statusOf(db, waiting.id)).toBe('confirmed')
  const mail = (await mails(db)).find(({ reason }) => reason === 'enrolment.declined')
  expect(mail?.bodyText).toContain('Toetsweek')
})

test('a team without a lead or deputy asks the coordinator', async ({ db }) => {
  const coordinator = await aCoordinator(db)
  const team = await aTeam(db)
  const teacher = await aTeacher(db, { teamId: team.id, organisationId: team.organisationId })
  const place = await enrol(db, teacher, await anEdition(db), {})
  expect(await reasonsTo(db, coordinator.personId)).toEqual(['enrolment.approval-asked'])
  await approveEnrolment(db, coordinator, place)
  expect(await statusOf(db, place.id)).toBe('confirmed')
})

test('on the waiting list the team is asked at once; promotion waits only for its answer', async ({ db }) => {
  const { lead, teacher } = await aTeamWithLead(db)
  const edition = await anEdition(db, { capacity: 1 })
  const first = await aTeacher(db)
  const place = await enrol(db, first, edition, {})
  const waiting = await enrol(db, teacher, edition, {})
  expect(waiting.status).toBe('waitlisted')
  await withdraw(db, first, place, {})
  expect(await statusOf(db, waiting.id)).toBe('requested')
  await approveEnrolment(db, lead, waiting)
  expect(await statusOf(db, waiting.id)).toBe('confirmed')
})

test('an unanswered request is recalled, then put to the deputy, then to the coordinator', async ({ db }) => {
  const coordinator = await aCoordinator(db)
  const { lead, deputy, teacher } = await aTeamWithLead(db)
  // A Monday in weeks without holidays.
  setClock(new Date('2026-11-02T10:00:00Z'))
  const edition = await anEdition(db, {
    startsAt: new Date('2026-12-10T12:00:00Z'),
    enrolUntil: new Date('2026-11-20T12:00:00Z'),
  })
  const place = await enrol(db, teacher, edition, {})
  const told: string[][] = []
  for (const day of ['03', '05', '06', '09', '20', '23']) {
    setClock(new Date(`2026-11-${day}T06:00:00Z`))
    await remindApprovals(db)
    const row = await rowOf(db, place.id)
    told.push(
      [
        row.approvalRemindedAt ? 'lead' : '',
        row.approvalToDeputyAt ? 'deputy' : '',
        row.approvalToCoordinatorAt ? 'coordinator' : '',
      ].filter(Boolean),
    )
  }
  expect(told).toEqual([
    [],
    ['lead'],
    ['lead'],
    ['lead', 'deputy'],
    ['lead', 'deputy', 'coordinator'],
    ['lead', 'deputy', 'coordinator'],
  ])
  expect(await reasonsTo(db, deputy.personId)).toContain('enrolment.approval-asked')
  expect(await reasonsTo(db, coordinator.personId)).toContain('enrolment.approval-asked')
  const digests = (await reasonsTo(db, lead.personId)).filter(
    (reason) => reason === 'enrolment.approval-digest',
  )
  // Not on the first morning: that request was mailed less than a day before.
  expect(digests).toHaveLength(5)
})

test('an offer that is declined or not answered goes to the next, and ends with the start', async ({
  db,
}) => {
  const edition = await anEdition(db, { capacity: 1, startsAt: inHours(72) })
  const people = [await aTeacher(db), await aTeacher(db), await aTeacher(db), await aTeacher(db)] as const
  const places = []
  for (const person of people) places.push(await enrol(db, person, edition, {}))
  const [held, second, third, fourth] = places.map(({ id }) => ({ id })) as [
    { id: number },
    { id: number },
    { id: number },
    { id: number },
  ]
  await withdraw(db, people[0], held, {})
  expect(await statusOf(db, second.id)).toBe('offered')
  await expect(acceptOffer(db, people[2], second)).rejects.toMatchObject({ status: 403 })
  await declineOffer(db, people[1], second)
  expect([await statusOf(db, second.id), await statusOf(db, third.id)]).toEqual(['withdrawn', 'offered'])
  setClock(inHours(24.1))
  expect(await expireHolds(db)).toBe(1)
  expect([await statusOf(db, third.id), await statusOf(db, fourth.id)]).toEqual(['expired', 'offered'])
  await expect(acceptOffer(db, people[2], third)).rejects.toThrow('geldt niet meer')
  await acceptOffer(db, people[3], fourth)
  const late = await enrol(db, await aTeacher(db), edition, {})
  setClock(inHours(60))
  await expireHolds(db)
  expect(await statusOf(db, late.id)).toBe('expired')
})

test('a place that was never confirmed is free again after a day', async ({ db }) => {
  const edition = await anEdition(db, { capacity: 1 })
  const held = await anEnrolment(db, { editionId: edition.id, status: 'unconfirmed' })
  const waiting = await enrol(db, await aTeacher(db), edition, {})
  setClock(inHours(25))
  await expireHolds(db)
  expect([await statusOf(db, held.id), await statusOf(db, waiting.id)]).toEqual(['expired', 'confirmed'])
})

test('a place goes to a colleague who says yes, and only to one of the same school', async ({ db }) => {
  const { place, teacher } = await aTeamWithLead(db)
  const colleague = await aTeacher(db, {
    organisationId: place.organisationId,
    address: 'collega@test.example',
  })
  const stranger = await aTeacher(db, { address: 'vreemd@test.example' })
  const edition = await anEdition(db, { capacity: 1 })
  const own = await anEnrolment(db, { editionId: edition.id, personId: teacher.personId, ...place })
  for (const by of [
    { address: 'vreemd@test.example' },
    { address: 'niemand@test.example' },
    { colleagueId: stranger.personId },
  ]) {
    await expect(handOverPlace(db, teacher, own, by)).rejects.toThrow('kennen we niet bij jouw school')
  }
  await expect(handOverPlace(db, stranger, own, { colleagueId: colleague.personId })).rejects.toMatchObject({
    status: 403,
  })
  await handOverPlace(db, teacher, own, { address: 'collega@test.example' })
  await expect(handOverPlace(db, teacher, own, { colleagueId: colleague.personId })).rejects.toThrow(
    'al iemand gevraagd',
  )
  expect(await statusOf(db, own.id)).toBe('confirmed')
  const asked = await db.selectFrom('substitution').selectAll().executeTakeFirstOrThrow()
  await expect(acceptSubstitution(db, stranger, asked)).rejects.toMatchObject({ status: 404 })
  const taken = await acceptSubstitution(db, colleague, asked)
  expect(await statusOf(db, own.id)).toBe('handed_over')
  expect(await rowOf(db, taken.id)).toMatchObject({
    status: 'confirmed',
    origin: 'substitute',
    handedOverFromId: own.id,
  })
  expect(await reasonsTo(db, teacher.personId)).toEqual(['substitution.accepted'])
  await expect(acceptSubstitution(db, colleague, asked)).rejects.toThrow('al over beslist')
})

test('a substitute whose team approves waits for that, and one who stood in line leaves it', async ({
  db,
}) => {
  const { place, teacher, lead } = await aTeamWithLead(db)
  const colleague = await aTeacher(db, place)
  const edition = await anEdition(db, { capacity: 1 })
  const own = await anEnrolment(db, { editionId: edition.id, personId: teacher.personId, ...place })
  const line = await enrol(db, colleague, edition, {})
  await handOverPlace(db, teacher, own, { colleagueId: colleague.personId })
  const asked = await db.selectFrom('substitution').selectAll().executeTakeFirstOrThrow()
  const taken = await acceptSubstitution(db, colleague, asked)
  expect(taken.status).toBe('requested')
  expect(await statusOf(db, line.id)).toBe('withdrawn')
  await approveEnrolment(db, lead, taken)
  expect(await statusOf(db, taken.id)).toBe('confirmed')
})

test('a colleague may say no, a question may be taken back, and after the start there is nothing to give', async ({
  db,
}) => {
  const { place, teacher } = await aTeamWithLead(db)
  const colleague = await aTeacher(db, place)
  const edition = await anEdition(db)
  const own = await anEnrolment(db, { editionId: edition.id, personId: teacher.personId, ...place })
  await handOverPlace(db, teacher, own, { colleagueId: colleague.personId })
  const first = await db.selectFrom('substitution').selectAll().executeTakeFirstOrThrow()
  await declineSubstitution(db, colleague, first)
  await handOverPlace(db, teacher, own, { colleagueId: colleague.personId })
  await revokeSubstitution(db, teacher, own)
  expect(await statusOf(db, own.id)).toBe('confirmed')
  setClock(inHours(31 * 24))
  await expect(handOverPlace(db, teacher, own, { colleagueId: colleague.personId })).rejects.toThrow(
    'tot de eerste bijeenkomst',
  )
})

test('two who take over the same place at once: one gets it', async ({ db, connection }) => {
  const { place, teacher } = await aTeamWithLead(db)
  const colleague = await aTeacher(db, { organisationId: place.organisationId })
  const edition = await anEdition(db)
  const own = await anEnrolment(db, { editionId: edition.id, personId: teacher.personId, ...place })
  await handOverPlace(db, teacher, own, { colleagueId: colleague.personId })
  const asked = await db.selectFrom('substitution').selectAll().executeTakeFirstOrThrow()
  const busy = connect(connection.connectionString, { max: 6 })
  const answers = await Promise.allSettled([
    acceptSubstitution(busy.db, colleague, asked),
    acceptSubstitution(busy.db, colleague, asked),
    withdraw(busy.db, teacher, own, {}),
    handOverPlace(busy.db, teacher, own, { colleagueId: colleague.personId }),
  ])
  await busy.db.destroy()
  expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  const rows = await db
    .selectFrom('enrolment')
    .select('holdsPlace')
    .where('editionId', '=', edition.id)
    .execute()
  expect(rows.filter(({ holdsPlace }) => holdsPlace).length).toBeLessThanOrEqual(1)
})

test('a request that is answered twice at once is answered once', async ({ db, connection }) => {
  const { lead, teacher } = await aTeamWithLead(db)
  const place = await enrol(db, teacher, await anEdition(db), {})
  const busy = connect(connection.connectionString, { max: 4 })
  const answers = await Promise.allSettled([
    approveEnrolment(busy.db, lead, place),
    approveEnrolment(busy.db, lead, place),
    declineEnrolment(busy.db, lead, place, { reason: 'Toetsweek' }),
  ])
  await busy.db.destroy()
  expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
})

test('who leaves a school is asked once what to do with a place, and each answer does what it says', async ({
  db,
}) => {
  const [one, two] = [await aTeacher(db), await aTeacher(db)]
  const places = []
  for (const person of [one, two]) places.push(await enrol(db, person, await anEdition(db), {}))
  expect(await askAboutMemberships(db)).toBe(0)
  await db
    .updateTable('membership')
    .set({ endsOn: dayFromNow(-1) })
    .where('personId', 'in', [one.personId, two.personId])
    .execute()
  expect(await askAboutMemberships(db)).toBe(2)
  expect(await askAboutMemberships(db)).toBe(0)
  const [first, second] = await db.selectFrom('membershipQuestion').selectAll().orderBy('id').execute()
  await expect(answerMembershipQuestion(db, two, { id: first?.id ?? 0 }, 'leave')).rejects.toMatchObject({
    status: 403,
  })
  await answerMembershipQuestion(db, one, { id: first?.id ?? 0 }, 'leave')
  await answerMembershipQuestion(db, two, { id: second?.id ?? 0 }, 'keep')
  expect(await statusOf(db, places[0]?.id ?? 0)).toBe('withdrawn')
  expect(await rowOf(db, places[1]?.id ?? 0)).toMatchObject({ status: 'confirmed', organisationId: null })
  await expect(answerMembershipQuestion(db, two, { id: second?.id ?? 0 }, 'leave')).rejects.toThrow(
    'al over beslist',
  )
})

test('who filled in a school without belonging to a team there gets no list of who works there', async ({
  db,
}) => {
  const owner = await aTeacher(db)
  const organisationId = owner.memberships[0]?.organisationId ?? 0
  const colleague = await aTeacher(db, { organisationId, address: 'collega2@test.example' })
  const own = await anEnrolment(db, {
    editionId: (await anEdition(db)).id,
    personId: owner.personId,
    organisationId,
  })
  await expect(handOverPlace(db, owner, own, { colleagueId: colleague.personId })).rejects.toThrow(
    'kennen we niet',
  )
  await handOverPlace(db, owner, own, { address: 'collega2@test.example' })
})
