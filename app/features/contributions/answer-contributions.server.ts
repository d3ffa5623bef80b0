import { now } from '#app/platform/clock.ts'
import { note } from '#app/platform/journal.server.ts'
import { Refusal } from '#app/platform/refusal.ts'
import { type Db, inTransaction, type Transaction } from '#db/client.server.ts'
import { confirmAnswers } from './confirm-answers.server.ts'
import { parseAmount } from './contribution.ts'
import { type ContributionLine, findContribution } from './contribution-queries.server.ts'
import { badAmount, contributionTexts as texts } from './contribution-texts.ts'
import { insertContribution } from './insert-contribution.server.ts'
import { readingOf } from './line-hash.server.ts'
import { countWaiting, findLinkedRequest, type LinkedRequest } from './request-queries.server.ts'

export type Signature = { name: string; role?: string | undefined }
/** A line with the hash of the text that was on the page. */
export type ReadLine = { id: number; hash: string }
export type Answer =
  | { act: 'agree'; lines: ReadLine[] }
  | { act: 'correct'; line: ReadLine; amount: string }
  | { act: 'refuse'; line: ReadLine; reason: string }

export type Answered = {
  answered: number
  /** Lines of this answer that had been answered before: a second press. */
  already: number
  /** Lines that said something else by now: nothing was signed for those. */
  changed: number
}

/**
 * Answers lines by a mailed link, for whoever holds it. Only lines of the link's own organisation; only what was read;
 * what was answered already stays as it was. A link that no longer works refuses everything.
 */
export function answerContributions(
  db: Db,
  token: string,
  signature: Signature,
  answer: Answer,
): Promise<Answered> {
  return inTransaction(db, async (trx) => {
    const request = await findLinkedRequest(trx, token)
    if (!request) throw new Refusal(texts.deadLink)
    const asked = answer.act === 'agree' ? answer.lines : [answer.line]
    const outcome: Answered = { answered: 0, already: 0, changed: 0 }
    // In order of id, so that two who answer at once wait for each other rather than forever.
    for (const read of asked.toSorted((a, b) => a.id - b.id)) {
      const line = await lockOwnLine(trx, request, read.id)
      if (line.answeredAt) outcome.already++
      else if (!isAsked(line) || readingOf(line).readHash !== read.hash) outcome.changed++
      else {
        await answerLine(trx, request, line, signature, answer)
        outcome.answered++
      }
    }
    if (outcome.answered > 0 && (await countWaiting(trx, request)).count === 0) {
      await confirmAnswers(trx, request)
    }
    return outcome
  })
}

const isAsked = (line: ContributionLine) => line.state === 'waits_for_signature' && line.toCheck === null

/** A line of the organisation that the link is for; whoever names another one is refused. */
async function lockOwnLine(trx: Transaction, request: LinkedRequest, id: number): Promise<ContributionLine> {
  await trx
    .selectFrom('contribution')
    .select('id')
    .where('id', '=', id)
    .where('organisationId', '=', request.organisationId)
    .forUpdate()
    .executeTakeFirst()
  const line = await findContribution(trx, id)
  if (!line || line.organisationId !== request.organisationId) throw new Refusal(texts.notYours)
  return line
}

async function answerLine(
  trx: Transaction,
  request: LinkedRequest,
  line: ContributionLine,
  { name, role }: Signature,
  answer: Answer,
): Promise<void> {
  const signed = { requestId: request.id, answeredAt: now(), signerName: name, signerRole: role ?? null }
  const write = (id: number, values: object) =>
    trx.updateTable('contribution').set(values).where('id', '=', id).execute()
  if (answer.act === 'agree') {
    await write(line.id, { state: 'signed', ...signed, ...readingOf(line) })
  } else if (answer.act === 'refuse') {
    await write(line.id, {
      state: 'refused',
      refusedReason: answer.reason,
      ...signed,
      ...readingOf(line),
    })
  } else {
    await correctLine(trx, line, answer.amount, signed)
  }
  await note(
    trx,
    null,
    'contribution.answer',
    { type: 'contribution', id: line.id },
    { details: { answer: answer.act, requestId: request.id } },
  )
}

type Signed = { requestId: number; answeredAt: Date; signerName: string; signerRole: string | null }

/** The company's own number: a new line, signed by this very act; the old one is corrected, and stays. */
async function correctLine(
  trx: Transaction,
  line: ContributionLine,
  typed: string,
  signed: Signed,
): Promise<void> {
  const amount = parseAmount(line.kind, typed)
  if (!amount) throw new Refusal(badAmount(line.kind), 'amount')
  const unchanged = amount.kind === 'hours' ? amount.minutes === line.minutes : amount.cents === line.cents
  if (unchanged) throw new Refusal(texts.sameNumber, 'amount')
  await trx
    .updateTable('contribution')
    .set({ state: 'corrected', ...signed, ...readingOf(line) })
    .where('id', '=', line.id)
    .execute()
  const id = await insertContribution(trx, {
    source: { kind: line.sourceKind, id: line.sourceId, words: line.sourceWords },
    entryKey: `replaces:${line.id}`,
    organisationId: line.organisationId,
    projectNumber: line.projectNumber,
    day: line.day,
    what: line.what,
    amount,
    evidence: line.evidence,
    evidenceFileId: line.evidenceFileId ?? undefined,
    recordedBy: null,
    replaces: { id: line.id, centsPerHour: line.centsPerHour },
    byCompany: true,
  })
  const corrected = id === undefined ? undefined : await findContribution(trx, id)
  if (!corrected) throw new Refusal(texts.changedMeanwhile)
  await trx
    .updateTable('contribution')
    .set({ state: 'signed', ...signed, ...readingOf(corrected) })
    .where('id', '=', corrected.id)
    .execute()
}
