import { sql } from 'kysely'
import type { Transaction } from '#db/client.server.ts'
import type { Layout } from './layout.ts'

const givenNames =
  'Noor,Sem,Fatima,Daan,Mila,Yusuf,Sanne,Bram,Aisha,Lucas,Eva,Mehmet,Julia,Ravi,Lieke,Omar,Tess,Paweł,Zoë,Kees'
const familyNames =
  'Jansen,de Vries,Yılmaz,Bakker,van den Berg,El Amrani,Visser,Smit,Ramdin,Mulder,Nguyen,Bos,de Groot,Kowalski,Dekker,Hassan,Brouwer,van Dijk,Tuhuteru,Koster'

/** Schools with three teams each, companies, and everybody in them; numbered in the temporary table `big_person`. */
export async function addPeople(trx: Transaction, layout: Layout, now: Date): Promise<void> {
  await sql`
    create temporary table big_school on commit drop as
    with made as (
      insert into organisation (name, town, kinds, created_at)
      select 'Voorbeeldschool ' || n, (array['Deventer', 'Twello', 'Bathmen', 'Schalkhaar'])[1 + n % 4],
        array['secondary_school'], ${now}::timestamptz - interval '5 years'
      from generate_series(1, ${layout.schools}::int) n
      returning id, town
    )
    select row_number() over (order by id) - 1 as n, id, town from made`.execute(trx)
  await sql`
    insert into organisation (name, town, kinds, sector, chamber_of_commerce_number, created_at)
    select 'Voorbeeldbedrijf nummer ' || n, (array['Deventer', 'Twello', 'Bathmen', 'Schalkhaar'])[1 + n % 4],
      array['company'], (array['metaal', 'installatie', 'bouw', 'mobiliteit', 'groen', 'zorg'])[1 + n % 6],
      lpad((98000000 + n)::text, 8, '0'), ${now}::timestamptz - interval '5 years'
    from generate_series(1, ${layout.companies}::int) n`.execute(trx)
  await sql`
    insert into site (organisation_id, name, street, town, holiday_region)
    select id, 'Hoofdgebouw', 'Voorbeeldstraat ' || n, town,
      case town when 'Twello' then 'midden' else 'noord' end::holiday_region
    from big_school`.execute(trx)
  await sql`
    create temporary table big_team on commit drop as
    with made as (
      insert into team (organisation_id, site_id, name, approves_enrolments)
      select school.id, site.id, team.name, team.name <> 'Zorg en groen'
      from big_school school join site on site.organisation_id = school.id
      cross join (values ('Techniek'), ('Bouw en mobiliteit'), ('Zorg en groen')) team(name)
      returning id, organisation_id
    )
    select row_number() over (order by id) - 1 as n, id, organisation_id from made`.execute(trx)
  await sql`
    create temporary table big_person on commit drop as
    with made as (
      insert into person (given_name, family_name, created_at)
      select (string_to_array(${givenNames}, ','))[1 + n % 20],
        'Voorbeeld-' || (string_to_array(${familyNames}, ','))[1 + n / 20 % 20] || ' ' || n,
        ${now}::timestamptz - interval '5 years' + n % 1000 * interval '1 day'
      from generate_series(1, ${layout.people}::int - (select count(*) from person)::int) n
      returning id
    )
    select (row_number() over (order by id) - 1)::int as n, id from made`.execute(trx)
  await sql`create unique index on big_person (n)`.execute(trx)
  await sql`
    insert into email_address (person_id, address, is_primary, confirmed_at, created_at)
    select id, 'persoon' || n || '@demo.test', true, ${now}::timestamptz - interval '2 years',
      ${now}::timestamptz - interval '2 years'
    from big_person`.execute(trx)
  await sql`
    insert into membership (person_id, organisation_id, team_id, role, starts_on, staff_kind)
    select person.id, team.organisation_id, team.id,
      case when person.n % 4 = 0 then 'instructor' else 'teacher' end::membership_role,
      (${now}::timestamptz - interval '5 years')::date, 'teacher'::staff_kind
    from big_person person join big_team team on team.n = person.n % (select count(*) from big_team)
    union all
    select person.id, team.organisation_id, team.id, 'team_lead', (${now}::timestamptz - interval '5 years')::date, null
    from big_person person join big_team team on team.n = person.n`.execute(trx)
  await sql`
    insert into qualification (person_id, type_code, issued_on, valid_until, issuer, entered_by, created_at, term_id,
      last_day_by_term, verification)
    select id, type.code, until::date - make_interval(months => type.validity_months), until::date,
      'Voorbeeldopleider', id, ${now}::timestamptz - interval '200 days',
      (select qualification_term.id from qualification_term where type_code = type.code), true, 'verified'
    from big_person
    cross join (values ('BHV', 12, 400), ('VCA-B', 120, 3000), ('NEN3140-VOP', 36, 900)) type(code, validity_months, spread)
    cross join lateral (select ${now}::timestamptz + (n * 37 % type.spread - 60) * interval '1 day' as until) term
    where (n + type.spread) % 3 > 0`.execute(trx)
}
