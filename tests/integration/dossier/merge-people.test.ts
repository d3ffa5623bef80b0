import { sql } from 'kysely'
import { describe, expect } from 'vitest'
import { mergePeople } from '#app/features/dossier/merge-people.server.ts'
import { previewMerge } from '#app/features/dossier/merge-queries.server.ts'
import { findPersonByAddress } from '#app/features/people/person-queries.server.ts'
import { startSession } from '#app/platform/authentication/session.server.ts'
import type { Db } from '#db/client.server.ts'
import {
  aCoordinator,
  aMeeting,
  aMembership,
  anAdministrator,
  anEdition,
  anEnrolment,
  anOrganisation,
  aPerson,
  aTeacher,
  theTestRegion,
} from '#tests/support/builders.ts'
import { test } from '#tests/support/database.ts'

async function twoAccounts(db: Db) {
  await theTestRegion(db)
  const kept = await aPerson(db, { address: 'sam@school.example' })
  const merged = await aPerson(db, { address: 'sam@prive.example' })
  const coordinator = await aCoordinator(db)
  return { kept, merged, coordinator, pair: { keptId: kept.id, mergedId: merged.id } }
}

const enrolmentsOf = (db: Db, personId: number) =>
  db.selectFrom('enrolment').selectAll().where('personId', '=', personId).orderBy('id').execute()

