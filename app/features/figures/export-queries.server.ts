import { type RawBuilder, type SqlBool, sql } from 'kysely'
import { stateNames } from '#app/features/attendance/attendance-texts.ts'
import { editionStatusWords, kindWords } from '#app/features/catalogue/catalogue-texts.ts'
import { kindNames } from '#app/features/certificates/certificate-texts.ts'
import { contributionWhere } from '#app/features/contributions/contribution-queries.server.ts'
import {
  kindWords as contributionKindWords,
  stateWords,
} from '#app/features/contributions/contribution-texts.ts'
import { statusWords } from '#app/features/enrolment/enrolment-texts.ts'
import { membershipRoleWords, staffKindWords } from '#app/features/people/membership-texts.ts'
import { today } from '#app/platform/clock.ts'
import type { Cell, Column } from '#app/platform/spreadsheet/spreadsheet.ts'
import type { Db } from '#db/client.server.ts'
import { type ExportListName, type ExportPeriod, exportMost } from './export-list.ts'

export type ExportedList = { columns: Column[]; rows: Record<string, Cell>[]; cut: boolean }

type Row = Record<string, Cell>
type List = {
  columns: [key: string, title: string, kind?: Column['kind']][]
  query: (period: ExportPeriod) => RawBuilder<Row>
  /** The words for what the database keeps as a code. */
  words?: Record<string, Record<string, string>>
}

/** The rows of a list, in a stated order, at most `exportMost`; `cut` says that there were more. */
export async function listForExport(
  db: Db,
  name: ExportListName,
  period: ExportPeriod,
): Promise<ExportedList> {
  const { columns, query, words = {} } = lists[name]
  const { rows } = await query(period).execute(db)
  const worded = rows.slice(0, exportMost).map((row) => {
    for (const [key, of] of Object.entries(words)) row[key] = of[String(row[key])] ?? row[key]
    return row
  })
  return {
    columns: columns.map(([key, title, kind = 'text']) => ({ key, title, kind })),
    rows: worded,
    cut: rows.length > exportMost,
  }
}

/** The part of a list that was asked for: whole days in Amsterdam, both included. */
function within(column: RawBuilder<unknown>, { from, until, editionId }: ExportPeriod): RawBuilder<SqlBool> {
  const parts: RawBuilder<SqlBool>[] = [sql`true`]
  if (from) parts.push(sql`${column} >= ${from}::date`)
  if (until) parts.push(sql`${column} < ${until}::date + 1`)
  if (editionId) parts.push(sql`edition.id = ${editionId}`)
  return sql.join(parts, sql` and `)
}

const most = sql.lit(exportMost + 1)
const primaryAddress = sql`(select address from email_address where person_id = person.id and is_primary)`

