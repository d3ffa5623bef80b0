import { formatCount } from '#app/ui/format.ts'

export const radarTexts = {
  leadsElsewhere: 'Dit aanbod leidt niet tot dat bewijs. Kies een ander.',
  planned: (people: number) =>
    people > 0
      ? `${formatCount(people, 'persoon staat', 'mensen staan')} nu op de lijst en ${people === 1 ? 'krijgt' : 'krijgen'} bericht. Kies hieronder een datum: zij krijgen als eerste een plek.`
      : 'Iedereen stond al op de lijst. Kies hieronder een datum.',
} as const
