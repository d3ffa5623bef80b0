/** What is counted, and by what. Every measure is defined here, once: the page shows these words, the queries obey them. */

export const measures = ['participations', 'people', 'minutes', 'schools', 'companies', 'cents'] as const
export type Measure = (typeof measures)[number]
export const dimensions = ['project', 'goal', 'profile', 'organisation', 'year'] as const
export type Dimension = (typeof dimensions)[number]

type MeasureWords = {
  slug: string
  title: string
  one: string
  many: string
  meaning: string
  unique: boolean
}

export const measureWords: Record<Measure, MeasureWords> = {
  participations: {
    slug: 'deelnames',
    title: 'Deelnames',
    one: 'deelname',
    many: 'deelnames',
    meaning:
      'Eén mens bij één uitvoering, die bij minstens één bijeenkomst was of die inhaalde. Wie alleen ingeschreven stond, telt niet mee. Een regel uit een overgenomen lijst is ook één deelname.',
    unique: true,
  },
  people: {
    slug: 'mensen',
    title: 'Mensen',
    one: 'mens',
    many: 'mensen',
    meaning: 'Iedereen met minstens één deelname. Wie vaker kwam, telt één keer.',
    unique: true,
  },
  minutes: {
    slug: 'uren',
    title: 'Uren',
    one: 'uur',
    many: 'uur',
    meaning:
      'De tijd dat deelnemers er echt waren: zonder pauzes, min wat ze te laat kwamen of eerder gingen. Een bijeenkomst die is ingehaald, telt helemaal mee. Uren horen bij het schooljaar van de bijeenkomst.',
    unique: false,
  },
  schools: {
    slug: 'scholen',
    title: 'Scholen',
    one: 'school',
    many: 'scholen',
    meaning:
      'Basisscholen, scholen voor voortgezet onderwijs en mbo-scholen waarvan iemand deelnam. De school is die van het moment van inschrijven.',
    unique: true,
  },
  companies: {
    slug: 'bedrijven',
    title: 'Bedrijven',
    one: 'bedrijf',
    many: 'bedrijven',
    meaning: 'Bedrijven waarvan iemand deelnam, of die een bijdrage leverden die meetelt.',
    unique: true,
  },
  cents: {
    slug: 'bijdragen',
    title: 'Bijdragen',
    one: 'euro',
    many: 'euro',
    meaning:
      'De waarde van wat bedrijven en partners inbrachten: uren, ruimte, materiaal en geld. Alleen wat zij zelf met hun handtekening bevestigden, telt mee.',
    unique: false,
  },
}

type DimensionWords = { slug: string; title: string; many: string; note?: string }
export const dimensionWords: Record<Dimension, DimensionWords> = {
  project: { slug: 'project', title: 'Project', many: 'projecten' },
  goal: {
    slug: 'doel',
    title: 'Doel',
    many: 'doelen',
    note: 'Een project kan bij twee doelen horen. Het telt dan bij allebei mee; in het totaal één keer.',
  },
  profile: {
    slug: 'profiel',
    title: 'Profiel',
    many: 'profielen',
    note: 'Aanbod voor meer profielen telt bij elk van die profielen mee; in het totaal één keer.',
  },
  organisation: { slug: 'organisatie', title: 'Organisatie', many: 'organisaties' },
  year: { slug: 'schooljaar', title: 'Schooljaar', many: 'schooljaren' },
}

/** Said under every breakdown. */
export const uniqueNote =
  'Mensen, scholen en bedrijven zijn in elk getal uniek: wie bij twee projecten meedeed, telt bij elk project één keer en in het totaal ook één keer. De regels samen kunnen dus meer zijn dan het totaal.'

/** The value of what belongs to none: taken-over attendance without a project, offerings without a profile. */
export const none = 'geen'

/** What is looked at: one value of some dimensions; for a year `2026-27`, for the others a number or a code. */
export type FigureFilter = Partial<Record<Dimension, string>>

const valueForms: Record<Dimension, RegExp> = {
  project: /^\d{1,3}$/,
  goal: /^\d{1,3}$/,
  profile: /^[A-Za-z&]{1,12}$/,
  organisation: /^[1-9]\d{0,14}$/,
  year: /^\d{4}-\d{2}$/,
}

/** What an address asks for; what cannot be a value is as if not there. */
export function filterFrom(params: URLSearchParams): FigureFilter {
  const filter: FigureFilter = {}
  for (const dimension of dimensions) {
    const value = params.get(dimensionWords[dimension].slug)
    if (value && (value === none || valueForms[dimension].test(value))) filter[dimension] = value
  }
  return filter
}

/** The filter as the end of an address, `?` included; with more values where told. */
export function filterQuery(filter: FigureFilter, more: Record<string, string> = {}): string {
  const params = new URLSearchParams(more)
  for (const dimension of dimensions) {
    const value = filter[dimension]
    if (value) params.set(dimensionWords[dimension].slug, value)
  }
  return params.size > 0 ? `?${params}` : ''
}

export const measureFrom = (slug: string | null | undefined) =>
  measures.find((measure) => measureWords[measure].slug === slug)
export const dimensionFrom = (slug: string | null | undefined) =>
  dimensions.find((dimension) => dimensionWords[dimension].slug === slug)

/** The numbers of one line: whole minutes and whole cents. */
export type Figures = Record<Measure, number>

/** `2026` → `2026-27` */
export const yearWords = (first: number): string => `${first}-${String((first + 1) % 100).padStart(2, '0')}`
