/** What a block is called, with its article: 'een werkstap'. */
export const blockNames: Record<string, string> = {
  doc: 'de module',
  paragraph: 'een alinea',
  heading: 'een kop',
  blockquote: 'een citaat',
  bulletList: 'een lijst',
  orderedList: 'een genummerde lijst',
  listItem: 'een punt van een lijst',
  taskList: 'een takenlijst',
  taskItem: 'een taak',
  table: 'een tabel',
  tableRow: 'een rij van een tabel',
  tableHeader: 'een kopcel',
  tableCell: 'een cel',
  text: 'tekst',
  hardBreak: 'een nieuwe regel',
  figure: 'een afbeelding',
  video: 'een video',
  download: 'een bestand',
  formula: 'een formule',
  workStep: 'een werkstap',
  attention: 'een aandachtspunt',
  safety: 'een blok veiligheid',
  materials: 'een materiaallijst',
  material: 'een regel van de materiaallijst',
  learningGoal: 'een leerdoel',
  question: 'een vraag',
  questionText: 'de tekst van een vraag',
  option: 'een antwoord',
  teacherNote: 'een notitie voor de docent',
}

/** Why a tree is not kept. Who writes in the editor never reads these: they are for what comes from elsewhere. */
export const faultTexts = {
  notATree: 'Dit is geen module.',
  tooDeep: 'Hier zit te veel in elkaar.',
  tooMany: 'Er zijn te veel blokken. Maak er twee modules van.',
  tooLong: 'De tekst is te lang. Maak er twee modules van.',
  unknownBlock: 'Dit soort blok kan niet in een module.',
  unknownMark: 'Deze opmaak kan niet in een module.',
  unknownAttribute: 'Hier staat een kenmerk dat we niet kennen.',
  badText: 'Deze tekst kunnen we niet lezen.',
  notHere: 'Hier staat iets wat hier niet kan staan, of te veel.',
  twice: 'Dit blok staat er twee keer in met hetzelfde kenmerk.',
  notOurPicture: 'Deze afbeelding hoort niet bij deze module. Voeg haar opnieuw toe.',
  notOurFile: 'Dit bestand hoort niet bij deze module. Voeg het opnieuw toe.',
  noSuchExamModule: 'Deze code van een examenmodule bestaat niet.',
} as const

type Step = { index: number; type: string }

/** Where in the tree something is: 'Blok 3 (een werkstap), daarin deel 2 (een tabel)'. */
export function placeOf(path: readonly Step[]): string {
  const [, block, ...inner] = path
  if (!block) return 'De module'
  const last = inner.at(-1)
  const named = ({ index, type }: Step) =>
    Object.hasOwn(blockNames, type) ? `${index + 1} (${blockNames[type]})` : `${index + 1}`
  return `Blok ${named(block)}${last ? `, daarin deel ${named(last)}` : ''}`
}
