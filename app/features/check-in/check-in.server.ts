import { sql } from 'kysely'
import { now } from '#app/platform/clock.ts'
import { note } from '#app/platform/journal.server.ts'
import { orNotFound, Refusal } from '#app/platform/refusal.ts'
import { countAttempt, isThrottled } from '#app/platform/throttle.server.ts'
import { type Db, inTransaction, type Transaction } from '#db/client.server.ts'
import {
  checkInWindow,
  isInWindow,
  isTakenLate,
  isTicketGood,
  type KnownCheckIn,
  mergeArrival,
  type Recognised,
} from './check-in.ts'
import { findFreshCode, findPastCode } from './check-in-code.server.ts'
import { readCode } from './check-in-code.ts'
import {
  type CheckInMeeting,
  findCheckInMeeting,
  findParticipant,
  lockMeetingForCheckIn,
  type Participant,
} from './check-in-queries.server.ts'
import { findSecret } from './check-in-secret.server.ts'
import { checkInTexts } from './check-in-texts.ts'
import { deviceMark, readTicket } from './check-in-ticket.server.ts'

/** Who checks in, how that is known, and with which browser. The caller has seen to it that they are who they say. */
export type Who = {
  enrolmentId: number
  by: 'login' | 'link'
  device: string | null
  networkAddress: string
}

export type Arrival = {
  /** The letters, as typed or as they stood in the QR code. */
  code: string
  /** Proof that this browser opened the page while the code was fresh. */
  ticket?: string
  /** It waited on the telephone for the network: its code may be old, and is then for the trainer to confirm. */
  kept?: boolean
}

export type CheckedIn = KnownCheckIn & { already: boolean }

/**
 * Checks somebody in with the code of the meeting. A code that came in time is recorded as being present; one that came
 * late waits for the trainer. What a trainer recorded is never overwritten. Twice is once, in whatever order.
 */
export async function checkIn(db: Db, who: Who, meetingId: number, arrival: Arrival): Promise<CheckedIn> {
  const meeting = orNotFound(await findCheckInMeeting(db, meetingId))
  const recognised = await recognise(db, who, meeting, arrival)
  return inTransaction(db, async (trx) => {
    const current = orNotFound(await lockMeetingForCheckIn(trx, meetingId))
    const person = await findParticipant(trx, { enrolmentId: who.enrolmentId })
    if (!person || person.editionId !== current.editionId) throw new Refusal(checkInTexts.notOnTheList)
    const known = await lockCheckIn(trx, meetingId, who.enrolmentId)
    if (known && known.state !== 'to_confirm') return { ...known, already: true }
    if (!recognised) throw new Refusal(arrival.code ? checkInTexts.wrongCode : checkInTexts.noCode, 'code')
    refuseOutside(current, recognised)
    const next = mergeArrival(known, recognised, current)
    if (!next) return { ...(known as KnownCheckIn), already: true }
    const state = await record(trx, current, person, next)
    await keep(trx, who, { meetingId, personId: person.personId }, { ...next, state })
    return { ...next, state, already: false }
  })
}

/** The moment of the code. Wrong ones are counted; after too many, nobody of that place is believed for a while. */
async function recognise(
  db: Db,
  who: Who,
  meeting: CheckInMeeting,
  { code: typed, ticket, kept = false }: Arrival,
): Promise<Recognised | undefined> {
  const person = String(who.enrolmentId)
  const guessed =
    (await isThrottled('check-in-guess', person)) ||
    (await isThrottled('check-in-network', who.networkAddress))
  if (guessed) throw new Refusal(checkInTexts.tooOften)
  const code = readCode(typed)
  const secret = await findSecret(db, meeting.id)
  const at = now()
  const freshAt = secret && code && findFreshCode(secret, code, at)
  if (freshAt) return { codeAt: freshAt, inTime: true }
  const seenAt = ticket ? readTicket(ticket, { meetingId: meeting.id, device: who.device }) : undefined
  if (seenAt) return { codeAt: seenAt, inTime: isTicketGood(seenAt, at) }
  const pastAt = kept && secret && code && findPastCode(secret, code, meeting, at)
  if (pastAt) return { codeAt: pastAt, inTime: false }
  if (code) {
    await countAttempt('check-in-guess', person)
    await countAttempt('check-in-network', who.networkAddress)
  }
  return undefined
}

