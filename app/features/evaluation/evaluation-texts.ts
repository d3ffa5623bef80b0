import { formatCount, formatFullDay, formatNumber } from '#app/ui/format.ts'
import { fewestAnswers } from './evaluation.ts'

export const evaluationTexts = {
  closed: 'De tijd om te antwoorden is om.',
  answeredAlready:
    'Je hebt deze evaluatie al ingevuld. Veranderen kan niet: we weten niet welke antwoorden van jou zijn.',
  thanks: 'Dank je. Je antwoorden zijn bewaard.',
  certificate: 'Dank je. Je antwoorden zijn bewaard, en je bewijs staat voor je klaar.',
  anonymous:
    'Je antwoordt anoniem. We bewaren dat je hebt geantwoord, maar niet welke antwoorden van jou zijn. De trainer en de coördinator zien pas iets als de tijd om is, en alleen als ten minste vijf mensen hebben geantwoord. Wat je opschrijft, lezen ze letterlijk: noem dus geen namen als je niet herkend wilt worden.',
  once: 'Je kunt één keer antwoorden. Daarna kun je niets meer veranderen.',
  required: 'Je antwoord hoort bij het afronden: zonder evaluatie krijg je geen bewijs.',
  until: (day: string) => `Je kunt antwoorden tot en met ${formatFullDay(day)}.`,
  stillOpen: (day: string) =>
    `Deelnemers kunnen antwoorden tot en met ${formatFullDay(day)}. Daarna staat hier alles in één keer. Tot dan zie je niets, ook niet hoeveel mensen hebben geantwoord. Zo kan niemand afleiden wie wat zei.`,
  tooFew: `Er kwamen minder dan ${fewestAnswers} antwoorden. We laten ze niet zien, want dan is te raden wie wat zei.`,
  notAsked:
    'De ochtend na de laatste bijeenkomst vragen we de deelnemers die er waren wat ze ervan vonden. Vul daarvoor wel de presentie in.',
  response: (answers: number, asked: number) =>
    `${formatNumber(answers)} van de ${formatCount(asked, 'deelnemer', 'deelnemers')} (${Math.round((answers * 100) / asked)}%)`,
  mean: (mean: number) => `gemiddeld ${meanWords(mean)} van 5`,
  questionsSaved: 'De vragen zijn bewaard. Ze gelden voor evaluaties die nog moeten beginnen.',
  wiped: 'Wat mensen schreven, wissen we na twee jaar. De cijfers blijven.',
  usualAgain: 'Vanaf nu stellen we weer de gewone vragen.',
}

/** '4,0' */
export const meanWords = (mean: number): string => mean.toFixed(1).replace('.', ',')

/** '1, helemaal oneens', '2', …, '5, helemaal eens' */
export function pointWords({ low, high }: { low: string; high: string }, point: number): string {
  if (point === 1) return `1, ${low}`
  return point === 5 ? `5, ${high}` : String(point)
}
