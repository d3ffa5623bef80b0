import { sql } from 'kysely'
import { now } from '#app/platform/clock.ts'
import type { Transaction } from '#db/client.server.ts'
import { erasedName } from './erasure-texts.ts'

/** Whom to look for in what others keep: accounts, confirmed addresses, and the names they went by. */
export type Who = {
  ids: readonly number[]
  addresses: readonly string[]
  names: readonly string[]
  /** As a list that was read in keeps a name: its parts, in JSON. */
  inParts: readonly string[]
}

/** Text as a pattern that finds it and nothing else. */
const literal = (text: string) => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')

/**
 * A name or an address as it stands by itself, as a pattern of PostgreSQL: not `de.jong@school.nl` in
 * `a.de.jong@school.nl`, nor `Jan de Vries` in `Jan de Vriesman`.
 */
function patternsOf({ addresses, names }: Pick<Who, 'addresses' | 'names'>): string[] {
  return [
    ...names.map((name) => `(?<!\\w)${literal(name)}(?!\\w)`),
    ...addresses.map((address) => `(?<![\\w.+-])${literal(address)}(?![\\w-]|\\.\\w)`),
  ]
}

/** Columns in which people write about each other. */
const written = [
  ['absence_notice', 'note'],
  ['attendance', 'note'],
  ['attendance_change', 'from_note'],
  ['attendance_change', 'to_note'],
  ['attendance_change', 'reason'],
  ['attendance_make_up', 'assignment'],
  ['certificate', 'revoked_reason'],
  ['certificate_review', 'decision'],
  ['contact_message', 'message'],
  ['contact_message', 'handled_note'],
  ['contribution', 'what'],
  ['contribution', 'source_words'],
  ['contribution', 'evidence'],
  ['contribution', 'read_text'],
  ['contribution', 'settled_note'],
  ['contribution', 'refused_reason'],
  ['contribution', 'withdrawn_reason'],
  ['designation', 'withdrawn_reason'],
  ['dispensation', 'reason'],
  ['edition', 'cancelled_reason'],
  ['edition', 'participants_note'],
  ['edition_message', 'subject'],
  ['edition_message', 'body'],
  ['enrolment', 'note'],
  ['enrolment', 'status_reason'],
  ['history_import', 'taken_back_reason'],
  ['interest', 'remark'],
  ['journal', 'reason'],
  ['meeting', 'place_note'],
  ['module_version', 'title'],
  ['module_version', 'summary'],
  ['module_version', 'words'],
  ['meeting', 'cancelled_reason'],
  ['outside_activity', 'title'],
  ['outside_activity', 'reason'],
  ['qualification', 'issuer'],
  ['qualification', 'withdrawn_reason'],
  ['qualification_check', 'reason'],
  ['qualification_confirmation', 'withdrawn_reason'],
  ['test_result', 'examiner'],
  ['wish', 'what'],
  ['wish', 'why'],
  ['wish', 'answer'],
] as const

/** Where a name or an address came to stand in something of others: mails, signatures, messages, lists. */
export async function forgetTraces(trx: Transaction, who: Who): Promise<void> {
  const { ids, addresses, names, inParts } = who
  const patterns = patternsOf(who)
  const gone = 'De tekst van deze mail is gewist.'
  const named = (column: string) =>
    sql`exists (select from unnest(${patterns}::text[]) pattern where ${sql.ref(column)} ~* pattern)`
  // In JSON an escape may stand right before a name, so nothing is asked of what stands around it.
  const heldIn = (column: string) =>
    sql`exists (select from unnest(${[...names, ...addresses, ...inParts]}::text[]) word
      where position(lower(word) in lower(${sql.ref(column)}::text)) > 0)`
  // To themselves: what was to be sent is not sent any more.
  await sql`update outbox set body_text = ${gone}, body_html = '', attachments = '[]', title = 'Gewist',
      recipient = 'gewist-' || id || '@invalid', reply_to = null, last_error = null,
      sent_at = coalesce(sent_at, ${now()}::timestamptz)
    where person_id = any(${ids}::bigint[]) or lower(recipient) = any(${addresses}::text[])`.execute(trx)
  await sql`update outbox set reply_to = null where lower(reply_to) = any(${addresses}::text[])`.execute(trx)
  // To others: what was sent loses its words, what waits goes out without the name.
  await sql`update outbox set body_text = ${gone}, body_html = '', attachments = '[]',
      title = case when ${named('title')} then 'Gewist' else title end
    where sent_at is not null
      and (${named('body_text')} or ${named('title')} or ${heldIn('attachments')})`.execute(trx)
  await sql`update outbox set attachments = '[]' where sent_at is null and ${heldIn('attachments')}`.execute(
    trx,
  )
  for (const column of ['title', 'body_text', 'body_html']) {
    await replaceNames(trx, 'outbox', column, patterns, sql`sent_at is null`)
  }
  await sql`delete from contact_message where lower(email) = any(${addresses}::text[])`.execute(trx)
  await sql`delete from contribution_contact where lower(email) = any(${addresses}::text[])`.execute(trx)
  const signed = sql`lower(signer_name) in (select lower(name) from unnest(${names}::text[]) name)`
  await sql`update contribution set signer_name = null, signer_role = null where ${signed}`.execute(trx)
  // The examiner of somebody else's test: the whole name, so that nothing else of what was issued changes.
  await sql`update certificate set test_examiner = ${erasedName}
    where lower(test_examiner) in (select lower(name) from unnest(${names}::text[]) name)`.execute(trx)
  for (const [table, column] of written) await replaceNames(trx, table, column, patterns)
  // Lists that were read in hold names; who waits to carry one out reads it in again.
  for (const table of ['people_import', 'qualification_import', 'history_import']) {
    await sql`update ${sql.table(table)} set rows = '[]' where ${heldIn('rows')}`.execute(trx)
  }
  for (const word of [...names, ...addresses]) {
    await replaceInJson(trx, 'history_import', 'preview', literal(word))
    await replaceInJson(trx, 'evaluation', 'words', literal(word))
    await replaceInJson(trx, 'module_version', 'document', literal(word))
  }
}

async function replaceNames(
  trx: Transaction,
  table: string,
  column: string,
  patterns: readonly string[],
  where = sql`true`,
): Promise<void> {
  for (const pattern of patterns) {
    await sql`update ${sql.table(table)}
      set ${sql.ref(column)} = regexp_replace(${sql.ref(column)}, ${pattern}, ${erasedName}, 'gi')
      where ${sql.ref(column)} ~* ${pattern} and ${where}`.execute(trx)
  }
}

async function replaceInJson(
  trx: Transaction,
  table: string,
  column: string,
  pattern: string,
): Promise<void> {
  const text = sql`${sql.ref(column)}::text`
  await sql`update ${sql.table(table)}
    set ${sql.ref(column)} = regexp_replace(${text}, ${pattern}, ${erasedName}, 'gi')::jsonb
    where ${text} ~* ${pattern}`.execute(trx)
}
