import { createHash, randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { now } from '#app/platform/clock.ts'
import type { Db, Transaction } from '#db/client.server.ts'

/** What a mailed link is for. A link serves one purpose and one subject, until its term, and is used once. */
export type LinkPurpose =
  | 'login'
  | 'reset-password'
  | 'confirm-address'
  | 'invitation'
  | 'confirm-enrolment'
  | 'approve-enrolment'
  | 'accept-offer'
  | 'show-interest'
  | 'answer-substitution'
  | 'evaluate'
  | 'sign-contributions'
  | 'attest-qualification'

export type LinkToken = { id: number; personId: number | null; subjectId: number | null; expiresAt: Date }

const hash = (token: string) => createHash('sha256').update(token).digest('hex')

/** Makes a link's secret; only its hash is kept. `minutes` is its term. */
export async function createLinkToken(
  db: Db | Transaction,
  purpose: LinkPurpose,
  input: { personId?: number; subjectId?: number; minutes: number },
): Promise<string> {
  const token = randomBytes(32).toString('base64url')
  const createdAt = now()
  await db
    .insertInto('linkToken')
    .values({
      purpose,
      tokenHash: hash(token),
      personId: input.personId ?? null,
      subjectId: input.subjectId ?? null,
      createdAt,
      expiresAt: new Date(createdAt.getTime() + input.minutes * 60_000),
    })
    .execute()
  return token
}

/** Makes the secrets of many links at once, in the order of `subjects`; their term begins at `from`. */
export async function createLinkTokens(
  trx: Transaction,
  purpose: LinkPurpose,
  subjects: readonly { personId: number; subjectId: number }[],
  { from, minutes }: { from: Date; minutes: number },
): Promise<string[]> {
  const tokens = subjects.map(() => randomBytes(32).toString('base64url'))
  const rows = subjects.map(({ personId, subjectId }, index) => ({
    personId,
    subjectId,
    tokenHash: hash(tokens[index] as string),
  }))
  await sql`
    insert into link_token (purpose, token_hash, person_id, subject_id, created_at, expires_at)
    select ${purpose}, "tokenHash", "personId", "subjectId", ${from}::timestamptz,
      ${new Date(from.getTime() + minutes * 60_000)}::timestamptz
    from json_to_recordset(${JSON.stringify(rows)}::json) as row(
      "tokenHash" text, "personId" bigint, "subjectId" bigint)
  `.execute(trx)
  return tokens
}

/** The link as it stands, for showing its page: undefined when unknown, used or past its term. */
export function findLinkToken(
  db: Db | Transaction,
  purpose: LinkPurpose,
  token: string,
): Promise<LinkToken | undefined> {
  return db
    .selectFrom('linkToken')
    .select(['id', 'personId', 'subjectId', 'expiresAt'])
    .where('purpose', '=', purpose)
    .where('tokenHash', '=', hash(token))
    .where('usedAt', 'is', null)
    .where('expiresAt', '>', now())
    .executeTakeFirst()
}

/** Uses the link up. Of two that press at once one gets it; the other gets undefined. */
export function consumeLinkToken(
  trx: Transaction,
  purpose: LinkPurpose,
  token: string,
): Promise<LinkToken | undefined> {
  return trx
    .updateTable('linkToken')
    .set({ usedAt: now() })
    .where('purpose', '=', purpose)
    .where('tokenHash', '=', hash(token))
    .where('usedAt', 'is', null)
    .where('expiresAt', '>', now())
    .returning(['id', 'personId', 'subjectId', 'expiresAt'])
    .executeTakeFirst()
}

/** Ends every open link of this purpose about this subject: what it asked is no longer a question. */
export async function revokeLinkTokens(
  trx: Transaction,
  purpose: LinkPurpose,
  subjectId: number,
): Promise<void> {
  await trx
    .updateTable('linkToken')
    .set({ usedAt: now() })
    .where('purpose', '=', purpose)
    .where('subjectId', '=', subjectId)
    .where('usedAt', 'is', null)
    .execute()
}

/** Ends every open link of these purposes that would act for this person. */
export async function revokeLinksOf(
  trx: Transaction,
  personId: number,
  purposes: LinkPurpose[],
): Promise<void> {
  await trx
    .updateTable('linkToken')
    .set({ usedAt: now() })
    .where('purpose', 'in', purposes)
    .where('personId', '=', personId)
    .where('usedAt', 'is', null)
    .execute()
}
