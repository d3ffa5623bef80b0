import { sql } from 'kysely'
import type { Transaction } from '#db/client.server.ts'

/** A proof for everybody who completed a closed edition and has none; numbered on from what was issued in that year. */
export async function addCertificates(trx: Transaction): Promise<void> {
  await sql`
    insert into certificate (kind, number, code, enrolment_id, person_id, holder_name, title, minutes, meetings,
      attendance_percent, first_day, last_day, project_number, project_title, exam_modules, region_name, signatory_name,
      signatory_role, demo, issued_at, issued_by)
    select 'proof_of_participation',
      year || '-' || lpad((coalesce(counter.last, 0) + row_number() over (partition by year order by edition.closed_at,
        enrolment.id))::text, 6, '0'),
      -- 122 bits of chance, in the signs of a verification code.
      translate(replace(gen_random_uuid()::text, '-', ''), '0123456789abcdef', '23456789ABCDEFGH'),
      enrolment.id, person.id, person.name, offering.title, offering.study_minutes, had.meetings,
      100 * had.there / had.meetings, edition.starts_at::date, edition.ends_at::date, project.number, project.title,
      coalesce(modules.list, '[]'), region.name, region.signatory_name, region.signatory_role, region.demo,
      edition.closed_at, trainer.person_id
    from enrolment
    join edition on edition.id = enrolment.edition_id and edition.status = 'closed'
    join offering on offering.id = edition.offering_id
    join project on project.number = offering.project_number
    join person on person.id = enrolment.person_id
    join edition_trainer trainer on trainer.edition_id = edition.id
    join (select enrolment_id, count(*) as meetings, count(*) filter (where state = 'present') as there
      from attendance group by enrolment_id) had on had.enrolment_id = enrolment.id
    cross join region
    cross join lateral (select extract(year from edition.closed_at)::int as year) issued
    left join certificate_counter counter using (year)
    left join (select offering_id, jsonb_agg(jsonb_build_object('code', code, 'title', title) order by code) as list
      from offering_exam_module join exam_module on code = module_code group by offering_id) modules
      on modules.offering_id = offering.id
    where enrolment.status = 'completed'
      and not exists (select from certificate where certificate.enrolment_id = enrolment.id)
    order by edition.closed_at, enrolment.id`.execute(trx)
  await sql`
    insert into certificate_counter (year, last)
    select split_part(number, '-', 1)::int, max(split_part(number, '-', 2)::int) from certificate group by 1
    on conflict (year) do update set last = excluded.last`.execute(trx)
}
