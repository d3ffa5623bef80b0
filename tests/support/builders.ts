import { sql } from 'kysely'
import type { Actor } from '#app/access/actor.ts'
import { findActor } from '#app/access/actor-queries.server.ts'
import { dayOf, now } from '#app/platform/clock.ts'
import type { Db } from '#db/client.server.ts'
import type { EnrolmentStatus, MembershipRole } from '#db/schema.ts'

/**
 * Makes what a test needs, with sensible defaults, and hands back the row. `anX(db, { what matters })`.
 * Rows are inserted as they are: a builder breaks no rule of the database, but asks no permission.
 */

let count = 0
const next = () => ++count
const hours = (amount: number) => amount * 3_600_000

/** The region of the test's database; made once. Every page and mail needs it. */
export async function theTestRegion(db: Db, values: { demo?: boolean } = {}) {
  const known = await db.selectFrom('region').selectAll().executeTakeFirst()
  if (known) return known
  return db
    .insertInto('region')
    .values({
      code: 'TEST',
      name: 'Sterk Techniek Onderwijs Testregio',
      shortName: 'STO Testregio',
      area: 'Testregio',
      signatoryName: 'T. Ekenaar',
      signatoryRole: 'programmaleider',
      demo: values.demo ?? false,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
}

export async function anOrganisation(
  db: Db,
  values: { name?: string; town?: string; kinds?: string[] } = {},
) {
  return db
    .insertInto('organisation')
    .values({
      name: values.name ?? `Testschool ${next()}`,
      town: values.town ?? 'Deventer',
      kinds: values.kinds ?? ['secondary_school'],
    })
    .returningAll()
    .executeTakeFirstOrThrow()
}

export async function aTeam(
  db: Db,
  values: { organisationId?: number; name?: string; approvesEnrolments?: boolean } = {},
) {
  const organisationId = values.organisationId ?? (await anOrganisation(db)).id
  return db
    .insertInto('team')
    .values({
      organisationId,
      name: values.name ?? `Team ${next()}`,
      approvesEnrolments: values.approvesEnrolments ?? true,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
}

/** A room, at a site of its own unless `siteId` is given. */
export async function aRoom(db: Db, values: { siteId?: number; holidayRegion?: 'noord' | 'midden' } = {}) {
  const siteId =
    values.siteId ??
    (
      await db
        .insertInto('site')
        .values({
          organisationId: (await anOrganisation(db, { kinds: ['training_centre'] })).id,
          name: `Locatie ${next()}`,
          town: 'Deventer',
          holidayRegion: values.holidayRegion ?? 'noord',
        })
        .returning('id')
        .executeTakeFirstOrThrow()
    ).id
  return db
    .insertInto('room')
    .values({ siteId, name: `Lokaal ${next()}` })
    .returningAll()
    .executeTakeFirstOrThrow()
}

/** Somebody with one confirmed, primary address. */
export async function aPerson(
  db: Db,
  values: { givenName?: string; familyName?: string; address?: string; passwordHash?: string } = {},
) {
  const number = next()
  const person = await db
    .insertInto('person')
    .values({
      givenName: values.givenName ?? 'Test',
      familyName: values.familyName ?? `Persoon ${number}`,
      passwordHash: values.passwordHash ?? null,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  const address = values.address ?? `persoon${number}@test.example`
  await db
    .insertInto('emailAddress')
    .values({ personId: person.id, address, isPrimary: true, confirmedAt: now() })
    .execute()
  return { ...person, address }
}

export async function aMembership(
  db: Db,
  values: {
    personId: number
    organisationId?: number
    teamId?: number
    role?: MembershipRole
    startsOn?: string
    endsOn?: string
  },
) {
  const organisationId = values.organisationId ?? (await anOrganisation(db)).id
  return db
    .insertInto('membership')
    .values({
      personId: values.personId,
      organisationId,
      teamId: values.teamId ?? null,
      role: values.role ?? 'teacher',
      startsOn: values.startsOn ?? '2020-08-01',
      endsOn: values.endsOn ?? null,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
}

/** A paper as its holder entered it: a BHV of this year that holds for a year, unless told. */
export async function aPaper(
  db: Db,
  values: {
    personId: number
    typeCode?: string
    scope?: string
    issuedOn?: string
    validUntil?: string | null
    verification?: 'unverified' | 'verified' | 'refused'
    enteredBy?: number | null
  },
) {
  const { personId, typeCode = 'BHV', issuedOn = dayOf(new Date(now().getTime() - hours(24 * 30))) } = values
  return db
    .insertInto('qualification')
    .values({
      scope: values.scope ?? null,
      verification: values.verification ?? 'unverified',
      enteredBy: values.enteredBy === undefined ? personId : values.enteredBy,
      personId,
      typeCode,
      issuedOn,
      validUntil:
        values.validUntil === undefined
          ? sql<string>`(${issuedOn}::date + make_interval(months => (select validity_months from qualification_term
              where id = qualification_term_on(${typeCode}, ${issuedOn}::date))))::date`
          : values.validUntil,
      termId: sql<number>`qualification_term_on(${typeCode}, ${issuedOn}::date)`,
      createdAt: now(),
      changedAt: now(),
    })
    .returningAll()
    .executeTakeFirstOrThrow()
}

/** A person as the permissions see them now. */
export async function actorOf(db: Db, personId: number): Promise<Actor> {
  const actor = await findActor(db, personId)
  if (!actor) throw new Error(`Person ${personId} cannot log in.`)
  return actor
}

/** A teacher with a school, as actor. In a team, when `teamId` says so. */
export async function aTeacher(
  db: Db,
  values: { organisationId?: number; teamId?: number; address?: string; role?: MembershipRole } = {},
) {
  const person = await aPerson(db, { address: values.address })
  const { address: _, ...membership } = values
  await aMembership(db, { personId: person.id, ...membership })
  return actorOf(db, person.id)
}

/** A team with its lead and one teacher. */
export async function aTeamWithLead(db: Db) {
  const team = await aTeam(db)
  const at = { organisationId: team.organisationId, teamId: team.id }
  const lead = await aTeacher(db, { ...at, role: 'team_lead' })
  return { team, lead, teacher: await aTeacher(db, at) }
}

export async function aRegionRole(db: Db, role: 'coordinator' | 'reviewer' | 'administrator') {
  const person = await aPerson(db)
  await db.insertInto('regionRole').values({ personId: person.id, role }).execute()
  return actorOf(db, person.id)
}

export const aCoordinator = (db: Db) => aRegionRole(db, 'coordinator')
export const anAdministrator = (db: Db) => aRegionRole(db, 'administrator')

type OfferingValues = {
  slug?: string
  title?: string
  kind?: 'course' | 'workshop' | 'excursion' | 'exam_exchange'
  status?: 'draft' | 'published' | 'archived'
  test?: 'none' | 'organiser' | 'external'
  awardsOnTest?: string
  minimumAttendancePercent?: number
  capacity?: number
  minimum?: number
  organiserId?: number
}

export async function anOffering(db: Db, values: OfferingValues = {}) {
  const number = next()
  const organiserId = values.organiserId ?? (await anOrganisation(db, { kinds: ['training_centre'] })).id
  return db
    .insertInto('offering')
    .values({
      slug: `aanbod-${number}`,
      kind: 'workshop',
      status: 'published',
      title: `Aanbod ${number}`,
      summary: 'Een dag oefenen.',
      projectNumber: 6,
      studyMinutes: 240,
      capacity: 12,
      minimum: 0,
      ...values,
      organiserId,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
}

type EditionValues = {
  offeringId?: number
  status?: 'planned' | 'open' | 'going_ahead' | 'cancelled' | 'closed'
  capacity?: number
  minimum?: number
  test?: 'none' | 'organiser' | 'external'
  minimumAttendancePercent?: number
  /** Of its only meeting, four hours long; thirty days from now unless told. */
  startsAt?: Date
  /** False: no meeting at all. */
  meeting?: boolean
  trainerId?: number
  enrolUntil?: Date
  leaveUntil?: Date
  hasMeal?: boolean
}

/** An open edition with one meeting of four hours, unless told otherwise. */
export async function anEdition(db: Db, values: EditionValues = {}) {
  const {
    startsAt = new Date(now().getTime() + hours(30 * 24)),
    meeting = true,
    trainerId,
    ...columns
  } = values
  const offeringId = columns.offeringId ?? (await anOffering(db)).id
  const inserted = await db
    .insertInto('edition')
    .values({
      code: `2026-27-${next()}`,
      status: 'open',
      capacity: 12,
      minimum: 0,
      test: 'none',
      minimumAttendancePercent: 100,
      ...columns,
      offeringId,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  if (trainerId) {
    await db.insertInto('editionTrainer').values({ editionId: inserted.id, personId: trainerId }).execute()
  }
  if (meeting) await aMeeting(db, { editionId: inserted.id, startsAt })
  return db.selectFrom('edition').selectAll().where('id', '=', inserted.id).executeTakeFirstOrThrow()
}

export async function aMeeting(
  db: Db,
  values: { editionId: number; startsAt?: Date; endsAt?: Date; breakMinutes?: number; roomId?: number },
) {
  const startsAt = values.startsAt ?? new Date(now().getTime() + hours(30 * 24))
  return db
    .insertInto('meeting')
    .values({
      endsAt: new Date(startsAt.getTime() + hours(4)),
      breakMinutes: 0,
      placeNote: 'Testplek',
      ...values,
      startsAt,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
}

export async function anEnrolment(
  db: Db,
  values: {
    editionId: number
    personId?: number
    status?: EnrolmentStatus
    organisationId?: number
    teamId?: number
    waitingSince?: Date
    heldUntil?: Date
  },
) {
  const status = values.status ?? 'confirmed'
  const needsTerm = status === 'unconfirmed' || status === 'offered'
  return db
    .insertInto('enrolment')
    .values({
      ...values,
      personId: values.personId ?? (await aPerson(db)).id,
      status,
      waitingSince: values.waitingSince ?? (status === 'waitlisted' ? now() : null),
      heldUntil: values.heldUntil ?? (needsTerm ? new Date(now().getTime() + hours(24)) : null),
    })
    .returningAll()
    .executeTakeFirstOrThrow()
}

/** Attendance from before the portal, with the import that brought it unless `importId` is given. */
export async function aPastAttendance(
  db: Db,
  values: {
    personId: number
    organisationId?: number
    importId?: number
    title?: string
    heldOn?: string
    minutes?: number
    projectNumber?: number
  },
) {
  const importId = values.importId ?? (await aHistoryImport(db)).id
  return db
    .insertInto('pastAttendance')
    .values({
      title: `Scholing ${next()}`,
      heldOn: '2024-03-12',
      minutes: 180,
      line: next(),
      ...values,
      importId,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
}

/** A list of past attendance that was carried out. */
export async function aHistoryImport(db: Db, values: { createdBy?: number } = {}) {
  const createdBy = values.createdBy ?? (await aPerson(db)).id
  return db
    .insertInto('historyImport')
    .values({
      fileName: 'oude-lijst.csv',
      createdBy,
      startedBy: createdBy,
      state: 'done',
      rows: '[]',
      preview: '{}',
      rowCount: 1,
      doneCount: 1,
      startedAt: now(),
      finishedAt: now(),
    })
    .returningAll()
    .executeTakeFirstOrThrow()
}

/** Today, some days on (or back): `YYYY-MM-DD`. */
export const dayFromNow = (days: number) => dayOf(new Date(now().getTime() + hours(24 * days)))
