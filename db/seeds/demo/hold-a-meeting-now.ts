import { dayOf } from '#app/platform/clock.ts'
import type { EditionPlan } from './plan-editions.ts'

/** The edition of the demo trainer that has a meeting today. */
const key = 'mig-mag-lassen-opfrissen:running'
const minute = 60_000

/**
 * Whoever starts the demo, at whatever hour, finds the demo trainer's meeting of today just begun: checking in can be
 * tried at once. A meeting that is under way as it was planned stays; late in the evening there is no day left for it.
 */
export function holdAMeetingNow(plans: EditionPlan[], now: Date): EditionPlan[] {
  return plans.map((plan) =>
    plan.key === key ? { ...plan, meetings: plan.meetings.map((meeting) => near(meeting, now)) } : plan,
  )
}

function near(meeting: EditionPlan['meetings'][number], now: Date): EditionPlan['meetings'][number] {
  const { startsAt, endsAt, day } = meeting
  const underWay = now >= startsAt && now.getTime() < endsAt.getTime() - 60 * minute
  if (day !== dayOf(now) || underWay) return meeting
  const start = new Date(Math.floor((now.getTime() - 3 * minute) / (5 * minute)) * 5 * minute)
  const end = new Date(start.getTime() + (endsAt.getTime() - startsAt.getTime()))
  return dayOf(start) === day && dayOf(end) === day ? { ...meeting, startsAt: start, endsAt: end } : meeting
}
