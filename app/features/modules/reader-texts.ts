import { formatCount } from '#app/ui/format.ts'

/** What stands around the words of a module while one reads it. */
export const readerTexts = {
  unknownBlock: 'Dit deel kunnen we hier niet tonen.',
  noPicture: (alt: string) =>
    alt ? `Afbeelding die er niet meer is: ${alt}` : 'Deze afbeelding is er niet meer.',
  noFile: 'Dit bestand is er niet meer.',
  table: (number: number) => `Tabel ${number}`,
  video: 'Video',
  file: 'Bestand',
  at: (host: string) => `op ${host}`,
  attention: 'Let op',
  safety: 'Eerst veilig',
  supplies: 'Materiaal',
  tools: 'Gereedschap',
  learningGoal: 'Leerdoel',
  teacherNote: 'Voor de docent',
  question: 'Vraag',
  kinds: {
    choice: 'Vraag: wat klopt?',
    order: 'Vraag: zet in de goede volgorde',
    open: 'Vraag: leg het uit',
  },
  showAnswer: 'Bekijk het antwoord',
  right: 'goed',
  wrong: 'niet goed',
  step: (number: number) => `Stap ${number}:`,
  stepAnchor: (number: number) => `stap-${number}`,
  untitledStep: 'Zonder titel',
  minutes: (minutes: number) => formatCount(minutes, 'minuut', 'minuten'),
} as const
