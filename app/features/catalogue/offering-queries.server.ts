import { sql } from 'kysely'
import { now, today } from '#app/platform/clock.ts'
import type { Db } from '#db/client.server.ts'
import type { EarnedType } from './completion-texts.ts'
import type { CompletionTest, OfferingKind, OfferingLevel, PlaceFacts } from './offering.ts'

export type OfferingPage = {
  id: number
  slug: string
  kind: OfferingKind
  level: OfferingLevel
  title: string
  summary: string
  description: string
  learn: string[]
  audience: string[]
  audienceNote: string
  bring: string[]
  studyMinutes: number
  pricePartnersCents: number
  priceOthersCents: number
  lessonsToCover: number
  minimumAttendancePercent: number
  test: CompletionTest
  evaluationRequired: boolean
  projectNumber: number
  projectTitle: string
  organiser: string
  organiserTown: string
  profiles: { code: string; title: string }[]
  modules: { code: string; title: string }[]
  requirements: { title: string; lapsedMonthsAllowed: number }[]
  awards: EarnedType | null
  preparesFor: EarnedType | null
}

/** A published offering with everything its page says about it, except its dates. */
export async function findPublishedOffering(db: Db, slug: string): Promise<OfferingPage | undefined> {
  const type = (
    column: string,
  ) => sql`(select json_build_object('title', title, 'validityNote', validity_note,
    'designationNote', designation_note) from qualification_type
    join qualification_term on qualification_term.id = qualification_term_on(code, ${today()}::date)
    where code = ${sql.ref(column)})`
  const { rows } = await sql<OfferingPage>`
    select offering.id, offering.slug, offering.kind, offering.level, offering.title, offering.summary,
      offering.description, offering.learn, offering.audience, offering.audience_note, offering.bring,
      offering.study_minutes, offering.price_partners_cents, offering.price_others_cents, offering.lessons_to_cover,
      offering.minimum_attendance_percent, offering.test, offering.evaluation_required, offering.project_number, project.title as project_title,
      organisation.name as organiser, organisation.town as organiser_town,
      coalesce((select json_agg(json_build_object('code', code, 'title', title) order by position)
        from offering_profile join exam_profile on code = profile_code where offering_id = offering.id), '[]') as profiles,
      coalesce((select json_agg(json_build_object('code', code, 'title', title) order by code)
        from offering_exam_module join exam_module on code = module_code where offering_id = offering.id), '[]') as modules,
      coalesce((select json_agg(json_build_object('title', title, 'lapsedMonthsAllowed', lapsed_months_allowed)
          order by title)
        from offering_requirement join qualification_type on code = type_code
        where offering_id = offering.id), '[]') as requirements,
      ${type('offering.awardsOnTest')} as awards, ${type('offering.preparesFor')} as prepares_for
    from offering
    join project on project.number = offering.project_number
    join organisation on organisation.id = offering.organiser_id
    where offering.slug = ${slug} and offering.status = 'published'
  `.execute(db)
  return rows[0]
}

export type OfferingMeeting = {
  id: number
  startsAt: Date
  endsAt: Date
  breakMinutes: number
  cancelled: boolean
  room: string | null
  site: string | null
  street: string | null
  postcode: string | null
  town: string | null
  directions: string | null
  placeNote: string | null
  trainers: string[]
}

export type OfferingEdition = PlaceFacts & {
  id: number
  code: string
  leaveUntil: Date | null
  hasMeal: boolean
  minimumAttendancePercent: number
  test: CompletionTest
  evaluationRequired: boolean
  trainers: string[]
  meetings: OfferingMeeting[]
}

const mostEditions = 40

/** The editions of an offering that are not over yet, the nearest first; those without dates last. */
export async function listComingEditions(db: Db, offeringId: number): Promise<OfferingEdition[]> {
  type Row = Omit<OfferingEdition, 'meetings'> & {
    meetings: (Omit<OfferingMeeting, 'startsAt' | 'endsAt'> & { startsAt: string; endsAt: string })[]
  }
  const { rows } = await sql<Row>`
    select edition.id, edition.code, edition.status, edition.capacity, edition.minimum, edition.places_held,
      edition.waiting, edition.enrol_until, edition.leave_until, edition.starts_at, edition.ends_at, edition.has_meal,
      edition.minimum_attendance_percent, edition.test, edition.evaluation_required,
      coalesce((select json_agg(person.name order by person.sort_name) from edition_trainer
        join person on person.id = edition_trainer.person_id where edition_id = edition.id), '[]') as trainers,
      coalesce((
        select json_agg(json_build_object(
          'id', meeting.id, 'startsAt', meeting.starts_at, 'endsAt', meeting.ends_at,
          'breakMinutes', meeting.break_minutes, 'cancelled', meeting.status = 'cancelled', 'room', room_place.room,
          'site', room_place.organisation || case when room_place.site in (room_place.town, room_place.organisation)
            then '' else ', ' || room_place.site end,
          'street', room_place.street, 'postcode', room_place.postcode, 'town', room_place.town,
          'directions', room_place.directions,
          'placeNote', meeting.place_note,
          'trainers', coalesce((select json_agg(person.name order by person.sort_name) from meeting_trainer
            join person on person.id = meeting_trainer.person_id where meeting_id = meeting.id), '[]')
        ) order by meeting.starts_at, meeting.id)
        from meeting
        left join room_place on room_place.room_id = meeting.room_id
        where meeting.edition_id = edition.id), '[]') as meetings
    from edition
    where edition.offering_id = ${offeringId} and edition.status <> 'closed'
      and (edition.ends_at is null or edition.ends_at > ${now()})
    order by edition.starts_at nulls last, edition.id
    limit ${mostEditions}
  `.execute(db)
  return rows.map((edition) => ({
    ...edition,
    meetings: edition.meetings.map((meeting) => ({
      ...meeting,
      startsAt: new Date(meeting.startsAt),
      endsAt: new Date(meeting.endsAt),
    })),
  }))
}

/** How somebody stands in an edition that still concerns them. */
export type OwnPlace = {
  editionId: number
  enrolmentId: number
  status: 'unconfirmed' | 'requested' | 'confirmed' | 'waitlisted' | 'offered'
}

/** The places, and the wishes for one, that somebody has in the editions of an offering, by edition. */
export async function listOwnPlaces(db: Db, personId: number, offeringId: number): Promise<OwnPlace[]> {
  const { rows } = await sql<OwnPlace>`
    select enrolment.edition_id, enrolment.id as enrolment_id, enrolment.status
    from enrolment join edition on edition.id = enrolment.edition_id
    where edition.offering_id = ${offeringId} and enrolment.person_id = ${personId}
      and enrolment.status in ('unconfirmed', 'requested', 'confirmed', 'waitlisted', 'offered')
    order by enrolment.edition_id, enrolment.id
  `.execute(db)
  return rows
}
