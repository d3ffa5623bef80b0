import type { Tone } from '#app/ui/state-badge.tsx'

/** The fixed words of the catalogue. */

export const kindWords = {
  course: 'cursus',
  workshop: 'workshop',
  excursion: 'docentexcursie',
  exam_exchange: 'over en weer examineren',
} as const
export type OfferingKind = keyof typeof kindWords

export const levelWords = { basis: 'basis', gevorderd: 'gevorderd', expert: 'expert' } as const

export const audienceWords = {
  teacher: 'docenten',
  instructor: 'instructeurs',
  company: 'bedrijven',
} as const

export const testWords = {
  none: 'geen toets',
  organiser: 'een toets die wij afnemen',
  external: 'een examen bij iemand anders, dat hier niet meetelt',
} as const

export const offeringStatusWords = {
  draft: 'concept',
  published: 'in het aanbod',
  archived: 'uit het aanbod',
} as const

export const editionStatusWords = {
  planned: 'gepland, nog niet open',
  open: 'open voor inschrijving',
  going_ahead: 'gaat door',
  cancelled: 'gaat niet door',
  closed: 'afgerond',
} as const
export type EditionStatusName = keyof typeof editionStatusWords

export const editionStatusTones: Record<EditionStatusName, Tone> = {
  planned: 'neutral',
  open: 'ok',
  going_ahead: 'ok',
  cancelled: 'stop',
  closed: 'neutral',
}
