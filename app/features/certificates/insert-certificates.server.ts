import { sql } from 'kysely'
import { readOfQualification } from '#app/features/qualifications/qualification-queries.server.ts'
import { dayOf, now, today } from '#app/platform/clock.ts'
import { theRegion } from '#app/platform/region.server.ts'
import type { Transaction } from '#db/client.server.ts'
import { kindEarned, type MeetingToClose } from './closing.ts'
import type { ClosableEdition, Participant } from './completion-queries.server.ts'
import { newVerificationCode } from './verification-code.ts'

export type IssuedCertificate = {
  id: number
  number: string
  code: string
  personId: number
  enrolmentId: number
}

/**
 * Issues a snapshot to each of these people, in one statement. Numbers run on within a year without a gap: whoever
 * issues holds the counter until the end of the transaction.
 */
export async function insertCertificates(
  trx: Transaction,
  /** Null: the portal itself. */
  actor: { personId: number } | null,
  edition: ClosableEdition,
  meetings: MeetingToClose[],
  earned: Participant[],
): Promise<IssuedCertificate[]> {
  const [first, last] = [meetings[0], meetings.at(-1)]
  if (earned.length === 0 || !first || !last) return []
  const region = await theRegion(trx)
  const numberFrom = await takeNumbers(trx, earned.length)
  const rows = earned.map((participant, index) => {
    const kind = kindEarned(edition.test, participant.testResult)
    const test = kind === 'certificate' ? participant.testResult : null
    return {
      kind,
      number: numberFrom(index),
      code: newVerificationCode(),
      enrolmentId: participant.enrolmentId,
      personId: participant.personId,
      holderName: participant.name,
      percent: participant.completion.percent,
      passedOn: test?.takenOn ?? null,
      examiner: test?.examiner ?? null,
    }
  })
  const issued = await sql<IssuedCertificate>`
    insert into certificate (kind, number, code, enrolment_id, person_id, holder_name, title, minutes, meetings,
      attendance_percent, first_day, last_day, test_passed_on, test_examiner, project_number, project_title,
      exam_modules, region_name, signatory_name, signatory_role, demo, issued_at, issued_by)
    select kind, number, code, "enrolmentId", "personId", "holderName", ${edition.title}::text,
      ${edition.studyMinutes}::integer, ${meetings.length}::smallint, percent, ${dayOf(first.startsAt)}::date,
      ${dayOf(last.startsAt)}::date, "passedOn", examiner, ${edition.projectNumber}::smallint,
      ${edition.projectTitle}::text, ${JSON.stringify(edition.examModules)}::jsonb, ${region.name}::text,
      ${region.signatoryName}::text, ${region.signatoryRole}::text, ${region.demo}::boolean,
      ${now()}::timestamptz, ${actor?.personId ?? null}::bigint
    from json_to_recordset(${JSON.stringify(rows)}::json) as row(
      kind certificate_kind, number text, code text, "enrolmentId" bigint, "personId" bigint, "holderName" text,
      percent smallint, "passedOn" date, examiner text)
    returning id, number, code, person_id, enrolment_id
  `.execute(trx)
  return issued.rows
}

/** Takes the next so many numbers of this year: `2026-000123`. Given back when the transaction fails. */
async function takeNumbers(trx: Transaction, count: number): Promise<(index: number) => string> {
  const year = Number(today().slice(0, 4))
  const { last } = await trx
    .insertInto('certificateCounter')
    .values({ year, last: count })
    .onConflict((conflict) =>
      conflict.column('year').doUpdateSet({ last: sql`certificate_counter.last + excluded.last` }),
    )
    .returning('last')
    .executeTakeFirstOrThrow()
  return (index) => `${year}-${String(last - count + index + 1).padStart(6, '0')}`
}

/** The organiser's test awards a qualification: it enters the dossier of whoever passed, once, as of the test's date. */
export async function awardQualifications(
  trx: Transaction,
  edition: ClosableEdition,
  participants: Participant[],
): Promise<number> {
  if (!edition.awardsOnTest || edition.test !== 'organiser') return 0
  const passed = participants.filter(({ testResult }) => testResult?.passed)
  if (passed.length === 0) return 0
  const rows = passed.map(({ personId, testResult }) => ({
    personId,
    takenOn: testResult?.takenOn,
    number: testResult?.number ?? null,
  }))
  const { rows: awarded } = await sql`
    with awarded as (
      insert into qualification (person_id, type_code, number, issued_on, valid_until, issuer, created_at, changed_at,
        term_id, last_day_by_term, verification)
      select "personId", term.type_code, row.number, "takenOn",
        ("takenOn" + make_interval(months => term.validity_months))::date, ${edition.organiserName}::text,
        ${now()}::timestamptz, ${now()}::timestamptz, term.id, true, 'verified'
      from json_to_recordset(${JSON.stringify(rows)}::json) as row("personId" bigint, "takenOn" date, number text)
      join qualification_term term on term.id = qualification_term_on(${edition.awardsOnTest}, "takenOn")
      where not exists (select from qualification held
        where held.person_id = "personId" and held.type_code = term.type_code and held.issued_on = "takenOn"
          and held.entered_by is null and held.withdrawn_at is null)
      returning id, scope, number, issued_on, valid_until, issuer
    )
    insert into qualification_check (qualification_id, outcome, how, read, checked_at)
    select id, 'verified', 'test_result', ${readOfQualification('awarded')}, ${now()}::timestamptz from awarded
    returning id`.execute(trx)
  return awarded.length
}
