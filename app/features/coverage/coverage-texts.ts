import { kindWords } from '#app/features/catalogue/catalogue-texts.ts'
import { capitalise, formatCount, formatList, formatLongDay } from '#app/ui/format.ts'
import type { Aspect, FilledGap, Filler, Material, ModuleCoverage } from './coverage.ts'
import { trainedWithinYears } from './coverage.ts'

const trainedYears = `${['nul', 'één', 'twee', 'drie', 'vier', 'vijf'][trainedWithinYears]} jaar`

export const coverageTexts = {
  saved: 'Bewaard. De dekking is bijgewerkt.',
  unknownModules: (codes: readonly string[]) =>
    `Deze code bestaat niet: ${codes.slice(0, 5).join(', ')}. Een code ziet eruit als P/PIE/01.`,
  typeModulesSaved: 'Bewaard bij welke examenmodules dit bewijs hoort.',
} as const

export const aspectWords: Record<Aspect, string> = {
  qualified: 'bevoegd',
  trained: 'geschoold',
  certified: 'bewijs',
}

/** What is counted, for who does not know. */
export const aspectMeanings: Record<Aspect, string> = {
  qualified: 'Heeft een geldige onderwijsbevoegdheid voor het profiel in het dossier.',
  trained: `Rondde de laatste ${trainedYears} iets af dat over de module gaat.`,
  certified: 'Heeft een geldig bewijs dat bij de module hoort. Bij de meeste modules hoort er geen.',
}

/** A gap as a sentence: 'niemand is bevoegd', 'niemand is de laatste drie jaar geschoold'. */
export const gapWords: Record<Aspect, string> = {
  qualified: 'niemand is bevoegd',
  trained: `niemand is de laatste ${trainedYears} geschoold`,
  certified: 'niemand heeft het bewijs dat erbij hoort',
}

const lacking: Record<Aspect, string> = {
  qualified: 'bevoegdheid',
  trained: 'scholing',
  certified: 'bewijs',
}

/** The gaps in a cell of a map: 'mist bevoegdheid en scholing'. */
export const lackingWords = (gaps: readonly Aspect[]): string =>
  gaps.length === 0 ? 'gedekt' : `mist ${formatList(gaps.map((gap) => lacking[gap]))}`

export const unfilledWords: Record<Aspect, string> = {
  qualified: 'Staat een bevoegdheid nog niet in een dossier? Vraag je collega die toe te voegen.',
  trained: 'Er is nog geen aanbod voor.',
  certified: 'Er is nog geen aanbod voor.',
}

/** The first chance to fill a gap: 'workshop Warmtepompen inregelen, vrijdag 4 december 2026'. */
export function fillerWords({ title, kind, edition }: Filler): string {
  const what = `${kindWords[kind]} ${title}`
  return edition ? `${what}, ${formatLongDay(edition.startsAt)}` : `${what}, nog geen datum met plek`
}

/** '4 collega’s gaan al naar Lassen, op vrijdag 11 december 2026' */
export function bookedWords({ people, title, startsAt, begun }: NonNullable<Filler['booked']>): string {
  const day = formatLongDay(startsAt)
  if (begun) return `${formatCount(people, 'collega is', 'collega’s zijn')} bezig met ${title}, sinds ${day}`
  return `${formatCount(people, 'collega gaat', 'collega’s gaan')} al naar ${title}, op ${day}`
}

const report = 'Meld het bij de coördinator.'

/** What a director reads of one gap. */
export function gapSentence({ aspect, filler, material }: FilledGap): string {
  const what = `${capitalise(gapWords[aspect])}.`
  if (aspect === 'qualified') return `${what} ${unfilledWords.qualified}`
  const besides = material ? ` Om mee te beginnen: ${materialWords(material)}.` : ''
  if (!filler) return `${what} ${unfilledWords[aspect]} ${report}${besides}`
  if (filler.booked) return `${what} ${capitalise(bookedWords(filler.booked))}.${besides}`
  return `${what} Eerste kans: ${fillerWords(filler)}.${besides}`
}

/** 'praktijkmodule Een warmtepomp inregelen' */
export const materialWords = ({ title }: Material): string => `praktijkmodule ${title}`

/** How a school stands, in two sentences. */
export function summaryOf(coverage: readonly ModuleCoverage[]): string {
  const covered = coverage.filter(({ gaps }) => gaps.length === 0).length
  const gaps = coverage.reduce((sum, one) => sum + one.gaps.length, 0)
  const profiles = [...new Set(coverage.map(({ module }) => module.profileCode))]
  const of = `De school geeft ${formatCount(coverage.length, 'examenmodule', 'examenmodules')} van ${formatList(profiles)}.`
  if (gaps === 0) return `${of} Ze zijn allemaal gedekt.`
  return `${of} ${covered === 0 ? 'Geen daarvan is' : `${covered} daarvan ${covered === 1 ? 'is' : 'zijn'}`} helemaal gedekt; er ${gaps === 1 ? 'is' : 'zijn'} ${formatCount(gaps, 'gat', 'gaten')}.`
}

export type WordsOfProfile = {
  profile: string
  title: string
  general: string[]
  modules: { name: string; sentences: string[] }[]
}

/**
 * The gaps in words, profile by profile, of at most `most` modules; and how many modules there are besides. What is the
 * same for several modules is said once: who is qualified, and what nobody was schooled in and nothing is on offer for.
 */
export function coverageInWords(
  coverage: readonly { module: ModuleCoverage['module']; filled: readonly FilledGap[] }[],
  most: number,
): { profiles: WordsOfProfile[]; left: number } {
  let room = most
  let left = 0
  const profiles = [...Map.groupBy(coverage, ({ module }) => module.profileCode)].map(([profile, own]) => {
    const general: string[] = []
    const unqualified = own.flatMap(({ filled }) => filled).find(({ aspect }) => aspect === 'qualified')
    if (unqualified) general.push(gapSentence(unqualified))
    const open = own
      .map(({ module, filled }) => ({
        module,
        filled: filled.filter(({ aspect }) => aspect !== 'qualified'),
      }))
      .filter(({ filled }) => filled.length > 0)
    const [bare, other] = partition(open, ({ filled }) => filled.every(isBare))
    if (bare.length > 0) {
      const titles = bare.map(({ module }) => module.title)
      general.push(
        `Voor ${formatList(titles)} is niemand de laatste ${trainedYears} geschoold. ${unfilledWords.trained} ${report}`,
      )
    }
    const shown = other.slice(0, room)
    room -= shown.length
    left += other.length - shown.length
    const modules = shown.map(({ module, filled }) => ({
      name: `${module.code} ${module.title}`,
      sentences: filled.map(gapSentence),
    }))
    if (general.length + modules.length === 0 && other.length === 0) general.push('Alle modules zijn gedekt.')
    return { profile, title: own[0]?.module.profileTitle ?? '', general, modules }
  })
  return { profiles: profiles.filter(({ general, modules }) => general.length + modules.length > 0), left }
}

const isBare = ({ aspect, filler, material }: FilledGap) => aspect === 'trained' && !filler && !material

function partition<Item>(items: readonly Item[], test: (item: Item) => boolean): [Item[], Item[]] {
  return [items.filter(test), items.filter((item) => !test(item))]
}
