import type { ModuleDocument } from '#app/features/modules/document.ts'

/** A practical module of the demo region: invented, and written as a company and a teacher would. */
export type DemoModule = {
  slug: string
  title: string
  /** What one makes or does, and why, in one or two sentences. */
  summary: string
  /** As `organisations.ts` names the company, without 'Voorbeeldbedrijf'. */
  company: string
  /** Codes of profiles. */
  profiles: readonly string[]
  levels: readonly ('bb' | 'kb' | 'gl')[]
  /** The years of the vmbo in which it is given. */
  schoolYears: readonly (3 | 4)[]
  /** How many lessons of 50 minutes it takes. */
  lessons: number
  licence: 'CC BY' | 'CC BY-SA' | 'CC BY-NC-SA'
  /** Drawings in `pictures/<name>.svg`, each once. */
  pictures: readonly string[]
  /** The text; `picture` gives the id that a drawing got when it was put away. */
  write: (picture: (name: string) => number) => ModuleDocument
}
