import { timeZone } from '#app/platform/clock.ts'
import type { CertificateKind, CertificateSnapshot } from './certificate.ts'

export const kindNames: Record<CertificateKind, string> = {
  proof_of_participation: 'Bewijs van deelname',
  certificate: 'Certificaat',
}

const longDay = new Intl.DateTimeFormat('nl-NL', { timeZone, day: 'numeric', month: 'long', year: 'numeric' })
const shortDay = new Intl.DateTimeFormat('nl-NL', {
  timeZone,
  day: 'numeric',
  month: 'short',
  year: 'numeric',
})

/** Noon, so that a day is the same day in Amsterdam. */
const instantOf = (day: string | Date) => (typeof day === 'string' ? new Date(`${day}T12:00:00Z`) : day)
export const writtenDay = (day: string | Date): string => longDay.format(instantOf(day))
export const shortWrittenDay = (day: string | Date): string => shortDay.format(instantOf(day))

const numerals = 'nul één twee drie vier vijf zes zeven acht negen tien elf twaalf'.split(' ')

export function writtenHours(minutes: number): string {
  const hours = Math.floor(minutes / 60)
  const rest = minutes % 60
  if (hours === 0) return `${rest} minuten`
  if (rest === 0) return `${hours} uur`
  return rest === 30 ? `${hours},5 uur` : `${hours} uur en ${rest} minuten`
}

export function writtenMeetings(meetings: number): string {
  return `${numerals[meetings] ?? meetings} ${meetings === 1 ? 'bijeenkomst' : 'bijeenkomsten'}`
}

type Snapshot = CertificateSnapshot

/** The sentence around the title, before and after it. */
export function achievement({ kind }: Snapshot): { before: string; after: string } {
  return kind === 'certificate'
    ? { before: 'heeft ', after: ' met goed gevolg afgerond:' }
    : { before: 'heeft deelgenomen aan ', after: ':' }
}

export function extent(snapshot: Snapshot): string {
  const { minutes, meetings, attendancePercent } = snapshot
  return `${writtenHours(minutes)}, in ${writtenMeetings(meetings)}, met ${attendancePercent}% aanwezigheid.`
}

export function period({ firstDay, lastDay }: Snapshot): string {
  if (firstDay === lastDay) return `Gegeven op ${writtenDay(firstDay)}.`
  return `Gegeven van ${writtenDay(firstDay)} tot en met ${writtenDay(lastDay)}.`
}

export function testSentence({ testPassedOn, testExaminer }: Snapshot): string | undefined {
  if (!testPassedOn) return undefined
  const examiner = testExaminer ? `, bij examinator ${testExaminer}` : ''
  return `Geslaagd voor de toets op ${writtenDay(testPassedOn)}${examiner}.`
}

export function projectSentence({ projectNumber, projectTitle }: Snapshot): string {
  return `Onderdeel van project ${projectNumber}, ${projectTitle}.`
}
