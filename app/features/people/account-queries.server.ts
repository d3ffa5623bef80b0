import { sql } from 'kysely'
import type { MembershipRole } from '#app/access/actor.ts'
import { today } from '#app/platform/clock.ts'
import type { Db } from '#db/client.server.ts'

export type Account = {
  givenName: string
  familyName: string
  telephone: string | null
  mailChoice: 'at_once' | 'digest'
  leftMailKinds: string[]
  hasPassword: boolean
  addresses: { id: number; address: string; isPrimary: boolean; isConfirmed: boolean; isRefused: boolean }[]
  memberships: {
    id: number
    role: MembershipRole
    organisationName: string
    town: string
    teamName: string | null
    startsOn: string
    endsOn: string | null
  }[]
  suggestions: { id: number; name: string; town: string }[]
  openQuestions: number
}

/**
 * Everything about one's own account: name, addresses, where one works now or will, schools that were named but are
 * not known yet, and how many places are asked about. One query.
 */
export async function findAccount(db: Db, personId: number): Promise<Account> {
  const { rows } = await sql<Account>`
    select given_name, family_name, telephone, mail_choice, password_hash is not null as has_password,
      coalesce((select json_agg(json_build_object('id', id, 'address', address, 'isPrimary', is_primary,
          'isConfirmed', confirmed_at is not null, 'isRefused', refused_at is not null) order by is_primary desc, id)
        from email_address where person_id = person.id), '[]') as addresses,
      coalesce((select json_agg(json_build_object('id', membership.id, 'role', role, 'startsOn', starts_on,
          'endsOn', ends_on, 'organisationName', organisation.name, 'town', organisation.town, 'teamName', team.name)
          order by starts_on, membership.id)
        from membership
        join organisation on organisation.id = membership.organisation_id
        left join team on team.id = membership.team_id
        where membership.person_id = person.id and (ends_on is null or ends_on >= ${today()}::date)), '[]')
        as memberships,
      coalesce((select json_agg(json_build_object('id', id, 'name', name, 'town', town) order by id)
        from organisation_suggestion where person_id = person.id and handled_at is null), '[]') as suggestions,
      coalesce((select json_agg(kind) from mail_optout where person_id = person.id), '[]') as left_mail_kinds,
      (select count(*) from membership_question join enrolment on enrolment.id = enrolment_id
        where enrolment.person_id = person.id and answered_at is null) as open_questions
    from person where person.id = ${personId}`.execute(db)
  const account = rows[0]
  if (!account) throw new Error(`There is no person ${personId}.`)
  return account
}
