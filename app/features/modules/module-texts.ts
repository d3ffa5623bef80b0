import { formatCount } from '#app/ui/format.ts'
import type { ModuleLevel, ModuleLicence } from './module.ts'

export const levelNames: Record<ModuleLevel, string> = {
  bb: 'basisberoeps',
  kb: 'kader',
  gl: 'gemengd en theoretisch',
}

/** What others may do with it; the page of a licence explains the rest. */
export const licenceWords: Record<ModuleLicence, { name: string; means: string; href: string | null }> = {
  cc_by: {
    name: 'CC BY',
    means: 'Gebruik het, ook aangepast. Noem wie het maakte.',
    href: 'https://creativecommons.org/licenses/by/4.0/deed.nl',
  },
  cc_by_sa: {
    name: 'CC BY-SA',
    means: 'Gebruik het, ook aangepast. Noem wie het maakte, en deel wat je ervan maakt op dezelfde manier.',
    href: 'https://creativecommons.org/licenses/by-sa/4.0/deed.nl',
  },
  cc_by_nc_sa: {
    name: 'CC BY-NC-SA',
    means:
      'Gebruik het, ook aangepast, maar verdien er niets mee. Noem wie het maakte, en deel het op dezelfde manier.',
    href: 'https://creativecommons.org/licenses/by-nc-sa/4.0/deed.nl',
  },
  own: {
    name: 'eigen voorwaarden',
    means: 'Vraag het bedrijf voordat je het buiten je eigen les gebruikt.',
    href: null,
  },
}

export const moduleTexts = {
  title: 'Praktijkmodules',
  intro: 'Lesmateriaal van bedrijven uit de regio: echt werk, stap voor stap, klaar voor het praktijklokaal.',
  description:
    'Lesmateriaal van bedrijven in de techniek: werkstappen, veiligheid, materiaal en vragen voor het vmbo.',
  searchLabel: 'Zoek in titel en tekst',
  found: (total: number) => formatCount(total, 'praktijkmodule', 'praktijkmodules'),
  nothing: 'Geen praktijkmodule past hierbij.',
  nothingHint: 'Zoek met andere woorden, of haal een filter weg.',
  inText: 'In de tekst:',
  lessons: (lessons: number) => formatCount(lessons, 'lesuur', 'lesuren'),
  /** 'kb, gl · leerjaar 3 en 4' */
  forWhom: (levels: readonly string[], years: readonly number[]) =>
    [levels.join(', '), years.length > 0 ? `leerjaar ${[...years].sort().join(' en ')}` : '']
      .filter(Boolean)
      .join(' · '),
  by: (company: string) => `Praktijkmodule van ${company}`,
  pupils: 'Voor leerlingen',
  teacher: 'Met docentnotities',
  bench: 'Naar de werkbank',
  noSteps: 'Deze module heeft geen werkstappen om één voor één te volgen.',
  wholeModule: 'De hele module',
  benchStep: (step: number, steps: number) => (step === 0 ? 'Voor je begint' : `Stap ${step} van ${steps}`),
  benchProgress: (step: number, steps: number) => `${step} van de ${formatCount(steps, 'stap', 'stappen')}`,
  benchNavigation: 'Stappen',
  nothingBefore: 'Ruim je werkplek op en leg je spullen klaar.',
  begin: 'Begin met stap 1',
  nextStep: 'Volgende stap',
  previousStep: 'Vorige stap',
  benchDone: 'Klaar',
  inClass: 'In de klas',
  shortLink: 'Leerlingen scannen de code, of typen het adres. Ze zien de module zonder docentnotities.',
  qrLabel: (title: string) => `QR-code naar ${title} voor leerlingen`,
  keep: 'Bewaar een kopie',
  keepForPupils: 'Kopie voor leerlingen',
  keepForTeachers: 'Kopie met docentnotities',
  keepHint:
    'Eén bestand met alle afbeeldingen, voor als er geen internet is. Die voor leerlingen kan in je elo.',
  copyOfDemo: 'VOORBEELD: deze module komt uit een oefenregio. Het bedrijf is verzonnen.',
  copied: (day: string) => `Kopie van ${day}.`,
  newest: 'Bekijk de nieuwste versie',
  notWritable:
    'Aan deze module kun je nu niet schrijven: hij wordt nagekeken, of er is geen versie in de maak.',
  fillTitle: 'Vul een titel in van hooguit 150 tekens.',
  busy: 'Er begon net iemand met dezelfde titel. Probeer het nog een keer.',
  use: 'Gebruik',
  holdsUntil: 'Nagekeken tot',
} as const