describe('two accounts of one person', () => {
  test('become one: both addresses log in to it, and the old account is closed', async ({ db }) => {
    const { kept, merged, coordinator, pair } = await twoAccounts(db)
    await db.updateTable('person').set({ telephone: '06 00000001' }).where('id', '=', merged.id).execute()
    await startSession(db, new Request('http://localhost'), merged.id)
    await startSession(db, new Request('http://localhost'), kept.id)
    const preview = await previewMerge(db, coordinator, pair)
    expect(preview).toMatchObject({
      merged: { addresses: ['sam@prive.example'] },
      moves: { addresses: 1 },
      sessions: 1,
      obstacles: [],
    })
    await mergePeople(db, coordinator, pair)
    expect((await findPersonByAddress(db, 'sam@prive.example'))?.id).toBe(kept.id)
    expect(await db.selectFrom('session').select('personId').execute()).toEqual([{ personId: kept.id }])
    const rows = await db
      .selectFrom('emailAddress')
      .select(['address', 'isPrimary'])
      .where('personId', '=', kept.id)
      .orderBy('id')
      .execute()
    expect(rows).toEqual([
      { address: 'sam@school.example', isPrimary: true },
      { address: 'sam@prive.example', isPrimary: false },
    ])
    const people = await db
      .selectFrom('person')
      .selectAll()
      .where('id', 'in', [kept.id, merged.id])
      .orderBy('id')
      .execute()
    expect(people).toMatchObject([
      { telephone: '06 00000001', mergedIntoId: null },
      { telephone: null, mergedIntoId: kept.id },
    ])
    const journal = await db.selectFrom('journal').selectAll().where('action', '=', 'person.merge').execute()
    expect(journal).toMatchObject([{ actorId: coordinator.personId, subjectId: kept.id }])
  })

  test('keep the better of two places in one edition; the freed one goes to the first in line', async ({
    db,
  }) => {
    const { kept, merged, coordinator, pair } = await twoAccounts(db)
    const edition = await anEdition(db, { capacity: 2 })
    const requested = await anEnrolment(db, { editionId: edition.id, personId: kept.id, status: 'requested' })
    const confirmed = await anEnrolment(db, { editionId: edition.id, personId: merged.id })
    const waiting = await anEnrolment(db, { editionId: edition.id, status: 'waitlisted' })
    const alone = await anEnrolment(db, { editionId: (await anEdition(db)).id, personId: merged.id })
    const preview = await previewMerge(db, coordinator, pair)
    expect(preview.doublePlaces).toMatchObject([
      { editionId: edition.id, keptStatus: 'requested', mergedStatus: 'confirmed' },
    ])
    await mergePeople(db, coordinator, pair)
    expect(await enrolmentsOf(db, kept.id)).toMatchObject([
      { id: requested.id, status: 'withdrawn' },
      { id: confirmed.id, status: 'confirmed' },
      { id: alone.id, status: 'confirmed' },
    ])
    expect(await enrolmentsOf(db, waiting.personId)).toMatchObject([{ status: 'confirmed' }])
    const { placesHeld } = await db
      .selectFrom('edition')
      .select('placesHeld')
      .where('id', '=', edition.id)
      .executeTakeFirstOrThrow()
    expect(placesHeld).toBe(2)
  })

  test('with the same membership have it once, for as long as both together', async ({ db }) => {
    const { kept, merged, coordinator, pair } = await twoAccounts(db)
    const organisationId = (await anOrganisation(db)).id
    await aMembership(db, { personId: kept.id, organisationId, startsOn: '2024-08-01', endsOn: '2025-07-31' })
    await aMembership(db, { personId: merged.id, organisationId, startsOn: '2025-01-01' })
    await aMembership(db, { personId: merged.id, startsOn: '2023-01-01' })
    await mergePeople(db, coordinator, pair)
    const rows = await db.selectFrom('membership').selectAll().orderBy('id').execute()
    expect(rows).toMatchObject([
      { personId: kept.id, organisationId, startsOn: '2024-08-01', endsOn: null },
      { personId: kept.id, startsOn: '2023-01-01' },
    ])
  })

  test('who trained the same edition and meeting train it once', async ({ db }) => {
    const { kept, merged, coordinator, pair } = await twoAccounts(db)
    const edition = await anEdition(db, { trainerId: merged.id })
    const other = await anEdition(db, { trainerId: merged.id })
    const [meeting] = await db
      .selectFrom('meeting')
      .select('id')
      .where('editionId', '=', edition.id)
      .execute()
    for (const personId of [kept.id, merged.id]) {
      await db
        .insertInto('editionTrainer')
        .values({ editionId: edition.id, personId })
        .onConflict((conflict) => conflict.doNothing())
        .execute()
    }
    await sql`insert into meeting_trainer (meeting_id, person_id) values (${meeting?.id}, ${merged.id})`.execute(
      db,
    )
    await mergePeople(db, coordinator, pair)
    const trains = await db.selectFrom('editionTrainer').selectAll().orderBy('editionId').execute()
    expect(trains).toEqual([
      { editionId: edition.id, personId: kept.id },
      { editionId: other.id, personId: kept.id },
    ])
    expect(await db.selectFrom('meetingTrainer').select('personId').execute()).toEqual([
      { personId: kept.id },
    ])
  })

  test('who stand before two classes at once are not merged, and nothing has changed', async ({ db }) => {
    const { kept, merged, coordinator, pair } = await twoAccounts(db)
    const edition = await anEdition(db, { meeting: false })
    for (const personId of [kept.id, merged.id]) {
      const { id } = await aMeeting(db, { editionId: edition.id })
      await sql`insert into meeting_trainer (meeting_id, person_id) values (${id}, ${personId})`.execute(db)
    }
    expect((await previewMerge(db, coordinator, pair)).obstacles).toHaveLength(1)
    await expect(mergePeople(db, coordinator, pair)).rejects.toThrow('hetzelfde moment')
    expect((await findPersonByAddress(db, 'sam@prive.example'))?.id).toBe(merged.id)
  })
})

