import { sql } from 'kysely'
import { hasPlaceLeft } from '#app/features/catalogue/catalogue-queries.server.ts'
import { dayOf, now } from '#app/platform/clock.ts'
import type { Db, Transaction } from '#db/client.server.ts'
import type { RenewalEdition, Summer } from './renewal.ts'

type Reader = Db | Transaction

/** The editions still to begin that lead to these sorts of papers and have a place left, the nearest first. */
export async function listRenewalEditions(
  db: Reader,
  typeCodes: readonly string[],
): Promise<RenewalEdition[]> {
  if (typeCodes.length === 0) return []
  const { rows } = await sql<Omit<RenewalEdition, 'firstDay'>>`
    select edition.id as edition_id, edition.code, offering.slug, offering.title, wanted.code as type_code,
      edition.starts_at, edition.capacity - edition.places_held as left, own.lapsed_months_allowed
    from unnest(${typeCodes}::text[]) as wanted(code)
    join offering on wanted.code in (offering.awards_on_test, offering.prepares_for) and offering.status = 'published'
    join edition on edition.offering_id = offering.id and edition.status in ('open', 'going_ahead')
      and edition.starts_at > ${now()} and ${hasPlaceLeft()}
    left join offering_requirement own on own.offering_id = offering.id and own.type_code = wanted.code
    order by edition.starts_at, edition.id
    limit 500`.execute(db)
  return rows.map((row) => ({ ...row, firstDay: dayOf(row.startsAt) }))
}

export type BookedRenewal = {
  personId: number
  typeCode: string
  enrolmentId: number
  title: string
  startsAt: Date
}

/** What these people are enrolled in, or wait for, that leads to a sort of paper; the nearest first. */
export async function listBookedRenewals(db: Reader, personIds: readonly number[]): Promise<BookedRenewal[]> {
  const { rows } = await sql<BookedRenewal>`
    select enrolment.person_id, earned.code as type_code, enrolment.id as enrolment_id, offering.title, edition.starts_at
    from enrolment
    join edition on edition.id = enrolment.edition_id and edition.ends_at > ${now()}
      and edition.status in ('open', 'going_ahead')
    join offering on offering.id = edition.offering_id
    cross join lateral unnest(array[offering.awards_on_test, offering.prepares_for]) as earned(code)
    where enrolment.person_id = any(${personIds}::bigint[]) and earned.code is not null
      and enrolment.status in ('unconfirmed', 'requested', 'confirmed', 'waitlisted', 'offered')
    order by edition.starts_at, enrolment.id`.execute(db)
  return rows
}

/** The summer holidays where these people work; everybody else's are all there are. By person. */
export async function listSummersOf(
  db: Reader,
  personIds: readonly number[],
  today: string,
): Promise<(personId: number) => Summer[]> {
  const { rows: summers } = await sql<Summer & { region: string }>`
    select holiday_region as region, starts_on, ends_on from school_holiday
    where name = 'Zomervakantie' and ends_on >= ${today}::date - 400
    order by starts_on`.execute(db)
  const { rows: places } = await sql<{ personId: number; regions: string[] }>`
    select membership.person_id, json_agg(distinct site.holiday_region) as regions
    from membership
    left join team on team.id = membership.team_id
    join site on site.id = team.site_id or (team.site_id is null and site.organisation_id = membership.organisation_id)
    where membership.person_id = any(${personIds}::bigint[])
      and starts_on <= ${today}::date and (ends_on is null or ends_on >= ${today}::date)
    group by membership.person_id`.execute(db)
  const regions = new Map(places.map((row) => [row.personId, new Set(row.regions)]))
  return (personId) => {
    const own = regions.get(personId)
    return own ? summers.filter(({ region }) => own.has(region)) : summers
  }
}

/**
 * People who hold something that ends within `months` months, or that the employer has to sign for; those after
 * `afterId`, in order of id.
 */
export async function listPeopleToRemind(
  db: Reader,
  { today, afterId, most }: { today: string; afterId: number; most: number },
): Promise<number[]> {
  const { rows } = await sql<{ personId: number }>`
    select distinct held.person_id
    from qualification held
    join qualification_type type on type.code = held.type_code
    join qualification_term term on term.id = held.term_id
    join person on person.id = held.person_id and deactivated_at is null and merged_into_id is null
    where held.person_id > ${afterId} and held.withdrawn_at is null and held.verification <> 'refused'
      and held.valid_until >= ${today}::date
      -- Two months more, for what comes before a summer holiday.
      and (held.valid_until < ${today}::date + make_interval(months => 3 + coalesce(
          (select max(before) from unnest(type.remind_months_before) before), 0))
        or term.confirm_every_months is not null or term.designation_note is not null)
    order by held.person_id
    limit ${most}`.execute(db)
  return rows.map(({ personId }) => personId)
}
