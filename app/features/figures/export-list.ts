import type { ContributionFilter } from '#app/features/contributions/contribution-queries.server.ts'

/** The lists that a coordinator takes along to a spreadsheet. */
export const exportLists = [
  'deelnemers',
  'mensen',
  'uitvoeringen',
  'presentie',
  'certificaten',
  'bijdragen',
  'eerdere-scholing',
] as const
export type ExportListName = (typeof exportLists)[number]

export const exportListWords: Record<ExportListName, { title: string; what: string; dated: boolean }> = {
  deelnemers: {
    title: 'Deelnemers',
    what: 'Wie zich inschreef, met school, stand en dieetwensen.',
    dated: true,
  },
  mensen: { title: 'Mensen', what: 'Iedereen met een open account, met waar ze nu werken.', dated: false },
  uitvoeringen: {
    title: 'Uitvoeringen',
    what: 'Elke datum, met plekken, wachtlijst en trainers.',
    dated: true,
  },
  presentie: { title: 'Presentie', what: 'Wie er per bijeenkomst was, en hoeveel uur.', dated: true },
  'eerdere-scholing': {
    title: 'Eerdere scholing',
    what: 'Wat is overgenomen uit eerdere administratie, met uren en de lijst waar het in stond.',
    dated: true,
  },
  certificaten: { title: 'Certificaten', what: 'Wat is uitgereikt, en wat is ingetrokken.', dated: true },
  bijdragen: {
    title: 'Bijdragen',
    what: 'Wat bedrijven en partners inbrachten, wat het waard is en wie tekende.',
    dated: true,
  },
}

/** As many rows as one file holds; what is more is said in its last row. */
export const exportMost = 5_000

/** Which part of a list: the days of an edition's start, a meeting or an issue; or one edition. */
export type ExportPeriod = {
  from?: string
  until?: string
  editionId?: number
  /** For contributions: the filter of their own list. */
  contributions?: ContributionFilter
}
