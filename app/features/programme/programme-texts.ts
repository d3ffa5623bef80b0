import { capitalise, formatList } from '#app/ui/format.ts'

const numbers = [
  'nul',
  'één',
  'twee',
  'drie',
  'vier',
  'vijf',
  'zes',
  'zeven',
  'acht',
  'negen',
  'tien',
  'elf',
  'twaalf',
]

/** 'Negen projecten', 'Eén doel', '14 partners' */
function countInWords(count: number, one: string, many: string): string {
  return `${capitalise(numbers[count] ?? String(count))} ${count === 1 ? one : many}`
}

/** What the pages about the region and its programme say. */
export const programmeTexts = {
  homeIntro: (area: string) =>
    `Cursussen, workshops en excursies in de regio ${area}. Je uren en bewijzen staan vanzelf op een rij.`,
  homeDescription: (region: string) =>
    `Cursussen, workshops en excursies voor docenten en instructeurs in techniek. Van ${region}.`,
  projectCount: (count: number) => countInWords(count, 'project', 'projecten'),
  goalCount: (count: number) => countInWords(count, 'doel', 'doelen'),
  partnerCount: (count: number) => countInWords(count, 'partner', 'partners'),
  whatWeDo: (region: string, projects: number) => [
    `${region} is een samenwerking van scholen, een opleidingscentrum en bedrijven. Zij willen dat meer leerlingen voor techniek kiezen, en dat wat zij leren past bij het werk van nu.`,
    `Dat gebeurt in ${projects} projecten. Docenten en instructeurs volgen cursussen en workshops, gaan bij bedrijven kijken en examineren bij elkaar. Scholen delen lokalen en machines. Bedrijven geven les, lenen materiaal uit en denken mee over opdrachten.`,
    'In dit portaal vind je wat er te doen is en neem je een plek. Wie iets afrondt, krijgt een bewijs van deelname of een certificaat dat iedereen kan nakijken.',
  ],
  funders: 'Het programma wordt betaald en begeleid door:',
  joinUs:
    'Heeft je bedrijf een machine die leerlingen moeten zien? Wil je school meedoen, of kun je een workshop geven? Laat het weten.',
  programmeDescription: (region: string) =>
    `Wat ${region} doet: de doelen, de projecten, de partners en wie eraan betaalt.`,
  programmeIntro: (area: string) =>
    `In ${area} maken scholen en bedrijven samen het technisch onderwijs beter. Dit is wat zij doen, en met wie.`,
} as const

/** What kind of partner somebody is. */
export const organisationKindWords: Record<string, string> = {
  primary_school: 'basisschool',
  secondary_school: 'school voor voortgezet onderwijs',
  vocational_college: 'mbo-school',
  training_centre: 'opleidingscentrum',
  industry_platform: 'platform van bedrijven',
  company: 'bedrijf',
  municipality: 'gemeente',
}

/** 'mbo-school en opleidingscentrum in Deventer' */
export function partnerInWords({ kinds, towns }: { kinds: string[]; towns: string[] }): string {
  const what = formatList(kinds.flatMap((kind) => organisationKindWords[kind] ?? []))
  return `${what} in ${formatList(towns)}`
}
