import { formatCount, formatList, formatLongDay } from '#app/ui/format.ts'
import type { Completion } from './completion.ts'

/** What closing an edition needs to know of a meeting of it and of somebody who takes part. */
export type MeetingToClose = { id: number; startsAt: Date; endsAt: Date; unrecorded: number }
export type ParticipantToClose = { name: string; status: string }

/** Why an edition cannot be closed yet: a sentence, and the meeting where something is to be done about it. */
export type Obstacle = { sentence: string; meetingId?: number }

export type EditionToClose = {
  status: 'planned' | 'open' | 'going_ahead' | 'cancelled' | 'closed'
  meetings: MeetingToClose[]
  participants: ParticipantToClose[]
}

/** Everything that stands in the way of closing now; nothing when it can be closed. */
export function obstaclesToClosing(
  { status, meetings, participants }: EditionToClose,
  now: Date,
): Obstacle[] {
  if (status === 'closed') return [{ sentence: 'Deze uitvoering is al afgerond.' }]
  if (status === 'cancelled')
    return [{ sentence: 'Deze uitvoering gaat niet door. Er is niets af te ronden.' }]
  if (status === 'planned') return [{ sentence: 'Deze uitvoering staat nog niet open voor inschrijving.' }]
  if (meetings.length === 0) return [{ sentence: 'Deze uitvoering heeft geen bijeenkomsten.' }]
  const undecided = participants.filter((participant) => participant.status === 'requested')
  return [
    ...meetings.flatMap((meeting) => obstacleOf(meeting, now)),
    ...(undecided.length > 0
      ? [
          {
            sentence:
              `${formatCount(undecided.length, 'inschrijving is', 'inschrijvingen zijn')} nog niet goedgekeurd: ` +
              `${formatList(undecided.slice(0, 10).map(({ name }) => name))}. Een coördinator kan dat doen.`,
          },
        ]
      : []),
  ]
}

function obstacleOf({ id, startsAt, endsAt, unrecorded }: MeetingToClose, now: Date): Obstacle[] {
  if (endsAt > now) {
    return [{ sentence: `De bijeenkomst van ${formatLongDay(startsAt)} is nog niet geweest.`, meetingId: id }]
  }
  if (unrecorded === 0) return []
  const people = formatCount(unrecorded, 'deelnemer', 'deelnemers')
  return [
    {
      sentence: `De presentie van ${formatLongDay(startsAt)} is nog niet compleet: ${people} zonder antwoord.`,
      meetingId: id,
    },
  ]
}

/** Attendance alone earns a proof of participation; a passed test of the organiser makes it a certificate. */
export function kindEarned(
  test: 'none' | 'organiser' | 'external',
  result: { passed: boolean } | null,
): 'certificate' | 'proof_of_participation' {
  return test === 'organiser' && result?.passed ? 'certificate' : 'proof_of_participation'
}

/** Whether the evaluation is all that somebody misses. */
export function missesOnlyEvaluation({
  completion,
  evaluation,
}: {
  completion: Completion
  evaluation?: { given: boolean } | undefined
}): boolean {
  return !completion.met && evaluation?.given === false && completion.missing.length === 1
}

/** Somebody who takes part, with what the rule says of them and what was issued already. */
export type Standing = { completion: Completion; certificate: { id: number; number: string } | null }
