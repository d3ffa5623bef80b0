import type { Actor } from '#app/access/actor.ts'
import { authorize } from '#app/access/authorize.ts'
import { dayOf, today } from '#app/platform/clock.ts'
import { mediaTypeOf } from '#app/platform/files/media-type.ts'
import { storeFile, type Upload } from '#app/platform/files/store-file.server.ts'
import { note } from '#app/platform/journal.server.ts'
import { notFound, Refusal } from '#app/platform/refusal.ts'
import { formatTimeRange } from '#app/ui/format.ts'
import { type Db, inTransaction, type Transaction } from '#db/client.server.ts'
import { type Amount, mostLines } from './contribution.ts'
import type { RecordContribution } from './contribution-form.ts'
import { contributionTexts as texts } from './contribution-texts.ts'
import { insertContribution, type NewContribution } from './insert-contribution.server.ts'
import {
  findMeetingSource,
  listProposals,
  type MeetingSource,
} from './meeting-contribution-queries.server.ts'

/** Why nothing can be recorded for a meeting now; undefined when it can. What was brought is known from the day itself. */
export function whyNothingToRecord(meeting: MeetingSource): string | undefined {
  if (meeting.status === 'cancelled' || meeting.editionStatus === 'cancelled') return texts.meetingCancelled
  return today() < dayOf(meeting.startsAt) ? texts.notYet : undefined
}

/** Adds one line to a meeting. The same form sent twice adds it once. Returns whether it is new. */
export async function recordContribution(
  db: Db,
  actor: Actor,
  meetingId: number,
  { once, file, amount, organisationId, what, evidence }: RecordContribution,
): Promise<boolean> {
  return inTransaction(db, async (trx) => {
    const meeting = await lockMeetingSource(trx, actor, meetingId)
    const evidenceFileId = file && (await storeEvidence(trx, actor, file))
    const id = await insertContribution(trx, {
      ...sourceOf(meeting, actor),
      entryKey: `form:${once}`,
      organisationId,
      what,
      amount,
      evidence,
      evidenceFileId,
    })
    if (id) await noteRecorded(trx, actor, id, meeting)
    // The same form came before: its file is there already.
    else if (evidenceFileId) await trx.deleteFrom('storedFile').where('id', '=', evidenceFileId).execute()
    return id !== undefined
  })
}

/** Records what the meeting's own facts propose, with the amounts that were confirmed. Returns how many are new. */
export async function confirmProposals(
  db: Db,
  actor: Actor,
  meetingId: number,
  amounts: ReadonlyMap<string, Amount>,
): Promise<number> {
  return inTransaction(db, async (trx) => {
    const meeting = await lockMeetingSource(trx, actor, meetingId)
    let recorded = 0
    for (const { entryKey, organisationId, what, kind } of await listProposals(trx, meeting)) {
      const amount = amounts.get(entryKey)
      if (amount?.kind !== kind) continue
      const id = await insertContribution(trx, {
        ...sourceOf(meeting, actor),
        entryKey,
        organisationId,
        what,
        amount,
      })
      if (!id) continue
      await noteRecorded(trx, actor, id, meeting)
      recorded++
    }
    return recorded
  })
}

/** A meeting that something can be recorded for, kept as it is until the end of the transaction. */
async function lockMeetingSource(trx: Transaction, actor: Actor, meetingId: number): Promise<MeetingSource> {
  await trx.selectFrom('meeting').select('id').where('id', '=', meetingId).forShare().executeTakeFirst()
  const meeting = await findMeetingSource(trx, meetingId)
  if (!meeting) throw notFound()
  authorize(actor, 'contribution.record', { editionId: meeting.editionId, meetingId })
  const sentence = whyNothingToRecord(meeting)
  if (sentence) throw new Refusal(sentence)
  const { count } = await trx
    .selectFrom('contribution')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('sourceKind', '=', 'meeting')
    .where('sourceId', '=', meetingId)
    .executeTakeFirstOrThrow()
  if (count >= mostLines) throw new Refusal(texts.tooMany)
  return meeting
}

/** The words of a meeting as a line keeps them. */
export function meetingWords({ title, number, count, startsAt, endsAt }: MeetingSource): string {
  const which = count > 1 ? `, bijeenkomst ${number} van ${count}` : ''
  return `${title}${which}, ${formatTimeRange(startsAt, endsAt)}`
}

function sourceOf(meeting: MeetingSource, actor: Actor) {
  return {
    source: { kind: 'meeting', id: meeting.id, words: meetingWords(meeting) },
    projectNumber: meeting.projectNumber,
    day: dayOf(meeting.startsAt),
    recordedBy: actor.personId,
  } satisfies Partial<NewContribution>
}

async function storeEvidence(trx: Transaction, actor: Actor, file: Upload): Promise<number> {
  const type = mediaTypeOf(new Uint8Array(await file.arrayBuffer()))
  if (type !== 'application/pdf' && type !== 'image/png' && type !== 'image/jpeg') {
    throw new Refusal(texts.fileKind, 'file')
  }
  return storeFile(trx, actor, file)
}

function noteRecorded(trx: Transaction, actor: Actor, id: number, meeting: MeetingSource): Promise<void> {
  const details = { meetingId: meeting.id, editionId: meeting.editionId }
  return note(trx, actor, 'contribution.record', { type: 'contribution', id }, { details })
}
