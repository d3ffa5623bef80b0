import { formatList } from '#app/ui/format.ts'
import type { ErasureObstacle } from './erasure-queries.server.ts'

/** What stands where a name was. */
export const erasedName = 'Naam gewist'

const obstacleWords: Record<ErasureObstacle['kind'], (title: string) => string> = {
  'region-role': () => 'een rol in de regio; neem die eerst terug',
  teaches: (title) => `${title}: daar staat diegene nog voor; kies eerst een andere trainer`,
}

export const obstacleSentence = ({ kind, title }: ErasureObstacle): string => obstacleWords[kind](title)

export const erasureTexts = {
  asked: 'Je verzoek is binnen. De coördinator handelt het af; tot die tijd kun je het intrekken.',
  withdrawn: 'Je verzoek is ingetrokken. Er is niets gewist.',
  notAsked: 'Je had geen verzoek meer open.',
  erased: 'Alles van deze persoon is gewist. Laat het zelf even weten: het portaal kan het niet meer.',
  confirm: 'Vink aan dat je hebt nagegaan wie erom vraagt.',
  obstacles: (found: readonly ErasureObstacle[]) =>
    `Dit houdt het tegen: ${formatList(found.map(obstacleSentence))}.`,
} as const

/** What an erasure does, for who asks for it and for who carries it out. */
export const erasureGoes = [
  'Naam, adressen, telefoonnummer en wachtwoord.',
  'Het dossier: bewijzen, scans, wie ze controleerde, en wat er elders is gedaan.',
  'Belangstelling, behoeften, opmerkingen, dieetwensen en wat er aan mails is verstuurd.',
  'Plekken die nog komen; die gaan naar de volgende.',
] as const
export const erasureStays = [
  'Dat er iemand meedeed, wanneer en hoe lang, onder een naam die niets zegt. Zo kloppen de cijfers voor de subsidie.',
  'Nummer en code van wat is afgegeven, zonder naam. Wie de pdf of badge bewaarde, kan die blijven laten controleren.',
  'Oude reservekopieën tot ze verlopen. Wordt er een teruggezet, dan wissen we opnieuw.',
] as const
