import { formatCount, formatNumber } from '#app/ui/format.ts'

export const paperImportTexts = {
  carriedOutAlready: 'Deze lijst is al ingelezen.',
  outOfDate:
    'Er is intussen iets veranderd, waardoor de lijst niet meer past. Er is niets ingelezen. Kies het bestand opnieuw.',
  checked: 'De lijst is nagekeken. Er is nog niets veranderd.',
  nothingNew: (rows: number) =>
    `${rows === 1 ? 'De regel' : `Alle ${formatNumber(rows)} regels`} in dit bestand ${rows === 1 ? 'staat' : 'staan'} al in dossiers. Er valt niets in te lezen.`,
  done: ({ papers, people }: { papers: number; people: number }) =>
    `${formatCount(papers, 'bewijs staat', 'bewijzen staan')} nu in de dossiers van ${formatCount(people, 'persoon', 'mensen')}.`,
} as const
