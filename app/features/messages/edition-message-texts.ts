import { formatCount } from '#app/ui/format.ts'
import type { Audience } from './edition-message.ts'

export const audienceWords: Record<Audience, string> = {
  participants: 'Iedereen die meedoet',
  absent: 'Wie een bijeenkomst mist of miste',
  waiting: 'Wie op de wachtlijst staat of een aangeboden plek heeft',
}

/** What is said around a message to people of an edition. */
export const messageTexts = {
  nobody: 'Er is nu niemand aan wie dit gaat. Kies een andere groep.',
  meetingNeeded: 'Kies om welke bijeenkomst het gaat.',
  from: (name: string, title: string) => `${name} schrijft je over ${title}:`,
  answer: (name: string) => `Antwoord je op deze mail, dan leest ${name} het.`,
  sent: (count: number) =>
    `Je bericht is verstuurd aan ${formatCount(count, 'mens', 'mensen')}. Antwoorden komen in je eigen mail.`,
  unreached: (names: readonly string[]) =>
    `${formatCount(names.length, 'mens krijgt', 'mensen krijgen')} deze mail niet, omdat ze berichten hebben uitgezet of geen e-mailadres hebben: ${names.slice(0, 10).join(', ')}${names.length > 10 ? ' …' : ''}.`,
} as const

/** Reasons of mails in words, for the list of what was sent. */
export function reasonWords(reason: string): string {
  if (reason === 'meeting.reminder') return 'herinnering'
  if (reason.startsWith('message.')) return 'bericht'
  if (reason.startsWith('certificate.')) return 'bewijs'
  if (reason.startsWith('substitution.')) return 'vervanging'
  if (reason.includes('cancel')) return 'gaat niet door'
  if (reason.startsWith('meeting.') || reason.startsWith('edition.')) return 'wijziging'
  if (reason.startsWith('evaluation.')) return 'evaluatie'
  if (reason.startsWith('interest.')) return 'uitnodiging'
  return 'inschrijving'
}
