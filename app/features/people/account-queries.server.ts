import { jsonArrayFrom } from 'kysely/helpers/postgres'
import { today } from '#app/platform/clock.ts'
import type { Db } from '#db/client.server.ts'

/**
 * Everything about one's own account: name, addresses, where one works now or will, schools that were named but are
 * not known yet, and how many places are asked about. One query.
 */
export function findAccount(db: Db, personId: number) {
  return db
    .selectFrom('person')
    .select((select) => [
      'person.givenName',
      'person.familyName',
      'person.telephone',
      'person.mailChoice',
      select('person.passwordHash', 'is not', null).as('hasPassword'),
      jsonArrayFrom(
        select
          .selectFrom('emailAddress')
          .select((address) => [
            'emailAddress.id',
            'emailAddress.address',
            'emailAddress.isPrimary',
            address('emailAddress.confirmedAt', 'is not', null).as('isConfirmed'),
            address('emailAddress.refusedAt', 'is not', null).as('isRefused'),
          ])
          .whereRef('emailAddress.personId', '=', 'person.id')
          .orderBy('emailAddress.isPrimary', 'desc')
          .orderBy('emailAddress.id')
          .limit(50),
      ).as('addresses'),
      jsonArrayFrom(
        select
          .selectFrom('membership')
          .innerJoin('organisation', 'organisation.id', 'membership.organisationId')
          .leftJoin('team', 'team.id', 'membership.teamId')
          .select([
            'membership.id',
            'membership.role',
            'membership.startsOn',
            'membership.endsOn',
            'organisation.name as organisationName',
            'organisation.town',
            'team.name as teamName',
          ])
          .whereRef('membership.personId', '=', 'person.id')
          .where((where) => where.or([where('endsOn', 'is', null), where('endsOn', '>=', today())]))
          .orderBy('membership.startsOn')
          .orderBy('membership.id')
          .limit(50),
      ).as('memberships'),
      jsonArrayFrom(
        select
          .selectFrom('organisationSuggestion')
          .select(['organisationSuggestion.id', 'organisationSuggestion.name', 'organisationSuggestion.town'])
          .whereRef('organisationSuggestion.personId', '=', 'person.id')
          .where('organisationSuggestion.handledAt', 'is', null)
          .orderBy('organisationSuggestion.id')
          .limit(20),
      ).as('suggestions'),
      select
        .selectFrom('membershipQuestion')
        .innerJoin('enrolment', 'enrolment.id', 'membershipQuestion.enrolmentId')
        .select((count) => count.fn.countAll<number>().as('count'))
        .whereRef('enrolment.personId', '=', 'person.id')
        .where('membershipQuestion.answeredAt', 'is', null)
        .as('openQuestions'),
    ])
    .where('person.id', '=', personId)
    .executeTakeFirstOrThrow()
}

export type Account = Awaited<ReturnType<typeof findAccount>>
