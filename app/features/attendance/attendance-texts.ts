import { formatCount, formatLongDay } from '#app/ui/format.ts'
import type { Attendance, AttendanceState } from './attendance.ts'

export const stateNames: Record<AttendanceState, string> = {
  present: 'aanwezig',
  excused: 'afgemeld',
  absent: 'afwezig',
}

export const wayNames = {
  roster: 'op de presentielijst',
  device: 'op een toestel, later verzonden',
  correction: 'verbeterd na het afronden',
  import: 'overgenomen',
  check_in: 'zelf ingecheckt met de code',
} as const

/** 'aanwezig, 20 minuten te laat' */
export function describeAttendance(attendance: Attendance): string {
  const { state, minutesLate, minutesLeftEarly, note } = attendance
  const parts = [
    stateNames[state],
    minutesLate > 0 && `${formatCount(minutesLate, 'minuut', 'minuten')} te laat`,
    minutesLeftEarly > 0 && `${formatCount(minutesLeftEarly, 'minuut', 'minuten')} eerder weg`,
    note && `“${note}”`,
  ]
  return parts.filter(Boolean).join(', ')
}

export const attendanceTexts = {
  notYet: (day: string) =>
    `Deze bijeenkomst is nog niet begonnen. Je kunt de presentie invullen op ${formatLongDay(day)}.`,
  meetingCancelled: 'Deze bijeenkomst gaat niet door. Er is geen presentie in te vullen.',
  reasonNeeded: 'Deze uitvoering is al afgerond. Schrijf op waarom je de presentie nu nog verandert.',
  notOnTheList: 'Deze persoon staat niet (meer) op de lijst. Ververs de bladzijde.',
  tooManyMinutes: (name: string, length: number) =>
    `${name}: de bijeenkomst duurt ${formatCount(length, 'minuut', 'minuten')}. Te laat en eerder weg moeten samen minder zijn. Was ${name} er niet? Kies dan ‘Niet’.`,
  wholeMinutes: 'Vul bij ‘te laat’ en ‘eerder weg’ hele minuten in, tot 1440.',
  howLate: 'Hoeveel minuten te laat? We vulden alvast 10 in; bewaar nog een keer.',
  saved: (changed: number) =>
    changed === 0 ? 'Alles stond er al zo.' : `Bewaard: ${formatCount(changed, 'wijziging', 'wijzigingen')}.`,
  partlySaved: (changed: number, problems: number) =>
    `${formatCount(changed, 'wijziging is', 'wijzigingen zijn')} bewaard. Bij ${formatCount(problems, 'deelnemer', 'deelnemers')} staat hieronder wat er nog moet gebeuren.`,
  closedHint:
    'Deze uitvoering is afgerond. Wat je nog verandert, is een verbetering en heeft een reden nodig.',
  loggedOut: 'Je bent te lang weg geweest. Log opnieuw in.',
  unreadable: 'Dit konden we niet lezen. Ververs de bladzijde.',
  mayNot: 'Je mag de presentie van deze bijeenkomst niet invullen.',
  walkInNameNeeded: 'Dit adres kennen we nog niet. Vul ook de voornaam en de achternaam in.',
  walkInAlready: (name: string) => `${name} staat al op de lijst.`,
}

export type HistoryItem = {
  id: number
  from: Attendance | null
  to: Attendance
  reason: string | null
  way: keyof typeof wayNames
  recordedBy: string | null
  recordedAt: Date | string
}

/** 'T. Rainer: aanwezig → afwezig, op de presentielijst' */
export function changeSentence({ from, to, reason, way, recordedBy }: HistoryItem): string {
  const change = from ? `${describeAttendance(from)} → ${describeAttendance(to)}` : describeAttendance(to)
  return `${recordedBy ?? 'het portaal'}: ${change}, ${wayNames[way]}${reason ? `. Reden: ${reason}` : ''}`
}
