import type { Transaction } from '#db/client.server.ts'
import type { OfferingKind, OfferingLevel } from '#db/schema.ts'
import { type Ids, idOf, type Places } from './insert-people.ts'
import { offeringTexts } from './offering-texts.ts'
import { type EditionPlan, offerings, placeOf } from './plan-editions.ts'

/** Every offering with its full texts; ids by slug. */
export async function insertOfferings(trx: Transaction, places: Places, createdAt: Date): Promise<Ids> {
  const rows = await trx
    .insertInto('offering')
    .values(
      offerings.map((offering) => {
        const texts = offeringTexts[offering.slug]
        if (!texts) throw new Error(`${offering.slug} has no texts`)
        const { organisation, site, room } = placeOf(offering)
        return {
          slug: offering.slug,
          kind: offering.kind as OfferingKind,
          status: 'published' as const,
          title: offering.title,
          summary: offering.summary,
          ...texts,
          audience: offering.audience,
          level: offering.level as OfferingLevel,
          projectNumber: offering.project,
          organiserId: idOf(places.organisations, organisation),
          studyMinutes: offering.studyMinutes,
          capacity: offering.capacity,
          minimum: offering.minimum,
          roomId: room ? idOf(places.rooms, `${organisation}/${site}/${room}`) : null,
          pricePartnersCents: offering.priceCents.partners,
          priceOthersCents: offering.priceCents.others,
          lessonsToCover: offering.lessonsToCover,
          preparesFor: offering.preparesFor,
          awardsOnTest: offering.awardsOnTest,
          minimumAttendancePercent: offering.completion.minimumAttendancePercent,
          test: offering.completion.test,
          createdAt,
          updatedAt: createdAt,
        }
      }),
    )
    .returning('id')
    .execute()
  const ids: Ids = new Map(offerings.map((offering, i) => [offering.slug, rows[i]!.id]))
  await trx
    .insertInto('offeringProfile')
    .values(
      offerings.flatMap(({ slug, profiles }) =>
        profiles.map((profileCode) => ({ offeringId: idOf(ids, slug), profileCode })),
      ),
    )
    .execute()
  await trx
    .insertInto('offeringExamModule')
    .values(
      offerings.flatMap(({ slug, examModules }) =>
        examModules.map((moduleCode) => ({ offeringId: idOf(ids, slug), moduleCode })),
      ),
    )
    .execute()
  await trx
    .insertInto('offeringRequirement')
    .values(
      offerings.flatMap(({ slug, requires }) =>
        requires.map(({ type, lapsedMonthsAllowed }) => ({
          offeringId: idOf(ids, slug),
          typeCode: type,
          lapsedMonthsAllowed,
        })),
      ),
    )
    .execute()
  return ids
}

/** The ids of an edition and, in order, of its meetings. */
export type EditionIds = { id: number; meetings: number[] }

/** Every edition with its meetings and trainers; ids by key. */
export async function insertEditions(
  trx: Transaction,
  plans: EditionPlan[],
  places: Places,
  offeringIds: Ids,
  people: Ids,
): Promise<Map<string, EditionIds>> {
  const editions = await trx
    .insertInto('edition')
    .values(
      plans.map((plan) => ({
        offeringId: idOf(offeringIds, plan.offering.slug),
        code: plan.code,
        status: plan.status,
        capacity: plan.offering.capacity,
        minimum: plan.offering.minimum,
        enrolUntil: plan.enrolUntil,
        leaveUntil: plan.leaveUntil,
        decideOn: plan.decideOn,
        hasMeal: plan.hasMeal,
        participantsNote: plan.participantsNote,
        minimumAttendancePercent: plan.offering.completion.minimumAttendancePercent,
        test: plan.offering.completion.test,
        closedAt: plan.closedAt ?? null,
        createdAt: plan.createdAt,
      })),
    )
    .returning('id')
    .execute()
  const planned = plans.flatMap((plan, i) =>
    plan.meetings.map((meeting) => ({ plan, meeting, editionId: editions[i]!.id })),
  )
  const meetings = await trx
    .insertInto('meeting')
    .values(
      planned.map(({ plan: { place }, meeting, editionId }) => ({
        editionId,
        startsAt: meeting.startsAt,
        endsAt: meeting.endsAt,
        breakMinutes: meeting.breakMinutes,
        roomId: place.room ? idOf(places.rooms, `${place.organisation}/${place.site}/${place.room}`) : null,
        placeNote: place.note ?? null,
      })),
    )
    .returning(['id', 'editionId', 'startsAt', 'endsAt'])
    .execute()
  await trx
    .insertInto('editionTrainer')
    .values(
      plans.flatMap((plan, i) =>
        plan.trainers.map((trainer) => ({ editionId: editions[i]!.id, personId: idOf(people, trainer) })),
      ),
    )
    .execute()
  await trx
    .insertInto('meetingTrainer')
    .values(
      planned.map(({ meeting }, i) => ({
        meetingId: meetings[i]!.id,
        personId: idOf(people, meeting.trainer),
        // The trigger writes the meeting's own time over it.
        during: 'empty',
      })),
    )
    .execute()
  return new Map(
    plans.map((plan, i) => {
      const { id } = editions[i]!
      return [plan.key, { id, meetings: meetings.filter((one) => one.editionId === id).map((one) => one.id) }]
    }),
  )
}
