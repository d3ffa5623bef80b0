import { paths } from '#app/paths.ts'
import type { WorkItem } from '#app/ui/work-list.tsx'
import type { HourSource } from './hour-card.ts'

export const hourTexts = {
  activityAdded: 'Het staat op je urenkaart. Het telt mee zodra je teamleider het erkent.',
  activityInFuture: 'Deze dag moet nog komen. Vul in wat geweest is.',
  activityLongAgo: 'Dit is te lang geleden voor je urenkaart. Kijk het jaar na.',
  activityTwice: 'Dit staat al op je urenkaart, met dezelfde dag.',
  activityDecided: 'Hierover is intussen al beslist.',
  takenBack: 'Het staat niet meer op je urenkaart.',
  chosen: 'Bewaard.',
  shared: 'Je teamleider ziet nu ook wat je eigen keuze was.',
  notShared: 'Je teamleider ziet niet meer wat je eigen keuze was.',
  recognised: (name: string, title: string) => `${title} van ${name} telt nu mee.`,
  refused: (name: string, title: string) => `${title} van ${name} telt niet mee. ${name} krijgt je reden.`,
  entitlementSaved: 'De uren zijn bewaard. Ze tellen vanaf die dag.',
} as const

/** What waits for recognition, as a line of work; nothing where nothing waits. */
export const recognitionWork = (count: number): WorkItem[] =>
  count === 0
    ? []
    : [
        {
          count,
          sentence: 'keer scholing elders te erkennen',
          href: paths.recogniseActivities(),
          act: 'Bekijk',
        },
      ]

export const sourceWords: Record<HourSource, string> = {
  certificate: 'afgerond',
  attendance: 'aanwezig',
  past: 'overgenomen',
  outside: 'elders, erkend',
}

/** Whose choice something was. */
export const choiceWords = (ownChoice: boolean | null): string =>
  ownChoice === null ? 'niet bekend' : ownChoice ? 'eigen keuze' : 'opdracht'

export const activityStates = {
  requested: { word: 'wacht op je teamleider', tone: 'warn' },
  recognised: { word: 'telt mee', tone: 'ok' },
  refused: { word: 'telt niet mee', tone: 'stop' },
  withdrawn: { word: 'teruggenomen', tone: 'neutral' },
} as const

/** A school year as people say it: 2026-2027. */
export const yearWords = (firstYear: number): string => `${firstYear}-${firstYear + 1}`