function refuseOutside(meeting: CheckInMeeting, { codeAt, inTime }: Recognised): void {
  if (meeting.status === 'cancelled' || meeting.editionStatus === 'cancelled')
    throw new Refusal(checkInTexts.cancelled)
  if (meeting.editionStatus === 'closed') throw new Refusal(checkInTexts.closed)
  const { opensAt } = checkInWindow(meeting)
  if (!isInWindow(meeting, codeAt)) {
    throw new Refusal(codeAt < opensAt ? checkInTexts.notOpenYet(opensAt) : checkInTexts.over)
  }
  if (inTime ? !isInWindow(meeting, now()) : !isTakenLate(meeting, now()))
    throw new Refusal(checkInTexts.over)
}

/** What is known of this person's check-in, held; two that arrive at once wait for each other on the enrolment. */
async function lockCheckIn(
  trx: Transaction,
  meetingId: number,
  enrolmentId: number,
): Promise<KnownCheckIn | undefined> {
  await trx
    .selectFrom('enrolment')
    .select('id')
    .where('id', '=', enrolmentId)
    .forNoKeyUpdate()
    .executeTakeFirst()
  return trx
    .selectFrom('checkIn')
    .select(['state', 'codeAt', 'minutesLate'])
    .where('meetingId', '=', meetingId)
    .where('enrolmentId', '=', enrolmentId)
    .executeTakeFirst()
}

/** Records who came in time as present, where nothing was recorded. Whoever a trainer says was not there, waits. */
async function record(
  trx: Transaction,
  meeting: CheckInMeeting,
  { enrolmentId, personId }: Participant,
  { state, minutesLate }: KnownCheckIn,
): Promise<KnownCheckIn['state']> {
  if (state !== 'accepted') return state
  const { rows } = await sql<{ state: string | null }>`
    with fresh as (
      insert into attendance (meeting_id, enrolment_id, state, minutes_late, recorded_by, recorded_at)
      values (${meeting.id}, ${enrolmentId}, 'present', ${minutesLate}, ${personId}, ${now()})
      on conflict do nothing returning meeting_id, enrolment_id
    ), line as (
      insert into attendance_change (meeting_id, enrolment_id, to_state, to_minutes_late, to_minutes_left_early, way,
        recorded_by, recorded_at)
      select meeting_id, enrolment_id, 'present', ${minutesLate}::smallint, 0, 'check_in', ${personId}::bigint,
        ${now()}::timestamptz from fresh
    )
    select state from attendance where meeting_id = ${meeting.id} and enrolment_id = ${enrolmentId}
  `.execute(trx)
  // The statement sees what stood there before it.
  const before = rows[0]?.state
  return before && before !== 'present' ? 'to_confirm' : 'accepted'
}

async function keep(
  trx: Transaction,
  who: Who,
  { meetingId, personId }: { meetingId: number; personId: number },
  next: KnownCheckIn,
): Promise<void> {
  const values = {
    ...next,
    way: who.by,
    receivedAt: now(),
    device: who.device ? deviceMark(who.device) : null,
  }
  await trx
    .insertInto('checkIn')
    .values({ meetingId, enrolmentId: who.enrolmentId, ...values })
    .onConflict((conflict) => conflict.columns(['meetingId', 'enrolmentId']).doUpdateSet(values))
    .execute()
  const details = { enrolmentId: who.enrolmentId, state: next.state }
  await note(trx, { personId }, 'attendance.check-in', { type: 'meeting', id: meetingId }, { details })
}
