import { type RawBuilder, sql } from 'kysely'
import qualificationTypes from '../data/qualification-types.json' with { type: 'json' }
import { dayFrom } from '../teaching-weeks.ts'
import type { PersonPlan, QualificationPlan } from './people.ts'
import type { EditionPlan } from './plan-editions.ts'

const types = new Map(qualificationTypes.types.map((type) => [type.code, type]))

/** First and last day of something a person holds; without a last day it does not expire. */
export function termOf(
  plan: QualificationPlan,
  today: string,
): { issuedOn: string; validUntil: string | null } {
  const months = types.get(plan.type)?.validityMonths ?? null
  if (plan.validDays === undefined || months === null)
    return { issuedOn: dayFrom(today, { years: -6, days: -40 }), validUntil: null }
  const validUntil = dayFrom(today, { days: plan.validDays })
  return { issuedOn: dayFrom(validUntil, { months: -months }), validUntil }
}

/** The term under which something of this sort counts that was issued on `day`. */
export const termOn = (type: string, day: string): RawBuilder<number> =>
  sql<number>`qualification_term_on(${type}, ${day}::date)`

/** The last day of what was earned on `day`; null when it does not expire. */
export function validUntilOf(type: string, day: string): string | null {
  const months = types.get(type)?.validityMonths
  return months ? dayFrom(day, { months }) : null
}

/** Whether someone may take part: holds what the offering requires on the day it begins. */
export function meetsRequirements(person: PersonPlan, edition: EditionPlan, today: string): boolean {
  const first = edition.meetings[0]!.day
  return edition.offering.requires.every(({ type, lapsedMonthsAllowed }) =>
    person.qualifications.some((held) => {
      const { issuedOn, validUntil } = termOf(held, today)
      if (held.type !== type || issuedOn > first) return false
      return validUntil === null || dayFrom(validUntil, { months: lapsedMonthsAllowed }) >= first
    }),
  )
}

/** Whether someone has no use for it, because they hold for long what it leads to. */
export function holdsResult(person: PersonPlan, edition: EditionPlan): boolean {
  const { awardsOnTest, preparesFor, requires } = edition.offering
  const result = awardsOnTest ?? preparesFor
  if (!result || requires.some(({ type }) => type === result)) return false
  return person.qualifications.some((held) => held.type === result && (held.validDays ?? 0) > 60)
}
