import type { ApprovalState, EnrolmentStatus } from '#db/schema.ts'
import { dayFrom, instantOf } from '../teaching-weeks.ts'
import { type Demand, demand, type Wish } from './demand.ts'
import { holdsResult, meetsRequirements } from './holds.ts'
import { organisations } from './organisations.ts'
import { type MembershipPlan, type PersonPlan, people } from './people.ts'
import type { EditionPlan } from './plan-editions.ts'

export type EnrolmentPlan = {
  edition: EditionPlan
  person: PersonPlan
  status: EnrolmentStatus
  origin: 'self' | 'coordinator' | 'substitute' | 'walk_in'
  approval: ApprovalState
  membership: MembershipPlan | undefined
  createdAt: Date
  statusChangedAt: Date
  /** Key of the person whose place this was. */
  handedOverFrom: string | undefined
  withdrawnLate: boolean
  reason: string | undefined
  note: string | undefined
  dietaryWishes: string | undefined
}

const hour = 3_600_000
const known = new Map(people.map((person) => [person.key, person]))
// Who may be given a place at will: not the accounts, which tell their own story, and nobody who left.
const pool = people.filter(
  (person) =>
    !person.isAccount &&
    person.key !== 'henk.bakker' &&
    person.memberships.some(({ role }) => role === 'teacher' || role === 'instructor') &&
    !person.memberships.some(({ role }) => role === 'trainer'),
)
const wishes = ['vegetarisch', 'halal', 'geen noten', 'glutenvrij', 'veganistisch']
const takesTime = new Set<EnrolmentStatus>([
  'unconfirmed',
  'requested',
  'confirmed',
  'waitlisted',
  'completed',
  'not_completed',
])

/** Who has which place. Nobody is in two meetings at once, or in one for which they lack what it requires. */
export function planEnrolments(editions: EditionPlan[], now: Date, today: string): EnrolmentPlan[] {
  const taken = new Map<string, EditionPlan[]>()
  const wanted = editions.map((edition) => ({ edition, wishes: [...wishedFor(edition).fixed] }))
  for (const { edition, wishes } of wanted)
    for (const wish of wishes) {
      const person = personOf(wish)
      if (!takesTime.has(wish.status ?? 'confirmed')) continue
      if (!fits(person, edition, taken, today)) throw new Error(`${wish.person} cannot be in ${edition.key}`)
      take(taken, person, edition)
    }
  for (const entry of wanted) {
    const { edition, wishes } = entry
    const more = pickMore(edition, wishes, taken, today)
    // In front of the waiting list: they were first.
    entry.wishes = [...more, ...wishes]
  }
  return wanted.flatMap(({ edition, wishes }) =>
    wishes.map((wish, i) => enrolmentOf(edition, wish, i, now, today)),
  )
}

function wishedFor(edition: EditionPlan): Demand {
  return demand[edition.key] ?? { fixed: [], fill: 0 }
}

function personOf(wish: Wish): PersonPlan {
  const person = known.get(wish.person)
  if (!person) throw new Error(`nobody is called ${wish.person}`)
  return person
}

function take(taken: Map<string, EditionPlan[]>, person: PersonPlan, edition: EditionPlan): void {
  taken.set(person.key, [...(taken.get(person.key) ?? []), edition])
}

function pickMore(
  edition: EditionPlan,
  fixed: Wish[],
  taken: Map<string, EditionPlan[]>,
  today: string,
): Wish[] {
  const picked: Wish[] = []
  const isHere = new Set(fixed.map((wish) => wish.person))
  const load = (person: PersonPlan) => taken.get(person.key)?.length ?? 0
  const isOfProfile = (person: PersonPlan) =>
    person.profiles.some((profile) => edition.offering.profiles.includes(profile))
  const candidates = pool
    .filter((person) => !isHere.has(person.key) && !holdsResult(person, edition))
    .filter((person) => fits(person, edition, taken, today))
    .toSorted((a, b) => Number(isOfProfile(b)) - Number(isOfProfile(a)) || load(a) - load(b))
  for (const person of candidates.slice(0, wishedFor(edition).fill)) {
    take(taken, person, edition)
    picked.push({ person: person.key })
  }
  if (picked.length < wishedFor(edition).fill) throw new Error(`too few people for ${edition.key}`)
  return picked
}

