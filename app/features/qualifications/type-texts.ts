import { formatCount } from '#app/ui/format.ts'

export const typeTexts = {
  codeTaken: 'Deze code is al in gebruik. Kies een andere.',
  termHasPapers:
    'Vanaf deze dag is er al een termijn, en er staan bewijzen onder. Kies een andere dag, of vink aan dat het ook voor die bewijzen geldt.',
  created: (title: string) => `${title} staat in de keuzelijst.`,
  changed: 'De soort is bewaard.',
  retired: 'De soort staat niet meer in de keuzelijst. Wat in dossiers staat, blijft.',
  restored: 'De soort staat weer in de keuzelijst.',
  termChanged: (papers: number) =>
    papers > 0
      ? `De termijn is bewaard, en geldt ook voor ${formatCount(papers, 'bewijs dat', 'bewijzen die')} al in dossiers ${papers === 1 ? 'stond' : 'stonden'}.`
      : 'De termijn is bewaard. Wat al in dossiers stond, houdt zijn termijn.',
} as const
