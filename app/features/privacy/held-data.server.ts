import { type RawBuilder, sql } from 'kysely'
import type { Db } from '#db/client.server.ts'
import { inWords } from './held-words.ts'

/** As much of one part as anybody has; more would be no person. */
const most = 20_000

type Part = (personId: number) => RawBuilder<Record<string, unknown>>

/** Enrolments of somebody with what they are for, as a query to build on. */
const mine = (personId: number) => sql`
  select enrolment.*, offering.title, edition.code, edition.starts_at, edition.ends_at
  from enrolment
  join edition on edition.id = enrolment.edition_id
  join offering on offering.id = edition.offering_id
  where enrolment.person_id = ${personId}`

/** The addresses that somebody proved to read: of what is sent to another, nobody gets a copy by claiming it. */
const ownAddresses = (personId: number) =>
  sql`select lower(address) from email_address where person_id = ${personId} and confirmed_at is not null`

/**
 * Everything that is kept about somebody, by the name of its table in what they take along; the columns have the names
 * that people read. What opens something (hashes of passwords and links) is left out: it tells nothing and could be
 * misused. Of what somebody did to others, only that they did it: the rest is about those others.
 */
export const heldParts: Record<string, Part> = {
  persoon: (id) => sql`
    select given_name as voornaam, family_name as achternaam, telephone as telefoon, mail_choice as mail_krijgen,
      share_own_choice as eigen_keuze_delen, password_hash is not null as heeft_wachtwoord, created_at as sinds,
      deactivated_at as afgesloten_op
    from person where id = ${id} or merged_into_id = ${id} order by id`,
  adressen: (id) => sql`
    select address as adres, is_primary as hoofdadres, confirmed_at as bevestigd_op, refused_at as geweigerd_op
    from email_address where person_id = ${id} order by id`,
  werk: (id) => sql`
    select organisation.name as organisatie, team.name as team, role as rol, starts_on as van, ends_on as tot_en_met,
      collective_agreement as cao, staff_kind as soort_personeel, part_time_factor as deeltijdfactor
    from membership join organisation on organisation.id = organisation_id left join team on team.id = team_id
    where person_id = ${id} order by membership.id`,
  werk_dat_je_doorgaf: (id) => sql`
    select name as organisatie, town as plaats, role as rol, created_at as op, handled_at as afgehandeld_op
    from organisation_suggestion where person_id = ${id} order by id`,
  rollen_in_de_regio: (id) => sql`
    select role as rol, granted_at as sinds from region_role where person_id = ${id}`,
  inschrijvingen: (id) => sql`
    select code as uitvoering, title as titel, starts_at as begint, status, status_reason as reden,
      created_at as ingeschreven_op, status_changed_at as gewijzigd_op, origin as door, note as opmerking,
      dietary_wishes as dieet, telephone as telefoon, own_choice as eigen_keuze
    from (${mine(id)}) mine order by mine.id`,
  vragen_over_je_werk: (id) => sql`
    select mine.title as titel, asked_at as gevraagd_op, answer as antwoord, answered_at as beantwoord_op
    from membership_question join (${mine(id)}) mine on mine.id = enrolment_id order by membership_question.id`,
  presentie: (id) => sql`
    select title as titel, meeting.starts_at as bijeenkomst, state as stand, minutes_late as minuten_later,
      minutes_left_early as minuten_eerder_weg, attendance.note as opmerking, recorded_at as vastgelegd_op
    from attendance join (${mine(id)}) mine on mine.id = enrolment_id
    join meeting on meeting.id = meeting_id order by meeting.starts_at`,
  uren_opgeteld: (id) => sql`
    select title as titel, school_year as schooljaar, meetings as bijeenkomsten, minutes as minuten
    from attended join (${mine(id)}) mine on mine.id = enrolment_id order by school_year, mine.id`,
  presentie_gewijzigd: (id) => sql`
    select title as titel, meeting.starts_at as bijeenkomst, from_state as van, to_state as naar, from_note as opmerking_was,
      to_note as opmerking_werd, reason as reden, way as hoe, recorded_at as op
    from attendance_change join (${mine(id)}) mine on mine.id = enrolment_id
    join meeting on meeting.id = meeting_id order by attendance_change.id`,
  afwezig_gemeld: (id) => sql`
    select title as titel, meeting.starts_at as bijeenkomst, absence_notice.note as opmerking, reported_at as gemeld_op
    from absence_notice join (${mine(id)}) mine on mine.id = enrolment_id
    join meeting on meeting.id = meeting_id order by reported_at`,
  ingehaald: (id) => sql`
    select title as titel, meeting.starts_at as bijeenkomst, assignment as opdracht, signed_off_at as afgetekend_op
    from attendance_make_up join (${mine(id)}) mine on mine.id = enrolment_id
    join meeting on meeting.id = meeting_id order by signed_off_at`,
  ingecheckt: (id) => sql`
    select title as titel, meeting.starts_at as bijeenkomst, received_at as op, way as hoe, minutes_late as minuten_later,
      state as stand, device as vingerafdruk_browser
    from check_in join (${mine(id)}) mine on mine.id = enrolment_id
    join meeting on meeting.id = meeting_id order by received_at`,
  gebeld: (id) => sql`
    select title as titel, meeting.starts_at as bijeenkomst, reached_at as bereikt_op
    from meeting_call join (${mine(id)}) mine on mine.id = enrolment_id
    join meeting on meeting.id = meeting_id order by reached_at`,
  toetsen: (id) => sql`
    select title as titel, taken_on as op, passed as gehaald, number as nummer, examiner as afgenomen_door,
      recorded_at as vastgelegd_op
    from test_result join (${mine(id)}) mine on mine.id = enrolment_id order by test_result.id`,
  vrijstellingen: (id) => sql`
    select title as titel, reason as reden, granted_at as op
    from dispensation join (${mine(id)}) mine on mine.id = enrolment_id order by granted_at`,
  evaluaties_ingevuld: (id) => sql`
    select title as titel from evaluation_given join (${mine(id)}) mine on mine.id = enrolment_id order by mine.id`,
  plek_overgenomen: (id) => sql`
    select title as titel, asked_at as gevraagd_op, accepted as aangenomen, answered_at as beantwoord_op,
      substitute_id = ${id} as jij_was_vervanger
    from substitution join enrolment on enrolment.id = enrolment_id
    join edition on edition.id = edition_id join offering on offering.id = offering_id
    where substitute_id = ${id} or enrolment.person_id = ${id} order by substitution.id`,
  certificaten: (id) => sql`
    select kind as soort, number as nummer, code, holder_name as op_naam_van, title as titel, minutes as minuten,
      first_day as eerste_dag, last_day as laatste_dag, test_passed_on as toets_gehaald_op, issued_at as afgegeven_op,
      revoked_at as ingetrokken_op, revoked_reason as reden, exists (select from credential
        where certificate_id = certificate.id) as als_badge_getekend
    from certificate where person_id = ${id} order by id`,
  certificaten_nagekeken: (id) => sql`
    select number as nummer, noticed_at as opgemerkt_op, decision as besluit, decided_at as besloten_op
    from certificate_review join certificate on certificate.id = certificate_id
    where person_id = ${id} order by certificate_review.id`,
  bewijzen: (id) => sql`
    select type.title as bewijs, scope as waarvoor, number as nummer, issued_on as afgegeven_op,
      valid_until as geldig_tot_en_met, issuer as afgegeven_door, verification as controle,
      stored_file.name as scan, created_at as toegevoegd_op, withdrawn_at as weggehaald_op, withdrawn_reason as reden
    from (select qualification.*, qualification.created_at as added_at from qualification where person_id = ${id}) held
    join qualification_type type on type.code = type_code
    left join lateral (select name from stored_file where stored_file.id = held.file_id) stored_file on true
    order by held.id`,
  bewijzen_gecontroleerd: (id) => sql`
    select type.title as bewijs, outcome as uitkomst, how as hoe, reason as reden, checked_at as op, read as wat_er_stond
    from qualification_check join qualification on qualification.id = qualification_id
    join qualification_type type on type.code = type_code
    where person_id = ${id} order by qualification_check.id`,
  bevestigd_door_werkgever: (id) => sql`
    select type.title as bewijs, organisation.name as werkgever, confirmed_on as op,
      qualification_confirmation.withdrawn_at as ingetrokken_op, qualification_confirmation.withdrawn_reason as reden
    from qualification_confirmation join qualification on qualification.id = qualification_id
    join qualification_type type on type.code = type_code
    join organisation on organisation.id = organisation_id
    where person_id = ${id} order by qualification_confirmation.id`,
  aangewezen_door_werkgever: (id) => sql`
    select type.title as bewijs, organisation.name as werkgever, tasks as werkzaamheden, starts_on as van,
      ends_on as tot_en_met, withdrawn_at as ingetrokken_op, withdrawn_reason as reden
    from designation join qualification_type type on type.code = type_code
    join organisation on organisation.id = organisation_id
    where person_id = ${id} order by designation.id`,
  elders_gedaan: (id) => sql`
    select title as titel, organiser as bij, held_on as op, minutes as minuten, own_choice as eigen_keuze, state as stand,
      reason as reden, decided_at as besloten_op from outside_activity where person_id = ${id} order by id`,
  eerdere_scholing: (id) => sql`
    select title as titel, held_on as op, minutes as minuten, organisation.name as organisatie
    from past_attendance left join organisation on organisation.id = organisation_id
    where person_id = ${id} order by held_on`,
  in_het_portaal_door_een_lijst: (id) => sql`
    select file_name as lijst, created_at as op from history_person join history_import on history_import.id = import_id
    where person_id = ${id}`,
  belangstelling: (id) => sql`
    select offering.title as titel, people as mensen, half_days as dagdelen, from_day as van, until_day as tot_en_met,
      remark as opmerking, interest.created_at as op, ended_at as afgelopen_op, ended_because as waardoor
    from interest join offering on offering.id = offering_id where person_id = ${id} order by interest.id`,
  behoeften: (id) => sql`
    select what as wat, why as waarom, people as mensen, half_days as dagdelen, state as stand, answer as antwoord,
      created_at as op from wish where person_id = ${id} order by id`,
  plekken_voor_je_team: (id) => sql`
    select offering.title as titel, places as plekken, held_until as vastgehouden_tot
    from place_reservation join edition on edition.id = edition_id join offering on offering.id = offering_id
    where person_id = ${id}`,
  groepen: (id) => sql`
    select name as groep from people_group_member join people_group on people_group.id = group_id
    where person_id = ${id} order by name`,
  wat_je_volgens_je_teamleider_kunt: (id) => sql`
    select requirement.title as wat, area as onderdeel, ticked_at as op
    from requirement_tick join requirement on requirement.id = requirement_id where person_id = ${id} order by ticked_at`,
  wie_in_je_dossier_keek: (id) => sql`
    select viewer.name as wie, what as waarnaar, day as dag
    from dossier_view join person viewer on viewer.id = viewer_id where person_id = ${id} order by dossier_view.id`,
  waar_je_les_geeft: (id) => sql`
    select offering.title as titel, edition.code as uitvoering, null::timestamptz as bijeenkomst
    from edition_trainer join edition on edition.id = edition_id join offering on offering.id = offering_id
    where person_id = ${id}
    union all
    select offering.title, edition.code, meeting.starts_at
    from meeting_trainer join meeting on meeting.id = meeting_id join edition on edition.id = meeting.edition_id
    join offering on offering.id = offering_id where person_id = ${id}
    order by 2, 3`,
  // Not the text of what was sent lately: it may hold a link that works, and whoever has that link is taken for its reader.
  mails: (id) => sql`
    select title as onderwerp, recipient as aan, created_at as gemaakt_op, sent_at as verstuurd_op,
      case when body_text ~ 'https?://' then 'De tekst staat in je mailbox: er staat een link in.' else body_text end as tekst
    from outbox where person_id = ${id} order by id`,
  mails_die_je_niet_wilt: (id) => sql`
    select kind as soort, left_at as sinds from mail_optout where person_id = ${id}`,
  ingelogd: (id) => sql`
    select user_agent as browser, created_at as op, last_seen_at as laatst_gezien, expires_at as tot
    from session where person_id = ${id} order by created_at`,
  links_in_mails: (id) => sql`
    select purpose as waarvoor, created_at as gemaakt_op, expires_at as werkt_tot, used_at as gebruikt_op
    from link_token where person_id = ${id} order by id`,
  agenda_adressen: (id) => sql`
    select created_at as sinds, last_fetched_at as laatst_opgehaald, revoked_at as gestopt_op
    from calendar_feed where person_id = ${id} order by id`,
  berichten_aan_ons: (id) => sql`
    select name as naam, email as adres, topic as onderwerp, message as bericht, created_at as op,
      handled_at as afgehandeld_op from contact_message
    where lower(email) in (${ownAddresses(id)}) order by id`,
  berichten_aan_groepen: (id) => sql`
    select subject as onderwerp, body as tekst, sent_at as op from edition_message where sent_by = ${id} order by id`,
  tekent_voor_organisatie: (id) => sql`
    select organisation.name as organisatie, contribution_contact.name as naam, email as adres, entered_at as sinds
    from contribution_contact join organisation on organisation.id = organisation_id
    where lower(email) in (${ownAddresses(id)})`,
  bestanden_die_je_opstuurde: (id) => sql`
    select id as nummer, name as naam, media_type as soort, byte_size as bytes, created_at as op
    from stored_file where uploaded_by = ${id} order by id`,
  journaal: (id) => sql`
    select at as op, case when actor_id = ${id} then 'jij' else 'iemand anders' end as wie, action as wat,
      subject_type as waarover, reason as reden
    from journal where actor_id = ${id} or (subject_type = 'person' and subject_id = ${id}) order by journal.id`,
}

type HeldRow = Record<string, unknown>
export type HeldRows = HeldRow[]

/** Everything that is kept about somebody, part by part; parts without a row are left out. */
export async function readHeldData(db: Db, personId: number): Promise<Map<string, HeldRows>> {
  const found = new Map<string, HeldRows>()
  for (const [name, part] of Object.entries(heldParts)) {
    const { rows } = await sql<HeldRow>`${part(personId)} limit ${most}`.execute(db)
    if (rows.length > 0)
      found.set(
        name,
        rows.map((row) => inWordsOf(name, row)),
      )
  }
  return found
}

const inWordsOf = (part: string, row: HeldRow): HeldRow =>
  Object.fromEntries(Object.entries(row).map(([column, value]) => [column, inWords(part, column, value)]))

/** The files that somebody sent, and those in their dossier. */
export async function listFilesOf(db: Db, personId: number) {
  const { rows } = await sql<{ id: number; name: string }>`
    select id, name from stored_file
    where uploaded_by = ${personId}
      or id in (select file_id from qualification where person_id = ${personId})
      or id in (select file_id from outside_activity where person_id = ${personId})
    order by id
    limit 2000`.execute(db)
  return rows
}
