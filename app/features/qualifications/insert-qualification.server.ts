import { sql } from 'kysely'
import { lockPerson } from '#app/features/people/person-queries.server.ts'
import { now, today } from '#app/platform/clock.ts'
import { Refusal } from '#app/platform/refusal.ts'
import type { Transaction } from '#db/client.server.ts'
import { scopeKey } from './holding.ts'
import { earliestIssue, latestEnd, mostPapers } from './paper-bounds.ts'
import { lastValidDay } from './qualification.ts'
import type { PaperFields } from './qualification-form.ts'
import { qualificationTexts as texts } from './qualification-texts.ts'

/** What is written down of a paper: its term is that of the day on which it was issued. */
export type CheckedPaper = {
  scope: string | null
  number: string | null
  issuedOn: string
  validUntil: string | null
  issuer: string | null
  termId: number
  lastDayByTerm: boolean
}

type Sort = { code: string; scopeLabel: string | null; registerNumberIsProof: boolean }

/** What was typed about a paper of this sort, made complete; throws a `Refusal` about the field that must be mended. */
export async function checkPaper(
  trx: Transaction,
  typeCode: string,
  input: PaperFields,
  { alsoRetired = false } = {},
): Promise<CheckedPaper & { title: string }> {
  if (input.issuedOn > today()) throw new Refusal(texts.inTheFuture, 'issuedOn')
  if (input.issuedOn < earliestIssue) throw new Refusal(texts.longAgo, 'issuedOn')
  const { rows } = await sql<Sort & { title: string; termId: number; validityMonths: number | null }>`
    select code, title, scope_label, register_number_is_proof, term.id as term_id, term.validity_months
    from qualification_type
    join qualification_term term on term.id = qualification_term_on(code, ${input.issuedOn}::date)
    where code = ${typeCode} and (retired_at is null or ${alsoRetired})`.execute(trx)
  const type = rows[0]
  if (!type) throw new Refusal(texts.unknownType, 'typeCode')
  if (type.registerNumberIsProof && !input.number) throw new Refusal(texts.registerNumberNeeded, 'number')
  if (type.scopeLabel && !input.scope) throw new Refusal(texts.scopeNeeded(type.scopeLabel), 'scope')
  const byTerm = lastValidDay(input.issuedOn, type.validityMonths)
  const validUntil = input.validUntil ?? byTerm
  if (validUntil !== null && validUntil < input.issuedOn) {
    throw new Refusal(texts.endsBeforeItBegins, 'validUntil')
  }
  if (validUntil !== null && validUntil > latestEnd(today())) {
    throw new Refusal(texts.lastsTooLong, 'validUntil')
  }
  return {
    title: type.title,
    scope: type.scopeLabel ? (input.scope ?? null) : null,
    number: input.number ?? null,
    issuedOn: input.issuedOn,
    validUntil,
    issuer: input.issuer ?? null,
    termId: type.termId,
    lastDayByTerm: validUntil === byTerm,
  }
}

/** Writes a paper down, once: the same sort, scope and day of issue twice is refused, also of two that press at once. */
export async function insertPaper(
  trx: Transaction,
  actor: { personId: number },
  personId: number,
  typeCode: string,
  { title: _, ...paper }: CheckedPaper & { title?: string },
): Promise<{ id: number }> {
  await refuseDouble(trx, personId, typeCode, paper)
  return trx
    .insertInto('qualification')
    .values({
      ...paper,
      personId,
      typeCode,
      enteredBy: actor.personId,
      createdAt: now(),
      changedAt: now(),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
}

/** Refuses what stands in the dossier already. Holds the person's row, so that of two at once the second sees the first. */
export async function refuseDouble(
  trx: Transaction,
  personId: number,
  typeCode: string,
  { scope, issuedOn }: Pick<CheckedPaper, 'scope' | 'issuedOn'>,
  exceptId?: number,
): Promise<void> {
  await lockPerson(trx, personId)
  const held = await trx
    .selectFrom('qualification')
    .select(['id', 'typeCode', 'scope', 'issuedOn', 'withdrawnAt'])
    .where('personId', '=', personId)
    .limit(mostPapers + 1)
    .execute()
  if (held.length >= mostPapers && exceptId === undefined) throw new Refusal(texts.tooMany)
  const same = held.some(
    (one) =>
      one.id !== exceptId &&
      one.withdrawnAt === null &&
      one.typeCode === typeCode &&
      one.issuedOn === issuedOn &&
      scopeKey(one.scope) === scopeKey(scope),
  )
  if (same) throw new Refusal(texts.twice, 'issuedOn')
}
