import type { OfferingKind } from '#app/features/catalogue/offering.ts'
import { scopeKey } from '#app/features/qualifications/holding.ts'

/** Who of a school can take which exam module on, and what fills the gaps. Plain values in, plain answers out. */

/** By what a module is covered: by law, by recent schooling, and by a paper where the module is about work that asks for one. */
export const aspects = ['qualified', 'trained', 'certified'] as const
export type Aspect = (typeof aspects)[number]

/** Schooling counts this long, in years: technology moves on. */
export const trainedWithinYears = 3

/** The sort of paper by which somebody is qualified by law; its scope names the profile. */
export const licenceType = 'BEVOEGDHEID'

export type TaughtModule = {
  /** 'P/PIE/01' */
  code: string
  title: string
  profileCode: string
  profileTitle: string
  elective: boolean
  /** The sorts of papers of which one is enough; none: nobody needs one. */
  typeCodes: readonly string[]
}

/** Somebody who counts for a module; `checked`: who leads them saw the paper, or the portal recorded it itself. */
export type Counted = { personId: number; checked: boolean }

/** What is known of the people of one school. */
export type StaffFacts = {
  /** By code of profile, of exam module and of sort of paper. */
  qualified: ReadonlyMap<string, readonly Counted[]>
  trained: ReadonlyMap<string, readonly Counted[]>
  certified: ReadonlyMap<string, readonly Counted[]>
}

export type ModuleCoverage = {
  module: TaughtModule
  qualified: Counted[]
  trained: Counted[]
  /** Null: the module asks for no paper. */
  certified: Counted[] | null
  gaps: Aspect[]
}

export function coverageOf(modules: readonly TaughtModule[], facts: StaffFacts): ModuleCoverage[] {
  return modules.map((module) => {
    const qualified = each(facts.qualified.get(module.profileCode) ?? [])
    const trained = each(facts.trained.get(module.code) ?? [])
    const certified =
      module.typeCodes.length === 0
        ? null
        : each(module.typeCodes.flatMap((code) => facts.certified.get(code) ?? []))
    const gaps: Aspect[] = []
    if (qualified.length === 0) gaps.push('qualified')
    if (trained.length === 0) gaps.push('trained')
    if (certified?.length === 0) gaps.push('certified')
    return { module, qualified, trained, certified, gaps }
  })
}

/** Everybody once; checked where any of their papers is. */
function each(counted: readonly Counted[]): Counted[] {
  const checked = new Map<number, boolean>()
  for (const one of counted) checked.set(one.personId, one.checked || checked.get(one.personId) === true)
  return [...checked].map(([personId, isChecked]) => ({ personId, checked: isChecked }))
}

export type Profile = { code: string; title: string }

/**
 * The profiles that the scope of a licence names, by code or by title: 'PIE en BWI, tweede graad'. Codes only as they are
 * written officially: MT is not short for Mobiliteit en transport.
 */
export function profilesIn(scope: string | null, profiles: readonly Profile[]): string[] {
  const words = ` ${scopeKey(scope)} `
  return profiles
    .filter(({ code, title }) => [code, title].some((name) => words.includes(` ${scopeKey(name)} `)))
    .map(({ code }) => code)
}

/** What fills a gap: an offering, with the first of its editions that has a place left. */
export type Filler = {
  slug: string
  title: string
  kind: OfferingKind
  edition: { code: string; startsAt: Date } | null
  /** How many people of the school go to something that fills it, and to what the first of them goes, or has begun. */
  booked: { people: number; title: string; startsAt: Date; begun: boolean } | null
}

/** A practical module that teaches what an exam module is about: to begin with, before or without schooling. */
export type Material = { slug: string; title: string }

export type Fillers = {
  byModule: ReadonlyMap<string, Filler>
  byType: ReadonlyMap<string, Filler>
  /** By exam module. */
  materials: ReadonlyMap<string, Material>
}

/** `material` stands beside lacking schooling only: reading is no paper, and qualifies nobody. */
export type FilledGap = { aspect: Aspect; filler: Filler | null; material: Material | null }

/** The gaps of a module, each with what fills it; nothing in the portal makes somebody qualified by law. */
export function fillGaps({ module, gaps }: ModuleCoverage, fillers: Fillers): FilledGap[] {
  return gaps.map((aspect) => {
    if (aspect === 'qualified') return { aspect, filler: null, material: null }
    if (aspect === 'trained') {
      const material = fillers.materials.get(module.code) ?? null
      return { aspect, filler: fillers.byModule.get(module.code) ?? null, material }
    }
    const filler = soonest(module.typeCodes.flatMap((code) => fillers.byType.get(code) ?? []))
    return { aspect, filler, material: null }
  })
}

function soonest(fillers: readonly Filler[]): Filler | null {
  const at = ({ booked, edition }: Filler) =>
    booked?.startsAt.getTime() ?? edition?.startsAt.getTime() ?? Number.POSITIVE_INFINITY
  return fillers.toSorted((one, other) => at(one) - at(other))[0] ?? null
}
