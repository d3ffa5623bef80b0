import { formatCount, formatDayYear } from '#app/ui/format.ts'
import type { WhatMoves } from './change-term.server.ts'

export const typeTexts = {
  codeTaken: 'Deze code is al in gebruik. Kies een andere.',
  termHasPapers:
    'Vanaf deze dag is er al een termijn, en er staan bewijzen onder. Kies een andere dag, of vink aan dat het ook voor die bewijzen geldt.',
  termInFuture: (issuedFrom: string) =>
    `De termijn gaat pas in op ${formatDayYear(issuedFrom)}, en wat al in dossiers staat zou nu meteen veranderen. Kies een dag tot en met vandaag, of haal dit vinkje weg.`,
  confirmTerm: ({ papers, otherDay, lapsing }: WhatMoves) =>
    `Er is nog niets bewaard. ${formatCount(papers, 'bewijs krijgt', 'bewijzen krijgen')} deze termijn. ${otherDay === 0 ? 'Geen laatste dag verandert.' : `Van ${otherDay} verandert de laatste dag.`} ${lapsing === 0 ? 'Er verloopt niets door.' : `${formatCount(lapsing, 'verloopt', 'verlopen')} er meteen door.`} Vink aan dat je dat wilt.`,
  created: (title: string) => `${title} staat in de keuzelijst.`,
  changed: 'De soort is bewaard.',
  retired: 'De soort staat niet meer in de keuzelijst. Wat in dossiers staat, blijft.',
  restored: 'De soort staat weer in de keuzelijst.',
  termChanged: (papers: number) =>
    papers > 0
      ? `De termijn is bewaard, en geldt ook voor ${formatCount(papers, 'bewijs dat', 'bewijzen die')} al in dossiers ${papers === 1 ? 'stond' : 'stonden'}.`
      : 'De termijn is bewaard. Wat al in dossiers stond, houdt zijn termijn.',
} as const