describe('merging', () => {
  test('is for coordinators only, and an administrator’s account only for an administrator', async ({
    db,
  }) => {
    const { kept, coordinator, pair } = await twoAccounts(db)
    const administrator = await anAdministrator(db)
    await expect(async () => mergePeople(db, await aTeacher(db), pair)).rejects.toMatchObject({ status: 403 })
    await expect(async () => previewMerge(db, await aTeacher(db), pair)).rejects.toMatchObject({
      status: 403,
    })
    for (const mixed of [
      { keptId: kept.id, mergedId: administrator.personId },
      { keptId: administrator.personId, mergedId: kept.id },
    ]) {
      await expect(mergePeople(db, coordinator, mixed)).rejects.toThrow('beheerder')
    }
    await expect(mergePeople(db, coordinator, { keptId: kept.id, mergedId: kept.id })).rejects.toThrow(
      'hetzelfde',
    )
  })

  test('twice, or both ways at once, merges once', async ({ db }) => {
    const { kept, merged, coordinator, pair } = await twoAccounts(db)
    const outcomes = await Promise.allSettled([
      mergePeople(db, coordinator, pair),
      mergePeople(db, coordinator, { keptId: merged.id, mergedId: kept.id }),
    ])
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  })

  /** A new column that points to a person makes this fail until merging has thought of it. */
  test('has thought of every column that points to a person', async ({ db }) => {
    const { rows } = await sql<{ column: string }>`
      select conrelid::regclass || '.' || attname as column
      from pg_constraint join pg_attribute on attrelid = conrelid and attnum = conkey[1]
      where contype = 'f' and confrelid = 'person'::regclass order by 1`.execute(db)
    const moved = [
      'calendar_feed.person_id',
      'certificate.person_id',
      'designation.person_id',
      'dossier_view.person_id',
      'edition_trainer.person_id',
      'email_address.person_id',
      'enrolment.person_id',
      'history_person.person_id',
      'interest.person_id',
      'link_token.person_id',
      'mail_optout.person_id',
      'meeting_trainer.person_id',
      'membership.person_id',
      'organisation_suggestion.person_id',
      'outbox.person_id',
      'past_attendance.person_id',
      'person.merged_into_id',
      'place_reservation.person_id',
      'outside_activity.person_id',
      'people_group_member.person_id',
      'qualification.person_id',
      'region_role.person_id',
      'requirement_tick.person_id',
      'session.person_id',
      'substitution.substitute_id',
      'wish.person_id',
    ]
    // Who did what stays as it was done, under the account of that moment.
    const history = [
      'attendance.recorded_by',
      'attendance_change.recorded_by',
      'attendance_make_up.signed_off_by',
      'calendar_feed.created_by',
      'certificate.issued_by',
      'contribution.recorded_by',
      'contribution.settled_by',
      'contribution.withdrawn_by',
      'contribution_contact.entered_by',
      'contribution_rate.entered_by',
      'certificate.revoked_by',
      'certificate_review.decided_by',
      'check_in.decided_by',
      'contact_message.handled_by',
      'designation.designated_by',
      'designation.withdrawn_by',
      'dispensation.granted_by',
      'dossier_view.viewer_id',
      'edition_message.sent_by',
      'history_import.created_by',
      'hour_entitlement.entered_by',
      'outside_activity.decided_by',
      'history_import.started_by',
      'history_import.taken_back_by',
      'journal.actor_id',
      'meeting_call.reached_by',
      'module_version.begun_by',
      'module_version.changed_by',
      'organisation_suggestion.handled_by',
      'people_import.created_by',
      'people_group.created_by',
      'requirement.ended_by',
      'requirement.entered_by',
      'requirement_tick.ticked_by',
      'school_module.chosen_by',
      'qualification.entered_by',
      'qualification.withdrawn_by',
      'qualification_check.checked_by',
      'qualification_confirmation.confirmed_by',
      'qualification_confirmation.withdrawn_by',
      'qualification_import.created_by',
      'qualification_term.entered_by',
      'region_role.granted_by',
      'stored_file.uploaded_by',
      'test_result.recorded_by',
      'wish.answered_by',
    ]
    expect(rows.map(({ column }) => column).sort()).toEqual([...moved, ...history].sort())
  })
})
