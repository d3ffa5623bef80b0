import { hashPassword } from '#app/platform/authentication/password.server.ts'
import type { Transaction } from '#db/client.server.ts'
import { dayFrom, instantOf } from '../teaching-weeks.ts'
import { termOf, termOn } from './holds.ts'
import { organisations } from './organisations.ts'
import { people } from './people.ts'

/** Row ids by the names that the plans use. */
export type Ids = Map<string, number>
export const idOf = (ids: Ids, key: string): number => {
  const id = ids.get(key)
  if (id === undefined) throw new Error(`the plan names ${key}, which was not made`)
  return id
}
const zip = (keys: string[], rows: { id: number }[]): Ids => new Map(keys.map((key, i) => [key, rows[i]!.id]))

export type Places = { organisations: Ids; sites: Ids; rooms: Ids; teams: Ids }

/** Organisations by name; sites as `organisation/site`, rooms as `organisation/site/room`, teams as `organisation/team`. */
export async function insertOrganisations(trx: Transaction, createdAt: Date): Promise<Places> {
  const organisationIds = zip(
    organisations.map((one) => one.name),
    await trx
      .insertInto('organisation')
      .values(
        organisations.map((one) => ({
          name: one.name,
          town: one.town,
          kinds: one.kinds,
          isPartner: one.isPartner,
          sector: one.sector ?? null,
          chamberOfCommerceNumber: one.chamberOfCommerceNumber ?? null,
          createdAt,
        })),
      )
      .returning('id')
      .execute(),
  )
  const sites = organisations.flatMap((one) => one.sites.map((site) => ({ organisation: one.name, ...site })))
  const siteKey = (site: { organisation: string; name: string }) => `${site.organisation}/${site.name}`
  const siteIds = zip(
    sites.map(siteKey),
    await trx
      .insertInto('site')
      .values(
        sites.map((site) => ({
          organisationId: idOf(organisationIds, site.organisation),
          name: site.name,
          town: site.town,
          holidayRegion: site.holidayRegion,
          street: site.street ?? null,
          directions: site.directions ?? null,
        })),
      )
      .returning('id')
      .execute(),
  )
  const rooms = sites.flatMap((site) => site.rooms.map((name) => ({ site: siteKey(site), name })))
  const roomIds = zip(
    rooms.map((room) => `${room.site}/${room.name}`),
    await trx
      .insertInto('room')
      .values(rooms.map((room) => ({ siteId: idOf(siteIds, room.site), name: room.name })))
      .returning('id')
      .execute(),
  )
  const teams = organisations.flatMap((one) =>
    one.teams.map((team) => ({
      organisation: one.name,
      site: siteKey({ organisation: one.name, name: one.sites[0]!.name }),
      ...team,
    })),
  )
  const teamIds = zip(
    teams.map((team) => `${team.organisation}/${team.name}`),
    await trx
      .insertInto('team')
      .values(
        teams.map((team) => ({
          organisationId: idOf(organisationIds, team.organisation),
          siteId: idOf(siteIds, team.site),
          name: team.name,
          approvesEnrolments: team.approvesEnrolments,
        })),
      )
      .returning('id')
      .execute(),
  )
  return { organisations: organisationIds, sites: siteIds, rooms: roomIds, teams: teamIds }
}

/** Everybody with address, memberships and what they hold; ids by key. Only the accounts have a password. */
export async function insertPeople(
  trx: Transaction,
  places: Places,
  today: string,
  demoPassword: string,
): Promise<Ids> {
  const passwordHash = await hashPassword(demoPassword)
  const createdAt = instantOf(dayFrom(today, { days: -400 }), '09:00')
  const yesterday = instantOf(dayFrom(today, { days: -1 }), '09:00')
  const ids = zip(
    people.map((person) => person.key),
    await trx
      .insertInto('person')
      .values(
        people.map((person, i) => ({
          givenName: person.givenName,
          familyName: person.familyName,
          telephone: i % 4 === 1 ? `06 0000 00${String(i).padStart(2, '0')}` : null,
          passwordHash: person.isAccount ? passwordHash : null,
          mailChoice: i % 7 === 3 && !person.isAccount ? ('digest' as const) : ('at_once' as const),
          createdAt: person.unconfirmed ? yesterday : createdAt,
        })),
      )
      .returning('id')
      .execute(),
  )
  await trx
    .insertInto('emailAddress')
    .values([
      ...people.map((person) => ({
        personId: idOf(ids, person.key),
        address: `${person.key}@demo.test`,
        isPrimary: true,
        confirmedAt: person.unconfirmed ? null : createdAt,
        createdAt: person.unconfirmed ? yesterday : createdAt,
      })),
      {
        personId: idOf(ids, 'instructeur'),
        address: 'bram.thuis@demo.test',
        isPrimary: false,
        confirmedAt: createdAt,
        createdAt,
      },
    ])
    .execute()
  await insertMemberships(trx, places, ids, today)
  await insertQualifications(trx, ids, today)
  await trx
    .insertInto('regionRole')
    .values([
      { personId: idOf(ids, 'coordinator'), role: 'coordinator', grantedAt: createdAt },
      { personId: idOf(ids, 'redacteur'), role: 'reviewer', grantedAt: createdAt },
      { personId: idOf(ids, 'beheerder'), role: 'administrator', grantedAt: createdAt },
    ])
    .execute()
  return ids
}

async function insertMemberships(trx: Transaction, places: Places, ids: Ids, today: string): Promise<void> {
  await trx
    .insertInto('membership')
    .values(
      people.flatMap((person) =>
        person.memberships.map((one) => ({
          personId: idOf(ids, person.key),
          organisationId: idOf(places.organisations, one.organisation),
          teamId: one.team ? idOf(places.teams, `${one.organisation}/${one.team}`) : null,
          role: one.role,
          startsOn: dayFrom(today, { days: one.fromDays ?? -760 }),
          endsOn: one.untilDays === undefined ? null : dayFrom(today, { days: one.untilDays }),
          staffKind:
            one.role === 'teacher'
              ? ('teacher' as const)
              : one.role === 'instructor'
                ? ('support_staff' as const)
                : null,
          collectiveAgreement: one.role === 'teacher' || one.role === 'instructor' ? 'CAO VO' : null,
          partTimeFactor: one.partTimeFactor ?? null,
        })),
      ),
    )
    .execute()
}

async function insertQualifications(trx: Transaction, ids: Ids, today: string): Promise<void> {
  const coordinator = idOf(ids, 'coordinator')
  await trx
    .insertInto('qualification')
    .values(
      people.flatMap((person) =>
        person.qualifications.map((held) => {
          const { issuedOn, validUntil } = termOf(held, today)
          return {
            personId: idOf(ids, person.key),
            typeCode: held.type,
            scope: held.scope ?? null,
            number: held.number ?? null,
            issuedOn,
            validUntil,
            issuer: held.type === 'BEVOEGDHEID' ? 'Voorbeeldhogeschool' : 'Voorbeeldopleider',
            enteredBy: coordinator,
            createdAt: instantOf(dayFrom(today, { days: -120 }), '11:00'),
            changedAt: instantOf(dayFrom(today, { days: -120 }), '11:00'),
            termId: termOn(held.type, issuedOn),
            lastDayByTerm: true,
            verification: 'verified' as const,
          }
        }),
      ),
    )
    .execute()
}
