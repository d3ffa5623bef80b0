import { sql } from 'kysely'
import { today } from '#app/platform/clock.ts'
import type { Db, Transaction } from '#db/client.server.ts'

export type Colleague = { personId: number; name: string; teamName: string | null }

const holdsToday = () => sql<boolean>`membership.starts_on <= ${today()}::date
  and (membership.ends_on is null or membership.ends_on >= ${today()}::date)`

function colleagues(db: Db | Transaction, organisationId: number, exceptPersonId: number) {
  return db
    .selectFrom('membership')
    .innerJoin('person', 'person.id', 'membership.personId')
    .where('membership.organisationId', '=', organisationId)
    .where(holdsToday())
    .where('person.id', '<>', exceptPersonId)
    .where('person.deactivatedAt', 'is', null)
    .where('person.mergedIntoId', 'is', null)
}

/** Who works at the same organisation today and has a confirmed address, by name. */
export function listColleagues(
  db: Db | Transaction,
  organisationId: number,
  exceptPersonId: number,
): Promise<Colleague[]> {
  return colleagues(db, organisationId, exceptPersonId)
    .leftJoin('team', 'team.id', 'membership.teamId')
    .select((select) => [
      'person.id as personId',
      'person.name',
      select.fn.min<string | null>('team.name').as('teamName'),
    ])
    .where((where) =>
      where.exists(
        where
          .selectFrom('emailAddress')
          .select('emailAddress.id')
          .whereRef('emailAddress.personId', '=', 'person.id')
          .where('confirmedAt', 'is not', null),
      ),
    )
    .groupBy('person.id')
    .orderBy('person.sortName')
    .limit(400)
    .execute()
}

/** The colleague that was chosen, by id or by one of their addresses; undefined for who does not work there. */
export function findColleague(
  db: Db | Transaction,
  organisationId: number,
  exceptPersonId: number,
  by: { colleagueId?: number | undefined; address?: string | undefined },
) {
  return colleagues(db, organisationId, exceptPersonId)
    .innerJoin('emailAddress', 'emailAddress.personId', 'person.id')
    .select(['person.id as personId', 'person.name'])
    .where('emailAddress.confirmedAt', 'is not', null)
    .$if(by.colleagueId !== undefined, (query) => query.where('person.id', '=', by.colleagueId ?? 0))
    .$if(by.colleagueId === undefined, (query) => query.where('emailAddress.address', '=', by.address ?? ''))
    .limit(1)
    .executeTakeFirst()
}
