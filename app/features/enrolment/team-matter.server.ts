import { type RawBuilder, sql } from 'kysely'
import { today } from '#app/platform/clock.ts'

/** Whether an enrolment was somebody's own choice: as they said, else by who enrolled them. Needs `enrolment`. */
export const isOwnChoice = (): RawBuilder<boolean> =>
  sql`coalesce(enrolment.own_choice, enrolment.origin in ('self', 'substitute', 'walk_in'))`

/**
 * Whether the lead of the team may know of an enrolment: while its holder works there, and what was assigned, what the
 * team was asked about, or what its holder wants to be seen. Needs `enrolment` and `person`.
 */
export const isTeamMatter = (): RawBuilder<boolean> => sql`(
  exists (select from membership
    where membership.person_id = enrolment.person_id and membership.organisation_id = enrolment.organisation_id
      and membership.starts_on <= ${today()}::date
      and (membership.ends_on is null or membership.ends_on >= ${today()}::date))
  and (person.share_own_choice or not ${isOwnChoice()}
    -- An offer that nobody accepted yet is put to the team when it is.
    or (enrolment.approval <> 'not_needed'
      and (enrolment.status <> 'offered' or enrolment.approval_asked_at is not null))))`