const lists: Record<ExportListName, List> = {
  deelnemers: {
    columns: [
      ['title', 'Titel'],
      ['code', 'Uitvoering'],
      ['startsAt', 'Begint', 'instant'],
      ['givenName', 'Voornaam'],
      ['familyName', 'Achternaam'],
      ['address', 'E-mailadres'],
      ['telephone', 'Telefoon'],
      ['organisation', 'School'],
      ['team', 'Team'],
      ['status', 'Stand'],
      ['createdAt', 'Ingeschreven', 'instant'],
      ['dietaryWishes', 'Dieetwensen'],
      ['note', 'Opmerking'],
    ],
    words: { status: Object.fromEntries(Object.entries(statusWords).map(([key, { word }]) => [key, word])) },
    query: (period) => sql`
      select offering.title, edition.code, edition.starts_at, person.given_name, person.family_name,
        ${primaryAddress} as address, enrolment.telephone, organisation.name as organisation, team.name as team,
        enrolment.status, enrolment.created_at, enrolment.dietary_wishes, enrolment.note
      from edition
      join offering on offering.id = edition.offering_id
      join enrolment on enrolment.edition_id = edition.id
      join person on person.id = enrolment.person_id
      left join organisation on organisation.id = enrolment.organisation_id
      left join team on team.id = enrolment.team_id
      where ${within(sql`edition.starts_at`, period)}
      order by edition.starts_at, edition.id, person.sort_name, enrolment.id
      limit ${most}`,
  },
  mensen: {
    columns: [
      ['givenName', 'Voornaam'],
      ['familyName', 'Achternaam'],
      ['address', 'E-mailadres'],
      ['telephone', 'Telefoon'],
      ['organisation', 'School of bedrijf'],
      ['town', 'Plaats'],
      ['team', 'Team'],
      ['role', 'Rol'],
      ['startsOn', 'Vanaf', 'day'],
      ['endsOn', 'Tot en met', 'day'],
      ['staffKind', 'Soort personeel'],
      ['collectiveAgreement', 'Cao'],
      ['partTimeFactor', 'Deeltijdfactor', 'number'],
    ],
    words: { role: membershipRoleWords, staffKind: staffKindWords },
    query: () => sql`
      select person.given_name, person.family_name, ${primaryAddress} as address, person.telephone,
        organisation.name as organisation, organisation.town, team.name as team, membership.role,
        membership.starts_on, membership.ends_on, membership.staff_kind, membership.collective_agreement,
        membership.part_time_factor
      from person
      left join membership on membership.person_id = person.id and membership.starts_on <= ${today()}::date
        and (membership.ends_on is null or membership.ends_on >= ${today()}::date)
      left join organisation on organisation.id = membership.organisation_id
      left join team on team.id = membership.team_id
      where person.deactivated_at is null and person.merged_into_id is null
      order by person.sort_name, person.id, membership.id
      limit ${most}`,
  },
  uitvoeringen: {
    columns: [
      ['title', 'Titel'],
      ['kind', 'Soort'],
      ['code', 'Uitvoering'],
      ['project', 'Project'],
      ['status', 'Stand'],
      ['startsAt', 'Begint', 'instant'],
      ['endsAt', 'Eindigt', 'instant'],
      ['meetings', 'Bijeenkomsten', 'number'],
      ['capacity', 'Plekken', 'number'],
      ['placesHeld', 'Vergeven', 'number'],
      ['waiting', 'Wachtlijst', 'number'],
      ['minimum', 'Minimum', 'number'],
      ['trainers', 'Trainers'],
    ],
    words: { kind: kindWords, status: editionStatusWords },
    query: (period) => sql`
      select offering.title, offering.kind, edition.code, project.title as project, edition.status,
        edition.starts_at, edition.ends_at, edition.capacity, edition.places_held, edition.waiting, edition.minimum,
        (select count(*) from meeting where edition_id = edition.id and status = 'planned') as meetings,
        (select string_agg(person.name, ', ' order by person.sort_name) from edition_trainer
          join person on person.id = edition_trainer.person_id where edition_id = edition.id) as trainers
      from edition
      join offering on offering.id = edition.offering_id
      join project on project.number = offering.project_number
      where ${within(sql`edition.starts_at`, period)}
      order by edition.starts_at, edition.id
      limit ${most}`,
  },
  presentie: {
    columns: [
      ['title', 'Titel'],
      ['code', 'Uitvoering'],
      ['startsAt', 'Bijeenkomst', 'instant'],
      ['givenName', 'Voornaam'],
      ['familyName', 'Achternaam'],
      ['organisation', 'School'],
      ['state', 'Presentie'],
      ['minutesLate', 'Minuten te laat', 'number'],
      ['minutesLeftEarly', 'Minuten eerder weg', 'number'],
      ['hours', 'Uren', 'number'],
    ],
    words: { state: stateNames },
    // The minutes that count are those of `attendedMinutes`; a test compares the two.
    query: (period) => sql`
      select offering.title, edition.code, meeting.starts_at, person.given_name, person.family_name,
        organisation.name as organisation, attendance.state, attendance.minutes_late, attendance.minutes_left_early,
        round(case when attendance.state = 'present' then greatest(0,
          extract(epoch from meeting.ends_at - meeting.starts_at) / 60 - meeting.break_minutes
            - attendance.minutes_late - attendance.minutes_left_early) else 0 end / 60.0, 2) as hours
      from meeting
      join edition on edition.id = meeting.edition_id
      join offering on offering.id = edition.offering_id
      join attendance on attendance.meeting_id = meeting.id
      join enrolment on enrolment.id = attendance.enrolment_id
      join person on person.id = enrolment.person_id
      left join organisation on organisation.id = enrolment.organisation_id
      where meeting.status = 'planned' and ${within(sql`meeting.starts_at`, period)}
      order by meeting.starts_at, meeting.id, person.sort_name, enrolment.id
      limit ${most}`,
  },
  'eerdere-scholing': {
    columns: [
      ['title', 'Titel'],
      ['heldOn', 'Datum', 'day'],
      ['givenName', 'Voornaam'],
      ['familyName', 'Achternaam'],
      ['address', 'E-mailadres'],
      ['organisation', 'School'],
      ['hours', 'Uren', 'number'],
      ['project', 'Project', 'number'],
      ['source', 'Herkomst'],
    ],
    query: ({ from, until }) => sql`
      select past_attendance.title, past_attendance.held_on, person.given_name, person.family_name,
        ${primaryAddress} as address, organisation.name as organisation,
        round(past_attendance.minutes / 60.0, 2) as hours, past_attendance.project_number as project,
        'Overgenomen uit ' || history_import.file_name || ', regel ' || past_attendance.line as source
      from past_attendance
      join history_import on history_import.id = past_attendance.import_id
      join person on person.id = past_attendance.person_id
      left join organisation on organisation.id = past_attendance.organisation_id
      where ${within(sql`past_attendance.held_on`, { from, until })}
      order by past_attendance.held_on, person.sort_name, past_attendance.id
      limit ${most}`,
  },
  certificaten: {
    columns: [
      ['number', 'Nummer'],
      ['kind', 'Soort'],
      ['holderName', 'Naam'],
      ['title', 'Titel'],
      ['hours', 'Uren', 'number'],
      ['firstDay', 'Eerste dag', 'day'],
      ['lastDay', 'Laatste dag', 'day'],
      ['projectTitle', 'Project'],
      ['issuedAt', 'Uitgereikt', 'day'],
      ['revokedAt', 'Ingetrokken', 'day'],
      ['revokedReason', 'Reden'],
    ],
    words: { kind: kindNames },
    query: (period) => sql`
      select certificate.number, certificate.kind, certificate.holder_name, certificate.title,
        round(certificate.minutes / 60.0, 2) as hours, certificate.first_day, certificate.last_day,
        certificate.project_title, certificate.issued_at, certificate.revoked_at, certificate.revoked_reason
      from certificate
      join enrolment on enrolment.id = certificate.enrolment_id
      join edition on edition.id = enrolment.edition_id
      where ${within(sql`certificate.issued_at`, period)}
      order by certificate.issued_at, certificate.id
      limit ${most}`,
  },
  bijdragen: {
    columns: [
      ['id', 'Nummer', 'number'],
      ['organisation', 'Organisatie'],
      ['project', 'Project'],
      ['day', 'Dag', 'day'],
      ['sourceWords', 'Bij'],
      ['kind', 'Soort'],
      ['what', 'Wat'],
      ['hours', 'Uren', 'number'],
      ['rate', 'Euro per uur', 'number'],
      ['euros', 'Waarde in euro', 'number'],
      ['state', 'Stand'],
      ['counts', 'Telt mee', 'boolean'],
      ['evidence', 'Bewijs'],
      ['signerName', 'Getekend door'],
      ['signerRole', 'Functie'],
      ['answeredAt', 'Beantwoord', 'instant'],
      ['refusedReason', 'Reden'],
      ['replacesId', 'Verbetert nummer', 'number'],
      ['readHash', 'Controlegetal'],
    ],
    words: { kind: contributionKindWords, state: stateWords },
    query: (period) => sql`
      select line.id, organisation.name as organisation, project.title as project, line.day, line.source_words,
        line.kind, line.what, round(line.minutes / 60.0, 2) as hours, line.cents_per_hour / 100.0 as rate,
        line.cents / 100.0 as euros, line.state, value.counts, line.evidence, line.signer_name, line.signer_role,
        line.answered_at, line.refused_reason, line.replaces_id, line.read_hash
      from contribution line
      join contribution_value value on value.id = line.id
      join organisation on organisation.id = line.organisation_id
      join project on project.number = line.project_number
      where ${within(sql`line.day`, { from: period.from, until: period.until })}
        and ${contributionWhere(period.contributions ?? {})}
      order by line.day, line.id
      limit ${most}`,
  },
}
