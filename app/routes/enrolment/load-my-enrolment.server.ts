import { can } from '#app/access/abilities.ts'
import type { Actor } from '#app/access/actor.ts'
import { checkInLink } from '#app/features/enrolment/check-in-link.server.ts'
import { listColleagues } from '#app/features/enrolment/colleague-queries.server.ts'
import { isLate, isOpen, mayHandOver, mayLeave } from '#app/features/enrolment/enrolment.ts'
import {
  type findEnrolment,
  findOpenSubstitution,
  listEnrolmentMeetings,
} from '#app/features/enrolment/my-enrolment-queries.server.ts'
import { findWaitingPosition } from '#app/features/enrolment/waiting-queries.server.ts'
import { now } from '#app/platform/clock.ts'
import { database } from '#db/client.server.ts'

type Enrolment = NonNullable<Awaited<ReturnType<typeof findEnrolment>>>

/** Whose meetings are worth putting in a calendar. */
const holdsCalendar = new Set(['requested', 'confirmed', 'completed', 'not_completed'])

/** What the page of one enrolment shows, and which acts it offers to who looks at it. */
export async function loadMyEnrolment(actor: Actor, enrolment: Enrolment) {
  const db = database()
  const isOwner = actor.personId === enrolment.personId
  const act = isOwner && can(actor, 'enrolment.withdraw', enrolment)
  const edition = { ...enrolment, status: enrolment.editionStatus }
  const handOver = act && enrolment.organisationId !== null && mayHandOver(enrolment.status, edition, now())
  const [meetings, position, asked, colleagues] = await Promise.all([
    listEnrolmentMeetings(db, enrolment),
    findWaitingPosition(db, enrolment.id),
    handOver ? findOpenSubstitution(db, enrolment.id) : undefined,
    // Who works where is only shown to who belongs to a team there: a school is something anybody can fill in.
    handOver && enrolment.teamId !== null
      ? listColleagues(db, enrolment.organisationId ?? 0, enrolment.personId)
      : [],
  ])
  const mayCheckIn =
    (enrolment.status === 'confirmed' || enrolment.status === 'requested') &&
    meetings.some(({ endsAt, status }) => status === 'planned' && endsAt > now())
  const seesPrivate = isOwner || actor.isCoordinator || actor.trains.has(enrolment.editionId)
  return {
    enrolment: {
      ...enrolment,
      telephone: seesPrivate ? enrolment.telephone : null,
      dietaryWishes: seesPrivate ? enrolment.dietaryWishes : null,
    },
    meetings: meetings.map((meeting) => ({ ...meeting, over: meeting.endsAt <= now() })),
    position,
    checkInPath: isOwner && mayCheckIn ? checkInLink(enrolment.id) : null,
    asked: asked ?? null,
    colleagues,
    late: isLate(enrolment, edition, now()),
    may: {
      act,
      handOver,
      change: act && isOpen(enrolment.status) && (enrolment.endsAt === null || now() < enrolment.endsAt),
      leave: act && mayLeave(enrolment.status, edition, now()),
      calendar: isOwner && holdsCalendar.has(enrolment.status),
      report: act && (enrolment.status === 'confirmed' || enrolment.status === 'requested'),
    },
  }
}