function fits(
  person: PersonPlan,
  edition: EditionPlan,
  taken: Map<string, EditionPlan[]>,
  today: string,
): boolean {
  const others = taken.get(person.key) ?? []
  return (
    meetsRequirements(person, edition, today) &&
    others.every((other) => other.offering.slug !== edition.offering.slug && !overlap(other, edition))
  )
}

function overlap(a: EditionPlan, b: EditionPlan): boolean {
  return a.meetings.some((one) =>
    b.meetings.some((other) => one.startsAt < other.endsAt && other.startsAt < one.endsAt),
  )
}

function enrolmentOf(edition: EditionPlan, wish: Wish, i: number, now: Date, today: string): EnrolmentPlan {
  const person = personOf(wish)
  const membership = membershipFor(person, wish, edition.meetings[0]!.day, today)
  const status = wish.status ?? 'confirmed'
  const createdAt = createdAtOf(edition, wish, i, now, today)
  return {
    edition,
    person,
    status,
    origin: wish.origin ?? 'self',
    approval: approvalOf(membership, status),
    membership,
    createdAt,
    statusChangedAt: changedAtOf(edition, wish, createdAt, now),
    handedOverFrom: wish.after,
    withdrawnLate: wish.late ?? false,
    reason: wish.reason,
    note: wish.note,
    dietaryWishes: edition.hasMeal && i % 3 === 1 ? wishes[i % wishes.length] : undefined,
  }
}

/** One a day, up to the day before yesterday or four days before the start; what waits for an answer is recent. */
function createdAtOf(edition: EditionPlan, wish: Wish, i: number, now: Date, today: string): Date {
  const { startsAt, endsAt, day } = edition.meetings[0]!
  if (wish.daysAgo) return instantOf(dayFrom(today, { days: -wish.daysAgo }), '16:20')
  if (wish.origin === 'walk_in') return new Date((startsAt.getTime() + endsAt.getTime()) / 2)
  if (wish.status === 'unconfirmed') return new Date(now.getTime() - 3 * hour)
  if (wish.status === 'requested') return new Date(now.getTime() - (20 + 5 * i) * hour)
  const yesterday = dayFrom(today, { days: -2 })
  const beforeStart = dayFrom(day, { days: -9 })
  const anchor = beforeStart < yesterday ? beforeStart : yesterday
  const on = dayFrom(anchor, { days: Math.min(0, i - 22) })
  return new Date(instantOf(on, '08:00').getTime() + (((i * 5) % 9) * 60 + ((i * 17) % 60)) * 60_000)
}

function changedAtOf(edition: EditionPlan, wish: Wish, createdAt: Date, now: Date): Date {
  if (wish.origin === 'walk_in' || wish.status === 'unconfirmed' || wish.status === 'requested')
    return createdAt
  const first = edition.meetings[0]!
  if (wish.late) return new Date(first.startsAt.getTime() - 40 * hour)
  return new Date(Math.min(createdAt.getTime() + 22 * hour, now.getTime() - hour))
}

/** For which school and team: the one told, else the one they belonged to then. */
function membershipFor(
  person: PersonPlan,
  wish: Wish,
  day: string,
  today: string,
): MembershipPlan | undefined {
  const own = person.memberships.filter((one) => one.role !== 'director' && one.role !== 'signatory')
  if (wish.organisation) return own.find((one) => one.organisation === wish.organisation)
  const onDay = day < today ? day : today
  return (
    own.find(
      (one) =>
        (one.fromDays === undefined || dayFrom(today, { days: one.fromDays }) <= onDay) &&
        (one.untilDays === undefined || dayFrom(today, { days: one.untilDays }) >= onDay),
    ) ?? own[0]
  )
}

/** A team that wants to approve is asked at once, also about who waits. */
function approvalOf(membership: MembershipPlan | undefined, status: EnrolmentStatus): ApprovalState {
  const organisation = organisations.find((one) => one.name === membership?.organisation)
  const team = organisation?.teams.find((one) => one.name === membership?.team)
  if (status === 'declined') return 'declined'
  if (status === 'requested') return 'pending'
  return team?.approvesEnrolments ? 'approved' : 'not_needed'
}
