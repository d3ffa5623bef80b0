import { formatFullDay, formatMinutes } from '#app/ui/format.ts'
import type { CertificateKind, CertificateSnapshot } from './certificate.ts'

export const kindNames: Record<CertificateKind, string> = {
  proof_of_participation: 'Bewijs van deelname',
  certificate: 'Certificaat',
}

/** What anyone who has the code is shown, said to its holder. */
export const checkedByAnyone =
  'Wie de code heeft, kan nagaan of het echt is. Die persoon ziet je naam, de titel, de uren en of het geldig is. Verder niets.'

const numerals = 'nul één twee drie vier vijf zes zeven acht negen tien elf twaalf'.split(' ')

function writtenMeetings(meetings: number): string {
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
  return `${formatMinutes(minutes)}, in ${writtenMeetings(meetings)}, met ${attendancePercent}% aanwezigheid.`
}

export function period({ firstDay, lastDay }: Snapshot): string {
  if (firstDay === lastDay) return `Gegeven op ${formatFullDay(firstDay)}.`
  return `Gegeven van ${formatFullDay(firstDay)} tot en met ${formatFullDay(lastDay)}.`
}

export function testSentence({ testPassedOn, testExaminer }: Snapshot): string | undefined {
  if (!testPassedOn) return undefined
  const examiner = testExaminer ? `, bij examinator ${testExaminer}` : ''
  return `Geslaagd voor de toets op ${formatFullDay(testPassedOn)}${examiner}.`
}

export function projectSentence({ projectNumber, projectTitle }: Snapshot): string {
  return `Onderdeel van project ${projectNumber}, ${projectTitle}.`
}
